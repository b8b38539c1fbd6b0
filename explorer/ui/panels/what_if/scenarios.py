"""Scenarios side by side: a row a state, a column a scenario."""

import html
import textwrap
from functools import partial

from PySide6.QtCore import QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.scenarios import (
    ScenarioCell,
    ScenarioColumn,
    ScenarioOption,
    ScenarioRow,
    ScenariosPage,
)
from explorer.pages.tables import as_html, as_tsv
from explorer.style import Theme, country_ink
from explorer.ui.panels.what_if.events import EventBox
from explorer.ui.theme import BOLD, REGULAR, SEMIBOLD, SMALL_PX, TITLE_PX, mark
from explorer.ui.theme import font as themed
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.ladder_bar import paint_ladder
from explorer.ui.widgets.legend import paint_rungs, rungs_width
from explorer.ui.widgets.lettering import BODY, CLOSE, SMALL, font, set_ground
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.marks import CountryMark
from explorer.ui.widgets.text import Text, aside, fixed, hairline, strong
from explorer.ui.widgets.text_lines import write

_LEAD, _BAR, _SMALL = 17, 18, 16
_NAMES = 118
_LEAST_COLUMN = 170
_SIDE_BY_SIDE = 860
_LONGEST = 240


class ScenarioCellView(QWidget):
    """Paints a state under a scenario: what leads, the bar, the event, and the difference."""

    def __init__(self, cell: ScenarioCell, theme: Theme) -> None:
        """Show a cell."""
        super().__init__()
        self._cell = cell
        self._theme = theme
        self.setAccessibleName(cell.description)
        self.setToolTip(f"<p>{html.escape(cell.description)}</p>")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for two lines above the bar and two below."""
        return QSize(_LEAST_COLUMN, 2 * _LEAD + _BAR + 2 * _SMALL + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cell."""
        del event
        cell, theme, width = self._cell, self._theme, self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, top = QRect(0, 0, width, _LEAD), 2 * _LEAD
        write(painter, line, cell.rung, theme.ink, BODY, SEMIBOLD)
        write(painter, line.translated(0, _LEAD), cell.likelihood, theme.ink, CLOSE)
        if cell.shares:
            paint_ladder(painter, QRectF(0, top + 2, width, _BAR), cell.shares, theme)
        below = QRect(0, top + _BAR + 5, width, _SMALL)
        write(painter, below, cell.event, theme.mute, SMALL)
        below.translate(0, _SMALL)
        is_same = cell.difference in {"", "No difference"}
        ink, weight = (theme.mute, REGULAR) if is_same else (theme.ink, SEMIBOLD)
        write(painter, below, cell.difference, ink, SMALL, weight)
        painter.end()


