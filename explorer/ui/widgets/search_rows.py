"""The rows of the list of hits, and how they are painted."""

from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from explorer.ui.theme import BOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL, capitals, font

_PAD = 9
_HEADING, _ONE_LINE, _TWO_LINES = 25, 25, 40
_GAP = 14
Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its title, what it is, a line below, and what to jump to.

    `marks` and `under_marks` are the stretches, (start, length), that were typed. `whole` is the
    title in full where it had to be cut.
    """

    title: str
    kind: str
    goal: object
    marks: Marks = ()
    under: str = ""
    under_marks: Marks = field(default=())
    whole: str = ""

    @property
    def spoken(self) -> str:
        """Give the hit as a screen reader says it, with nothing left out."""
        parts = (self.whole or self.title, self.kind, self.under)
        return ". ".join(part.rstrip(".") for part in parts if part) + "."


@dataclass(frozen=True, slots=True)
class HitRow:
    """A row: the title of a group, a hit, a way to open the group, or a remark."""

    group: str
    words: str = ""
    hit: Hit | None = None
    spoken: str = ""
    opens: bool = False
    is_heading: bool = False

    @property
    def can_be_chosen(self) -> bool:
        """Say whether the keys stop here."""
        return self.hit is not None or self.opens


def row_height(row: HitRow) -> int:
    """Give the height of a row, in pixels."""
    if row.hit is None:
        return _HEADING
    return _TWO_LINES if row.hit.under else _ONE_LINE


class RowDelegate(QStyledItemDelegate):
    """Paints rows: what was typed stands out in bold."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give the height of a row."""
        del option
        row = index.data(Qt.ItemDataRole.UserRole)
        return QSize(0, row_height(row) if isinstance(row, HitRow) else _ONE_LINE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, HitRow):
            return
        self.initStyleOption(option, index)
        # Of the application, since a style sheet gives the list paler words than the theme has.
        palette = QGuiApplication.palette()
        area: QRect = option.rect
        style: QStyle = option.widget.style()
        if row.can_be_chosen:
            panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
            style.drawPrimitive(panel, option, painter, option.widget)
        inner = area.adjusted(_PAD, 0, -_PAD, 0)
        painter.save()
        if row.hit is not None:
            _paint_hit(painter, inner, row.hit, palette)
        else:
            _paint_words(painter, inner, row, palette)
        painter.restore()


def _paint_words(painter: QPainter, area: QRect, row: HitRow, palette: QPalette) -> None:
    """Paint the title of a group with its remark, or a remark by itself."""
    mute = palette.color(QPalette.ColorRole.PlaceholderText)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if row.is_heading:
        painter.setPen(mute)
        painter.setFont(capitals())
        painter.drawText(area.adjusted(0, 4, 0, 0), left, row.group)
        painter.setFont(font(SMALL))
        painter.drawText(area.adjusted(0, 4, 0, 0), right, row.words)
        return
    painter.setPen(palette.color(QPalette.ColorRole.Link) if row.opens else mute)
    painter.setFont(font(SMALL))
    painter.drawText(area, left, row.words)


def _paint_hit(painter: QPainter, area: QRect, hit: Hit, palette: QPalette) -> None:
    """Paint the title with what it is at the right, where there is room, and the line below."""
    ink = palette.color(QPalette.ColorRole.WindowText)
    mute = palette.color(QPalette.ColorRole.PlaceholderText)
    line = QRect(area)
    if hit.under:
        line.setHeight(22)
        below = area.adjusted(0, 20, 0, -2)
        _paint_marked(painter, below, (hit.under, hit.under_marks), font(SMALL), mute)
    room = area.width() - _width(hit.title, hit.marks, font(CLOSE)) - _GAP
    words = QFontMetrics(font(SMALL)).elidedText(hit.kind, Qt.TextElideMode.ElideRight, room)
    if hit.kind and len(words) >= min(len(hit.kind), 8):
        painter.setFont(font(SMALL))
        painter.setPen(mute)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    _paint_marked(painter, line, (hit.title, hit.marks), font(CLOSE), ink)


def _paint_marked(
    painter: QPainter, area: QRect, said: tuple[str, Marks], letters: QFont, colour: QColor
) -> None:
    """Paint a line, its marked stretches in bold, cut at the edge of the area."""
    painter.setPen(colour)
    left = area.left()
    for text, is_marked in _runs(*said):
        used = _bold(letters) if is_marked else letters
        metrics = QFontMetrics(used)
        room = area.right() - left
        shown = text
        if metrics.horizontalAdvance(text) > room:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(used)
        place = QRect(left, area.top(), max(room, 0), area.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        left += metrics.horizontalAdvance(shown)
        if shown != text:
            return


def _runs(text: str, marks: Marks) -> tuple[tuple[str, bool], ...]:
    """Cut a text into stretches that are marked and stretches that are not."""
    runs: list[tuple[str, bool]] = []
    at = 0
    for start, length in marks:
        runs += [(text[at:start], False), (text[start : start + length], True)]
        at = start + length
    runs.append((text[at:], False))
    return tuple(run for run in runs if run[0])


def _width(text: str, marks: Marks, letters: QFont) -> int:
    return sum(
        QFontMetrics(_bold(letters) if is_marked else letters).horizontalAdvance(run)
        for run, is_marked in _runs(text, marks)
    )


def _bold(letters: QFont) -> QFont:
    return font(letters.pixelSize(), BOLD)
