import csv
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.view import Target, View
from explorer.ui.panels.record import RecordPanel
from explorer.ui.panels.record.form import RecordForm
from explorer.ui.presenters.own_record import OwnRecordPresenter
from explorer.ui.presenters.record import RecordPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import OwnForecast, OwnQuestion, Resolution, Workspace
from explorer.workspace.forecasts import put_forecast, put_question, resolve_question
from explorer.workspace.seals import seal_forecast, seal_state

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
QUESTION = OwnQuestion("P01", "Will it rain?", (), date(2027, 1, 31), "A drop", NOW)
Fill = Callable[..., RecordForm]


@pytest.fixture
def session(atlas: Atlas) -> Session:
    return Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("country", "KAZ"))


@pytest.fixture
def panel(qtbot: QtBot, themes: ThemeKeeper) -> RecordPanel:
    made = RecordPanel(themes.theme)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    return made


@pytest.fixture
def mine(
    session: Session, themes: ThemeKeeper, panel: RecordPanel
) -> Iterator[OwnRecordPresenter]:
    tasks = TaskDoor()
    presenter = RecordPresenter(session, tasks, themes, panel)
    made = OwnRecordPresenter(session, tasks, themes, panel, lambda: NOW)
    made.kept.connect(presenter.show_question)
    panel.show()
    presenter.show_question("Q02")
    yield made
    tasks.close()


def form_of(panel: RecordPanel) -> RecordForm | None:
    return next((x for x in panel.findChildren(RecordForm) if x.isVisible()), None)


def fill(panel: RecordPanel, **values: str) -> RecordForm:
    """Type values into the form that is open, and press its button."""
    form = form_of(panel)
    assert form is not None
    for name, value in values.items():
        match form.inputs[name]:
            case QComboBox() as box:
                box.setCurrentIndex(box.findData(value))
            case QPlainTextEdit() as text:
                text.setPlainText(value)
            case QLineEdit() as line:
                line.setText(value)
            case _:
                pytest.fail(f"{name} cannot be filled")
    form.kept.emit(form.values)
    return form


def add(panel: RecordPanel, percent: str, reason: str = "") -> None:
    panel.detail.adding.percent.setText(percent)
    panel.detail.adding.reason.setPlainText(reason)
    panel.detail.adding.button.click()


def test_a_question_is_asked_in_a_form_and_shown(
    mine: OwnRecordPresenter, session: Session, panel: RecordPanel
) -> None:
    mine.act("ask")
    fill(panel, text="Will it rain?", yes_when="A drop", closes="2027-01-31")
    assert session.workspace.questions["P01"].text == "Will it rain?"
    assert panel.rows.key == "P01"
    assert form_of(panel) is None
    session.undo()
    assert not session.workspace.questions


def test_a_form_with_faults_stays_open_and_keeps_nothing(
    mine: OwnRecordPresenter, session: Session, panel: RecordPanel
) -> None:
    mine.act("ask")
    form = fill(panel, text="Will it?", closes="soon")
    assert form.isVisible()
    assert "such as 2027-01-31" in form.faults["closes"].text()
    assert "counts as a yes" in form.faults["yes_when"].text()
    assert session.workspace == Workspace()
    form.reject()


def test_a_forecast_is_added_with_its_likelihood_and_its_confidence_apart(
    mine: OwnRecordPresenter, session: Session, panel: RecordPanel
) -> None:
    del mine
    adding = panel.detail.adding
    adding.confidence.setCurrentIndex(adding.confidence.findData("low"))
    add(panel, "35", "Clouds")
    forecast = session.workspace.forecasts["F001"]
    assert (forecast.question, forecast.likelihood) == ("Q02", 0.35)
    assert (forecast.confidence, forecast.reason) == ("low", "Clouds")
    assert forecast.when == NOW
    assert forecast.asked.startswith("Will Kazakhstan sign")
    assert adding.percent.text() == ""
    session.undo()
    assert not session.workspace.forecasts


