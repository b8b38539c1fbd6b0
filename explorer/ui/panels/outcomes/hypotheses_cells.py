"""Paints the cells of the matrix of competing hypotheses, and the rungs' names over them."""

from functools import cache
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from explorer.pages.hypotheses import MARK_WORDS, MARKS, Mark, MatrixColumn, MatrixRow
from explorer.pages.words import counted
from explorer.style import Theme
from explorer.ui.panels.outcomes.hypotheses_model import HypothesesModel, Index, meta_words
from explorer.ui.theme import BOLD, REGULAR, SEMIBOLD, SMALL_PX, TEXT_PX
from explorer.ui.widgets.text_lines import text_lines, text_width, write

LINE, SMALL_LINE = 17, 15
PAD_X, PAD_Y = 10, 6
LINES = 2
"""The most lines of a claim, and of what is said under it; the whole is in the tool tip."""
META_PX = 11
CHIP_WIDTH, CHIP_HEIGHT = 40, 24
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_RIGHT = Qt.AlignmentFlag.AlignRight
_TINTS: dict[Mark, float] = {"II": 0.26, "I": 0.12, "N": 0.0, "C": 0.07, "CC": 0.14}
"""How strongly a mark's ground is tinted: most for what counts."""
_LEGEND: tuple[tuple[Mark, str, bool], ...] = (
    *((mark, MARK_WORDS[mark], False) for mark in MARKS),
    ("I", "your own mark", True),
)


@cache
def tinted(colour: str, share: float) -> QColor:
    """Give a colour let through by a share."""
    made = QColor(colour)
    made.setAlphaF(share)
    return made


def claim_lines(row: MatrixRow, width: int, *, with_grades: bool) -> tuple[tuple[str, ...], ...]:
    """Break a claim, what is said under it, and what hangs on it, into lines for a column."""
    inside = width - 2 * PAD_X
    meta = meta_words(row, with_grades=with_grades)
    return (
        text_lines(row.item.claim, TEXT_PX, inside, LINES),
        text_lines(meta, META_PX, inside, LINES),
        (f"▸ {row.telling}",) if row.telling else (),
    )


def row_height(row: MatrixRow, width: int, *, with_grades: bool) -> int:
    """Give the height of a row whose claims have a width, in pixels.

    It asks only whether a text needs a second line, which costs a tenth of breaking it.
    """
    inside = width - 2 * PAD_X
    meta = meta_words(row, with_grades=with_grades)
    claim_is_long = text_width(row.item.claim, TEXT_PX) > inside
    small = 1 + (text_width(meta, META_PX) > inside) + bool(row.telling)
    return (1 + claim_is_long) * LINE + small * SMALL_LINE + 2 * PAD_Y + 1


def paint_mark(painter: QPainter, rect: QRect, mark: Mark, theme: Theme, *, own: bool) -> None:
    """Paint a mark in the middle of `rect`; the user's own is bold, underlined and has a dot."""
    against = MARKS.index(mark) < MARKS.index("N")
    hue = theme.hold if against else theme.pull
    chip = QRectF(0, 0, CHIP_WIDTH, CHIP_HEIGHT)
    chip.moveCenter(QRectF(rect).center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tinted(hue, _TINTS[mark]))
    painter.drawRoundedRect(chip, 5, 5)
    ink = theme.mute if mark == "N" else hue
    if not own:
        write(painter, chip.toRect(), mark, ink, TEXT_PX, REGULAR, _CENTRE)
        return
    write(painter, chip.toRect(), mark, theme.ink, TEXT_PX, BOLD, _CENTRE)
    half = max(text_width(mark, TEXT_PX, BOLD) / 2, 6)
    middle = chip.center().x()
    painter.setPen(QPen(QColor(theme.ink), 1.5))
    y = chip.bottom() - 3.5
    painter.drawLine(QPointF(middle - half, y), QPointF(middle + half, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink))
    painter.drawEllipse(QPointF(chip.right() - 4.5, chip.top() + 5), 2.25, 2.25)


