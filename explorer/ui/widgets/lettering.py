"""Type and colour of the words in panels: a few sizes of one typeface, and inks from the theme."""

from functools import cache

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QWidget

from explorer.ui.theme import BOLD, REGULAR
from explorer.ui.theme import font as themed

TITLE = 15
BODY = 13
CLOSE = 12
SMALL = 11
HEADING = 10


@cache
def font(size_px: int, weight: QFont.Weight = REGULAR) -> QFont:
    """Give the window's typeface, one object for each size and weight; nobody changes it."""
    return themed(size_px, weight)


@cache
def capitals(size_px: int = HEADING) -> QFont:
    """Give the letters of headings: small, bold, set apart, in capitals."""
    made = themed(size_px, BOLD)
    made.setCapitalization(QFont.Capitalization.AllUppercase)
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
    return made


@cache
def _ink(colour: str) -> QPalette:
    palette = QPalette()
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor(colour))
    return palette


def set_ink(widget: QWidget, colour: str) -> None:
    """Colour a widget's text."""
    widget.setPalette(_ink(colour))


@cache
def _ground(colour: str) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(colour))
    return palette


def set_ground(widget: QWidget, colour: str) -> None:
    """Fill a widget with a colour."""
    widget.setAutoFillBackground(True)
    widget.setPalette(_ground(colour))


def width_of(text: str, letters: QFont) -> int:
    """Give the width of a line of text, in pixels."""
    return QFontMetrics(letters).horizontalAdvance(text)
