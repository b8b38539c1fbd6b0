"""One item of evidence: its claim, which way it points, its grades, date and sources."""

import html

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.detail import EvidenceItem
from explorer.pages.trace import evidence_goal
from explorer.style import Theme
from explorer.ui.widgets.marks import NO_PEN
from explorer.ui.widgets.source_link import SourceLine
from explorer.ui.widgets.text import aside, body
from explorer.ui.widgets.trace_link import TraceLink


class EvidenceCard(QWidget):
    """Shows one item with a bar at its left coloured by direction; the words say it too."""

    link_opened = Signal(str)

    def __init__(self, item: EvidenceItem, theme: Theme) -> None:
        """Show an item."""
        super().__init__()
        self._theme = theme
        self._colour = {"+": theme.pull, "-": theme.hold, "0": theme.track}[item.direction]
        self._is_marked = False
        self.setAccessibleName(f"Evidence {item.id}: {item.claim}")
        self.setAccessibleDescription(
            f"{item.direction_words}, {item.strength_words}. {item.date}. {item.grade_words}"
        )
        room = QVBoxLayout(self)
        room.setContentsMargins(11, 1, 0, 2)
        room.setSpacing(1)
        room.addWidget(body(item.claim, theme))
        meta = aside(_meta(item), theme)
        meta.setToolTip(f"<p>{html.escape(item.grade_words)}</p>")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(meta, 1)
        trace = TraceLink(evidence_goal(item.id), theme, f"Evidence {item.id}")
        line.addWidget(trace, 0, Qt.AlignmentFlag.AlignTop)
        room.addLayout(line)
        if item.note:
            room.addWidget(aside(item.note, theme))
        for source in item.sources:
            shown = SourceLine(source, theme)
            shown.opened.connect(self.link_opened)
            room.addWidget(shown)

    def mark(self, *, is_marked: bool) -> None:
        """Lay a tint behind the item that the reader was led to."""
        self._is_marked = is_marked
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and, where the reader was led here, the tint."""
        del event
        painter = QPainter(self)
        painter.setPen(NO_PEN)
        if self._is_marked:
            painter.setBrush(QColor(self._theme.tint))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setBrush(QColor(self._colour))
        painter.drawRect(QRectF(0, 1, 3, self.height() - 2))
        painter.end()


def _meta(item: EvidenceItem) -> str:
    """Write the line under a claim."""
    parts = [
        item.grade,
        item.date,
        ", ".join(part for part in (item.strength_words, item.direction_words) if part),
        item.kind,
        ", ".join(item.countries),
        item.id + (" (cited above)" if item.cited else ""),
    ]
    return " · ".join(part for part in parts if part)
