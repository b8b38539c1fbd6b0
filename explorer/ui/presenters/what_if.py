"""Keeps the view What if in step with the session, and takes what the user assumes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from explorer.analysis.tenths import to_tenth
from explorer.analysis.weights import reweigh
from explorer.pages.agreement import compose_agreement
from explorer.pages.events import default_event, event_by_key, event_choices
from explorer.pages.levers import compose_levers
from explorer.pages.scenarios import compose_scenarios, first_columns
from explorer.pages.swings import compose_swings
from explorer.pages.what_changed import compose_change
from explorer.pages.what_if import compose_what_if, pooled_weights, rating_home, weights_in_force
from explorer.pages.what_if_outcomes import compose_outcome_bars, longest_swings
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.panels.what_if import WhatIfPanel
from explorer.ui.panels.what_if.sliders import RATINGS
from explorer.ui.presenters.chart_file import ChartFilePresenter
from explorer.ui.presenters.what_if_scenarios import ScenarioKeeper
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.assumptions import set_rating, set_weights
from explorer.workspace.document import Workspace

_PAUSE_MS = 40
"""How long after a change the parts follow that need not be there in the same frame."""
_KEYS_MS = 1000
"""Key presses on one slider within this time are one step to undo."""
_DOUBLE_MS = 500
"""So long after a drag its step stays open, so that a double-click is one step, not two."""
_SAME = 1e-9


class WhatIfPresenter(QObject):
    """Turns a move of a slider into an edit, and shows what follows from it.

    Bars and sliders answer in the same turn; words, tornado, levers and methods come in later
    turns, one in each, and only while the view is in sight. What is looked at (the state, ratings
    or weights, the event, the scenarios side by side) is no part of the history.
    """

    def __init__(
        self,
        session: Session,
        outlooks: OutlookKeeper,
        tasks: TaskDoor,
        themes: ThemeKeeper,
        panel: WhatIfPanel,
    ) -> None:
        """Show what is in force at once."""
        super().__init__(panel)
        self._session = session
        self._outlooks = outlooks
        self._themes = themes
        self._panel = panel
        self._files = ChartFilePresenter(tasks, themes, panel)
        self._iso3 = session.view.comparators[0] if session.view.comparators else ""
        self._tab = RATINGS
        self._event = default_event(session.atlas)
        self._columns: tuple[str, ...] = ()
        self._is_comparing = False
        self._weights_before: dict[str, float] | None = None
        self._is_editing = False
        self._beside = _beside(session.workspace)
        self._is_behind = True
        self._due: list[Callable[[], None]] = []
        self._later = self._timer(_PAUSE_MS, self._show_next)
        self._settling = self._timer(_KEYS_MS, self._settle)
        self._scenarios = ScenarioKeeper(session, panel)
        self._connect()
        self._show()

    @property
    def is_behind(self) -> bool:
        """Say whether parts of the view are still to come."""
        return self._is_behind or bool(self._due)

    def _timer(self, pause: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(do)
        return timer

    def _connect(self) -> None:
        session, panel = self._session, self._panel
        session.as_of_changed.connect(self._forget_columns)
        session.view_changed.connect(self._show)
        session.workspace_changed.connect(self._follow_workspace)
        self._outlooks.changed.connect(self._show)
        self._outlooks.intervals_changed.connect(self._show_bars)
        self._themes.changed.connect(self._retheme)
        panel.shown.connect(self._catch_up)
        panel.rebuilt.connect(self._show)
        panel.state_chosen.connect(self._choose_state)
        panel.tab_chosen.connect(self._choose_tab)
        panel.event_chosen.connect(self._choose_event)
        panel.moved.connect(self._move)
        panel.typed.connect(self._type)
        panel.returned.connect(self._put_back)
        panel.held.connect(self._begin_drag)
        panel.let_go.connect(self._end_drag)
        panel.all_returned.connect(self._pool_weights)
        panel.wanted.connect(self._do)
        panel.columns_chosen.connect(self._choose_columns)
        panel.column_opened.connect(self._open_column)
        panel.sliders_wanted.connect(self._leave_columns)
        panel.save_wanted.connect(self._files.save)

    # What the user means

    def _move(self, kind: str, factor: str, value: float) -> None:
        """Take a value from a drag or from keys; what follows at once is the same step."""
        if self._panel.sliders.is_held:
            self._settling.stop()  # the hand may rest: letting go ends the step
        else:
            self._settling.start(_KEYS_MS)
        self._set(kind, factor, value)

    def _type(self, kind: str, factor: str, value: float) -> None:
        self._settle()
        self._set(kind, factor, value)
        self._settle()

    def _put_back(self, kind: str, factor: str) -> None:
        """Return a value to where it came from: that of the judgement, or of the scenario."""
        if kind == RATINGS:
            self._edit_rating(factor, None)
        else:
            pooled = pooled_weights(self._outlooks.outlook)
            shares = dict(zip(pooled.factors, pooled.shares, strict=True))
            self._edit_weight(factor, shares[factor])
        self._settle()

    def _set(self, kind: str, factor: str, value: float) -> None:
        if kind == RATINGS:
            home = rating_home(self._outlooks.outlook, self._iso3, factor)
            is_home = home is not None and to_tenth(home) == to_tenth(value)
            # Back at the figure it came from, it is back at the value behind that figure too.
            self._edit_rating(factor, None if is_home else value)
        else:
            self._edit_weight(factor, value / 100.0)

    def _edit_rating(self, factor: str, value: float | None) -> None:
        workspace = set_rating(self._session.workspace, self._iso3, factor, value)
        self._edit(workspace, f"rating {self._iso3} {factor}")

    def _edit_weight(self, factor: str, share: float) -> None:
        """Set a weight; the others share the rest as they did before the drag began."""
        outlook = self._outlooks.outlook
        before = self._weights_before or weights_in_force(outlook)
        if self._settling.isActive() or self._panel.sliders.is_held:
            self._weights_before = before
        weights = reweigh(before, factor, share)
        pooled = pooled_weights(outlook)
        pairs = zip(pooled.factors, pooled.shares, strict=True)
        is_pooled = all(abs(weights[name] - each) < _SAME for name, each in pairs)
        workspace = set_weights(self._session.workspace, {} if is_pooled else weights)
        self._edit(workspace, f"weight {factor}")

    def _edit(self, workspace: Workspace, merge_key: str) -> None:
        self._is_editing = True
        self._session.edit(workspace, merge_key)
        self._is_editing = False

    def _pool_weights(self) -> None:
        self._session.edit(set_weights(self._session.workspace, {}))

    def _begin_drag(self) -> None:
        self._settle()

    def _end_drag(self) -> None:
        self._settling.start(_DOUBLE_MS)

    def _settle(self) -> None:
        """End the step under way: what comes next is a step of its own."""
        self._settling.stop()
        self._weights_before = None
        self._session.settle()

    def _do(self, word: str) -> None:
        """Do what a button or the menu of scenarios stands for."""
        if word in {"undo", "redo"}:
            self._settle()
            (self._session.undo if word == "undo" else self._session.redo)()
        elif word == "compare":
            self._is_comparing = True
            self._show()
        else:
            self._settle()
            self._scenarios.do(word)

    # What is looked at

    def _choose_state(self, iso3: str) -> None:
        if iso3 != self._iso3:
            self._settle()
            self._iso3 = iso3
            self._show()

    def _choose_tab(self, tab: str) -> None:
        self._settle()
        self._tab = tab
        self._show()

    def _choose_event(self, key: str) -> None:
        self._event = event_by_key(self._session.atlas, key)
        self._show()

    def _choose_columns(self, keys: tuple[str, ...]) -> None:
        self._columns = keys
        self._is_comparing = True
        self._show()

    def _open_column(self, key: str) -> None:
        self._settle()
        self._is_comparing = False
        self._scenarios.open_key(key)
        self._show()

    def _forget_columns(self) -> None:
        """Choose the scenarios to set side by side anew: another day knows others."""
        self._columns = ()

    def _leave_columns(self) -> None:
        self._is_comparing = False
        self._show()

    # What is shown

    @property
    def _states(self) -> tuple[str, ...]:
        return self._session.view.shown

    def _retheme(self) -> None:
        self._panel.set_theme(self._themes.theme)

    def _catch_up(self) -> None:
        if self._is_behind:
            self._show()

    def _show(self) -> None:
        """Show sliders and bars at once, and the rest in later turns; hidden, wait."""
        if not self._panel.isVisible():
            self._is_behind = True
            return
        self._is_behind = False
        if self._iso3 not in self._states:
            self._iso3 = self._states[min(1, len(self._states) - 1)]
        self._show_sliders()
        self._show_bars()
        self._due = [
            self._show_change,
            self._show_tornado,
            self._show_levers,
            self._show_methods,
            self._show_columns,
        ]
        if not self._later.isActive():
            self._later.start(0 if self._is_comparing else _PAUSE_MS)
        if self._is_comparing != self._panel.is_comparing:
            self._show_columns()

    def _show_sliders(self) -> None:
        session, outlook = self._session, self._outlooks.outlook
        page = compose_what_if(session.atlas, outlook, session.workspace, self._states, self._iso3)
        self._panel.show_page(
            page, self._tab, can_undo=session.can_undo, can_redo=session.can_redo
        )

    def _follow_workspace(self) -> None:
        """Follow what bears on no forecast too: the methods show it beside them."""
        before, self._beside = self._beside, _beside(self._session.workspace)
        if before != self._beside:
            self._ask_for_methods()
        self._show_steps()

    def _ask_for_methods(self) -> None:
        if not self._panel.isVisible():
            self._is_behind = True
        elif self._show_methods not in self._due:
            self._due.append(self._show_methods)
            if not self._later.isActive():
                self._later.start(_PAUSE_MS)

    def _show_steps(self) -> None:
        """Show what can be undone, also after an edit that bears on no forecast."""
        session = self._session
        if not self._is_editing:
            self._weights_before = None
        self._scenarios.forget_notice()
        self._panel.head.show_steps(can_undo=session.can_undo, can_redo=session.can_redo)

    def _show_bars(self) -> None:
        if not self._panel.isVisible():
            self._is_behind = True
            return
        outlooks = self._outlooks
        bars = compose_outcome_bars(
            self._session.atlas, outlooks.outlook, outlooks.intervals, self._states
        )
        self._panel.show_bars(bars)

    def _show_next(self) -> None:
        """Show the next of the parts that are due, and come back for those after it."""
        if not self._panel.isVisible():
            self._is_behind, self._due = True, []
        if self._due:
            self._due.pop(0)()
        if self._due:
            self._later.start(0)

    def _show_change(self) -> None:
        atlas, outlook = self._session.atlas, self._outlooks.outlook
        self._panel.show_events(event_choices(atlas), self._event.key)
        part = compose_change(atlas, outlook, self._iso3, self._states, self._event)
        self._panel.results.show_change(part)

    def _show_tornado(self) -> None:
        atlas, outlook = self._session.atlas, self._outlooks.outlook
        chart = compose_swings(atlas, outlook, self._iso3, self._event)
        self._panel.results.show_tornado(longest_swings(chart))

    def _show_levers(self) -> None:
        atlas, outlook = self._session.atlas, self._outlooks.outlook
        self._panel.results.show_levers(compose_levers(atlas, outlook, self._iso3, self._event))

    def _show_methods(self) -> None:
        session, outlook = self._session, self._outlooks.outlook
        part = compose_agreement(session.atlas, outlook, session.workspace, self._iso3)
        self._panel.results.show_methods(part)

    def _show_columns(self) -> None:
        """Show scenarios side by side if the user looks at them."""
        if not self._is_comparing:
            self._panel.show_scenarios(None)
            return
        session, outlook = self._session, self._outlooks.outlook
        if not self._columns:
            self._columns = first_columns(session.atlas, outlook, session.workspace)
        page = compose_scenarios(
            session.atlas, outlook, session.workspace, self._states, self._columns, self._event
        )
        self._panel.show_scenarios(page)


def _beside(workspace: Workspace) -> tuple[object, ...]:
    """Give what the methods show though it bears on no forecast: marks, and judgements apart."""
    return workspace.marks, workspace.own_evidence, workspace.judgements
