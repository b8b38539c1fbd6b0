"""A chart as a picture for the clipboard: title, drawing and source together."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from explorer.pages.charts import Caption
from explorer.pages.rivals import rivals_sentence
from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL, font

_MARGIN = 12
SHARPNESS = 3.0
_CHILDREN = QWidget.RenderFlag.DrawChildren
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def picture_of(canvas: QWidget, caption: Caption, theme: Theme) -> QImage:
    """Draw a chart as it stands on the screen, three pixels for one, with its words round it."""
    words = [
        (caption.title, font(CLOSE, SEMIBOLD), theme.ink),
        (caption.unit, font(SMALL), theme.mute),
    ]
    cautions = [f"{each.mark}: {each.words}" for each in caption.cautions]
    others = rivals_sentence(caption.rivals)
    said = (caption.compared, *cautions, caption.source, caption.caveat, others)
    foot = [(each, font(SMALL), theme.mute) for each in said]
    width = canvas.width()
    above = [(*part, _height(part[0], part[1], width)) for part in words if part[0]]
    below = [(*part, _height(part[0], part[1], width)) for part in foot if part[0]]
    height = canvas.height() + sum(part[3] + 3 for part in (*above, *below)) + 8
    image = QImage(
        round((width + 2 * _MARGIN) * SHARPNESS),
        round((height + 2 * _MARGIN) * SHARPNESS),
        QImage.Format.Format_RGB32,
    )
    image.setDevicePixelRatio(SHARPNESS)
    image.fill(QColor(theme.card))
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = _write(painter, above, _MARGIN, width)
        # A plot's own `render` is that of its scene; here the widget is wanted as it stands.
        QWidget.render(canvas, painter, QPoint(_MARGIN, top + 4), QRegion(), _CHILDREN)
        _write(painter, below, top + canvas.height() + 8, width)
    finally:
        painter.end()
    return image


def _height(words: str, letters: QFont, width: int) -> int:
    return QFontMetrics(letters).boundingRect(QRect(0, 0, width, 9999), _WRAP, words).height()


def _write(
    painter: QPainter, parts: list[tuple[str, QFont, str, int]], top: int, width: int
) -> int:
    """Write texts one under the other, and give where the last one ends."""
    for words, letters, colour, height in parts:
        painter.setFont(letters)
        painter.setPen(QColor(colour))
        painter.drawText(QRect(_MARGIN, top, width, height), _WRAP, words)
        top += height + 3
    return top
