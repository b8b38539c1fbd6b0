"""A source as a link: the publisher and date, with title and address in the tooltip."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.pages.detail import SourceLink
from explorer.pages.trace import source_goal
from explorer.style import Theme
from explorer.ui.widgets.lettering import SMALL, font
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import aside
from explorer.ui.widgets.trace_link import IN_SOURCES, WHERE_FROM, TraceLink

SAFE_SCHEMES = ("http://", "https://", "mailto:")


def is_safe(address: str) -> bool:
    """Say whether an address may be opened outside: web pages and mail, nothing else."""
    lowered = address.lower()
    plain = not any(ord(letter) <= 32 for letter in address)
    return plain and lowered.startswith(SAFE_SCHEMES)


class SourceLine(QWidget):
    """One source. `opened` carries its address when the user clicks."""

    opened = Signal(str)

    def __init__(self, source: SourceLink, theme: Theme, goal: str = "") -> None:
        """Show a link where the address is safe to open, else plain words.

        Beside it stands the way to the view Sources: to `goal`, or else to the source itself.
        """
        super().__init__()
        room = QHBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(8)
        trace = TraceLink(
            goal or source_goal(source.id),
            theme,
            source.line or source.title,
            WHERE_FROM if goal else IN_SOURCES,
        )
        if not is_safe(source.url):
            words = aside(source.line or source.title, theme)
            words.setToolTip(_tooltip(source.title, ""))
            room.addWidget(words, 1)
            room.addWidget(trace, 0, Qt.AlignmentFlag.AlignTop)
            return
        link = LinkButton(source.line or source.title, theme, font(SMALL))
        link.setToolTip(_tooltip(source.title, source.url))
        link.setAccessibleName(f"Source: {source.line}. {source.title}")
        link.setAccessibleDescription(f"Opens {source.url} in the browser")
        link.clicked.connect(lambda: self.opened.emit(source.url))
        trace.setMinimumWidth(trace.sizeHint().width())  # the source's own words give way first
        room.addWidget(link)
        room.addWidget(trace)
        room.addStretch(1)


def _tooltip(title: str, address: str) -> str:
    """Write a tooltip, escaped, since Qt takes a tooltip that looks like markup for markup."""
    lines = [html.escape(line) for line in (title, address) if line]
    return "<p>" + "<br>".join(lines) + "</p>" if lines else ""
