from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from explorer.analysis.intervals import DRAWS
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Rating
from explorer.pages.outlook import compose_outlook
from explorer.pages.view import Target, View
from explorer.ui import outlooks
from explorer.ui.outlooks import FIRST_DRAWS, OutlookKeeper
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.workspace.assumptions import (
    choose_base,
    duplicate_scenario,
    rename_scenario,
    reset,
    save_scenario,
    set_rating,
)
from explorer.workspace.document import OWN_RATER, Workspace
from explorer.workspace.edits import write_note
from explorer.workspace.judgements import pool_judgement, set_own_rating

CELL = ("KAZ", "iran_wedge")
LONG = 20_000


@pytest.fixture
def session(qtbot: QtBot, atlas: Atlas) -> Session:
    del qtbot
    return Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("cell", *CELL))


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskDoor]:
    del qtbot
    door = TaskDoor()
    yield door
    door.close()


@pytest.fixture
def keeper(session: Session, tasks: TaskDoor) -> Iterator[OutlookKeeper]:
    made = OutlookKeeper(session, tasks)
    yield made
    made.close()


@pytest.fixture
def full(qtbot: QtBot, keeper: OutlookKeeper) -> OutlookKeeper:
    """Give a keeper that has drawn all worlds."""
    with qtbot.waitSignal(keeper.intervals_changed, timeout=LONG):
        keeper.begin()
    assert keeper.is_full
    return keeper


def assume(session: Session, value: float) -> None:
    session.edit(set_rating(session.workspace, *CELL, value))


def test_the_forecast_is_exact_in_the_turn_of_the_edit(
    session: Session, keeper: OutlookKeeper
) -> None:
    seen: list[tuple[float, ...]] = []
    keeper.changed.connect(lambda: seen.append(keeper.outlook.after["KAZ"].shares))
    assume(session, 0.5)
    wanted = compose_outlook(session.atlas, session.workspace)
    assert seen == [wanted.after["KAZ"].shares]
    assert wanted.after["KAZ"].shares != wanted.before["KAZ"].shares


def test_a_new_name_for_the_scenario_in_force_keeps_its_intervals(
    qtbot: QtBot, session: Session, full: OutlookKeeper
) -> None:
    assume(session, 0.5)
    now = datetime(2026, 11, 24, tzinfo=UTC)
    session.edit(save_scenario(session.workspace, "Thaw", now))
    qtbot.waitUntil(lambda: full.is_full, timeout=LONG)
    intervals, number = full.intervals, session.workspace.scenario
    with qtbot.waitSignal(full.changed):
        session.edit(rename_scenario(session.workspace, number, "Spring", "", now))
    assert full.outlook.title == "Spring"
    assert full.intervals is intervals
    with qtbot.assertNotEmitted(full.changed):
        session.edit(duplicate_scenario(session.workspace, number, now))
    assert full.intervals is intervals


