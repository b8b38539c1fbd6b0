"""Paints the cells of the grid."""

from functools import cache
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from explorer.pages.compare import (
    Column,
    Difference,
    FactorCell,
    OutcomeCell,
    OutcomeRow,
)
from explorer.style import Theme
from explorer.ui.panels.compare.layout import (
    DIFFER,
    GAP,
    LINE,
    PAD_X,
    PAD_Y,
    SCALE_GAP,
    SECTION_HEIGHT,
    SECTION_PX,
    SMALL_LINE,
    CellStyle,
    TableSizes,
    cell_style,
    heading_lines,
    meta_text,
    outcome_asides,
    outcome_is_on_one_line,
    outcome_lines,
    outcomes_heading,
    under_bars,
)
from explorer.ui.panels.compare.model import CompareModel, Index
from explorer.ui.theme import BOLD, REGULAR, SEMIBOLD, SMALL_PX, TEXT_PX, ThemeKeeper
from explorer.ui.widgets.ladder_bar import (
    BAR_HEIGHT,
    paint_before,
    paint_ladder,
    paint_whiskers,
    whiskers_beside,
)
from explorer.ui.widgets.legend import paint_rungs
from explorer.ui.widgets.rating_scale import (
    DOT,
    SCALE_HEIGHT,
    SCALE_INSET,
    SMALL_DOT,
    paint_scale,
)
from explorer.ui.widgets.text_lines import text_lines, text_width, write

WITHIN = "within ranges"
QUIET = "≈"
"""Stands before a difference that the ranges do not allow to tell."""

_UNDER_NOTE = 7
_RIGHT = Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@cache
def colour(name: str) -> QColor:
    """Give a colour by its name, made once."""
    return QColor(name)


