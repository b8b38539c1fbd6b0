"""Takes the user to what was found: in the details, in What if, or in a window of its own."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer.pages.search import Hit, HitKind
from explorer.pages.search_places import place_of
from explorer.pages.search_reading import compose_reading
from explorer.ui.panels.detail.reading import ReadingWindow
from explorer.ui.presenters.detail import DetailPresenter, open_outside
from explorer.ui.presenters.search import Jump, SearchPresenter
from explorer.ui.session import Session
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.assumptions import choose_base, open_scenario


class SearchJumps(QObject):
    """Knows the way to what is no target and no view.

    Evidence, Timeline, Notes and Sources show their own things. Series are led to in the details,
    and what is shown nowhere is read in a window of its own.
    """

    def __init__(
        self,
        searching: SearchPresenter,
        session: Session,
        details: DetailPresenter,
        themes: ThemeKeeper,
        show_details: Callable[[], None],
        window: QWidget,
    ) -> None:
        """Take hits from a search; `show_details` brings the details into sight."""
        super().__init__(searching)
        self._searching = searching
        self._session = session
        self._details = details
        self._themes = themes
        self._show_details = show_details
        self._window = window
        jumps: tuple[tuple[tuple[HitKind, ...], Jump], ...] = (
            (("glossary", "event", "assessment", "question"), self.read),
            (("series",), self.read),
            (("series",), self.lead),
            (("scenario", "own_scenario"), self.assume),
            (("evidence", "own_evidence", "remark"), searching.in_view("evidence")),
            (("event",), searching.in_view("timeline")),
            (("note", "own_note"), searching.in_view("notes")),
            (("assessment",), searching.in_view("assessments")),
            (("vote",), searching.in_view("votes")),
            (("question",), searching.in_view("record")),
            (("source",), searching.in_view("sources")),
        )
        for kinds, jump in jumps:
            searching.add_jump(kinds, jump)

    def lead(self, hit: Hit) -> bool:
        """Lead to where the details show a hit; `False` where they do not."""
        place = place_of(self._session.atlas, self._session.view, hit)
        if place is None:
            return False
        self._searching.target_wanted.emit(place.target)
        self._show_details()
        self._details.lead_to(place.series)
        return True

    def read(self, hit: Hit) -> bool:
        """Show a hit in a window of its own."""
        reading = compose_reading(self._session.atlas, hit)
        if reading is None:
            return False
        window = ReadingWindow(reading, self._themes.theme, self._window)
        window.link_opened.connect(open_outside)
        window.evidence_opened.connect(partial(self._follow, window, "evidence"))
        window.series_chosen.connect(partial(self._follow, window, "series"))
        window.open()
        return True

    def assume(self, hit: Hit) -> bool:
        """Assume a scenario, as a step that can be undone, and open What if."""
        session = self._session
        if hit.kind == "scenario":
            assumed = choose_base(session.workspace, hit.key)
        elif hit.key in session.workspace.scenarios:
            assumed = open_scenario(session.workspace, hit.key)
        else:
            return False
        session.settle()
        session.edit(assumed)
        self._searching.view_wanted.emit("what_if")
        return True

    def _follow(self, window: ReadingWindow, kind: str, key: str) -> None:
        """Go from a window to an item that it cites."""
        window.accept()
        self._searching.jump(
            Hit("evidence" if kind == "evidence" else "series", key, "", None, key=key)
        )
