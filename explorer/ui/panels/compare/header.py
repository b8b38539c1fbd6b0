"""The header of the grid: each country with its dot, and its headline where several are shown."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from explorer.pages.compare import Column
from explorer.style import country_colour
from explorer.ui.panels.compare.layout import (
    HEADER_PAD,
    NAME_LINE,
    PAD_X,
    SMALL_LINE,
    header_lines,
)
from explorer.ui.panels.compare.model import CompareModel
from explorer.ui.theme import SEMIBOLD, SMALL_PX, TEXT_PX, ThemeKeeper
from explorer.ui.widgets.text_lines import text_lines, write

_LEFT = Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class CompareHeader(QHeaderView):
    """Paints the columns' names; a click on a name selects the country."""

    def __init__(self, model: CompareModel, themes: ThemeKeeper, parent: QWidget) -> None:
        """Stand over a view of the model."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._themes = themes
        self.selected_column = -1
        self.pad = PAD_X
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(40)
        self.setAccessibleName("Countries")

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt names it
        """Paint one column's header."""
        theme = self._themes.theme
        holds = self._model.columns[logicalIndex]
        is_baseline = isinstance(holds, Column) and holds.is_baseline
        is_selected = logicalIndex == self.selected_column
        ground = theme.tint if is_selected or is_baseline else theme.header
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = rect.adjusted(self.pad, 0, -self.pad, 0)
        if isinstance(holds, Column):
            self._paint_country(painter, inside, holds)
            if is_selected:
                bar = QRect(rect.left(), rect.bottom() - 2, rect.width(), 3)
                painter.fillRect(bar, QColor(theme.accent))
        else:
            name = "Factor" if holds == "factor" else "Difference"
            align = _LEFT if holds == "factor" else _CENTRE
            write(painter, inside, name, theme.ink, TEXT_PX, SEMIBOLD, align)

    def _paint_country(self, painter: QPainter, inside: QRect, column: Column) -> None:
        theme, lines = self._themes.theme, header_lines(self._model, inside.width())
        line = QRect(inside)
        if lines:
            line = QRect(inside.left(), inside.top() + HEADER_PAD, inside.width(), NAME_LINE)
        write(painter, line.adjusted(15, 0, 0, 0), column.name, theme.ink, TEXT_PX, SEMIBOLD)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(country_colour(column.iso3, theme)))
        painter.drawEllipse(QPointF(line.left() + 4.5, line.center().y() + 1), 4.5, 4.5)
        line = QRect(inside.left(), line.bottom() + 1, inside.width(), SMALL_LINE)
        if lines:
            for text in text_lines(column.headline, SMALL_PX, inside.width(), lines):
                write(painter, line, text, theme.mute, SMALL_PX)
                line.translate(0, SMALL_LINE)
