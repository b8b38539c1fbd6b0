"""The events in sight as a list, in step with the axis."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from explorer.pages.charts import TimelineKind
from explorer.pages.timeline import TimelineEvent
from explorer.pages.words import listing
from explorer.style import Theme
from explorer.ui.theme import mark
from explorer.ui.widgets.event_mark import paint_event
from explorer.ui.widgets.lettering import CLOSE, font, width_of

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_COLUMNS = ("Date", "State", "Kind", "Event")
_KIND, _EVENT = 2, 3
_ROW = 25
_SIDE = 18
_SHARP = 3
_STATES = 176


class EventModel(QAbstractTableModel):
    """Some events, for Qt's views."""

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self.events: tuple[TimelineEvent, ...] = ()
        self._theme = theme
        self._pictures: dict[TimelineKind, QIcon] = {}

    def show_events(self, events: Sequence[TimelineEvent]) -> None:
        """Show other events."""
        if tuple(events) != self.events:
            self.beginResetModel()
            self.events = tuple(events)
            self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._pictures.clear()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the events."""
        return 0 if parent.isValid() else len(self.events)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the text of a cell, the mark of a kind, and all of an event to a screen reader."""
        event = self.events[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            states = listing(event.names)
            return (event.when, states, event.kind.title, event.title)[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == _KIND:
            return self._picture(event.kind)
        if role in {Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.StatusTipRole}:
            return event.told
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give the name of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _picture(self, kind: TimelineKind) -> QIcon:
        """Give the mark of a kind as a picture, painted once."""
        found = self._pictures.get(kind)
        if found is None:
            drawn = QPixmap(_SIDE * _SHARP, _SIDE * _SHARP)
            drawn.setDevicePixelRatio(_SHARP)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_event(painter, kind, self._theme, QPointF(_SIDE / 2, _SIDE / 2))
            painter.end()
            found = QIcon(drawn)
            # Else Qt would lay the colour of the selection over it.
            found.addPixmap(drawn, QIcon.Mode.Selected)
            self._pictures[kind] = found
        return found


class EventList(QTableView):
    """Shows events; `chosen` carries the key of the one that the user went to.

    `copy_wanted` asks for the list on the clipboard, `entered_event` for the event's card.
    """

    chosen = Signal(str)
    copy_wanted = Signal()
    entered_event = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._events = EventModel(theme)
        self._is_shown_to = False
        self.setModel(self._events)
        self.setAccessibleName("Events in sight")
        mark(self, "foot")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setFont(font(CLOSE))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFont(font(CLOSE))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_EVENT, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((92, _STATES)):
            self.setColumnWidth(column, width)
        self._dress(theme)
        self._events.modelReset.connect(self._fit)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.activated.connect(self.entered_event)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy_wanted)

    @property
    def events(self) -> tuple[TimelineEvent, ...]:
        """Give the events listed."""
        return self._events.events

    def show_events(self, events: Sequence[TimelineEvent], key: str) -> None:
        """List events, and mark the one chosen where it is among them."""
        self._is_shown_to = True
        self._events.show_events(events)
        self._is_shown_to = False
        self.show_chosen(key)

    def show_chosen(self, key: str) -> None:
        """Mark an event and bring it into sight, or mark none."""
        row = next((at for at, each in enumerate(self.events) if each.key == key), -1)
        self._is_shown_to = True
        if row < 0:
            self.selectionModel().clear()
        else:
            index = self._events.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._is_shown_to = False

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._events.set_theme(theme)
        self._dress(theme)
        self.viewport().update()

    def _dress(self, theme: Theme) -> None:
        self.setStyleSheet(
            f"QTableView {{ selection-background-color: {theme.tint};"
            f" selection-color: {theme.ink}; }}"
        )

    def _fit(self) -> None:
        """Give the kinds the room of the longest."""
        letters = font(CLOSE)
        widest = max((width_of(x.kind.title, letters) for x in self.events), default=0)
        self.setColumnWidth(_KIND, max(widest + _SIDE + 22, 110))

    def _tell(self, current: QModelIndex, _before: object = None) -> None:
        if not self._is_shown_to and current.isValid():
            self.chosen.emit(self.events[current.row()].key)