def test_a_sealed_forecast_offers_no_editing_and_undo_takes_the_seal_off(
    mine: OwnRecordPresenter, session: Session, panel: RecordPanel
) -> None:
    add(panel, "35")
    mine.act_on("seal", "F001")
    page = panel.detail.page
    assert page is not None
    assert page.mine[0].seal == "intact"
    mine.act("check")
    assert panel.head.said.text() == "The seal of F001 is intact."
    with pytest.raises(ValueError, match="sealed"):
        mine.act_on("drop_forecast", "F001")
    session.undo()
    assert seal_state(session.workspace.forecasts["F001"]) == "none"


def test_a_seal_goes_to_the_clipboard_with_what_it_seals(
    mine: OwnRecordPresenter, session: Session, panel: RecordPanel
) -> None:
    add(panel, "35")
    mine.act_on("seal", "F001")
    mine.act_on("copy", "F001")
    text = QGuiApplication.clipboard().text()
    assert session.workspace.forecasts["F001"].seal in text
    assert "35\u00a0%" in text


def test_a_forecast_that_is_changed_counts_from_now(
    mine: OwnRecordPresenter, session: Session, panel: RecordPanel
) -> None:
    add(panel, "35")
    mine.act_on("edit_forecast", "F001")
    form = fill(panel, likelihood="x")
    assert form.faults["likelihood"].text()
    fill(panel, likelihood="40 %", reason="News")
    assert session.workspace.forecasts["F001"].likelihood == 0.4
    mine.act_on("drop_forecast", "F001")
    assert not session.workspace.forecasts


def test_a_sealed_forecast_is_withdrawn_with_a_reason(
    mine: OwnRecordPresenter, session: Session, panel: RecordPanel
) -> None:
    add(panel, "35")
    mine.act_on("seal", "F001")
    mine.act_on("withdraw", "F001")
    fill(panel, reason="News")
    assert session.workspace.withdrawals["F001"].reason == "News"
    assert "F001" in session.workspace.forecasts


def test_resolving_is_refused_without_evidence_and_with_evidence_that_is_not_there(
    mine: OwnRecordPresenter, session: Session, panel: RecordPanel
) -> None:
    mine.act_on("resolve", "Q02")
    form = fill(panel, outcome="yes", day="2026-11-20", words="Signed")
    assert "at least one item" in form.faults["evidence"].text()
    fill(panel, evidence="E169 E999")
    assert "no item E999" in form.faults["evidence"].text()
    assert not session.workspace.resolutions
    fill(panel, evidence="e169", day="2026-12-20")
    assert "still to come" in form.faults["day"].text()
    fill(panel, day="2026-11-20")
    assert session.workspace.resolutions["Q02"].evidence_ids == ("E169",)
    page = panel.detail.page
    assert page is not None
    assert page.outcome == "Yes, 20 Nov 2026"
    mine.act_on("reopen", "Q02")
    assert not session.workspace.resolutions


def test_an_own_question_is_edited_and_deleted(
    mine: OwnRecordPresenter, session: Session, panel: RecordPanel
) -> None:
    mine.act("ask")
    fill(panel, text="Will it rain?", yes_when="A drop", closes="2027-01-31")
    mine.act_on("edit", "P01")
    fill(panel, text="Will it snow?")
    assert session.workspace.questions["P01"].text == "Will it snow?"
    mine.act_on("delete", "P01")
    assert not session.workspace.questions


