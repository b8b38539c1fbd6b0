"""The head of the view Changes: the two dates, what is wrong with them, and what to take away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.changes_dates import TYPED, DateChoice
from explorer.style import Theme
from explorer.ui.panels.changes.body import SIDE
from explorer.ui.theme import BOLD, SMALL_PX, TITLE_PX, font, mark
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.lettering import CLOSE, set_ground, set_ink
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import Text, fixed
from explorer.ui.widgets.typed_field import TypedField

_FIELD = 100
_WIDEST = 300


class DatePicker(QWidget):
    """A field of choices for a date and a field to type one in.

    `chosen` carries the key of a choice, `typed` what was typed.
    """

    chosen = Signal(str)
    typed = Signal(str)

    def __init__(self, name: str, theme: Theme) -> None:
        """Begin without choices; `name` says which date it is."""
        super().__init__()
        self._label = fixed(Text(name, font(CLOSE), theme.mute))
        self.box = ChoiceBox(theme)
        self.box.setAccessibleName(f"{name}: choose a date")
        self.box.setMaximumWidth(_WIDEST)
        self.field = TypedField(f"{name}: type a date", theme, _FIELD)
        self.field.setToolTip("Type a day, such as 6 Nov 2025 or 2025-11-06")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.box, 1)
        row.addWidget(self.field)
        self.setMaximumWidth(self._label.sizeHint().width() + _WIDEST + _FIELD + 14)
        self.box.activated.connect(self._choose)
        self.field.entered.connect(self.typed)

    def show_choices(self, choices: Sequence[DateChoice], key: str, day: str) -> None:
        """Offer choices, mark the one in force, and show its day; a day typed is one more."""
        self.box.clear()
        for choice in choices:
            if choice.is_heading:
                self.box.add_heading(choice.label)
                continue
            self.box.addItem(choice.label, choice.key)
            if choice.day is None:
                _disable(self.box, self.box.count() - 1)
        if key == TYPED:
            self.box.addItem("The day typed", TYPED)
        self.box.setCurrentIndex(self.box.findData(key))
        self.box.setToolTip(self.box.currentText())
        self.field.show_text(day)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        set_ink(self._label, theme.mute)
        self.box.set_theme(theme)
        self.field.set_theme(theme)

    def _choose(self, at: int) -> None:
        key = self.box.itemData(at)
        if isinstance(key, str):
            self.chosen.emit(key)


class ChangesHead(QWidget):
    """Title, the two dates, a message where they do not do, and the ways to take a page away."""

    def __init__(self, theme: Theme) -> None:
        """Begin without dates."""
        super().__init__()
        self._title, self._subtitle = ElidedLabel(), ElidedLabel()
        self.since, self.until = DatePicker("Since", theme), DatePicker("until", theme)
        self.message = Text("", font(CLOSE), theme.hold)
        self.message.setAccessibleName("Message about the dates")
        self.copy_link = LinkButton("Copy as text", theme)
        self.table_link = LinkButton("Table", theme)
        self.csv_link = LinkButton("Save as CSV…", theme)
        self._lay_out()
        self._dress(theme)

    @property
    def links(self) -> tuple[LinkButton, ...]:
        """Give the ways to take a page away."""
        return (self.copy_link, self.table_link, self.csv_link)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Give where Tab stops, the dates first."""
        dates = (self.since.box, self.since.field, self.until.box, self.until.field)
        return (*dates, *self.links)

    def show_titles(self, title: str, subtitle: str) -> None:
        """Say what is compared."""
        self._title.show_text(title)
        self._subtitle.show_text(subtitle)

    def show_message(self, words: str) -> None:
        """Say what is wrong with the dates, or nothing."""
        self.message.setText(f"△ {words}" if words else "")
        self.message.setVisible(bool(words))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        for part in (self.since, self.until, *self.links):
            part.set_theme(theme)
        self._dress(theme)

    def _lay_out(self) -> None:
        self._title.setFont(font(TITLE_PX, BOLD))
        self._subtitle.setFont(font(SMALL_PX))
        mark(self._subtitle, "subtitle")
        self.show_titles("What changed", "")
        self.message.hide()
        dates = QHBoxLayout()
        dates.setSpacing(14)
        dates.addWidget(self.since, 3)
        dates.addWidget(self.until, 3)
        dates.addStretch(0)
        titles = QVBoxLayout()
        titles.setSpacing(1)
        titles.addWidget(self._title)
        titles.addWidget(self._subtitle)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addLayout(titles, 1)
        for link in self.links:
            top.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SIDE, 10, SIDE, 8)
        rows.setSpacing(1)
        rows.addLayout(top)
        rows.addSpacing(6)
        rows.addLayout(dates)
        rows.addWidget(self.message)

    def _dress(self, theme: Theme) -> None:
        set_ground(self, theme.card)
        set_ink(self.message, theme.hold)


def _disable(box: ChoiceBox, at: int) -> None:
    """Let a choice be read but not chosen; its words say why."""
    model = box.model()
    if isinstance(model, QStandardItemModel):
        model.item(at).setEnabled(False)
