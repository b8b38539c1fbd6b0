"""Asks for the name of a scenario."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.style import Theme
from explorer.ui.theme import mark
from explorer.ui.widgets.text import aside, title

_LONGEST = 120
_NEAR = 30  # characters left, from which on the limit is said


class NameDialog(QDialog):
    """Asks for a name and, if the user likes, a note. `named` carries both when they go ahead."""

    named = Signal(str, str)

    def __init__(
        self,
        heading: str,
        name: str,
        note: str,
        taken: tuple[str, ...],
        theme: Theme,
        parent: QWidget | None,
    ) -> None:
        """Propose a name and a note; `taken` are the names of the other scenarios."""
        super().__init__(parent)
        self._taken = taken
        self.setWindowTitle(heading)
        self.name = QLineEdit(name)
        self.name.setMaxLength(_LONGEST)
        self.name.setAccessibleName("Name of the scenario")
        self.name.setMinimumWidth(380)
        self.note = QPlainTextEdit(note)
        self.note.setAccessibleName("Note on the scenario")
        self.note.setPlaceholderText("What it assumes, and why (may stay empty)")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(72)
        self.hint = aside("", theme)
        self.save = QPushButton("&Save")
        mark(self.save, "primary")
        self.save.clicked.connect(self._go)
        self.name.textChanged.connect(self._check)
        self._lay_out(heading, theme)
        self._check(name)
        self.name.setFocus()
        self.name.selectAll()

    def _lay_out(self, heading: str, theme: Theme) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("&Name", self.name)
        form.addRow("N&ote", self.note)
        buttons = QDialogButtonBox()
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setAccessibleName("Cancel")
        buttons.rejected.connect(self.reject)
        room = QVBoxLayout(self)
        room.setSpacing(10)
        room.addWidget(title(heading, theme))
        room.addLayout(form)
        room.addWidget(self.hint)
        room.addWidget(buttons)
        self.save.setDefault(True)

    def _check(self, text: str) -> None:
        name = text.strip()
        self.save.setEnabled(bool(name))
        left = _LONGEST - len(text)
        if not name:
            self.hint.setText("A scenario needs a name.")
        elif name in self._taken:
            self.hint.setText(
                "You have a scenario of this name; this one will be told apart by “(copy)”."
            )
        elif left <= _NEAR:
            room = f"{left} left" if left else "no more fit"
            self.hint.setText(f"A name has {_LONGEST} characters at most: {room}.")
        else:
            self.hint.setText("It is kept with your work, on this computer.")

    def _go(self) -> None:
        name = self.name.text().strip()
        if name:
            self.accept()
            self.named.emit(name, self.note.toPlainText().strip())
