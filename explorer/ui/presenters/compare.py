"""Keeps the comparison on the screen in step with the session, and takes what the user means."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject

from explorer.domain.atlas import Atlas
from explorer.pages.compare import ComparePage
from explorer.pages.compare_page import compose_compare, with_intervals
from explorer.pages.outlook import Intervals, Outlook
from explorer.pages.view import Sort, Target, View
from explorer.pages.words import study_states
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.panels.compare.panel import ComparePanel
from explorer.ui.session import Session
from explorer.workspace.assumptions import reset


class ComparePresenter(QObject):
    """Composes a page for each view once, and shows it.

    A page takes a few milliseconds, so this work stays on the GUI thread; pages are kept until the
    workspace changes, since nothing else they say can, but for the intervals: when these are
    drawn, the likely outcomes alone are composed anew. While another view is in front, nothing
    is: what changed by then is shown when the comparison comes back into sight.
    """

    def __init__(
        self, session: Session, panel: ComparePanel, outlooks: OutlookKeeper | None = None
    ) -> None:
        """Show the session's view at once; without `outlooks` it is as the pack has it."""
        super().__init__()
        self._session = session
        self._panel = panel
        self._outlooks = outlooks
        self._pages: dict[View, ComparePage] = {}
        self._is_behind = False
        self._made_of = (session.workspace, session.as_of, self._outlook())
        session.as_of_changed.connect(self._pages.clear)
        session.view_changed.connect(self._show_view)
        session.workspace_changed.connect(self._show_workspace)
        session.selection_changed.connect(self._show_selection)
        if outlooks is not None:
            outlooks.changed.connect(self._show_workspace)
            outlooks.intervals_changed.connect(self._show_intervals)
        panel.shown.connect(self._catch_up)
        panel.chosen.connect(session.select)
        panel.sort_chosen.connect(self.sort)
        panel.judgement_wanted.connect(self.return_to_judgement)
        self._show_view()

    @property
    def is_behind(self) -> bool:
        """Say whether the panel, being out of sight, has yet to show what changed."""
        return self._is_behind

    def return_to_judgement(self) -> None:
        """Assume nothing any more, as one step that can be undone."""
        self._session.edit(reset(self._session.workspace))

    def sort(self, order: Sort) -> None:
        """Put the rows in an order."""
        self._session.show(replace(self._session.view, sort=order))

    def switch_sort(self) -> None:
        """Go from one order of rows to the other."""
        self.sort("difference" if self._session.view.sort == "factor" else "factor")

    def choose_comparators(self, wanted: tuple[str, ...]) -> None:
        """Compare with these countries, in the pack's order; with none, nothing changes."""
        view = self._session.view
        order = tuple(
            iso3
            for iso3 in study_states(self._session.atlas)
            if iso3 in wanted and iso3 != view.baseline
        )
        if order:
            self._go(replace(view, comparators=order))

    def choose_baseline(self, iso3: str) -> None:
        """Compare from another country; the former baseline takes its place if it was compared."""
        self._go(with_baseline(self._session.atlas, self._session.view, iso3))

    def _go(self, view: View) -> None:
        """Show a view; a selection that it would hide goes to a country that it shows."""
        self._session.show(view, in_view(self._session.selection, view))

    def _page(self) -> ComparePage:
        view = self._session.view
        page = self._pages.get(view)
        if page is None:
            session, outlook = self._session, self._outlook()
            page = compose_compare(
                session.atlas, session.workspace, view, outlook, self._intervals()
            )
            self._pages[view] = page
        return page

    def _outlook(self) -> Outlook | None:
        return self._outlooks.outlook_if_due if self._outlooks else None

    def _intervals(self) -> Intervals | None:
        return self._outlooks.intervals if self._outlooks else None

    def _show_view(self) -> None:
        if self._waits():
            return
        self._panel.show_page(self._page(), self._session.view.sort)
        self._show_selection()

    def _show_workspace(self) -> None:
        """Show what the user changed; once, though session and forecasts both tell of it."""
        made_of = (self._session.workspace, self._session.as_of, self._outlook())
        if all(one is other for one, other in zip(made_of, self._made_of, strict=True)):
            return
        self._made_of = made_of
        self._pages.clear()
        self._show_view()

    def _show_intervals(self) -> None:
        """Show the page that is shown with its likely outcomes composed anew."""
        session, outlook = self._session, self._outlook()
        kept = self._pages.get(session.view)
        self._pages.clear()
        if self._waits():
            return
        if kept is None or outlook is None:
            self._show_view()
            return
        page = with_intervals(
            kept, session.atlas, session.workspace, session.view, outlook, self._intervals()
        )
        self._pages[session.view] = page
        self._panel.show_outcomes(page)
        self._show_selection()

    def _show_selection(self) -> None:
        if not self._is_behind:
            self._panel.show_selection(self._session.selection)

    def _waits(self) -> bool:
        """Say whether nobody sees the panel, since another view is in front of it."""
        panel = self._panel
        self._is_behind = panel.window().isVisible() and not panel.isVisible()
        return self._is_behind

    def _catch_up(self) -> None:
        if self._is_behind:
            self._show_view()


def with_baseline(atlas: Atlas, view: View, iso3: str) -> View:
    """Give the view from another baseline, with as many countries against it as before."""
    against = {view.baseline if code == iso3 else code for code in view.comparators}
    order = tuple(code for code in study_states(atlas) if code in against)
    return replace(view, baseline=iso3, comparators=order)


def in_view(target: Target, view: View) -> Target:
    """Give a target that the view shows: a hidden country gives way to the first one compared."""
    if not target.iso3 or target.iso3 in view.shown:
        return target
    return replace(target, iso3=view.comparators[0])


def first_view(atlas: Atlas, baseline: str, comparators: tuple[str, ...], sort: str) -> View:
    """Give the view to start with: what is remembered, as far as the Atlas still holds it."""
    states = study_states(atlas)
    chosen = baseline if baseline in states else atlas.subject.baseline
    others = tuple(code for code in states if code != chosen)
    against = tuple(code for code in others if code in comparators) or others[:1]
    order = cast("Sort", sort if sort in {"factor", "difference"} else "factor")
    return View(chosen, against, order)