class HypothesesDelegate(QStyledItemDelegate):
    """Paints claims, marks and diagnosticity from the model's values."""

    def __init__(self, model: HypothesesModel, theme: Theme) -> None:
        """Paint for one model."""
        super().__init__(model)
        self._model = model
        self.theme = theme
        self.ring: tuple[int, int] = (-1, -1)
        """The row and column of the cell that the user is on, while the table has the focus."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        part, rect, theme = self._model.part, option.rect, self.theme
        if part is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column, row = index.column(), self._model.row_at(index.row())
        cell = self._model.cell_at(index)
        is_leading = cell is not None and part.columns[column - 1].is_leading
        painter.fillRect(rect, QColor(theme.baseline_tint if is_leading else theme.card))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.grid))
        if cell is not None:
            paint_mark(painter, rect, cell.mark, theme, own=cell.by_user)
        elif column == 0:
            self._paint_claim(painter, rect, row, with_grades=part.count == "weighted")
        else:
            inside = rect.adjusted(0, 0, -PAD_X, 0)
            words = f"{row.diagnosticity:.2f}"
            write(painter, inside, words, theme.mute, SMALL_PX, REGULAR, _RIGHT)
        if self.ring == (index.row(), column):
            self._paint_ring(painter, rect, is_mark=cell is not None)
        painter.restore()

    def _paint_ring(self, painter: QPainter, rect: QRect, *, is_mark: bool) -> None:
        ring = QRectF(0, 0, CHIP_WIDTH + 8, CHIP_HEIGHT + 8)
        ring.moveCenter(QRectF(rect).center())
        if not is_mark:
            ring = QRectF(rect).adjusted(1.5, 1.5, -1.5, -2.5)
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, 7, 7)

    def _paint_claim(
        self, painter: QPainter, rect: QRect, row: MatrixRow, *, with_grades: bool
    ) -> None:
        theme = self.theme
        claim, meta, telling = claim_lines(row, rect.width(), with_grades=with_grades)
        line = QRect(rect.left() + PAD_X, rect.top() + PAD_Y, rect.width() - 2 * PAD_X, LINE)
        for text in claim:
            write(painter, line, text, theme.ink, TEXT_PX)
            line.translate(0, LINE)
        line.setHeight(SMALL_LINE)
        for text in meta:
            write(painter, line, text, theme.mute, META_PX)
            line.translate(0, SMALL_LINE)
        for text in telling:
            write(painter, line, text, theme.ink, META_PX)


class RungHeads(QWidget):
    """The rungs' names with what speaks against each; it stays in sight while the rows scroll."""

    HEIGHT = 74

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin without rungs."""
        super().__init__(parent)
        self._columns: tuple[MatrixColumn, ...] = ()
        self._widths = (0, 0, 0)
        self._note = ""
        self.theme = theme
        self.setFixedHeight(self.HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("What speaks against each rung")

    def show_columns(self, columns: tuple[MatrixColumn, ...], note: str) -> None:
        """Show the rungs; `note` says at the left what the figures are."""
        self._columns, self._note = columns, note
        self.setAccessibleDescription(
            "; ".join(
                f"{each.title}: {each.total} against, {each.against} items"
                + (", in the lead" if each.is_leading else "")
                for each in columns
            )
        )
        self.update()

    def fit(self, claim: int, rung: int, last: int) -> None:
        """Take the widths of the table's columns."""
        self._widths = (claim, rung, last)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of a name on two lines, a figure and a small line."""
        return QSize(300, self.HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names and figures."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, (claim, rung, last) = self.theme, self._widths
        painter.fillRect(self.rect(), QColor(theme.header))
        foot = self.HEIGHT - 1
        inside = QRect(PAD_X, 0, claim - 2 * PAD_X, 20)
        write(painter, inside.translated(0, 8), "Evidence", theme.ink, SMALL_PX, SEMIBOLD)
        write(painter, inside.translated(0, 38), self._note, theme.mute, SMALL_PX, align=_RIGHT)
        for place, column in enumerate(self._columns):
            self._paint_rung(painter, QRect(claim + place * rung, 0, rung, foot), column)
        right = QRect(claim + rung * len(self._columns), 8, last - PAD_X, 20)
        write(painter, right, "Diagnosticity", theme.ink, SMALL_PX, SEMIBOLD, _RIGHT)
        painter.fillRect(QRect(0, foot, self.width(), 1), QColor(theme.line))
        painter.end()

    def _paint_rung(self, painter: QPainter, rect: QRect, column: MatrixColumn) -> None:
        theme = self.theme
        if column.is_leading:
            painter.fillRect(rect, QColor(theme.tint))
            painter.fillRect(
                QRect(rect.left(), rect.bottom() - 2, rect.width(), 3), QColor(theme.accent)
            )
        line = QRect(rect.left() + 3, 5, rect.width() - 6, SMALL_LINE)
        for text in text_lines(column.title, SMALL_PX, line.width(), 2, SEMIBOLD):
            write(painter, line, text, theme.ink, SMALL_PX, SEMIBOLD, _CENTRE)
            line.translate(0, SMALL_LINE)
        weight = BOLD if column.is_leading else REGULAR
        figure = QRect(rect.left(), 36, rect.width(), 20)
        write(painter, figure, column.total, theme.ink, TEXT_PX + 2, weight, _CENTRE)
        words = counted(column.against, "item")
        least = f"least · {words}"
        if column.is_leading:
            words = least if text_width(least, META_PX) <= rect.width() - 4 else "least"
        small = QRect(rect.left(), 55, rect.width(), SMALL_LINE)
        ink = theme.accent if column.is_leading else theme.mute
        write(painter, small, words, ink, META_PX, REGULAR, _CENTRE)


class MarkLegend(QWidget):
    """Says what the marks mean and how the user's own look."""

    def __init__(self, theme: Theme) -> None:
        """Show all five marks, and one of the user's own."""
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Legend")
        words = "; ".join(f"{mark}: {MARK_WORDS[mark]}" for mark in MARKS)
        self.setAccessibleDescription(f"{words}; bold and underlined with a dot: your own mark")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.setFixedHeight(self._places()[-1].bottom() + 1)

    def sizeHint(self) -> QSize:
        """Give the room the marks take at the present width."""
        return QSize(300, self._places()[-1].bottom() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each mark with its words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (mark, words, own), place in zip(_LEGEND, self._places(), strict=True):
            chip = QRect(place.left(), place.top() + 2, CHIP_WIDTH, CHIP_HEIGHT)
            paint_mark(painter, chip, mark, self.theme, own=own)
            room = place.adjusted(CHIP_WIDTH + 5, 0, 0, 0)
            write(painter, room, words, self.theme.mute, SMALL_PX)
        painter.end()

    def _places(self) -> list[QRect]:
        places: list[QRect] = []
        x = y = 0
        for _, words, _own in _LEGEND:
            width = CHIP_WIDTH + 6 + ceil(text_width(words, SMALL_PX))
            if x and x + width > self.width():
                x, y = 0, y + CHIP_HEIGHT + 4
            places.append(QRect(x, y, width, CHIP_HEIGHT + 4))
            x += width + 15
        return places
