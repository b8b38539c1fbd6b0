"""The left side of the view: how many sources there are, what filters them, and the list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from explorer.pages.source_list import KINDS, RECORD, SourceRow, SourceSieve
from explorer.style import Theme
from explorer.ui.panels.sources.listing import SourceRows
from explorer.ui.theme import BOLD, SMALL_PX, TITLE_PX, font, mark
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.lettering import CLOSE, set_ground
from explorer.ui.widgets.lettering import font as lettered
from explorer.ui.widgets.text import hairline

WIDTH = 340
ANY_LANGUAGE = "Any language"
NOTHING_FOUND = "No source passes. Esc in the field clears what is typed."


class SourcesSide(QWidget):
    """Leads to sources: `chosen` carries the id of one, `sieved` that others are asked for.

    `entered` comes when the user goes on from the list to the page.
    """

    chosen = Signal(str)
    sieved = Signal()
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin with an empty list."""
        super().__init__()
        self._theme = theme
        self._title, self.count = ElidedLabel(), ElidedLabel()
        self.filter = _FilterBox()
        self.kind = _box("Kind of source", theme)
        self.language = _box("Language", theme)
        self.record = _box("What is on record", theme)
        self.rows = SourceRows(theme)
        self._line, self._edge = hairline(theme), QWidget()
        self.setFixedWidth(WIDTH)
        for box, choices in ((self.kind, KINDS), (self.record, RECORD)):
            for value, words in choices:
                box.addItem(words, value)
        self.show_languages(())
        self._lay_out()
        self.filter.textChanged.connect(self.sieved)
        self.filter.entered.connect(self._enter_list)
        for box in (self.kind, self.language, self.record):
            box.activated.connect(self._ask)
        self.rows.chosen.connect(self.chosen)
        self.rows.entered.connect(self.entered)
        self._dress()

    @property
    def stops(self) -> list[QWidget]:
        """Give what the keyboard stops at, in reading order."""
        return [self.filter, self.kind, self.language, self.record, self.rows]

    @property
    def sieve(self) -> SourceSieve:
        """Give what is asked for."""
        return SourceSieve(
            self.filter.text(),
            str(self.kind.currentData()),
            str(self.language.currentData()),
            str(self.record.currentData()),
        )

    def clear(self) -> None:
        """Ask for all sources; nothing is told of it."""
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        for box in (self.kind, self.language, self.record):
            box.setCurrentIndex(0)

    def show_languages(self, names: Sequence[str]) -> None:
        """Offer languages; the one chosen stays, if it is among them."""
        chosen = self.language.currentData()
        self.language.clear()
        self.language.addItem(ANY_LANGUAGE, "")
        for name in names:
            self.language.addItem(name, name)
        self.language.setCurrentIndex(max(self.language.findData(chosen), 0))

    def show_rows(self, rows: Sequence[SourceRow], standing: str, key: str) -> None:
        """Show the rows that pass, and say how many they are."""
        self.count.setText(standing if rows else NOTHING_FOUND)
        self.count.setToolTip("" if rows else NOTHING_FOUND)
        self.rows.show_rows(rows, key)

    def show_fault(self, words: str) -> None:
        """Show no row, and why there is none."""
        self.count.setText(words)
        self.count.setToolTip(words)
        self.rows.show_rows((), "")

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        for part in (self.kind, self.language, self.record, self.rows):
            part.set_theme(theme)
        self._dress()

    def _lay_out(self) -> None:
        self._title.setText("Sources")
        self._title.setFont(font(TITLE_PX, BOLD))
        self.count.setFont(font(SMALL_PX))
        mark(self.count, "quiet")
        boxes = QHBoxLayout()
        boxes.setSpacing(6)
        boxes.addWidget(self.kind, 1)
        boxes.addWidget(self.language, 1)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 12, 8)
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addWidget(self.count)
        head.addWidget(self.filter)
        head.addLayout(boxes)
        head.addWidget(self.record)
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._line)
        rows.addWidget(self.rows, 1)
        self._edge.setFixedWidth(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(rows, 1)
        whole.addWidget(self._edge)

    def _ask(self, _index: object = None) -> None:
        self.sieved.emit()

    def _enter_list(self) -> None:
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.rows.rows and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.rows.model().index(0, 0))

    def _dress(self) -> None:
        set_ground(self, self._theme.card)
        set_ground(self._line, self._theme.line)
        set_ground(self._edge, self._theme.line)


class _FilterBox(QLineEdit):
    """Takes the words that a source must hold; `entered` leads on to the list."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Filter: title, publisher, id, address")
        self.setAccessibleName("Filter sources")
        self.setAccessibleDescription("Words that a source must hold; the arrow down goes on")
        self.setFont(lettered(CLOSE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the list with the arrow down or Enter, and clear with Esc."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _box(name: str, theme: Theme) -> ChoiceBox:
    made = ChoiceBox(theme)
    made.setFont(lettered(CLOSE))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(9)
    return made
