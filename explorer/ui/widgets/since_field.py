"""A field that asks since which day a brief tells what changed, or not at all."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from explorer.pages.changes_dates import TYPED, DateChoice, parse_day, span_of
from explorer.style import Theme
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.text import aside

NONE = "Nothing"
TYPE_ONE = "Another date…"
_FIELD = 110


class SinceField(QWidget):
    """Choices of an earlier day, and a line to type one. `changed` comes when the answer may be.

    `day` is the day chosen; `None` where nothing was asked for, or where `fault` says what is
    wrong with what was typed.
    """

    changed = Signal()

    def __init__(self, choices: Sequence[DateChoice], until: date, theme: Theme) -> None:
        """Offer days before `until`; nothing is chosen at first."""
        super().__init__()
        self._until = until
        self._days = {each.key: each.day for each in choices if not each.is_heading}
        self.box = ChoiceBox(theme)
        self.box.setAccessibleName("What changed since")
        self.box.addItem(NONE, "")
        for choice in choices:
            self._offer(choice)
        self.box.addItem(TYPE_ONE, TYPED)
        self.line = QLineEdit()
        self.line.setAccessibleName("Day since which changes are told")
        self.line.setPlaceholderText("6 Nov 2025")
        self.line.setFixedWidth(_FIELD)
        self.line.hide()
        self._aside = aside("", theme)
        self._aside.hide()
        row = QHBoxLayout()
        row.addWidget(self.box, 1)
        row.addWidget(self.line)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(4)
        room.addLayout(row)
        room.addWidget(self._aside)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(self._follow)
        self.line.textChanged.connect(self._follow)

    @property
    def day(self) -> date | None:
        """Give the day asked for."""
        return self._read()[0]

    @property
    def fault(self) -> str:
        """Say what is wrong with the day typed; blank where nothing is."""
        return self._read()[1]

    def _read(self) -> tuple[date | None, str]:
        key = str(self.box.currentData() or "")
        if key != TYPED:
            return self._days.get(key), ""
        try:
            day = parse_day(self.line.text())
        except ValueError as error:
            return None, str(error)
        fault = span_of(day, self._until, self._until).fault
        return (None, fault) if fault else (day, "")

    def _offer(self, choice: DateChoice) -> None:
        """Add a choice; one that cannot be chosen is there to read, since it says why."""
        if choice.is_heading:
            self.box.add_heading(choice.label)
            return
        self.box.addItem(choice.label, choice.key)
        model = self.box.model()
        if choice.day is None and isinstance(model, QStandardItemModel):
            model.item(self.box.count() - 1).setEnabled(False)

    def _follow(self) -> None:
        is_typed = self.box.currentData() == TYPED
        self.line.setVisible(is_typed)
        fault = self.fault if self.line.text().strip() else ""
        self._aside.setText(fault)
        self._aside.setVisible(bool(fault))
        self.changed.emit()
