"""Why a country has its rating: mark, reasons, what would change them, each rater's view."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.detail import RaterView, Reason
from explorer.style import Theme, country_ink
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.citations import Citations
from explorer.ui.widgets.disclosure import Disclosure
from explorer.ui.widgets.lettering import BODY, CLOSE, SMALL, font
from explorer.ui.widgets.marks import CountryMark
from explorer.ui.widgets.scale import RatingBar
from explorer.ui.widgets.text import Text, aside, body, fixed, strong
from explorer.ui.widgets.trace_link import TraceLink

_TEXT_FROM = "Where is this text from?"


class ReasonView(QWidget):
    """Shows the reasons for one country. `evidence_opened` carries the id of a cited item."""

    evidence_opened = Signal(str)
    unfolded = Signal()

    def __init__(self, reason: Reason, theme: Theme) -> None:
        """Show a reason."""
        super().__init__()
        self._theme = theme
        self.setAccessibleName(f"{reason.name}: {reason.rating}")
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(3)
        room.addLayout(self._head(reason))
        if reason.mark is not None:
            words = f"{reason.name}: {reason.rating}"
            room.addWidget(RatingBar(reason.iso3, reason.mark, theme, words))
        if reason.confidence:
            room.addWidget(aside(f"Confidence: {reason.confidence}", theme))
        if reason.own:
            room.addWidget(aside(reason.own, theme))
        if reason.summary:
            room.addWidget(strong(reason.summary, theme))
        self._add_rationale(room, reason)
        for label, words in (
            ("Would raise", reason.would_raise),
            ("Would lower", reason.would_lower),
            ("Change", reason.change),
        ):
            if words:
                room.addLayout(self._labelled(label, words))
        if reason.raters:
            count = len(reason.raters)
            words = "The rater's own view" if count == 1 else f"The {count} raters' own views"
            folded = Disclosure(words, theme, lambda: self._raters(reason.raters))
            folded.unfolded.connect(self.unfolded)
            room.addWidget(folded)

    def _add_rationale(self, room: QVBoxLayout, reason: Reason) -> None:
        """Add the text, what it cites, and the way to where it is from."""
        text = reason.rationale
        if text.text:
            room.addWidget(body(text.text, self._theme))
        if text.evidence_ids:
            cited = Citations(text.evidence_ids, self._theme)
            cited.opened.connect(self.evidence_opened)
            room.addWidget(cited)
        if reason.goal and text.text:
            goal = f"cell:{reason.goal.partition(':')[2]}"
            room.addWidget(TraceLink(goal, self._theme, f"for {reason.name}", _TEXT_FROM))

    def _head(self, reason: Reason) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(CountryMark(reason.iso3, self._theme))
        ink = country_ink(reason.iso3, self._theme)
        line.addWidget(fixed(Text(reason.name, font(BODY, SEMIBOLD), ink)))
        rating = Text(reason.rating, font(SMALL), self._theme.mute)
        rating.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(rating, 1)
        if reason.goal:
            line.addWidget(TraceLink(reason.goal, self._theme, f"Rating of {reason.name}"))
        return line

    def _labelled(self, label: str, words: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(fixed(Text(label, font(SMALL, SEMIBOLD), self._theme.mute), 66))
        line.addWidget(Text(words, font(CLOSE), self._theme.ink), 1)
        return line

    def _raters(self, views: tuple[RaterView, ...]) -> QWidget:
        box = QWidget()
        room = QVBoxLayout(box)
        room.setContentsMargins(10, 0, 0, 2)
        room.setSpacing(5)
        for view in views:
            head = " · ".join(part for part in (view.rater, view.rating, view.confidence) if part)
            room.addWidget(Text(head, font(SMALL, SEMIBOLD), self._theme.mute))
            if view.summary:
                room.addWidget(Text(view.summary, font(CLOSE), self._theme.ink))
        return box