class RungKey(QWidget):
    """Names the rungs of the bars."""

    def __init__(self, rungs: tuple[str, ...], theme: Theme) -> None:
        """Name rungs, lowest first."""
        super().__init__()
        self._rungs, self._theme = rungs, theme
        self.setAccessibleName(f"Rungs, lowest first: {', '.join(rungs)}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(rungs_width(self._rungs), 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_rungs(painter, self.rect(), self._rungs, self._theme)
        painter.end()


class ScenariosView(QWidget):
    """Shows a `ScenariosPage`.

    `chosen` carries the keys of the scenarios to show, `event_chosen` the key of the event by
    which they are told apart, `opened` the key of a scenario to put on the sliders; `left` says
    that the user goes back to them.
    """

    chosen = Signal(object)
    event_chosen = Signal(str)
    opened = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._theme = theme
        self._page: ScenariosPage | None = None
        self._title, self._subtitle = ElidedLabel(), ElidedLabel()
        self._title.setFont(themed(TITLE_PX, BOLD))
        mark(self._title, "title")
        self._subtitle.setFont(themed(SMALL_PX))
        mark(self._subtitle, "subtitle")
        self.back = QPushButton("‹ Sliders")
        self.back.setAccessibleName("Back to the sliders")
        self.back.clicked.connect(self.left)
        self.events = EventBox(theme)
        self.events.chosen.connect(self.event_chosen)
        self.choose = QPushButton("Choose scenarios ▾")
        self.choose.setAccessibleName("Choose up to four scenarios")
        self.menu = QMenu(self.choose)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.choose.setMenu(self.menu)
        self.copy = QPushButton("Copy table")
        self.copy.setAccessibleName("Copy the comparison as a table")
        self.copy.setToolTip("Copy the comparison for a text processor or a spreadsheet")
        self.copy.clicked.connect(self._copy)
        self._area = QScrollArea()
        self._lay_out()

    @property
    def page(self) -> ScenariosPage | None:
        """Give the page shown."""
        return self._page

    def show_page(self, page: ScenariosPage) -> None:
        """Show scenarios side by side; what is shown already stays as it is."""
        if page == self._page:
            return
        self._page = page
        self._title.show_text(page.title)
        self._subtitle.show_text(page.subtitle)
        place = self._area.verticalScrollBar().value()
        self._area.setWidget(self._body(page))
        self._area.verticalScrollBar().setValue(place)

    def fill_menu(self) -> None:
        """Offer the scenarios as they are now; a fifth cannot be taken."""
        self.menu.clear()
        for option in self._page.options if self._page else ():
            action = self.menu.addAction(option.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(option.is_shown)
            action.setEnabled(option.is_shown or option.may_be_taken)
            action.setToolTip(option.description)
            action.triggered.connect(partial(self._toggle, option))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the title where they do not fit beside it."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._head_line.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for each in (self.events, self.choose, self.copy):
            buttons.addWidget(each)
        buttons.addStretch(1)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(8)
        head.addLayout(top, 1)
        head.addLayout(buttons)
        self._head_line = head
        card = QFrame()
        mark(card, "card")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName("Scenarios side by side")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._area)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addLayout(head)
        rows.addWidget(card, 1)

    def _body(self, page: ScenariosPage) -> QWidget:
        theme = self._theme
        body = QWidget()
        set_ground(body, theme.card)
        grid = QGridLayout(body)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _NAMES)
        for at, column in enumerate(page.columns, start=1):
            grid.addLayout(self._head(column, is_first=at == 1), 0, at)
            grid.setColumnStretch(at, 1)
            grid.setColumnMinimumWidth(at, _LEAST_COLUMN)
        if not page.columns:
            grid.addWidget(strong("Choose a scenario to begin with.", theme), 0, 1)
            grid.setColumnStretch(1, 1)
        for at, row in enumerate(page.rows if page.columns else ()):
            grid.addWidget(hairline(theme), 2 * at + 1, 0, 1, -1)
            self._add_row(grid, row, 2 * at + 2)
        last = grid.rowCount()
        grid.addWidget(RungKey(page.rungs, theme), last, 0, 1, -1)
        grid.addWidget(aside(page.note, theme), last + 1, 0, 1, -1)
        grid.setRowStretch(last + 2, 1)
        return body

    def _head(self, column: ScenarioColumn, *, is_first: bool) -> QVBoxLayout:
        theme = self._theme
        room = QVBoxLayout()
        room.setSpacing(2)
        room.addWidget(Text(column.title, font(BODY, SEMIBOLD), theme.ink))
        if is_first:
            room.addWidget(aside("the others are set against this one", theme))
        about = aside("", theme)
        about.setText(_in_short(column.description))
        about.setToolTip(f"<p>{html.escape(column.description)}</p>")
        room.addWidget(about)
        links = QHBoxLayout()
        links.setSpacing(10)
        for words, said, do in (
            ("open", f"Open {column.title} on the sliders", partial(self._open, column.key)),
            ("remove", f"Remove {column.title}", partial(self._remove, column.key)),
        ):
            link = LinkButton(words, theme)
            link.setAccessibleName(said)
            link.clicked.connect(do)
            links.addWidget(link)
        links.addStretch(1)
        room.addStretch(1)
        room.addLayout(links)
        return room

    def _add_row(self, grid: QGridLayout, row: ScenarioRow, at: int) -> None:
        theme = self._theme
        names = QHBoxLayout()
        names.setSpacing(6)
        names.addWidget(CountryMark(row.iso3, theme), 0, Qt.AlignmentFlag.AlignTop)
        names.addWidget(fixed(Text(row.name, font(BODY, SEMIBOLD), country_ink(row.iso3, theme))))
        names.addStretch(1)
        grid.addLayout(names, at, 0, Qt.AlignmentFlag.AlignTop)
        for place, cell in enumerate(row.cells, start=1):
            grid.addWidget(ScenarioCellView(cell, theme), at, place)

    def _keys(self) -> tuple[str, ...]:
        return tuple(column.key for column in self._page.columns) if self._page else ()

    def _toggle(self, option: ScenarioOption, _checked: object = None) -> None:
        keys = self._keys()
        if option.is_shown:
            self.chosen.emit(tuple(key for key in keys if key != option.key))
        else:
            self.chosen.emit((*keys, option.key))

    def _open(self, key: str, _checked: object = None) -> None:
        self.opened.emit(key)

    def _remove(self, key: str, _checked: object = None) -> None:
        self.chosen.emit(tuple(each for each in self._keys() if each != key))

    def _copy(self) -> None:
        if self._page is None:
            return
        data = QMimeData()
        data.setText(as_tsv(self._page.table))
        data.setHtml(as_html(self._page.table, self._page.title, self._page.subtitle))
        QGuiApplication.clipboard().setMimeData(data)


def _in_short(text: str) -> str:
    """Give a description whole; one that is long, as notes can be, as far as a head has room."""
    return textwrap.shorten(text, _LONGEST, placeholder="…") if len(text) > _LONGEST else text
