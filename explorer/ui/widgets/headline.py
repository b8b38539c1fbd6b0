"""Title, judgement and confidence above the grid."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from explorer.ui.theme import REGULAR, SEMIBOLD, SMALL_PX, TEXT_PX, font, mark

_SIDE_BY_SIDE = 900
_READING_WIDTH = 860


class Headline(QWidget):
    """The pair's headline, the judgement and, in a sentence of its own, the confidence."""

    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty, with the judgement in sight."""
        super().__init__(parent)
        self._headline = _label("", TEXT_PX + 2, SEMIBOLD, "title")
        self._judgement = _label("", TEXT_PX, REGULAR, "title")
        self._confidence = _label("", SMALL_PX, REGULAR, "mute")
        self._fold = QToolButton()
        mark(self._fold, "link")
        self._fold.clicked.connect(lambda: self._set_folded(not self._is_folded))
        for label in (self._judgement, self._confidence):
            label.setMaximumWidth(_READING_WIDTH)
        self._is_folded = False
        self._texts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._texts.setSpacing(5)
        self._texts.addWidget(self._judgement, 5)
        self._texts.addWidget(self._confidence, 3)
        top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(8)
        top.addWidget(self._headline, 1)
        top.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(3)
        outer.addLayout(top)
        outer.addLayout(self._texts)
        self._set_folded(folded=False)

    @property
    def is_folded(self) -> bool:
        """Say whether the judgement is folded away."""
        return self._is_folded

    def show_texts(self, headline: str, judgement: str, confidence: str) -> None:
        """Show the three texts; with none the widget hides."""
        self._headline.setText(headline)
        self._judgement.setText(judgement)
        self._confidence.setText(confidence)
        self._fold.setVisible(bool(judgement or confidence))
        self.setVisible(bool(headline or judgement))

    def fold(self, *, folded: bool) -> None:
        """Fold the judgement away, or bring it back."""
        if folded != self._is_folded:
            self._set_folded(folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the confidence beside the judgement where both have a good measure of line."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._texts.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._texts.setSpacing(28 if wide else 5)

    def _set_folded(self, folded: bool) -> None:  # noqa: FBT001 - a setter takes a lone truth
        self._is_folded = folded
        self._judgement.setVisible(not folded)
        self._confidence.setVisible(not folded)
        self._fold.setText("Show judgement" if folded else "Hide")
        self._fold.setAccessibleName("Show the judgement" if folded else "Hide the judgement")
        self.folded.emit(folded)


def _label(text: str, size_px: int, weight: QFont.Weight, kind: str) -> QLabel:
    """Make a label of plain text that wraps and can be copied."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(size_px, weight))
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    mark(label, kind)
    return label
