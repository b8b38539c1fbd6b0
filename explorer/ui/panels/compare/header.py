"""The header of the grid: each country with its dot, and its headline where several are shown."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from explorer.pages.compare import Column
from explorer.style import country_colour
from explorer.ui.panels.compare.layout import PAD_X
from explorer.ui.panels.compare.model import CompareModel
from explorer.ui.theme import REGULAR, SEMIBOLD, SMALL_PX, TEXT_PX, ThemeKeeper, font
from explorer.ui.widgets.text_lines import elided, text_lines

_PLAIN_HEIGHT = 34
_NAME_LINE = 20
_HEADLINE_LINE = 15
_HEADLINES = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class CompareHeader(QHeaderView):
    """Paints the columns' names; a click on a name selects the country."""

    def __init__(self, model: CompareModel, themes: ThemeKeeper, parent: QWidget) -> None:
        """Stand over a view of the model."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._themes = themes
        self.selected_column = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(40)
        self.setAccessibleName("Countries")

    def lines_in(self, widths: Sequence[int]) -> int:
        """Give the number of lines of headline under the names, for columns of these widths."""
        most = 0
        for width, column in zip(widths, self._model.columns, strict=False):
            if isinstance(column, Column) and column.headline:
                room = max(width - 2 * PAD_X, 1)
                most = max(most, len(text_lines(column.headline, SMALL_PX, room, _HEADLINES)))
        return most

    def height_in(self, widths: Sequence[int]) -> int:
        """Give the height that names and headlines take, for columns of these widths."""
        lines = self.lines_in(widths)
        return 8 + _NAME_LINE + lines * _HEADLINE_LINE + 8 if lines else _PLAIN_HEIGHT

    @property
    def _lines(self) -> int:
        return self.lines_in([self.sectionSize(section) for section in range(self.count())])

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
        inside = rect.adjusted(PAD_X, 0, -PAD_X, 0)
        painter.setPen(QColor(theme.ink))
        painter.setFont(font(TEXT_PX, SEMIBOLD))
        if isinstance(holds, Column):
            self._paint_country(painter, inside, holds)
            if is_selected:
                bar = QRect(rect.left(), rect.bottom() - 2, rect.width(), 3)
                painter.fillRect(bar, QColor(theme.accent))
        else:
            name = "Factor" if holds == "factor" else "Difference"
            painter.drawText(inside, _LEFT if holds == "factor" else _CENTRE, name)

    def _paint_country(self, painter: QPainter, inside: QRect, column: Column) -> None:
        theme, lines = self._themes.theme, self._lines
        line = QRect(inside)
        if lines:
            line = QRect(inside.left(), inside.top() + 7, inside.width(), _NAME_LINE)
        name_room = line.adjusted(15, 0, 0, 0)
        painter.drawText(
            name_room, _LEFT, elided(column.name, TEXT_PX, name_room.width(), SEMIBOLD)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(country_colour(column.iso3, theme)))
        painter.drawEllipse(QPointF(line.left() + 4.5, line.center().y() + 1), 4.5, 4.5)
        painter.setPen(QColor(theme.mute))
        painter.setFont(font(SMALL_PX, REGULAR))
        line = QRect(inside.left(), line.bottom() + 1, inside.width(), _HEADLINE_LINE)
        if lines:
            for text in text_lines(column.headline, SMALL_PX, inside.width(), lines):
                painter.drawText(line, _LEFT, text)
                line.translate(0, _HEADLINE_LINE)
