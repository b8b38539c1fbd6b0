"""Plain text that wraps, can be selected with the mouse, and never reads its text as markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import (
    BODY,
    SMALL,
    TITLE,
    capitals,
    font,
    set_ground,
    set_ink,
)


class Text(QLabel):
    """A label for words of packs and users.

    Selecting costs a text engine for each label, so it is switched on only when the pointer comes:
    a panel of a hundred labels opens twice as fast.
    """

    def __init__(self, words: str, letters: QFont, colour: str) -> None:
        """Make a label."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(letters)
        set_ink(self, colour)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(words)

    def heightForWidth(self, arg__1: int) -> int:
        """Give the height at a width, or at the widest that the words may be.

        A layout asks for more than it then gives: it would count too few lines, and cut what
        stands below.
        """
        return super().heightForWidth(min(arg__1, self.maximumWidth()))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the words be selected from now on."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().enterEvent(event)

    def contextMenuEvent(self, ev: QContextMenuEvent) -> None:
        """Offer to copy, also before the pointer was seen to come."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().contextMenuEvent(ev)


def title(words: str, theme: Theme) -> Text:
    """Give the title of a panel."""
    return Text(words, font(TITLE, SEMIBOLD), theme.ink)


def heading(words: str, theme: Theme) -> Text:
    """Give a heading in capitals."""
    return Text(words, capitals(), theme.mute)


def body(words: str, theme: Theme) -> Text:
    """Give running text."""
    return Text(words, font(BODY), theme.ink)


def strong(words: str, theme: Theme) -> Text:
    """Give running text that stands out."""
    return Text(words, font(BODY, SEMIBOLD), theme.ink)


def aside(words: str, theme: Theme) -> Text:
    """Give small quiet text."""
    return Text(words, font(SMALL), theme.mute)


def fixed(label: Text, width: int | None = None) -> Text:
    """Make a label as wide as its words (or as `width`), for use beside others on a line."""
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    if width is not None:
        label.setFixedWidth(width)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label


def hairline(theme: Theme, parent: QWidget | None = None) -> QWidget:
    """Give a thin line across."""
    line = QWidget(parent)
    line.setFixedHeight(1)
    set_ground(line, theme.line)
    return line
