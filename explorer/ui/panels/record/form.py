"""A form of the record, with what is wrong said under each field."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.record_forms import Field, Form
from explorer.style import Theme
from explorer.ui.theme import mark
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.lettering import CLOSE, font
from explorer.ui.widgets.text import Text, aside
from explorer.ui.widgets.wrap_row import WrapRow

_LEFT = 150
_TEXT_HEIGHT = 64


class RecordForm(QDialog):
    """Asks for the fields of a Form; `kept` carries their values by name.

    The form stays open until `accept` is called: faults are shown by `show_faults`.
    """

    kept = Signal(object)

    def __init__(self, form: Form, theme: Theme, parent: QWidget) -> None:
        """Show a form."""
        super().__init__(parent)
        self.setObjectName("record form")
        self.setWindowTitle(form.title)
        self._theme = theme
        self.inputs: dict[str, QWidget] = {}
        self.faults: dict[str, Text] = {}
        self._boxes: dict[str, dict[str, QCheckBox]] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _LEFT)
        self._grid.setColumnStretch(1, 1)
        for place, each in enumerate(form.fields):
            self._add(2 * place, each)
        buttons = QDialogButtonBox()
        keep = buttons.addButton(form.button, QDialogButtonBox.ButtonRole.AcceptRole)
        mark(keep, "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 14, 18, 14)
        rows.setSpacing(10)
        rows.addWidget(aside(form.aside, theme))
        rows.addLayout(self._grid)
        rows.addStretch(1)
        rows.addWidget(buttons)
        self.resize(580, self.sizeHint().height())

    @property
    def values(self) -> Mapping[str, str]:
        """Give what stands in the form."""
        return {name: self._value(name) for name in self.inputs}

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say under each field what is wrong with it, and go to the first of them."""
        for name, label in self.faults.items():
            label.setText(faults.get(name, ""))
            label.setVisible(name in faults)
            self.inputs[name].setAccessibleDescription(faults.get(name, ""))
        first = next((name for name in self.inputs if name in faults), None)
        if first is not None:
            self.inputs[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, row: int, each: Field) -> None:
        label = Text(each.label, font(CLOSE), self._theme.mute)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 6, 0, 0)
        widget = self._input(each)
        widget.setAccessibleName(each.label)
        fault = Text("", font(CLOSE), self._theme.hold)
        fault.hide()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(widget, row, 1)
        self._grid.addWidget(fault, row + 1, 1)
        self.inputs[each.name], self.faults[each.name] = widget, fault

    def _input(self, each: Field) -> QWidget:
        match each.kind:
            case "text":
                text = QPlainTextEdit(each.value)
                text.setTabChangesFocus(True)
                text.setFixedHeight(_TEXT_HEIGHT)
                text.setPlaceholderText(each.hint)
                return text
            case "choice":
                box = ChoiceBox(self._theme)
                box.addItem("Choose…" if all(x.key for x in each.choices) else "", "")
                for choice in each.choices:
                    box.addItem(choice.label, choice.key)
                box.setCurrentIndex(max(box.findData(each.value), 0))
                return box
            case "states":
                return self._states(each)
            case _:
                line = QLineEdit(each.value)
                line.setPlaceholderText(each.hint)
                return line

    def _states(self, each: Field) -> QWidget:
        whole = QWidget()
        row = WrapRow(whole, across=12, down=4)
        boxes: dict[str, QCheckBox] = {}
        for choice in each.choices:
            box = QCheckBox(choice.label)
            box.setChecked(choice.key in each.value.split())
            row.addWidget(box)
            boxes[choice.key] = box
        whole.setFocusProxy(next(iter(boxes.values())))
        self._boxes[each.name] = boxes
        return whole

    def _keep(self) -> None:
        self.kept.emit(self.values)

    def _value(self, name: str) -> str:
        if name in self._boxes:
            return " ".join(key for key, box in self._boxes[name].items() if box.isChecked())
        match self.inputs[name]:
            case ChoiceBox() as box:
                return str(box.currentData() or "")
            case QPlainTextEdit() as text:
                return text.toPlainText()
            case QLineEdit() as line:
                return line.text()
            case _:
                return ""
