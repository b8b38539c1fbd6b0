"""Paints the rows of the table of evidence."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from explorer.pages.evidence_table import COLUMNS, EvidenceRow
from explorer.style import Theme
from explorer.ui.panels.evidence.model import EvidenceModel, Index, cell_words
from explorer.ui.theme import REGULAR, SEMIBOLD, TEXT_PX
from explorer.ui.widgets.lettering import CLOSE, SMALL
from explorer.ui.widgets.text_lines import text_lines, write

LINE, PAD_X, PAD_Y = 17, 8, 7
_BAR = 3
_STATES = 4
"""As many as two lines have room for."""
_SIGN = 12


class EvidenceDelegate(QStyledItemDelegate):
    """Paints a cell: claims and names in lines, the way an item points by sign, words and hue."""

    def __init__(self, model: EvidenceModel, theme: Theme) -> None:
        """Paint the rows of a model."""
        super().__init__(model)
        self._model = model
        self.theme = theme
        self.lines = 2
        """How many lines a claim has."""
        self.ring = -1
        """The row that has the focus."""

    def height(self) -> int:
        """Give the height of every row, in pixels."""
        return self.lines * LINE + 2 * PAD_Y + 1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the height of a row."""
        del option, index
        return QSize(60, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        theme = self.theme
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row, column = self._model.rows[index.row()], COLUMNS[index.column()][0]
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(theme.tint if is_chosen else theme.card))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(theme.grid))
        if index.column() == 0:
            hue = {"+": theme.pull, "-": theme.hold, "0": theme.track}[row.direction]
            painter.fillRect(QRect(box.left(), box.top(), _BAR, box.height() - 1), QColor(hue))
        self._paint_words(painter, box.adjusted(PAD_X, PAD_Y, -4, -PAD_Y), row, column)
        if index.row() == self.ring:
            self._paint_ring(painter, box, index.column())

    def _paint_words(self, painter: QPainter, box: QRect, row: EvidenceRow, column: str) -> None:
        theme = self.theme
        if column == "claim":
            lines = text_lines(row.claim, TEXT_PX, box.width(), self.lines)
            for at, line in enumerate(lines):
                place = QRect(box.left(), box.top() + at * LINE, box.width(), LINE)
                write(painter, place, line, theme.ink, TEXT_PX)
        elif column == "date":
            top = QRect(box.left(), box.top(), box.width(), LINE)
            write(painter, top, row.date, theme.ink, CLOSE)
            below = top.translated(0, LINE)
            own = row.is_own or bool(row.verdict)
            mark = f"{row.id} · {row.verdict}" if row.verdict else row.id
            ink = theme.accent if own else theme.mute
            write(painter, below, mark, ink, SMALL, SEMIBOLD if own else REGULAR)
        elif column == "direction":
            self._paint_sign(painter, box, row)
            self._paint_lines(painter, box.adjusted(_SIGN, 0, 0, 0), row.direction_words)
        elif column == "sources":
            below = "shared" if row.is_repeated else ""
            self._paint_two(painter, box, str(row.sources), below, theme.mute)
        elif column == "kind":
            self._paint_two(painter, box, row.kind, "my own" if row.is_own else "", theme.accent)
        elif column == "states":
            self._paint_lines(painter, box, _states_words(row.states))
        else:
            self._paint_lines(painter, box, cell_words(row, column))

    def _paint_two(self, painter: QPainter, box: QRect, top: str, below: str, ink: str) -> None:
        """Write a line, and a small one below it if there is one."""
        line = QRect(box.left(), box.top(), box.width(), LINE)
        write(painter, line, top, self.theme.ink, CLOSE)
        if below:
            write(painter, line.translated(0, LINE), below, ink, SMALL)

    def _paint_lines(self, painter: QPainter, box: QRect, words: str) -> None:
        for at, line in enumerate(text_lines(words, CLOSE, max(box.width(), 8), 2)):
            place = QRect(box.left(), box.top() + at * LINE, box.width(), LINE)
            write(painter, place, line, self.theme.ink, CLOSE)

    def _paint_sign(self, painter: QPainter, box: QRect, row: EvidenceRow) -> None:
        """Paint a triangle that points up for towards and down for against; a dot for context."""
        theme = self.theme
        x, y = box.left() + 3.5, box.top() + LINE / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if row.direction == "0":
            painter.setBrush(QColor(theme.faint))
            painter.drawEllipse(QPointF(x, y), 2.2, 2.2)
        else:
            tip = -3.5 if row.direction == "+" else 3.5
            painter.setBrush(QColor(theme.pull if tip < 0 else theme.hold))
            corners = ((x - 3.8, y - tip), (x + 3.8, y - tip), (x, y + tip))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.restore()

    def _paint_ring(self, painter: QPainter, box: QRect, column: int) -> None:
        """Paint the part of the ring round the row that this cell has."""
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        top, bottom = box.top() + 1, box.bottom() - 1
        painter.drawLine(box.left(), top, box.right() + 1, top)
        painter.drawLine(box.left(), bottom, box.right() + 1, bottom)
        for is_end, x in (
            (column == 0, box.left() + 1),
            (column == len(COLUMNS) - 1, box.right()),
        ):
            if is_end:
                painter.drawLine(x, top, x, bottom)


def _states_words(states: tuple[str, ...]) -> str:
    """Name the states, of many the first and how many more."""
    if len(states) <= _STATES:
        return " ".join(states)
    return f"{' '.join(states[: _STATES - 1])} +{len(states) - _STATES + 1}"
