"""The form for an item of evidence of one's own, with what is wrong said under each field."""

from collections.abc import Mapping
from dataclasses import fields

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.evidence_filters import Choice
from explorer.pages.own_evidence import LABELS, Draft, FormChoices
from explorer.style import Theme
from explorer.ui.theme import mark
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.lettering import CLOSE, font
from explorer.ui.widgets.text import Text, aside
from explorer.ui.widgets.wrap_row import WrapRow

_HINTS = {
    "date": "2025, 2025-11 or 2025-11-06",
    "quantity": "as printed; may stay blank",
    "unit": "such as million USD",
    "note": "a limit or a remark; may stay blank",
    "source_ids": "ids such as S001; may stay blank",
    "source_title": "where you have it from",
    "source_date": "2025, 2025-11 or 2025-11-06",
    "source_url": "https://…",
}
_LONG = ("claim", "note")
_LEFT = 170


class EvidenceForm(QDialog):
    """Asks for an item. `drafted` carries the Draft when the user wants to keep it.

    The form stays open until `accept` is called: faults are shown by `show_faults`.
    """

    drafted = Signal(object)

    def __init__(
        self, heading: str, draft: Draft, choices: FormChoices, theme: Theme, parent: QWidget
    ) -> None:
        """Show a draft."""
        super().__init__(parent)
        self.setObjectName("own evidence")
        self.setWindowTitle(heading)
        self._theme = theme
        self.inputs: dict[str, QWidget] = {}
        self.states: dict[str, QCheckBox] = {}
        self.faults: dict[str, Text] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _LEFT)
        self._grid.setColumnStretch(1, 1)
        self.summary = Text("", font(CLOSE), theme.hold)
        self._fill(draft, choices)
        self._lay_out()
        self.resize(640, min(720, max(parent.window().height() - 40, 360)))

    @property
    def draft(self) -> Draft:
        """Give what stands in the form."""
        return Draft(**{each.name: self._value(each.name) for each in fields(Draft)})

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say under each field what is wrong with it, and go to the first of them."""
        for name, label in self.faults.items():
            label.setText(faults.get(name, ""))
            label.setVisible(name in faults)
            self.inputs[name].setAccessibleDescription(faults.get(name, ""))
        count = len(faults)
        noun = "field needs" if count == 1 else "fields need"
        self.summary.setText(
            f"{count} {noun} a change; the item is not kept yet." if count else ""
        )
        self.summary.setVisible(bool(count))
        first = next((name for name in self.faults if name in faults), None)
        if first is not None:
            self.inputs[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, draft: Draft, choices: FormChoices) -> None:
        for each in fields(Draft):
            name, value = each.name, str(getattr(draft, each.name))
            if name == "states":
                self._add(name, self._state_boxes(choices.states, value))
            elif name in choices.lists:
                self._add(name, self._list(choices.lists[name], value))
            elif name in _LONG:
                text = QPlainTextEdit(value)
                text.setTabChangesFocus(True)
                text.setFixedHeight(62)
                text.setPlaceholderText(_HINTS.get(name, ""))
                self._add(name, text)
            else:
                line = QLineEdit(value)
                line.setPlaceholderText(_HINTS.get(name, ""))
                self._add(name, line)

    def _add(self, name: str, widget: QWidget) -> None:
        row = 2 * self._grid.rowCount()
        label = Text(LABELS[name], font(CLOSE), self._theme.mute)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 6, 0, 0)
        widget.setAccessibleName(LABELS[name])
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(widget, row, 1)
        fault = Text("", font(CLOSE), self._theme.hold)
        fault.hide()
        self._grid.addWidget(fault, row + 1, 1)
        self.inputs[name], self.faults[name] = widget, fault

    def _state_boxes(self, choices: tuple[Choice, ...], value: str) -> QWidget:
        whole = QWidget()
        row = WrapRow(whole, across=12, down=4)
        for choice in choices:
            box = QCheckBox(choice.label)
            box.setChecked(choice.key in value.split())
            row.addWidget(box)
            self.states[choice.key] = box
        whole.setFocusProxy(next(iter(self.states.values())))
        return whole

    def _list(self, choices: tuple[Choice, ...], value: str) -> ChoiceBox:
        box = ChoiceBox(self._theme)
        box.addItem("Choose…", "")
        for choice in choices:
            box.addItem(choice.label, choice.key)
        box.setCurrentIndex(max(box.findData(value), 0))
        return box

    def _lay_out(self) -> None:
        inner = QWidget()
        room = QVBoxLayout(inner)
        room.setContentsMargins(0, 0, 12, 0)
        room.addLayout(self._grid)
        room.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        for clear in (inner, scroll.viewport()):
            clear.setAutoFillBackground(False)
        buttons = QDialogButtonBox()
        keep = buttons.addButton("&Keep the item", QDialogButtonBox.ButtonRole.AcceptRole)
        mark(keep, "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 14, 18, 14)
        rows.setSpacing(8)
        words = "Your own item stands in this view only: no rating and no forecast counts it."
        rows.addWidget(aside(words, self._theme))
        rows.addWidget(scroll, 1)
        rows.addWidget(self.summary)
        rows.addWidget(buttons)
        self.summary.hide()

    def _keep(self) -> None:
        self.drafted.emit(self.draft)

    def _value(self, name: str) -> str:
        if name == "states":
            return " ".join(key for key, box in self.states.items() if box.isChecked())
        match self.inputs[name]:
            case ChoiceBox() as box:
                return str(box.currentData() or "")
            case QPlainTextEdit() as text:
                return text.toPlainText()
            case QLineEdit() as line:
                return line.text()
            case _:
                return ""
