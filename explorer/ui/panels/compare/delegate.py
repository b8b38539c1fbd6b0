"""Paints the cells of the grid."""

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from explorer.pages.compare import (
    Column,
    Difference,
    FactorCell,
    OutcomeCell,
)
from explorer.style import Theme
from explorer.ui.panels.compare.layout import (
    GAP,
    LINE,
    NOTE_ROOM,
    PAD_X,
    PAD_Y,
    SCALE_GAP,
    SMALL_LINE,
    cell_style,
    heading_lines,
    meta_text,
    outcome_lines,
)
from explorer.ui.panels.compare.model import CompareModel, Index
from explorer.ui.theme import BOLD, REGULAR, SEMIBOLD, SMALL_PX, TEXT_PX, ThemeKeeper, font
from explorer.ui.widgets.ladder_bar import BAR_HEIGHT, paint_ladder
from explorer.ui.widgets.rating_scale import SCALE_HEIGHT, SCALE_INSET, paint_scale
from explorer.ui.widgets.text_lines import elided, text_lines, text_width

WITHIN = "within ranges"
QUIET = "≈"
"""Stands before a difference that the ranges do not allow to tell."""
DIFFER = "↔"
"""Stands for raters who lie apart, here and in the legend."""

_SECTION_PX = 11
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


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
            _paint_section(painter, rect, line, theme, first=row == 0)
            return
        self._paint_ground(painter, rect, row, column)
        inside = rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        if holds == "factor":
            lines = heading_lines(line, rect.width(), pair=self._model.is_pair)
            _paint_heading(painter, inside, lines, theme)
        elif holds == "difference":
            _paint_difference_column(painter, inside, self._model.difference(row), theme)
        else:
            self._paint_cell(painter, inside, row, column)
        if self.current == (row, column):
            _paint_ring(painter, rect, theme, focused=self.is_focused)

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

    def _paint_cell(self, painter: QPainter, inside: QRect, row: int, column: int) -> None:
        cell, theme = self._model.cell(row, column), self._themes.theme
        match cell:
            case FactorCell():
                pair = self._model.is_pair
                baseline = self._model.baseline_value(row) if cell.difference else None
                _paint_rating(painter, inside, cell, baseline, theme, pair=pair)
            case OutcomeCell():
                _paint_outcome(painter, inside, cell, theme)
            case None:
                return
        if cell.has_note:
            low = isinstance(cell, FactorCell) and not self._model.is_pair
            y = inside.bottom() - 12 if low else inside.top() - 3
            paint_note(painter, QPointF(inside.right() - 6, y), theme)


def _write(
    painter: QPainter,
    rect: QRect,
    text: str,
    ink: str,
    size_px: int = TEXT_PX,
    weight: QFont.Weight = REGULAR,
    align: Qt.AlignmentFlag = _LEFT,
) -> None:
    """Write one line of text, cut short where it does not fit."""
    painter.setFont(font(size_px, weight))
    painter.setPen(colour(ink))
    painter.drawText(rect, align, elided(text, size_px, rect.width(), weight))


def _paint_section(
    painter: QPainter, rect: QRect, title: str, theme: Theme, *, first: bool
) -> None:
    painter.fillRect(rect, colour(theme.section))
    if not first:
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), colour(theme.line))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour(theme.line))
    room = rect.adjusted(PAD_X, 0, -PAD_X, 0)
    _write(painter, room, title, theme.mute, _SECTION_PX + 1, SEMIBOLD)


def _paint_heading(
    painter: QPainter,
    inside: QRect,
    lines: tuple[tuple[str, ...], tuple[str, ...]],
    theme: Theme,
) -> None:
    title, quiet = lines
    line = QRect(inside.left(), inside.top(), inside.width(), LINE)
    for text in title:
        _write(painter, line, text, theme.ink, TEXT_PX, SEMIBOLD)
        line.translate(0, LINE)
    line.setHeight(SMALL_LINE)
    for text in quiet:
        _write(painter, line, text, theme.mute, SMALL_PX)
        line.translate(0, SMALL_LINE)


