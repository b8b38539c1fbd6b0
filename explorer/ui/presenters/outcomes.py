"""Keeps the view Outcomes in step with the session: what is shown, of which state and event."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer

from explorer.pages.actors import compose_actors
from explorer.pages.agreement import compose_agreement
from explorer.pages.events import default_event, event_by_key
from explorer.pages.evidence_items import evidence_item
from explorer.pages.fit import compose_fit
from explorer.pages.moves import DoubtPart, EventMoves, Reach, compose_doubt, compose_moves
from explorer.pages.outcomes import compose_outcomes_page, compose_rater_ladders
from explorer.pages.outlook import Outlook
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.panels.outcomes import OutcomesPanel
from explorer.ui.presenters.chart_file import ChartFilePresenter
from explorer.ui.presenters.detail import open_outside
from explorer.ui.presenters.hypotheses import HypothesesPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.ui.theme import ThemeKeeper

_ALL = ("page", "moves", "agreement", "actors", "hypotheses", "fit", "raters", "doubt")
"""The parts of the view, in the order in which they are composed."""
_OF_STATE = ("moves", "agreement", "actors", "hypotheses", "raters", "doubt")
_OF_EVENT = ("moves", "doubt")


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """What an answer is of. It holds the outlook, whose place no other can take meanwhile."""

    outlook: Outlook
    iso3: str
    event: str
    reach: Reach

    def is_of(self, other: "_Asked | None") -> bool:
        """Say whether two are of one event under one outlook, whatever their reach."""
        return (
            other is not None
            and self.outlook is other.outlook
            and (self.iso3, self.event) == (other.iso3, other.event)
        )


class OutcomesPresenter(QObject):
    """Composes the parts of the view, one a turn of the event loop, while it is in sight.

    What is quick is composed on the GUI thread, some milliseconds a part. What moves an event and
    where its doubt comes from need numpy and more time: they go through the door, and an answer
    to what is no longer asked is dropped. The state follows the session's selection when that
    changes; state and event are kept here and nowhere else.
    """

    def __init__(
        self,
        session: Session,
        outlooks: OutlookKeeper,
        tasks: TaskDoor,
        themes: ThemeKeeper,
        panel: OutcomesPanel,
    ) -> None:
        """Compose everything once the panel is in sight."""
        super().__init__(panel)
        self._session = session
        self._outlooks = outlooks
        self._tasks = tasks
        self._themes = themes
        self._panel = panel
        self._iso3 = _state_of(session)
        self._event = default_event(session.atlas)
        self._reach: Reach = "range"
        self._due: set[str] = set(_ALL)
        self._moves_of: _Asked | None = None
        self._early: tuple[_Asked, DoubtPart] | None = None
        self._own = _own_of(session)
        self._matrix = HypothesesPresenter(session, tasks, panel.hypotheses)
        self._files = ChartFilePresenter(tasks, themes, panel)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._go_on)
        self._composers: dict[str, Callable[[], None]] = {
            "page": self._show_page,
            "moves": self._ask_for_moves,
            "agreement": self._show_agreement,
            "actors": self._show_actors,
            "hypotheses": lambda: self._matrix.show_state(self._iso3),
            "fit": self._show_fit,
            "raters": self._show_raters,
            "doubt": self._ask_for_doubt,
        }
        self._connect()
        panel.set_theme(themes.theme)

    @property
    def iso3(self) -> str:
        """Give the state that the analysis is of."""
        return self._iso3

    @property
    def is_behind(self) -> bool:
        """Say whether the panel has yet to show what it is to show."""
        return bool(self._due)

    def choose_state(self, iso3: str) -> None:
        """Analyse another state."""
        if iso3 != self._iso3:
            self._iso3 = iso3
            self._panel.show_choice(iso3, self._event.key)
            self._want(*_OF_STATE)

    def choose_event(self, key: str) -> None:
        """Analyse another event."""
        if key != self._event.key:
            self._event = event_by_key(self._session.atlas, key)
            self._want(*_OF_EVENT)

    def _connect(self) -> None:
        session, panel = self._session, self._panel
        session.as_of_changed.connect(partial(self._want, *_ALL))
        session.view_changed.connect(self._follow_view)
        session.selection_changed.connect(self._follow_selection)
        session.workspace_changed.connect(self._follow_workspace)
        self._outlooks.changed.connect(partial(self._want, *_ALL))
        self._outlooks.intervals_changed.connect(partial(self._want, "page"))
        self._themes.changed.connect(self._show_theme)
        panel.shown.connect(self._want)
        panel.state_chosen.connect(self.choose_state)
        panel.event_chosen.connect(self.choose_event)
        panel.moves.reach_chosen.connect(self._choose_reach)
        panel.chart_save_wanted.connect(self._files.save)
        panel.evidence_wanted.connect(self._show_evidence)
        panel.link_opened.connect(open_outside)

    def _want(self, *parts: str) -> None:
        """Have parts composed in later turns; several changes are shown once."""
        self._due.update(parts)
        if self._due and self._panel.isVisible():
            self._soon.start()

    def _go_on(self) -> None:
        """Compose the first part that is due, and come back for the next."""
        if not self._panel.isVisible():
            return
        part = next((each for each in _ALL if each in self._due), None)
        if part is None:
            return
        self._due.discard(part)
        self._composers[part]()
        if self._due:
            self._soon.start()
        else:
            self._panel.finish()

    def _follow_view(self) -> None:
        if self._iso3 not in self._session.view.shown:
            self._iso3 = _state_of(self._session)
            self._want(*_OF_STATE)
        self._follow_selection()
        self._want("page")

    def _follow_selection(self) -> None:
        """Analyse the state that was selected in the comparison, if any."""
        iso3 = self._session.selection.iso3
        if iso3 in self._session.view.shown:
            self.choose_state(iso3)

    def _follow_workspace(self) -> None:
        """Follow what does not bear on the forecasts: marks, own items, judgements kept apart."""
        before, self._own = self._own, _own_of(self._session)
        if before != self._own:
            self._want("agreement", "hypotheses", "raters")

    def _choose_reach(self, reach: str) -> None:
        self._reach = "point" if reach == "point" else "range"
        self._want("moves")

    def _show_page(self) -> None:
        session, outlooks = self._session, self._outlooks
        page = compose_outcomes_page(
            session.atlas,
            session.workspace,
            outlooks.outlook,
            outlooks.intervals,
            session.view.shown,
        )
        self._panel.show_page(page)
        self._panel.show_choice(self._iso3, self._event.key)

    def _show_agreement(self) -> None:
        session = self._session
        part = compose_agreement(
            session.atlas, self._outlooks.outlook, session.workspace, self._iso3
        )
        self._panel.agreement.show_part(part)

    def _show_actors(self) -> None:
        part = compose_actors(self._session.atlas, self._outlooks.outlook, self._iso3)
        self._panel.actors.show_part(part)

    def _show_fit(self) -> None:
        self._panel.fit.show_part(compose_fit(self._session.atlas, self._outlooks.outlook))

    def _show_raters(self) -> None:
        session = self._session
        part = compose_rater_ladders(session.atlas, session.workspace, self._iso3)
        self._panel.raters.show_part(part)

    def _asked(self) -> _Asked:
        """Give what an answer must be of to be shown."""
        return _Asked(self._outlooks.outlook, self._iso3, self._event.key, self._reach)

    def _ask_for_moves(self) -> None:
        work = partial(
            compose_moves,
            self._session.atlas,
            self._outlooks.outlook,
            self._iso3,
            self._event,
            self._reach,
        )
        task = Task("what moves an event", partial(_without_progress, work))
        task.done.connect(partial(self._take_moves, self._asked()))
        task.failed.connect(partial(self._miss_moves, self._asked()))
        self._tasks.start(task)

    def _take_moves(self, asked: _Asked, moves: EventMoves) -> None:
        if asked.is_of(self._asked()) and asked.reach == self._reach:
            self._panel.moves.show_part(moves)
            self._end_moves(asked)

    def _miss_moves(self, asked: _Asked, error: Exception) -> None:
        if asked.is_of(self._asked()) and asked.reach == self._reach:
            self._panel.moves.show_fault(_fault_words(error))
            self._end_moves(asked)

    def _end_moves(self, asked: _Asked) -> None:
        """Show the doubt too if it came first."""
        self._moves_of = asked
        early, self._early = self._early, None
        if early is not None:
            self._take_doubt(*early)
        if not self._due:
            self._panel.finish()

    def _ask_for_doubt(self) -> None:
        work = partial(
            compose_doubt,
            self._session.atlas,
            self._outlooks.outlook,
            self._iso3,
            self._event,
        )
        task = Task("where doubt comes from", partial(_without_progress, work))
        task.done.connect(partial(self._take_doubt, self._asked()))
        task.failed.connect(partial(self._miss_doubt, self._asked()))
        self._tasks.start(task)

    def _take_doubt(self, asked: _Asked, doubt: DoubtPart) -> None:
        """Show where the doubt comes from, though not before what it is the doubt of."""
        if not asked.is_of(self._asked()):
            return
        if asked.is_of(self._moves_of):
            self._panel.moves.show_doubt(doubt)
        else:
            self._early = (asked, doubt)

    def _miss_doubt(self, asked: _Asked, error: Exception) -> None:
        if asked.is_of(self._asked()):
            self._panel.moves.show_doubt_fault(_fault_words(error))

    def _show_evidence(self, evidence_id: str) -> None:
        """Show an item that a note cites; one that is not in the pack shows nothing."""
        atlas = self._session.atlas
        found = atlas.evidence_by_id.get(evidence_id)
        if found is not None:
            self._panel.foot.show_item(evidence_item(atlas, found, cited=False))

    def _show_theme(self) -> None:
        self._panel.set_theme(self._themes.theme)


def _without_progress(work: Callable[[], object], _progress: Progress) -> object:
    """Do work that says nothing of how far it is."""
    return work()


def _fault_words(error: Exception) -> str:
    return f"This could not be worked out. It is a fault of the app: {error!r}"


def _own_of(session: Session) -> tuple[object, ...]:
    """Give what of the user's own is followed here, to be compared with what was followed last."""
    workspace = session.workspace
    return workspace.marks, workspace.own_evidence, workspace.judgements


def _state_of(session: Session) -> str:
    """Give the state to begin with: what is selected, or else the first comparator."""
    shown = session.view.shown
    selected = session.selection.iso3
    return selected if selected in shown else shown[min(1, len(shown) - 1)]
