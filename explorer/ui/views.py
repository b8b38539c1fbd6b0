"""Builds the views beside Compare, each when it is opened for the first time."""

from collections.abc import Callable
from functools import partial

from explorer.pages.search import Hit, HitKind
from explorer.pages.trace import evidence_goal
from explorer.pages.trace_goals import goal_of_event, goal_of_note
from explorer.pages.view import Target
from explorer.ui.main_window import MainWindow
from explorer.ui.presenters.search import Jump
from explorer.ui.presenters.tracing import Tracing
from explorer.ui.presenters.visited import Visited


def build_view(window: MainWindow, name: str) -> None:
    """Build a view by its name and put it in the window; a name that is no view does nothing."""
    builder = _BUILDERS.get(name)
    if builder is not None:
        builder(window)


def _build_outcomes(window: MainWindow) -> None:
    from explorer.ui.panels.outcomes import OutcomesPanel
    from explorer.ui.presenters.outcomes import OutcomesPresenter

    panel = OutcomesPanel(window.themes.theme)
    panel.trace_wanted.connect(partial(_trace, window))
    OutcomesPresenter(window.session, window.outlooks, window.tasks, window.themes, panel)
    panel.raters_wanted.connect(window.menu.raters_wanted)
    window.add_view("outcomes", panel)


def _build_what_if(window: MainWindow) -> None:
    from explorer.ui.panels.what_if import WhatIfPanel
    from explorer.ui.presenters.what_if import WhatIfPresenter

    panel = WhatIfPanel(window.themes.theme)
    WhatIfPresenter(window.session, window.outlooks, window.tasks, window.themes, panel)
    panel.trace_wanted.connect(partial(_trace, window))
    window.add_view("what_if", panel)


def _build_evidence(window: MainWindow) -> None:
    from explorer.ui.panels.evidence import EvidencePanel
    from explorer.ui.presenters.evidence import EvidencePresenter
    from explorer.ui.presenters.own_evidence import OwnEvidencePresenter

    panel = EvidencePanel(window.themes.theme)
    panel.trace_wanted.connect(partial(_trace, window))
    presenter = EvidencePresenter(window.session, window.tasks, window.themes, panel)
    mine = OwnEvidencePresenter(window.session, window.tasks, window.themes, panel)
    presenter.acted.connect(mine.act)
    presenter.jump_wanted.connect(partial(_jump, window))
    mine.kept.connect(presenter.show_item)
    window.searching.add_view("evidence", presenter.open_hit)
    _tracing(window).add_chosen("evidence", lambda: evidence_goal(presenter.chosen))
    _visited(window).add_way("evidence", lambda: presenter.chosen, presenter.show_item)
    window.add_view("evidence", panel)


def _jump(window: MainWindow, goal: object) -> None:
    """Go to what is to be selected, to a question of the record, or to a view by its name."""
    if isinstance(goal, Target):
        window.go_to(goal)
    elif isinstance(goal, str):
        name, _, key = goal.partition(":")
        window.open_view(name)
        if name == "record" and key:
            _show_question(window, key)


def _show_question(window: MainWindow, key: str) -> None:
    """Show a question of the record."""
    from explorer.ui.presenters.record import RecordPresenter

    presenter = window.findChild(RecordPresenter)
    if presenter is not None:
        presenter.show_question(key)


def _build_timeline(window: MainWindow) -> None:
    from explorer.ui.panels.timeline import TimelinePanel
    from explorer.ui.presenters.timeline import TimelinePresenter

    panel = TimelinePanel(window.themes.theme)
    panel.trace_wanted.connect(partial(_trace, window))
    presenter = TimelinePresenter(window.session, window.tasks, window.themes, panel)
    window.searching.add_view("timeline", presenter.open_hit)
    _tracing(window).add_chosen("timeline", lambda: _event_goal(window, presenter.key))
    panel.evidence_opened.connect(partial(_show_evidence, window))
    _visited(window).add_way(
        "timeline", lambda: presenter.key, _opener("event", presenter.open_hit)
    )
    window.add_view("timeline", panel)


def _show_evidence(window: MainWindow, evidence_id: str) -> None:
    """Show an item of evidence among all others."""
    from explorer.ui.presenters.evidence import EvidencePresenter

    window.open_view("evidence")
    presenter = window.findChild(EvidencePresenter)
    if presenter is not None:
        presenter.show_item(evidence_id)


def _build_notes(window: MainWindow) -> None:
    from explorer.ui.panels.notes import NotesPanel
    from explorer.ui.presenters.notes import NotesPresenter

    panel = NotesPanel(window.themes.theme)
    panel.trace_wanted.connect(partial(_trace, window))
    presenter = NotesPresenter(window.session, window.themes, panel, window.searching.jump)
    window.searching.add_view("notes", presenter.open_hit)
    _tracing(window).add_chosen("notes", lambda: goal_of_note(presenter.key))
    window.note_wanted.connect(presenter.begin_note)
    _visited(window).add_way("notes", lambda: presenter.key, presenter.open_note)
    window.add_view("notes", panel)