@pytest.mark.parametrize(
    ("doing", "key"),
    [
        *(("seal", "F002"), ("edit_forecast", "F002"), ("drop_forecast", "F002")),
        *(("withdraw", "F001"), ("resolve", "Q02"), ("resolve", "P01"), ("edit", "P01")),
        *(("delete", "P01"), ("reopen", "Q18"), ("ask", "")),
    ],
)
def test_on_an_earlier_day_nothing_is_added_or_changed(
    mine: OwnRecordPresenter, session: Session, panel: RecordPanel, doing: str, key: str
) -> None:
    add(panel, "35")
    add(panel, "40")
    session.edit(seal_forecast(session.workspace, "F001", NOW))
    session.edit(put_question(session.workspace, QUESTION))
    resolution = Resolution("Q18", "no", date(2026, 11, 20), ("E169",), "")
    session.edit(resolve_question(session.workspace, resolution))
    before = session.workspace
    session.look_as_of(date(2026, 11, 1))
    mine.add_forecast("35", "", "")
    if doing == "ask":
        mine.act(doing)
    else:
        mine.act_on(doing, key)
    assert form_of(panel) is None
    assert session.workspace is before
    assert "Go back to the newest date" in panel.head.said.text()
    assert not panel.detail.adding.isVisible()
    session.look_as_of(None)
    assert not panel.head.said.isVisible()


def test_a_seal_can_be_copied_on_an_earlier_day(
    mine: OwnRecordPresenter, session: Session, panel: RecordPanel
) -> None:
    add(panel, "35")
    mine.act_on("seal", "F001")
    session.look_as_of(date(2026, 11, 1))
    mine.act_on("copy", "F001")
    assert session.workspace.forecasts["F001"].seal in QGuiApplication.clipboard().text()


@pytest.fixture
def tashkent(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Tashkent")
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be set here")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("tashkent")
def test_days_are_those_where_the_user_is_and_moments_are_in_utc(
    session: Session, themes: ThemeKeeper, panel: RecordPanel
) -> None:
    tasks = TaskDoor()
    late = datetime(2026, 11, 24, 20, tzinfo=UTC)  # 01:00 on the 25th in Tashkent
    mine = OwnRecordPresenter(session, tasks, themes, panel, lambda: late)
    panel.show()
    mine.act("ask")
    form = fill(panel, text="Will it rain?", yes_when="A drop", closes="2026-11-24")
    assert "past" in form.faults["closes"].text()
    fill(panel, closes="2026-11-25")
    assert session.workspace.questions["P01"].created == late
    mine.act_on("resolve", "Q02")
    fill(panel, outcome="no", evidence="E169", day="2026-11-25")
    assert session.workspace.resolutions["Q02"].day == date(2026, 11, 25)
    tasks.close()


def test_a_question_is_taken_to_be_resolved_no_later_than_it_closed(
    mine: OwnRecordPresenter, session: Session, panel: RecordPanel
) -> None:
    session.edit(put_question(session.workspace, replace(QUESTION, closes=date(2026, 11, 9))))
    mine.act_on("resolve", "P01")
    form = form_of(panel)
    assert form is not None
    assert form.values["day"] == "2026-11-09"
    form.reject()


def test_a_question_that_is_reworded_has_its_forecasts_count_from_now(
    mine: OwnRecordPresenter, session: Session, panel: RecordPanel
) -> None:
    made = OwnForecast("F001", "P01", "", 0.3, NOW - timedelta(days=9), "")
    session.edit(put_forecast(put_question(session.workspace, QUESTION), made))
    mine.act_on("edit", "P01")
    fill(panel, text="Will it snow?")
    assert session.workspace.forecasts["F001"].when == NOW


def test_forecasts_are_exported_with_their_seals(
    mine: OwnRecordPresenter,
    session: Session,
    panel: RecordPanel,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    add(panel, "35", "=SUM(A1)")
    mine.act_on("seal", "F001")
    mine.act("export")
    dialog = panel.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "mine.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(path.exists)
    (row,) = csv.DictReader(path.read_text("utf-8-sig").splitlines())
    assert row["likelihood"] == "0.35"
    assert row["reason"] == "'=SUM(A1)"
    assert row["seal"] == session.workspace.forecasts["F001"].seal
    assert row["seal_state"] == "intact"
    assert row["outcome"] == "open"