def _paint_rating(
    painter: QPainter,
    inside: QRect,
    cell: FactorCell,
    baseline: float | None,
    theme: Theme,
    *,
    pair: bool,
) -> None:
    style = cell_style(inside.width() + 2 * PAD_X, pair=pair)
    top = QRect(inside.left(), inside.top(), inside.width(), SCALE_HEIGHT)
    value = f"{cell.mark.value:.1f}" if cell.mark else "–"
    meta = meta_text(value, cell.confidence, cell.evidence_count, style.meta)
    if cell.disagreement:
        meta += f" {DIFFER}"
    if not pair and cell.difference is not None:
        _paint_small_difference(painter, top, cell.difference, theme)
    track = QRectF(top.left() - SCALE_INSET, top.top(), style.scale + SCALE_INSET, SCALE_HEIGHT)
    paint_scale(painter, track, cell.mark, cell.iso3, theme, baseline)
    if style.inline:
        _write(painter, top.adjusted(style.scale + SCALE_GAP, 0, 0, 0), meta, theme.mute, SMALL_PX)
    y = top.bottom() + 1 + GAP
    if style.summary:
        for text in text_lines(cell.summary, TEXT_PX, inside.width(), 2):
            _write(painter, QRect(inside.left(), y, inside.width(), LINE), text, theme.ink)
            y += LINE
    if not style.inline:
        line = QRect(inside.left(), y - 1, inside.width(), SMALL_LINE)
        _write(painter, line, meta, theme.mute, SMALL_PX)


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
    painter: QPainter, top: QRect, difference: Difference, theme: Theme
) -> None:
    """Write a difference at the right of a narrow cell."""
    ink = difference_ink(difference, theme)
    quiet = is_quiet(difference)
    weight = REGULAR if quiet else SEMIBOLD
    width = int(text_width(difference.text, SMALL_PX, weight)) + 2
    _write(painter, top, difference.text, ink, SMALL_PX, weight, _RIGHT)
    right = top.right() - width - 3
    _paint_arrow(painter, right, top.center().y(), difference, ink)


def _paint_arrow(
    painter: QPainter, right: float, middle: float, difference: Difference, ink: str
) -> None:
    """Paint what a difference does: up pulls closer, down holds back, “≈” cannot be told."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ink))
    if is_quiet(difference):
        _write(painter, QRect(int(right) - 10, int(middle) - 8, 12, 16), QUIET, ink, SMALL_PX)
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
    top = QRect(room.left(), room.top() - 1, room.width(), LINE)
    weight = REGULAR if quiet else BOLD
    width = text_width(difference.text, TEXT_PX + 1, weight)
    _write(painter, top.adjusted(6, 0, 6, 0), difference.text, ink, TEXT_PX + 1, weight, _CENTRE)
    _paint_arrow(painter, top.center().x() + 6 - width / 2 - 4, top.center().y(), difference, ink)
    words = effect_words(difference)
    _write(painter, top.translated(0, LINE), words, ink, SMALL_PX, REGULAR, _CENTRE)


def _paint_outcome(painter: QPainter, inside: QRect, cell: OutcomeCell, theme: Theme) -> None:
    width = inside.width() - (NOTE_ROOM if cell.has_note else 0)
    bar = QRectF(inside.left(), inside.top(), width, BAR_HEIGHT)
    paint_ladder(painter, bar, cell.shares, theme)
    y = inside.top() + BAR_HEIGHT + GAP
    line = QRect(inside.left(), y, inside.width(), SMALL_LINE)
    if not cell.word:
        _write(painter, line, cell.leading, theme.mute, SMALL_PX)
        return
    leading = f"{cell.leading}:"
    if outcome_lines(cell, inside.width() + 2 * PAD_X) == 1:
        _write(painter, line, leading, theme.mute, SMALL_PX)
        line = line.adjusted(int(text_width(leading + " ", SMALL_PX)) + 2, 0, 0, 0)
    else:
        _write(painter, line, leading, theme.mute, SMALL_PX)
        line = line.translated(0, SMALL_LINE)
    word = f"{cell.word} {DIFFER}" if cell.disagreement else cell.word
    _write(painter, line, word, theme.ink, SMALL_PX, SEMIBOLD)


def paint_note(painter: QPainter, at: QPointF, theme: Theme) -> None:
    """Paint a small sheet with a folded corner: here is a note of the user's."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.accent))
    corners = ((0, 0), (5.5, 0), (9, 3.5), (9, 11), (0, 11))
    painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in corners]))
    painter.setPen(QPen(colour(theme.accent_ink), 1))
    for y in (5, 7.5):
        painter.drawLine(at + QPointF(2, y), at + QPointF(7, y))


def _paint_ring(painter: QPainter, rect: QRect, theme: Theme, *, focused: bool) -> None:
    width = 2.0 if focused else 1.0
    painter.setPen(QPen(colour(theme.accent), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -2), 4, 4)
