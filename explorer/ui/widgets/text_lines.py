"""Text broken into lines that fit, remembered, so that painting a grid again costs little."""

import re
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText

from explorer.ui.theme import REGULAR, font

_BREAKS = re.compile(r"[ \t\r\n]+")


@cache
def metrics(size_px: int, weight: QFont.Weight = REGULAR) -> QFontMetricsF:
    """Give the measures of the window's typeface in a size and weight."""
    return QFontMetricsF(font(size_px, weight))


@lru_cache(maxsize=8192)
def text_width(text: str, size_px: int, weight: QFont.Weight = REGULAR) -> float:
    """Give the width of a text in pixels."""
    return metrics(size_px, weight).horizontalAdvance(text)


@lru_cache(maxsize=8192)
def elided(text: str, size_px: int, width: int, weight: QFont.Weight = REGULAR) -> str:
    """Give the text, cut short with an ellipsis where it is wider than `width` pixels."""
    if text_width(text, size_px, weight) <= width:
        return text
    return metrics(size_px, weight).elidedText(text, Qt.TextElideMode.ElideRight, width)


def write(
    painter: QPainter,
    rect: QRect,
    text: str,
    ink: str,
    size_px: int,
    weight: QFont.Weight = REGULAR,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write a line of text in the middle of the height of `rect`, cut short where it must be."""
    shown = elided(text, size_px, rect.width(), weight)
    x, width = float(rect.left()), text_width(shown, size_px, weight)
    if align is Qt.AlignmentFlag.AlignHCenter:
        x += (rect.width() - width) / 2
    elif align is Qt.AlignmentFlag.AlignRight:
        x += rect.width() - width
    y = rect.top() + round((rect.height() - metrics(size_px, weight).height()) / 2)
    painter.setFont(font(size_px, weight))
    painter.setPen(_colour(ink))
    painter.drawStaticText(QPointF(x, y), _shaped(shown, size_px, weight))


@cache
def _colour(name: str) -> QColor:
    return QColor(name)


@lru_cache(maxsize=4096)
def _shaped(text: str, size_px: int, weight: QFont.Weight) -> QStaticText:
    """Choose and place the glyphs of a line once, since that takes longer than to paint them."""
    # A text keeps the glyphs of the font it was painted with, so each font has its own.
    del size_px, weight
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


@lru_cache(maxsize=8192)
def text_lines(
    text: str, size_px: int, width: int, most: int, weight: QFont.Weight = REGULAR
) -> tuple[str, ...]:
    """Break a text at spaces into at most `most` lines of `width` pixels; the last is elided.

    A space that does not break, as before a sign of per cent, holds its words together.
    """
    words = [word for word in _BREAKS.split(text) if word]
    lines: list[str] = []
    while words and len(lines) < most - 1:
        taken = _words_that_fit(words, size_px, width, weight)
        lines.append(elided(" ".join(words[:taken]), size_px, width, weight))
        words = words[taken:]
    if words:
        lines.append(elided(" ".join(words), size_px, width, weight))
    return tuple(lines)


@lru_cache(maxsize=8192)
def all_lines(
    text: str, size_px: int, width: int, weight: QFont.Weight = REGULAR
) -> tuple[str, ...]:
    """Break a text at spaces into as many lines of `width` pixels as it takes.

    Each word is measured by itself and once, which makes a page of texts ten times as quick to
    break as with `text_lines`. What lies between words of one typeface is a plain space.
    """
    space = text_width(" ", size_px, weight)
    lines: list[str] = []
    line: list[str] = []
    used = 0.0
    for word in _BREAKS.split(text):
        wide = text_width(word, size_px, weight)
        if line and used + space + wide > width:
            lines.append(" ".join(line))
            line, used = [], 0.0
        used += wide + (space if line else 0.0)
        line.append(word)
    return (*lines, " ".join(line))


def _words_that_fit(words: list[str], size_px: int, width: int, weight: QFont.Weight) -> int:
    """Say how many of the words go on one line; one at least."""
    measure = metrics(size_px, weight).horizontalAdvance
    taken = 1
    while taken < len(words) and measure(" ".join(words[: taken + 1])) <= width:
        taken += 1
    return taken
