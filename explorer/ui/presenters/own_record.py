"""Takes the user's own questions, forecasts, seals and resolutions into the workspace."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from explorer.pages.record import looking_only
from explorer.pages.record_forms import (
    CONFIDENCES,
    Form,
    forecast_faults,
    forecast_form,
    forecast_from,
    question_faults,
    question_form,
    question_from,
    resolution_faults,
    resolution_form,
    resolution_from,
    withdrawal_form,
)
from explorer.pages.record_questions import question_of
from explorer.pages.record_scores import seal_words
from explorer.pages.record_table import record_table, seal_line
from explorer.pages.record_words import read_percent
from explorer.pages.tables import as_csv
from explorer.ui.panels.record import RecordPanel
from explorer.ui.panels.record.form import RecordForm
from explorer.ui.presenters.file_saving import FileSaver, Offer
from explorer.ui.presenters.forecast_file import ForecastFilePresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import OwnForecast, Workspace
from explorer.workspace.forecasts import (
    drop_forecast,
    drop_question,
    next_forecast_id,
    next_question_id,
    put_forecast,
    put_question,
    reopen_question,
    resolve_question,
    withdraw_forecast,
)
from explorer.workspace.seals import check_seals, seal_forecast

Values = Mapping[str, str]
_KINDS = {"csv": "Comma-separated values"}


class OwnRecordPresenter(QObject):
    """Opens the forms and keeps what they give; each is a step that can be undone.

    `kept` carries the id of a question that is there anew, to be shown.
    """

    kept = Signal(str)

    def __init__(
        self,
        session: Session,
        tasks: TaskDoor,
        themes: ThemeKeeper,
        panel: RecordPanel,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Stand ready; `panel` is what the dialogs belong to."""
        super().__init__(panel)
        self._session = session
        self._themes = themes
        self._panel = panel
        self._now = now
        self._saver = FileSaver(tasks, panel)
        self._files = ForecastFilePresenter(session, tasks, panel, now)
        self._form: RecordForm | None = None
        panel.head.acted.connect(self.act)
        panel.detail.acted.connect(self.act_on)
        panel.detail.adding.added.connect(self.add_forecast)
        session.as_of_changed.connect(partial(panel.head.show_said, "", is_wrong=False))

    @property
    def _workspace(self) -> Workspace:
        return self._session.workspace

    @property
    def _today(self) -> date:
        """Give the day where the user is, by which days are typed; moments are kept in UTC."""
        return self._now().astimezone().date()

    def act(self, name: str) -> None:
        """Do what a link of the head asks for: ask, check, import or export."""
        if name in ("ask", "import") and self._is_looking_only():
            return
        doings = {
            "ask": self.ask,
            "check": self.check,
            "import": self._files.ask,
            "export": self.export,
        }
        doings[name]()

    def act_on(self, name: str, key: str) -> None:
        """Do what a link beside a question or a forecast asks for.

        Of an earlier day nothing is changed: a seal alone can be copied.
        """
        if name != "copy" and self._is_looking_only():
            return
        doings: dict[str, Callable[[str], None]] = {
            "resolve": self.resolve,
            "reopen": self._reopen,
            "edit": self.edit_question,
            "delete": self._delete,
            "edit_forecast": self.edit_forecast,
            "drop_forecast": self._drop,
            "seal": self._seal,
            "copy": self._copy,
            "withdraw": self.withdraw,
        }
        doings[name](key)

    def ask(self) -> None:
        """Open the form for a new question."""
        self._open(question_form(self._session.newest, None), partial(self._keep_question, ""))

    def edit_question(self, key: str) -> None:
        """Open the form on an own question."""
        found = self._workspace.questions.get(key)
        if found is not None:
            form = question_form(self._session.newest, found)
            self._open(form, partial(self._keep_question, key))

    def resolve(self, key: str) -> None:
        """Open the form that asks how a question came out."""
        question = question_of(self._session.newest, self._workspace, key)
        if question is not None:
            present = self._workspace.resolutions.get(key)
            day = min(self._today, question.own.closes) if question.own else self._today
            form = resolution_form(question.text, present, day)
            self._open(form, partial(self._keep_resolution, key))

    def edit_forecast(self, key: str) -> None:
        """Open the form on a forecast that is not sealed."""
        forecast = self._workspace.forecasts[key]
        self._open(forecast_form(forecast), partial(self._keep_forecast, key))

    def withdraw(self, key: str) -> None:
        """Ask why a forecast is withdrawn."""
        form = withdrawal_form(self._workspace.forecasts[key])
        self._open(form, partial(self._keep_withdrawal, key))

    def add_forecast(self, percent: str, confidence: str, reason: str) -> None:
        """Keep a forecast on the question that is shown."""
        page, likelihood = self._panel.detail.page, read_percent(percent)
        if page is None or page.blocked or likelihood is None:
            return
        forecast = OwnForecast(
            id=next_forecast_id(self._workspace),
            question=page.key,
            asked=page.title,
            likelihood=likelihood,
            when=self._now(),
            reason=reason.strip(),
            confidence=CONFIDENCES[confidence],
        )
        self._edit(put_forecast(self._workspace, forecast))
        self._panel.detail.adding.clear()

    def check(self) -> None:
        """Check all seals, and say what was found."""
        is_wrong = "altered" in check_seals(self._workspace).values()
        self._panel.head.show_said(seal_words(self._workspace), is_wrong=is_wrong)

    def export(self) -> None:
        """Ask for a file, and write the user's forecasts there."""
        atlas, workspace = self._session.newest, self._workspace

        def make(_kind: str) -> bytes:
            # Spreadsheets take a file for UTF-8 by its mark at the front.
            return as_csv(record_table(atlas, workspace)).encode("utf-8-sig")

        self._saver.ask(Offer("Export my forecasts", "My forecasts", _KINDS, make))

    def _keep_question(self, key: str, values: Values) -> None:
        if self._is_refused(question_faults(values, self._today)):
            return
        present = self._workspace.questions.get(key)
        name = key or next_question_id(self._workspace)
        created = present.created if present else self._now()
        question = question_from(values, name, created)
        self._finish(put_question(self._workspace, question, self._now()))
        self.kept.emit(name)

    def _keep_resolution(self, key: str, values: Values) -> None:
        atlas, workspace = self._session.newest, self._workspace
        if self._is_refused(resolution_faults(atlas, workspace, values, self._today)):
            return
        self._finish(resolve_question(workspace, resolution_from(values, key)))

    def _keep_forecast(self, key: str, values: Values) -> None:
        if self._is_refused(forecast_faults(values)):
            return
        changed = forecast_from(self._workspace.forecasts[key], values, self._now())
        self._finish(put_forecast(self._workspace, changed))

    def _keep_withdrawal(self, key: str, values: Values) -> None:
        reason = values["reason"].strip()
        self._finish(withdraw_forecast(self._workspace, key, self._now(), reason))

    def _reopen(self, key: str) -> None:
        self._edit(reopen_question(self._workspace, key))

    def _delete(self, key: str) -> None:
        self._edit(drop_question(self._workspace, key))

    def _drop(self, key: str) -> None:
        self._edit(drop_forecast(self._workspace, key))

    def _seal(self, key: str) -> None:
        self._edit(seal_forecast(self._workspace, key, self._now()))

    def _copy(self, key: str) -> None:
        """Put a seal on the clipboard with what it is the seal of."""
        QGuiApplication.clipboard().setText(seal_line(self._workspace.forecasts[key]))
        self._panel.head.show_said(f"The seal of {key} is on the clipboard.", is_wrong=False)

    def _is_looking_only(self) -> bool:
        """Say whether an earlier day is looked at; then the user is told so."""
        day = self._session.as_of
        if day is not None:
            self._panel.head.show_said(looking_only(day), is_wrong=True)
        return day is not None

    def _open(self, form: Form, keep: Callable[[Values], None]) -> None:
        if self._form is not None:
            self._form.activateWindow()
            return
        dialog = RecordForm(form, self._themes.theme, self._panel)
        dialog.kept.connect(keep)
        dialog.finished.connect(self._forget)
        self._form = dialog
        dialog.open()

    def _is_refused(self, faults: Mapping[str, str]) -> bool:
        """Show what is wrong; the form stays open while something is."""
        if self._form is not None:
            self._form.show_faults(faults)
        return bool(faults)

    def _finish(self, workspace: Workspace) -> None:
        self._edit(workspace)
        if self._form is not None:
            self._form.accept()

    def _edit(self, workspace: Workspace) -> None:
        self._session.settle()
        self._session.edit(workspace)

    def _forget(self, _result: int = 0) -> None:
        if self._form is not None:
            self._form.deleteLater()
            self._form = None