def _build_assessments(window: MainWindow) -> None:
    from explorer.ui.panels.assessments import AssessmentsPanel
    from explorer.ui.presenters.assessments import AssessmentsPresenter

    panel = AssessmentsPanel(window.themes.theme)
    presenter = AssessmentsPresenter(window.session, window.tasks, window.themes, panel)
    panel.trace_wanted.connect(partial(_trace, window))
    _tracing(window).add_chosen("assessments", presenter.goal)
    window.searching.add_view("assessments", presenter.open_hit)
    show = _opener("assessment", presenter.open_hit)
    _visited(window).add_way("assessments", lambda: presenter.key, show)
    window.add_view("assessments", panel)


def _build_votes(window: MainWindow) -> None:
    from explorer.ui.panels.votes import VotesPanel
    from explorer.ui.presenters.votes import VotesPresenter

    panel = VotesPanel(window.themes.theme)
    presenter = VotesPresenter(window.session, window.tasks, window.themes, panel)
    presenter.trace_wanted.connect(partial(_trace, window))
    _tracing(window).add_chosen("votes", presenter.goal)
    window.searching.add_view("votes", presenter.open_hit)
    window.add_view("votes", panel)


def _build_changes(window: MainWindow) -> None:
    from explorer.ui.panels.changes import ChangesPanel
    from explorer.ui.presenters.changes import ChangesPresenter

    panel = ChangesPanel(window.themes.theme)
    presenter = ChangesPresenter(
        window.session, window.tasks, window.themes, panel, lambda: window.settings().last_briefs
    )
    presenter.jump_wanted.connect(partial(_jump_or_find, window))
    window.add_view("changes", panel)


def _jump_or_find(window: MainWindow, goal: object) -> None:
    """Go to what is to be selected, or to what a search would find."""
    if isinstance(goal, Target):
        window.go_to(goal)
    else:
        window.searching.jump(goal)


def _build_record(window: MainWindow) -> None:
    from explorer.ui.panels.record import RecordPanel
    from explorer.ui.presenters.own_record import OwnRecordPresenter
    from explorer.ui.presenters.record import RecordPresenter

    panel = RecordPanel(window.themes.theme)
    presenter = RecordPresenter(window.session, window.tasks, window.themes, panel)
    mine = OwnRecordPresenter(window.session, window.tasks, window.themes, panel)
    mine.kept.connect(presenter.show_question)
    panel.detail.evidence_opened.connect(partial(_show_evidence, window))
    panel.detail.trace_wanted.connect(partial(_trace, window))
    _tracing(window).add_chosen("record", presenter.goal)
    window.searching.add_view("record", presenter.open_hit)
    _visited(window).add_way("record", lambda: presenter.chosen, presenter.show_question)
    window.add_view("record", panel)


def _build_sources(window: MainWindow) -> None:
    from explorer import paths
    from explorer.packs.rows import PackFiles
    from explorer.ui.panels.sources import SourcesPanel
    from explorer.ui.presenters.sources import SourcesPresenter

    panel = SourcesPanel(window.themes.theme)
    files = PackFiles(paths.bundled_pack())
    presenter = SourcesPresenter(window.session, window.tasks, window.themes, panel, files)
    presenter.way_wanted.connect(partial(_see, window))
    window.searching.add_view("sources", presenter.open_hit)
    _tracing(window).show_by(presenter.open_thing)
    _visited(window).add_way("sources", lambda: presenter.goal, presenter.open_thing)
    _visited(window).add_trail("sources", presenter.step)
    window.add_view("sources", panel)


def _see(window: MainWindow, goal: object) -> None:
    """Go to what is to be selected, to what a search would find, or to a view by its name."""
    if isinstance(goal, str):
        window.open_view(goal)
    else:
        _jump_or_find(window, goal)


def _trace(window: MainWindow, goal: str) -> None:
    """Show in Sources where a thing is from."""
    _tracing(window).trace(goal)


def _event_goal(window: MainWindow, key: str) -> str:
    return goal_of_event(window.session.atlas, window.session.view, key)


def _visited(window: MainWindow) -> Visited:
    """Give the places visited, which are kept before any view is built."""
    return window.findChildren(Visited)[0]


def _opener(kind: HitKind, open_hit: Jump) -> Callable[[str], object]:
    """Give how to show a thing again by its key, in a view that shows what was found."""
    return lambda key: open_hit(Hit(kind, key, "", None, key=key))


def _tracing(window: MainWindow) -> Tracing:
    """Give the way to Sources, which is there before any view is built."""
    return window.findChildren(Tracing)[0]


def _build_map(window: MainWindow) -> None:
    from explorer.ui.panels.map import MapPanel
    from explorer.ui.presenters.map import MapPresenter

    panel = MapPanel(window.themes.theme)
    MapPresenter(window.session, window.outlooks, window.tasks, window.themes, panel)
    panel.opened.connect(partial(_show_state, window))
    panel.trace_wanted.connect(partial(_trace, window))
    window.add_view("map", panel)


def _show_state(window: MainWindow, iso3: str) -> None:
    """Select a state in the comparison, where it is added if it is not shown yet."""
    window.go_to(Target("country", iso3))


_BUILDERS: dict[str, Callable[[MainWindow], None]] = {
    "outcomes": _build_outcomes,
    "what_if": _build_what_if,
    "evidence": _build_evidence,
    "timeline": _build_timeline,
    "notes": _build_notes,
    "changes": _build_changes,
    "assessments": _build_assessments,
    "votes": _build_votes,
    "record": _build_record,
    "sources": _build_sources,
    "map": _build_map,
}