def test_intervals_that_cannot_be_drawn_are_told_of_and_tried_again(
    qtbot: QtBot, session: Session, full: OutlookKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise MemoryError("no room")

    with monkeypatch.context() as broken, qtbot.captureExceptions():
        broken.setattr(outlooks, "_draw_intervals", fail)
        told: list[str] = []
        full.failed.connect(told.append)
        with qtbot.waitSignal(full.failed, timeout=LONG):
            assume(session, 0.5)
        qtbot.waitUntil(lambda: full._drawing is None and not full._rest.isActive(), timeout=LONG)
    assert set(told) == {"no room"}
    with qtbot.waitSignal(full.intervals_changed, timeout=LONG):
        assume(session, 0.7)


def test_a_note_changes_neither_forecast_nor_intervals(
    qtbot: QtBot, session: Session, full: OutlookKeeper
) -> None:
    outlook, intervals = full.outlook, full.intervals
    with qtbot.assertNotEmitted(full.changed), qtbot.assertNotEmitted(full.intervals_changed):
        session.edit(write_note(session.workspace, "outcome:KAZ", "mine", datetime.now(UTC)))
        qtbot.wait(400)
    assert full.outlook is outlook
    assert full.intervals is intervals


def test_intervals_are_none_until_they_are_drawn_for_what_is_in_force(
    qtbot: QtBot, session: Session, full: OutlookKeeper
) -> None:
    assume(session, 0.5)
    assert full.intervals is None
    assert not full.is_full
    qtbot.waitUntil(lambda: full.is_full, timeout=LONG)
    assert full.intervals is not None


def test_few_worlds_come_first_and_all_of_them_once_the_user_rests(
    qtbot: QtBot, session: Session, full: OutlookKeeper
) -> None:
    draws: list[int] = []

    def take() -> None:
        assert full.intervals is not None
        draws.append(full.intervals["KAZ"].draws)

    full.intervals_changed.connect(take)
    full._rest.setInterval(1500)  # long enough for a slow machine to draw the first
    assume(session, 0.5)
    qtbot.waitUntil(lambda: full.is_full, timeout=LONG)
    assert draws == [FIRST_DRAWS, DRAWS]


def test_what_was_overtaken_is_dropped(
    qtbot: QtBot, session: Session, full: OutlookKeeper
) -> None:
    """No interval is shown that was drawn for an earlier place of the slider."""
    for step in range(12):
        assume(session, 0.3 * step)
        qtbot.wait(20)
        if full.intervals is not None:
            low, high = full.intervals["KAZ"].rungs[2].low, full.intervals["KAZ"].rungs[2].high
            assert low <= full.outlook.after["KAZ"].shares[2] <= high
    qtbot.waitUntil(lambda: full.is_full, timeout=LONG)
    assert full.intervals is not None
    last = full.intervals["KAZ"]
    for found, share in zip(last.rungs, full.outlook.after["KAZ"].shares, strict=True):
        assert found.low - 0.005 <= share <= found.high + 0.005


def test_undo_and_redo_move_the_forecast(session: Session, keeper: OutlookKeeper) -> None:
    before = keeper.outlook.after["KAZ"].shares
    assume(session, 0.5)
    after = keeper.outlook.after["KAZ"].shares
    session.undo()
    assert keeper.outlook.after["KAZ"].shares == before
    session.redo()
    assert keeper.outlook.after["KAZ"].shares == after


def test_another_bundled_scenario_makes_new_ground_and_the_way_back_the_old(
    session: Session, keeper: OutlookKeeper
) -> None:
    before = keeper.outlook
    session.edit(choose_base(session.workspace, "calm_south"))
    assert keeper.outlook.title == "Calm in the south"
    session.edit(reset(session.workspace))
    assert keeper.outlook.is_plain
    assert keeper.outlook.after == before.after


def test_the_first_paint_needs_no_forecast_unless_something_is_assumed(
    session: Session, keeper: OutlookKeeper
) -> None:
    assert keeper.outlook_if_due is None
    assume(session, 0.5)
    assert keeper.outlook_if_due is keeper.outlook
    session.undo()
    assert keeper.outlook_if_due is None


def test_nothing_is_drawn_before_it_may_be(
    qtbot: QtBot, session: Session, keeper: OutlookKeeper, tasks: TaskDoor
) -> None:
    assume(session, 0.5)
    qtbot.wait(400)
    assert keeper.intervals is None
    assert tasks.is_idle


def test_nothing_is_left_running_after_the_close(
    qtbot: QtBot, session: Session, full: OutlookKeeper, tasks: TaskDoor
) -> None:
    assume(session, 0.5)
    full.close()
    tasks.close()
    with qtbot.assertNotEmitted(full.intervals_changed):
        assume(session, 0.7)
        qtbot.wait(400)
    assert tasks.is_idle
    assert full.intervals is None


def test_a_judgement_kept_apart_changes_neither_forecast_nor_intervals(
    qtbot: QtBot, session: Session, full: OutlookKeeper
) -> None:
    outlook, intervals = full.outlook, full.intervals
    day = datetime.now(UTC).date()
    rating = Rating("", day, *CELL, 0.0, 0.5, 1.0, "low", "", "A hunch.", ())
    with qtbot.assertNotEmitted(full.changed), qtbot.assertNotEmitted(full.intervals_changed):
        session.edit(set_own_rating(session.workspace, rating))
        qtbot.wait(400)
    assert full.outlook is outlook
    assert full.intervals is intervals
    with qtbot.waitSignal(full.changed):
        session.edit(pool_judgement(session.workspace, OWN_RATER, is_pooled=True))
    assert full.outlook.ground is not outlook.ground


def test_the_first_paint_needs_no_forecast_where_all_judgements_are_kept_apart(
    session: Session, keeper: OutlookKeeper
) -> None:
    day = datetime.now(UTC).date()
    rating = Rating("", day, *CELL, 0.0, 0.5, 1.0, "low", "", "A hunch.", ())
    session.edit(set_own_rating(session.workspace, rating))
    assert keeper.outlook_if_due is None


def test_another_day_has_its_own_forecasts_and_intervals(
    qtbot: QtBot, full: OutlookKeeper, session: Session
) -> None:
    newest, drawn = full.outlook, full.intervals
    with qtbot.assertNotEmitted(full.changed):
        session.look_as_of(date(2025, 11, 5))
    assert full.intervals is None
    assert full.outlook == compose_outlook(session.atlas, session.workspace)
    assert full.outlook.after["KAZ"].shares != newest.after["KAZ"].shares
    qtbot.waitUntil(lambda: full.is_full, timeout=9000)
    session.look_as_of(None)
    assert full.outlook is newest
    assert full.intervals is drawn


def test_an_edit_under_another_day_is_not_lost_on_the_way_back(
    full: OutlookKeeper, session: Session
) -> None:
    session.look_as_of(date(2025, 11, 5))
    session.edit(set_rating(session.workspace, "KAZ", "public_opinion", 0.5))
    session.look_as_of(None)
    assert full.outlook == compose_outlook(session.atlas, session.workspace)
    assert not full.outlook.is_plain


def test_the_forecasts_stand_still_where_nothing_was_judged(
    full: OutlookKeeper, session: Session
) -> None:
    session.look_as_of(date(2020, 1, 1))
    assert not full.outlook.after
    # The model is of the whole pack.
    session.look_as_of(None)
    assert full.outlook.after