class CompareDelegate(QStyledItemDelegate):
    """Paints headings, ratings, differences and ladders from the model's values."""

    def __init__(self, model: CompareModel, themes: ThemeKeeper) -> None:
        """Paint for one model."""
        super().__init__(model)
        self._model = model
        self._themes = themes
        self.sizes = TableSizes()
        self.selected_row = -1
        self.selected_column = -1
        self.current: tuple[int, int] = (-1, -1)
        self.is_focused = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        rect = option.rect
        row, column = index.row(), index.column()
        line, holds = self._model.rows[row], self._model.columns[column]
        theme = self._themes.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, str):
            self._paint_section(painter, rect, row)
            return
        self._paint_ground(painter, rect, row, column)
        style = cell_style(self.sizes.widths[-1], pair=self._model.is_pair)
        pad = PAD_Y + self.sizes.air // 2
        inside = rect.adjusted(style.pad, pad, -style.pad, -pad)
        if holds == "factor":
            _paint_heading(painter, inside, heading_lines(line, rect.width(), style), theme)
            if line.note:
                corner = QPointF(rect.right() - 11, rect.top() + 3)
                paint_note(painter, corner, theme, is_own=line.has_note)
        elif holds == "difference":
            _paint_difference_column(painter, inside, self._model.difference(row), theme)
        else:
            self._paint_cell(painter, inside, row, column, style)
            self._paint_note_mark(painter, rect, row, column, style)
        if self.current == (row, column):
            _paint_ring(painter, rect, theme, focused=self.is_focused)

    def _paint_section(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Write a heading across the width that is in sight; the rungs' legend beside the last."""
        theme, model, title = self._themes.theme, self._model, self._model.rows[row]
        whole = QRect(0, rect.top(), max(self.sizes.room, rect.width()), rect.height())
        painter.fillRect(whole, colour(theme.section))
        if row:
            painter.fillRect(QRect(0, rect.top(), whole.width(), 1), colour(theme.line))
        painter.fillRect(QRect(0, rect.bottom(), whole.width(), 1), colour(theme.line))
        pad = self.sizes.pad
        line = QRect(pad, rect.top(), self.sizes.room - 2 * pad, SECTION_HEIGHT)
        write(painter, line, str(title), theme.mute, SECTION_PX, SEMIBOLD)
        outcomes = model.rows[-1]
        if row == len(model.rows) - 2 and isinstance(outcomes, OutcomeRow):
            width, is_beside = outcomes_heading(model, self.sizes.room)
            if is_beside:
                line.setLeft(line.right() - width)
            else:
                line.translate(0, SMALL_LINE)
            paint_rungs(painter, line, outcomes.rungs, theme)

    def _paint_ground(self, painter: QPainter, rect: QRect, row: int, column: int) -> None:
        theme, holds = self._themes.theme, self._model.columns[column]
        if self.selected_row == row or self.selected_column == column:
            ground = theme.tint
        elif isinstance(holds, Column) and holds.is_baseline:
            ground = theme.baseline_tint
        else:
            ground = theme.card
        painter.fillRect(rect, colour(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour(theme.grid))

    def _paint_cell(
        self, painter: QPainter, inside: QRect, row: int, column: int, style: CellStyle
    ) -> None:
        cell, theme = self._model.cell(row, column), self._themes.theme
        match cell:
            case FactorCell():
                baseline = self._model.baseline_value(row) if cell.difference else None
                _paint_rating(painter, inside, cell, baseline, theme, style)
                if cell.difference is not None and not self._model.is_pair:
                    _paint_small_difference(painter, inside, cell.difference, theme, style)
            case OutcomeCell():
                line = self._model.rows[row]
                if isinstance(line, OutcomeRow):
                    _paint_outcome(painter, inside, line, cell, theme)
            case None:
                return

    def _paint_note_mark(
        self, painter: QPainter, rect: QRect, row: int, column: int, style: CellStyle
    ) -> None:
        cell = self._model.cell(row, column)
        if cell is None or not cell.has_note:
            return
        # In the corner where no difference stands.
        is_low = isinstance(cell, FactorCell) and not self._model.is_pair and not style.below
        y = rect.bottom() - 14 if is_low else rect.top() + 3
        paint_note(painter, QPointF(rect.right() - 11, y), self._themes.theme)


def _paint_heading(
    painter: QPainter,
    inside: QRect,
    lines: tuple[tuple[str, ...], tuple[str, ...]],
    theme: Theme,
) -> None:
    title, quiet = lines
    line = QRect(inside.left(), inside.top(), inside.width(), LINE)
    for text in title:
        write(painter, line, text, theme.ink, TEXT_PX, SEMIBOLD)
        line.translate(0, LINE)
    line.setHeight(SMALL_LINE)
    for text in quiet:
        write(painter, line, text, theme.mute, SMALL_PX)
        line.translate(0, SMALL_LINE)


def _paint_rating(
    painter: QPainter,
    inside: QRect,
    cell: FactorCell,
    baseline: float | None,
    theme: Theme,
    style: CellStyle,
) -> None:
    top = QRect(inside.left(), inside.top(), inside.width(), SCALE_HEIGHT)
    value = f"{cell.mark.value:.1f}" if cell.mark else "–"
    meta = meta_text(value, cell.confidence, cell.evidence_count, style.meta)
    if cell.disagreement and style.below:
        low = _UNDER_NOTE if cell.has_note else 0  # the note's mark stands in that corner
        sign = top.adjusted(style.scale + 2, low, 0, low)
        write(painter, sign, DIFFER, theme.mute, SMALL_PX)
    elif cell.disagreement:
        meta += f" {DIFFER}"
    track = QRectF(top.left() - SCALE_INSET, top.top(), style.scale + SCALE_INSET, SCALE_HEIGHT)
    dot = SMALL_DOT if style.pad < PAD_X else DOT
    paint_scale(painter, track, cell.mark, cell.iso3, theme, baseline, dot)
    if style.inline:
        write(painter, top.adjusted(style.scale + SCALE_GAP, 0, 0, 0), meta, theme.mute, SMALL_PX)
    y = top.bottom() + 1
    if style.summary:
        y += GAP
        for text in text_lines(cell.summary, TEXT_PX, inside.width(), 2):
            write(painter, QRect(inside.left(), y, inside.width(), LINE), text, theme.ink, TEXT_PX)
            y += LINE
    if not style.inline:
        line = QRect(inside.left(), y, inside.width(), SMALL_LINE)
        write(painter, line, meta, theme.mute, SMALL_PX)


def is_quiet(difference: Difference) -> bool:
    """Say whether a difference is none, or smaller than the ranges allow to tell."""
    return difference.within_ranges or difference.effect == "level"


def effect_words(difference: Difference) -> str:
    """Say in a word or two what a difference does.

    A rating that is higher and pulls is an interest's, one that is lower and pulls a constraint's.
    """
    if is_quiet(difference):
        return WITHIN
    if difference.effect == "pull":
        return "stronger pull" if difference.value > 0 else "holds less"
    return "holds more" if difference.value > 0 else "weaker pull"


def difference_ink(difference: Difference, theme: Theme) -> str:
    """Give the colour of a difference: by what it does to closeness, or quiet."""
    if is_quiet(difference):
        return theme.mute
    return theme.pull if difference.effect == "pull" else theme.hold


def _paint_small_difference(
    painter: QPainter, inside: QRect, difference: Difference, theme: Theme, style: CellStyle
) -> None:
    """Write a difference at the right of a narrow cell: beside the scale, or under it."""
    ink = difference_ink(difference, theme)
    weight = REGULAR if is_quiet(difference) else SEMIBOLD
    line = QRect(inside.left(), inside.top(), inside.width(), SCALE_HEIGHT)
    if style.below:
        line = QRect(inside.left(), line.bottom() + 1, inside.width(), SMALL_LINE)
    width = text_width(difference.text, SMALL_PX, weight)
    write(painter, line, difference.text, ink, SMALL_PX, weight, _RIGHT)
    right = line.right() + 1 - width - 3
    _paint_arrow(painter, right, line.center().y() + 0.5, difference, ink)


def _paint_arrow(
    painter: QPainter, right: float, middle: float, difference: Difference, ink: str
) -> None:
    """Paint what a difference does: up pulls closer, down holds back, “≈” cannot be told."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ink))
    if is_quiet(difference):
        write(painter, QRect(int(right) - 9, int(middle) - 8, 10, 16), QUIET, ink, SMALL_PX)
        return
    tip = -3.5 if difference.effect == "pull" else 3.5
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(right - 8, middle - tip + 0.5),
                QPointF(right, middle - tip + 0.5),
                QPointF(right - 4, middle + tip + 0.5),
            ]
        )
    )


def _paint_difference_column(
    painter: QPainter, inside: QRect, difference: Difference | None, theme: Theme
) -> None:
    if difference is None:
        return
    ink = difference_ink(difference, theme)
    quiet = is_quiet(difference)
    room = inside.adjusted(-PAD_X + 3, 0, PAD_X - 3, 0)
    top = QRect(room.left(), room.top(), room.width(), LINE)
    weight = REGULAR if quiet else BOLD
    width = text_width(difference.text, TEXT_PX + 1, weight)
    write(painter, top.adjusted(6, 0, 6, 0), difference.text, ink, TEXT_PX + 1, weight, _CENTRE)
    _paint_arrow(painter, top.center().x() + 6 - width / 2 - 4, top.center().y(), difference, ink)
    words = effect_words(difference)
    write(painter, top.translated(0, LINE), words, ink, SMALL_PX, REGULAR, _CENTRE)


def _paint_outcome(
    painter: QPainter, inside: QRect, row: OutcomeRow, cell: OutcomeCell, theme: Theme
) -> None:
    width = inside.width() - (4 if cell.has_note else 0)
    bar = QRectF(inside.left(), inside.top(), width, BAR_HEIGHT)
    paint_ladder(painter, bar, cell.shares, theme)
    if cell.shares:
        low = paint_before(painter, bar, cell.before, theme) if cell.before else 0
        whiskers = whiskers_beside(cell.shares, cell.bounds, inside.width())
        paint_whiskers(painter, bar, bar.bottom() + low, whiskers, theme)
    y = inside.top() + BAR_HEIGHT + under_bars(row, inside.width()) + GAP
    leading, word = outcome_lines(cell, inside.width())
    line = QRect(inside.left(), y, inside.width(), SMALL_LINE)
    for text in leading:
        write(painter, line, text, theme.mute, SMALL_PX)
        line.translate(0, SMALL_LINE)
    beside = 0
    if word and outcome_is_on_one_line(cell, inside.width()):
        beside = ceil(text_width(f"{leading[0]} ", SMALL_PX))
        line.translate(0, -SMALL_LINE)
    write(painter, line.translated(beside, 0), word, theme.ink, SMALL_PX, SEMIBOLD)
    line.translate(0, SMALL_LINE if word else 0)
    for text in outcome_asides(row, cell, inside.width()):
        write(painter, line, text, theme.mute, SMALL_PX)
        line.translate(0, SMALL_LINE)


def paint_note(painter: QPainter, at: QPointF, theme: Theme, *, is_own: bool = True) -> None:
    """Paint a small sheet with a folded corner: here is a note.

    One of the user's is filled; one that comes with the data is an outline.
    """
    painter.setPen(Qt.PenStyle.NoPen if is_own else QPen(colour(theme.faint), 1))
    painter.setBrush(colour(theme.accent) if is_own else Qt.BrushStyle.NoBrush)
    corners = ((0, 0), (5.5, 0), (9, 3.5), (9, 11), (0, 11))
    painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in corners]))
    painter.setPen(QPen(colour(theme.accent_ink if is_own else theme.faint), 1))
    for y in (5, 7.5):
        painter.drawLine(at + QPointF(2, y), at + QPointF(7, y))


def _paint_ring(painter: QPainter, rect: QRect, theme: Theme, *, focused: bool) -> None:
    width = 2.0 if focused else 1.0
    painter.setPen(QPen(colour(theme.accent), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -2), 4, 4)
