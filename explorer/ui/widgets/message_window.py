"""A window that shows a long message: readable, scrollable, and there to be copied."""

from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.ui.theme import BOLD, TITLE_PX, font, mark


class MessageWindow(QDialog):
    """Says what happened and what to do, with the whole text below."""

    def __init__(self, title: str, words: str, text: str, parent: QWidget | None = None) -> None:
        """Show a title, a sentence or two, and the text in full."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(760, 460)
        heading = QLabel(title)
        heading.setFont(font(TITLE_PX, BOLD))
        heading.setWordWrap(True)
        said = QLabel(words)
        said.setWordWrap(True)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.text.setAccessibleName("Full text")
        self.copy = QPushButton("Copy")
        self.copy.clicked.connect(self._copy)
        close = QPushButton("Close")
        mark(close, "primary")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(10)
        rows.addWidget(heading)
        if words != text:
            rows.addWidget(said)
        rows.addWidget(self.text, 1)
        rows.addLayout(buttons)
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText("Copied")
