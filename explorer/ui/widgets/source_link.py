"""A source as a link: the publisher and date, with title and address in the tooltip."""

import html

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.pages.detail import SourceLink
from explorer.style import Theme
from explorer.ui.widgets.lettering import SMALL, font
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import aside

SAFE_SCHEMES = ("http://", "https://", "mailto:")


def is_safe(address: str) -> bool:
    """Say whether an address may be opened outside: web pages and mail, nothing else."""
    lowered = address.lower()
    plain = not any(ord(letter) <= 32 for letter in address)
    return plain and lowered.startswith(SAFE_SCHEMES)


class SourceLine(QWidget):
    """One source. `opened` carries its address when the user clicks."""

    opened = Signal(str)

    def __init__(self, source: SourceLink, theme: Theme) -> None:
        """Show a link where the address is safe to open, else plain words."""
        super().__init__()
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        if not is_safe(source.url):
            words = aside(source.line or source.title, theme)
            words.setToolTip(_tooltip(source.title, ""))
            room.addWidget(words)
            return
        link = LinkButton(source.line or source.title, theme, font(SMALL))
        link.setToolTip(_tooltip(source.title, source.url))
        link.setAccessibleName(f"Source: {source.line}. {source.title}")
        link.setAccessibleDescription(f"Opens {source.url} in the browser")
        link.clicked.connect(lambda: self.opened.emit(source.url))
        room.addWidget(link)


def _tooltip(title: str, address: str) -> str:
    """Write a tooltip, escaped, since Qt takes a tooltip that looks like markup for markup."""
    lines = [html.escape(line) for line in (title, address) if line]
    return "<p>" + "<br>".join(lines) + "</p>" if lines else ""
