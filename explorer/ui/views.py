"""Builds the views beside Compare, each when it is opened for the first time."""

from collections.abc import Callable
from functools import partial

from explorer.pages.view import Target
from explorer.ui.main_window import MainWindow


def build_view(window: MainWindow, name: str) -> None:
    """Build a view by its name and put it in the window; a name that is no view does nothing."""
    builder = _BUILDERS.get(name)
    if builder is not None:
        builder(window)


def _build_outcomes(window: MainWindow) -> None:
    from explorer.ui.panels.outcomes import OutcomesPanel
    from explorer.ui.presenters.outcomes import OutcomesPresenter

    panel = OutcomesPanel(window.themes.theme)
    OutcomesPresenter(window.session, window.outlooks, window.tasks, window.themes, panel)
    panel.raters_wanted.connect(window.menu.raters_wanted)
    window.add_view("outcomes", panel)


def _build_what_if(window: MainWindow) -> None:
    from explorer.ui.panels.what_if import WhatIfPanel
    from explorer.ui.presenters.what_if import WhatIfPresenter

    panel = WhatIfPanel(window.themes.theme)
    WhatIfPresenter(window.session, window.outlooks, window.tasks, window.themes, panel)
    window.add_view("what_if", panel)


def _build_evidence(window: MainWindow) -> None:
    from explorer.ui.panels.evidence import EvidencePanel
    from explorer.ui.presenters.evidence import EvidencePresenter
    from explorer.ui.presenters.own_evidence import OwnEvidencePresenter

    panel = EvidencePanel(window.themes.theme)
    presenter = EvidencePresenter(window.session, window.tasks, window.themes, panel)
    mine = OwnEvidencePresenter(window.session, window.tasks, window.themes, panel)
    presenter.acted.connect(mine.act)
    presenter.jump_wanted.connect(partial(_jump, window))
    mine.kept.connect(presenter.show_item)
    window.searching.add_view("evidence", presenter.open_hit)
    window.add_view("evidence", panel)


def _jump(window: MainWindow, goal: object) -> None:
    """Go to what is to be selected, or to a view by its name."""
    if isinstance(goal, Target):
        window.go_to(goal)
    elif isinstance(goal, str):
        window.open_view(goal)


def _build_timeline(window: MainWindow) -> None:
    from explorer.ui.panels.timeline import TimelinePanel
    from explorer.ui.presenters.timeline import TimelinePresenter

    panel = TimelinePanel(window.themes.theme)
    presenter = TimelinePresenter(window.session, window.tasks, window.themes, panel)
    window.searching.add_view("timeline", presenter.open_hit)
    panel.evidence_opened.connect(partial(_show_evidence, window))
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
    presenter = NotesPresenter(window.session, window.themes, panel, window.searching.jump)
    window.searching.add_view("notes", presenter.open_hit)
    window.note_wanted.connect(presenter.begin_note)
    window.add_view("notes", panel)


def _build_assessments(window: MainWindow) -> None:
    from explorer.ui.panels.assessments import AssessmentsPanel
    from explorer.ui.presenters.assessments import AssessmentsPresenter

    panel = AssessmentsPanel(window.themes.theme)
    presenter = AssessmentsPresenter(window.session, window.tasks, window.themes, panel)
    window.searching.add_view("assessments", presenter.open_hit)
    window.add_view("assessments", panel)


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


_BUILDERS: dict[str, Callable[[MainWindow], None]] = {
    "outcomes": _build_outcomes,
    "what_if": _build_what_if,
    "evidence": _build_evidence,
    "timeline": _build_timeline,
    "notes": _build_notes,
    "changes": _build_changes,
    "assessments": _build_assessments,
}
