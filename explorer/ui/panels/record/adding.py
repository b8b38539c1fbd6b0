"""The place to add a forecast: a likelihood in per cent with its word, how sure, and why."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.record_forms import CONFIDENCE_CHOICES, certainty_words
from explorer.pages.record_words import likelihood_hint, read_percent
from explorer.style import Theme
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.lettering import BODY, CLOSE, font, set_ink
from explorer.ui.widgets.text import Text, aside, fixed

_WIDTH, _LINES = 64, 58


class AddForecast(QWidget):
    """Asks for a forecast; `added` carries what was typed: likelihood, confidence, reason.

    What is typed for one question is kept while the user looks at another.
    """

    added = Signal(str, str, str)

    def __init__(self, theme: Theme) -> None:
        """Begin blank."""
        super().__init__()
        self._theme = theme
        self._key = ""
        self._drafts: dict[str, tuple[str, str, str]] = {}
        self.percent = QLineEdit()
        self.percent.setFont(font(BODY))
        self.percent.setFixedWidth(_WIDTH)
        self.percent.setMaxLength(8)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.percent.setAccessibleName("Likelihood of a yes, in per cent")
        self.word = fixed(Text("", font(BODY), theme.mute))
        self.confidence = ChoiceBox(theme)
        self.confidence.setFont(font(CLOSE))
        self.confidence.setAccessibleName("How sure you are of it")
        for choice in CONFIDENCE_CHOICES:
            words = f"Confidence: {choice.label.lower()}"
            self.confidence.addItem(words, choice.key)
        self.reason = _Reason()
        self.button = QPushButton("Add the forecast")
        self.button.setAccessibleName(self.button.text())
        self.warning = aside("", theme)
        self._labels = (fixed(Text("%", font(BODY), theme.ink)),)
        self._lay_out()
        self.percent.textChanged.connect(self._show_word)
        self.percent.returnPressed.connect(self._add)
        self.button.clicked.connect(self._add)
        self._show_word()

    def show_question(self, key: str) -> None:
        """Show what was typed for a question, or nothing."""
        if key == self._key:
            return
        self._drafts[self._key] = self._typed()
        self._key = key
        self._show(self._drafts.get(key, ("", "", "")))

    def clear(self) -> None:
        """Begin anew once the forecast is kept."""
        self._drafts.pop(self._key, None)
        self._show(("", "", ""))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.confidence.set_theme(theme)
        for label in self._labels:
            set_ink(label, theme.ink)
        self._show_word()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.percent)
        for label in (*self._labels, self.word):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._labels[0])
        row.addWidget(self.word)
        row.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.confidence)
        foot.addWidget(self.button)
        foot.addStretch(1)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(6)
        room.addLayout(row)
        room.addWidget(self.warning)
        room.addWidget(self.reason)
        room.addLayout(foot)

    def _typed(self) -> tuple[str, str, str]:
        confidence = str(self.confidence.currentData() or "")
        return self.percent.text(), confidence, self.reason.toPlainText()

    def _show(self, typed: tuple[str, str, str]) -> None:
        percent, confidence, reason = typed
        self.percent.setText(percent)
        self.confidence.setCurrentIndex(max(self.confidence.findData(confidence), 0))
        self.reason.setPlainText(reason)

    def _show_word(self) -> None:
        text = self.percent.text()
        is_wrong = bool(text.strip()) and read_percent(text) is None
        self.word.setText(likelihood_hint(text))
        set_ink(self.word, self._theme.hold if is_wrong else self._theme.mute)
        self.percent.setAccessibleDescription(likelihood_hint(text))
        warning = certainty_words(text)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        set_ink(self.warning, self._theme.hold)
        self.button.setEnabled(read_percent(text) is not None)

    def _add(self) -> None:
        if self.button.isEnabled():
            self.added.emit(*self._typed())


class _Reason(QPlainTextEdit):
    """A few lines of why."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font(BODY))
        self.setTabChangesFocus(True)
        self.setPlaceholderText("Why? What would make you change your mind?")
        self.setAccessibleName("Why you think so")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for three lines."""
        return QSize(200, _LINES)

    def minimumSizeHint(self) -> QSize:
        """Accept no less."""
        return QSize(60, _LINES)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Leave Esc to the panel around."""
        if e.key() == Qt.Key.Key_Escape:
            e.ignore()
            return
        super().keyPressEvent(e)
