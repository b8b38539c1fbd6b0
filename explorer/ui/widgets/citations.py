"""The evidence that a text rests on, as a line of links."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy

from explorer.style import Theme
from explorer.ui.widgets.lettering import SMALL, font, set_ink

_ID = re.compile(r"[A-Za-z]\w{0,15}")


class Citations(QLabel):
    """Links to evidence items. `opened` carries the id of the one chosen.

    This is the one label with markup: it holds nothing but ids of letters and digits.
    """

    opened = Signal(str)

    def __init__(self, ids: tuple[str, ...], theme: Theme, lead: str = "Rests on") -> None:
        """Show the ids after a lead."""
        super().__init__()
        safe = [each for each in ids if _ID.fullmatch(each)]
        style = f"color:{theme.accent};text-decoration:none"
        links = ", ".join(f'<a style="{style}" href="evidence:{each}">{each}</a>' for each in safe)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setFont(font(SMALL))
        set_ink(self, theme.mute)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setText(f"{lead} {links}")
        self.setAccessibleName(f"{lead} evidence {', '.join(safe)}")
        self.linkActivated.connect(self._open)

    def _open(self, href: str) -> None:
        self.opened.emit(href.partition(":")[2])
