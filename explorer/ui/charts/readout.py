"""The values of one year, beside the crosshair."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.pages.charts import LineChart
from explorer.style import Theme
from explorer.ui.charts.figures import number
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import SMALL, font, width_of
from explorer.ui.widgets.marks import paint_mark

_ROW = 16
_PAD = 7
_WIDEST_NOTE = 150


class Readout(QWidget):
    """A small box of a year's values. The pointer passes through it."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._year = ""
        self._rows: list[tuple[str, str, str, str]] = []
        self.hide()

    @property
    def rows(self) -> list[tuple[str, str, str, str]]:
        """Give what is shown: ISO code, name, value and note of each country."""
        return self._rows

    def show_year(self, chart: LineChart, year: int, theme: Theme) -> None:
        """Take the values of a year; a country without one says so in words."""
        self._theme, self._year = theme, str(year)
        self._rows = []
        for line in chart.lines:
            at = line.years.index(year) if year in line.years else -1
            value = line.values[at] if at >= 0 else None
            note = line.notes[at] if 0 <= at < len(line.notes) else ""
            self._rows.append((line.iso3, line.label, number(value, chart.decimals), note))
        notes = sum(1 for row in self._rows if row[3])
        names = max((width_of(row[1], font(SMALL)) for row in self._rows), default=0)
        values = max((width_of(row[2], font(SMALL, SEMIBOLD)) for row in self._rows), default=0)
        wide = max((width_of(row[3], font(10)) for row in self._rows), default=0)
        width = max(16 + names + 10 + values, min(wide, _WIDEST_NOTE) + 16)
        self.resize(width + 2 * _PAD, (1 + len(self._rows)) * _ROW + notes * 13 + _PAD + 3)
        said = "; ".join(f"{name} {value}" for _, name, value, _ in self._rows)
        self.setAccessibleName(f"{year}: {said}")

    def stand_beside(self, x: float, area: QRect) -> None:
        """Stand at the side of `x` where there is more room, inside `area`."""
        is_left = x - area.left() > area.right() - x
        left = x - self.width() - 8 if is_left else x + 8
        self.move(int(max(left, 0)), max(area.top(), 0))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        del event
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), 1))
        ground = QColor(theme.card)
        ground.setAlphaF(0.95)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        room = QRectF(self.rect()).adjusted(_PAD, 3, -_PAD, 0)
        room.setHeight(_ROW)
        self._write(painter, room, self._year, theme.ink, is_strong=True)
        for iso3, name, value, note in self._rows:
            room.translate(0, _ROW)
            paint_mark(painter, iso3, theme, QPointF(room.left() + 5, room.center().y()), 4.5)
            self._write(painter, room.adjusted(16, 0, 0, 0), name, theme.mute)
            right = Qt.AlignmentFlag.AlignRight
            self._write(painter, room, value, theme.ink, right, is_strong=True)
            if note:
                self._write_note(painter, room, note)
                room.translate(0, 13)
        painter.end()

    def _write(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        colour: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        is_strong: bool = False,
    ) -> None:
        painter.setFont(font(SMALL, SEMIBOLD) if is_strong else font(SMALL))
        painter.setPen(QColor(colour))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _write_note(self, painter: QPainter, row: QRectF, note: str) -> None:
        place = row.adjusted(16, _ROW - 2, 0, 11)
        painter.setFont(font(10))
        painter.setPen(QColor(self._theme.mute))
        words = QFontMetrics(font(10)).elidedText(
            note, Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
