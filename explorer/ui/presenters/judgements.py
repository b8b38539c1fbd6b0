"""Takes the user's own judgements and those of colleagues, and pools them as the user wants."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from explorer.domain.judgement import Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.pages.own_judgement import OwnLadder, OwnRating, compose_own
from explorer.pages.raters import compose_raters, own_fault, pooling_fault
from explorer.pages.view import Target
from explorer.ui.panels.detail import DetailPanel
from explorer.ui.panels.detail.own_forms import OwnChange
from explorer.ui.panels.raters import RatersDialog
from explorer.ui.presenters.judgement_files import JudgementFiles
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import (
    OWN_RATER,
    Pool,
    Pooling,
    RaterJudgement,
    Workspace,
    frozen,
)
from explorer.workspace.judgements import (
    drop_judgement,
    drop_own_ladder,
    drop_own_rating,
    pool_judgement,
    set_own_ladder,
    set_own_rating,
    set_pooling,
    take_judgement,
)

SETTLE_MS = 1000
"""A pause in typing or in moving that ends a step."""
TITLE = "Raters and pooling"
_KINDS = {"csv": "Judgement as a table"}


class JudgementsPresenter(QObject):
    """Edits judgements for the details and for the dialog of raters.

    An edit that would leave nothing to pool is refused with words, and nothing changes.
    """

    def __init__(
        self,
        session: Session,
        tasks: TaskDoor,
        themes: ThemeKeeper,
        panel: DetailPanel,
        window: QWidget,
    ) -> None:
        """Listen to the details; `window` is what the dialogs belong to."""
        super().__init__(window)
        self._session = session
        self._themes = themes
        self._panel = panel
        self._window = window
        self._dialog: RatersDialog | None = None
        self.files = JudgementFiles(session, tasks, self._front, self._put, window)
        self.files.exported.connect(self._tell_exported)
        self.today: Callable[[], date] = _today
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE_MS)
        self._pause.timeout.connect(session.settle)
        session.workspace_changed.connect(self._show)
        session.as_of_changed.connect(self._show)
        panel.own_changed.connect(self._change)
        panel.own_removed.connect(self._remove_own)
        panel.own_settled.connect(self._settle)
        panel.raters_wanted.connect(self.open)

    def open(self) -> None:
        """Show the raters and how they are pooled."""
        if self._dialog is not None:
            self._dialog.activateWindow()
            return
        part = compose_raters(self._session.atlas, self._session.workspace)
        dialog = RatersDialog(part, self._themes.theme, self._window)
        dialog.setObjectName("raters")
        dialog.pooled.connect(self._pool)
        dialog.weighed.connect(self._weigh)
        dialog.method_chosen.connect(self._choose_method)
        dialog.evened.connect(self._even)
        dialog.removed.connect(self._remove)
        dialog.export_wanted.connect(self.files.export)
        dialog.import_wanted.connect(self.files.ask_for_file)
        dialog.undo_wanted.connect(self._session.undo)
        dialog.redo_wanted.connect(self._session.redo)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _show(self) -> None:
        """Show what a judgement has become, in the details and in the dialog."""
        atlas, workspace = self._session.atlas, self._session.workspace
        if self._panel.own is not None:
            block = compose_own(atlas, workspace, self._panel.own.block.target)
            if block is not None:
                self._panel.show_own(block)
        if self._dialog is not None:
            self._dialog.show_part(compose_raters(atlas, workspace))

    def _edit(self, workspace: Workspace, merge_key: str = "") -> str:
        """Go to a workspace unless it cannot be pooled; give the reason if it was refused."""
        fault = ""
        if _pools_otherwise(self._session.workspace, workspace):
            fault = pooling_fault(self._session.newest, workspace)
        if not fault:
            self._session.edit(workspace, merge_key)
        return fault

    def _change(self, change: OwnChange) -> None:
        """Take what the user judged: a new figure is of today, a new reason keeps the date."""
        workspace, target, own = self._session.workspace, change.target, change.own
        day = date.fromisoformat(own.day) if own.day else self.today()
        if change.what in {"figures", "confidence"}:
            day = self.today()
        if isinstance(own, OwnRating):
            workspace = set_own_rating(workspace, _rating(target, own, day))
        else:
            ladder = _ladder(target, change.scenario, own, day)
            earlier = workspace.own.ladders.get((target.iso3, change.scenario))
            if earlier is not None and change.what != "figures":
                # What is shown is rounded; a new reason leaves the shares as they are.
                ladder = replace(ladder, probabilities=earlier.probabilities)
            workspace = set_own_ladder(workspace, ladder)
        fault = ""
        if workspace.own.is_pooled:
            fault = own_fault(self._session.newest, workspace, target, change.scenario)
        if fault:
            self._show()
        else:
            self._session.edit(workspace, f"own {change.what} {target} {change.scenario}")
        self._panel.say_own_fault(fault)
        if change.is_held:
            self._pause.stop()  # the hand may rest: letting go ends the step
        else:
            self._pause.start()

    def _settle(self) -> None:
        self._pause.stop()
        self._session.settle()

    def _remove_own(self, target: Target, scenario: str) -> None:
        workspace = self._session.workspace
        if scenario:
            workspace = drop_own_ladder(workspace, target.iso3, scenario)
        else:
            workspace = drop_own_rating(workspace, target.iso3, target.factor)
        self._panel.say_own_fault(self._edit(workspace))

    def _pool(self, rater: str, is_pooled: bool) -> None:  # noqa: FBT001 - a slot's arguments come by place
        workspace = self._session.workspace
        self._try(pool_judgement(workspace, rater, is_pooled=is_pooled))

    def _weigh(self, rater: str, weight: float) -> None:
        """Let a rater count for a weight; one is what counts for all who are not named."""
        workspace = self._session.workspace
        weights = {**workspace.pooling.rater_weights, rater: weight}
        kept = {name: each for name, each in weights.items() if each != 1.0}
        pooling = replace(workspace.pooling, rater_weights=frozen(kept))
        self._try(_with_pooling(workspace, pooling))

    def _even(self) -> None:
        workspace = self._session.workspace
        pooling = Pooling(workspace.pooling.method)
        self._try(set_pooling(workspace, pooling))

    def _choose_method(self, method: str) -> None:
        workspace = self._session.workspace
        pooling = replace(workspace.pooling, method=cast("Pool", method))
        self._try(_with_pooling(workspace, pooling))

    def _remove(self, rater: str) -> None:
        workspace = self._session.workspace
        self._try(drop_judgement(workspace, rater))

    def _put(self, judgement: RaterJudgement) -> bool:
        """Take a colleague's judgement in; say whether it was."""
        return not self._try(take_judgement(self._session.workspace, judgement))

    def _tell_exported(self, words: str) -> None:
        if self._dialog is not None:
            self._dialog.tell(words)

    def _try(self, workspace: Workspace) -> str:
        """Go to a workspace from the dialog; if that is refused, say so and show what holds."""
        fault = self._edit(workspace)
        if self._dialog is not None:
            self._dialog.say(fault)
        if fault:
            self._show()
        return fault

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _front(self) -> QWidget:
        return self._dialog or self._window


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _rating(target: Target, own: OwnRating, day: date) -> Rating:
    return Rating(
        rater=OWN_RATER,
        as_of=day,
        iso3=target.iso3,
        factor=target.factor,
        low=own.low,
        mode=own.mode,
        high=own.high,
        confidence=own.confidence,
        summary="",
        rationale=own.reason,
        evidence_ids=(),
    )


def _ladder(target: Target, scenario: str, own: OwnLadder, day: date) -> JudgedLadder:
    shares = tuple(percent / 100 for percent in own.percents)
    return JudgedLadder(OWN_RATER, day, target.iso3, scenario, shares, own.reason)


def _pools_otherwise(before: Workspace, workspace: Workspace) -> bool:
    """Say whether an edit bears on what is pooled."""
    return before.pooling != workspace.pooling or _pooled(before) != _pooled(workspace)


def _pooled(workspace: Workspace) -> dict[str, RaterJudgement]:
    return {name: each for name, each in workspace.judgements.items() if each.is_pooled}


def _with_pooling(workspace: Workspace, pooling: Pooling) -> Workspace:
    """Choose a pooling without the edit's own refusal, since the check that follows says why."""
    return replace(workspace, pooling=pooling)
