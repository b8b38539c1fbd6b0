"""Takes the user to what was found: in the details, in What if, or in a window of its own."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer.pages.search import Hit, HitKind
from explorer.pages.search_places import Place, place_of
from explorer.pages.search_reading import compose_reading
from explorer.pages.view import View
from explorer.ui.panels.detail.reading import ReadingWindow
from explorer.ui.presenters.detail import DetailPresenter, open_outside
from explorer.ui.presenters.search import Jump, SearchPresenter
from explorer.ui.session import Session
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.assumptions import choose_base, open_scenario


class SearchJumps(QObject):
    """Knows the way to what is no target and no view.

    Views come first: Evidence, Timeline and Notes show their own things once they are on the rail.
    Else evidence, sources, notes and series are led to where the details show them, and what the
    details do not show is read in a window of its own.
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
        in_evidence = searching.in_view("evidence")
        self._show_source = in_evidence
        jumps: tuple[tuple[tuple[HitKind, ...], Jump], ...] = (
            (("glossary", "event", "assessment", "question"), self.read),
            (("source", "note", "series"), self.read),
            (("source", "note", "series"), self.lead),
            (("own_note",), self.open_note),
            (("scenario", "own_scenario"), self.assume),
            (("evidence", "own_evidence", "remark"), in_evidence),
            (("source",), self.show_source),
            (("event",), searching.in_view("timeline")),
            (("note", "own_note"), searching.in_view("notes")),
        )
        for kinds, jump in jumps:
            searching.add_jump(kinds, jump)

    def show_source(self, hit: Hit) -> bool:
        """Show what rests on a source among the evidence; `False` where no item does."""
        evidence = self._session.atlas.evidence
        is_cited = any(hit.key in item.source_ids for item in evidence)
        return is_cited and self._show_source(hit)

    def lead(self, hit: Hit) -> bool:
        """Lead to where the details show a hit; `False` where they do not."""
        place = place_of(self._session.atlas, self._session.view, hit)
        if place is None:
            return False
        self._go_to(place)
        self._details.lead_to(series=place.series, note=place.note)
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

    def open_note(self, hit: Hit) -> bool:
        """Go to one of the user's own notes, ready to write on."""
        place = place_of(self._session.atlas, self._session.view, hit)
        if place is None:
            return False
        self._go_to(place)
        self._details.begin_note()
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

    def _go_to(self, place: Place) -> None:
        baseline, other = place.pair
        if other:
            self._session.show(View(baseline, (other,), self._session.view.sort))
        self._searching.target_wanted.emit(place.target)
        self._show_details()

    def _follow(self, window: ReadingWindow, kind: str, key: str) -> None:
        """Go from a window to an item that it cites."""
        window.accept()
        self._searching.jump(
            Hit("evidence" if kind == "evidence" else "series", key, "", None, key=key)
        )
