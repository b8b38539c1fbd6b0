from collections.abc import Callable
from datetime import UTC, date, datetime
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.domain.evidence import MARKS
from explorer.domain.observations import Observations
from explorer.domain.outcomes import JudgedLadder
from explorer.packs.observations import read_observations
from explorer.pages.view import Target, View
from explorer.paths import bundled_pack
from explorer.ui.session import Session
from explorer.workspace import assumptions, judgements, marks
from explorer.workspace.document import Pooling, Workspace
from explorer.workspace.edits import write_note

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def session(qtbot: QtBot, atlas: Atlas) -> Session:
    del qtbot
    return Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("country", "KAZ"))


def written(session: Session, text: str) -> Workspace:
    return write_note(session.workspace, "country:KAZ", text, NOW)


def test_an_edit_is_said_once_and_can_be_undone_and_redone(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.workspace_changed):
        session.edit(written(session, "a"))
    assert session.can_undo
    session.undo()
    assert session.workspace == Workspace()
    assert session.can_redo
    session.redo()
    assert session.workspace.note("country:KAZ") == "a"


def test_an_edit_that_changes_nothing_is_not_said(qtbot: QtBot, session: Session) -> None:
    with qtbot.assertNotEmitted(session.workspace_changed):
        session.edit(written(session, ""))
    assert not session.can_undo


def test_settling_parts_two_bursts_of_typing(session: Session) -> None:
    session.edit(written(session, "a"), "note")
    session.settle()
    session.edit(written(session, "ab"), "note")
    session.undo()
    assert session.workspace.note("country:KAZ") == "a"


def test_selecting_something_else_ends_a_burst_and_is_no_step(session: Session) -> None:
    session.edit(written(session, "a"), "note")
    session.select(Target("outcome"))
    session.select(Target("country", "KAZ"))
    session.edit(written(session, "ab"), "note")
    session.undo()
    assert session.workspace.note("country:KAZ") == "a"
    assert session.selection == Target("country", "KAZ")


def test_what_is_shown_or_selected_again_is_not_said(qtbot: QtBot, session: Session) -> None:
    with qtbot.assertNotEmitted(session.view_changed):
        session.show(View("AZE", ("KAZ",)))
    with qtbot.assertNotEmitted(session.selection_changed):
        session.select(Target("country", "KAZ"))
    with qtbot.waitSignal(session.view_changed):
        session.show(View("AZE", ("UZB",)))


def test_the_series_come_later_and_are_said(qtbot: QtBot, session: Session) -> None:
    assert session.observations is None
    series = object()
    with qtbot.waitSignal(session.observations_changed):
        session.take_observations(series)
    assert session.observations is series


def random_edit(chance: Random, atlas: Atlas, workspace: Workspace) -> Workspace:
    """Make an edit of any kind with the ids of the real pack."""
    iso3 = chance.choice(atlas.subject.compared)
    factor = chance.choice(atlas.factors).id
    base = chance.choice(atlas.scenarios).id
    key = chance.choice(list(workspace.scenarios) or [""])
    share = chance.random()
    weights = {each.id: 1 / len(atlas.factors) for each in atlas.factors}
    ladder = JudgedLadder("", NOW.date(), iso3, base, (share, 1 - share, 0.0, 0.0, 0.0))
    mark = chance.choice(MARKS) if chance.random() < 0.7 else None
    method = chance.choice(("linear", "geometric"))
    edits: list[Callable[[], Workspace]] = [
        lambda: write_note(workspace, f"country:{iso3}", f"Ask {share}", NOW),
        lambda: assumptions.set_rating(workspace, iso3, factor, 4 * share),
        lambda: assumptions.set_rating(workspace, iso3, factor, None),
        lambda: assumptions.set_weights(workspace, weights if share < 0.5 else {}),
        lambda: assumptions.choose_base(workspace, base),
        lambda: assumptions.save_scenario(workspace, "Mine", NOW),
        lambda: judgements.set_own_ladder(workspace, ladder),
        lambda: judgements.drop_own_ladder(workspace, iso3, base),
        lambda: judgements.set_pooling(workspace, Pooling(method, {"R1": share + 0.1})),
        lambda: marks.set_mark(workspace, iso3, "E001", atlas.rungs[0].id, mark),
    ]
    if key:
        edits += [
            lambda: assumptions.open_scenario(workspace, key),
            lambda: assumptions.duplicate_scenario(workspace, key, NOW),
            lambda: assumptions.delete_scenario(workspace, key),
        ]
    return chance.choice(edits)()


def test_five_hundred_random_edits_are_undone_to_the_very_start_and_redone_to_the_end(
    session: Session, atlas: Atlas
) -> None:
    chance = Random(7)  # noqa: S311 - a walk that is the same each time
    line = [session.workspace]
    for _ in range(500):
        session.edit(random_edit(chance, atlas, session.workspace))
        if session.workspace != line[-1]:
            line.append(session.workspace)
    assert len(line) > 350
    for expected in reversed(line):
        assert session.workspace == expected
        session.undo()
    assert session.workspace == Workspace()
    assert not session.can_undo
    for expected in line:
        assert session.workspace == expected
        session.redo()
    assert session.workspace == line[-1]
    assert not session.can_redo


def test_an_earlier_day_is_looked_at_and_then_the_newest(session: Session) -> None:
    newest, told = session.newest, list[str]()
    session.as_of_changed.connect(lambda: told.append("day"))
    session.view_changed.connect(lambda: told.append("view"))
    session.look_as_of(date(2025, 11, 5))
    assert told == ["day", "view"]
    assert session.as_of == session.atlas.subject.seen_on == date(2025, 11, 5)
    assert session.newest is newest
    session.look_as_of(date(2025, 11, 5))
    assert told == ["day", "view"]
    session.look_as_of(None)
    assert session.atlas is newest


def test_a_day_from_the_newest_on_is_the_newest(session: Session) -> None:
    session.look_as_of(session.newest.subject.as_of)
    session.look_as_of(date(2100, 1, 1))
    assert session.as_of is None


def test_the_atlas_of_a_day_is_cut_once_while_one_goes_back_and_forth(session: Session) -> None:
    session.look_as_of(date(2025, 11, 5))
    cut = session.atlas
    session.look_as_of(None)
    session.look_as_of(date(2025, 11, 5))
    assert session.atlas is cut


def test_looking_at_many_days_keeps_the_one_that_is_looked_at(session: Session) -> None:
    for day in range(1, 29):
        session.look_as_of(date(2025, 2, day))
        assert session.atlas.subject.seen_on == date(2025, 2, day)


def test_looking_at_another_day_ends_a_burst_of_typing(session: Session) -> None:
    session.edit(written(session, "a"), "note")
    session.look_as_of(date(2025, 11, 5))
    session.edit(written(session, "ab"), "note")
    session.undo()
    assert session.workspace.note("country:KAZ") == "a"


def test_no_more_than_the_days_looked_at_last_are_kept(session: Session) -> None:
    first = date(2020, 1, 1)
    session.look_as_of(first)
    kept = session.atlas
    for month in range(2, 12):
        session.look_as_of(date(2020, month, 1))
    session.look_as_of(first)
    assert session.atlas is not kept
    assert session.atlas == kept


def test_the_series_are_cut_to_the_day_whichever_comes_first(session: Session) -> None:
    observations = read_observations(bundled_pack(), session.newest)
    session.look_as_of(date(2025, 11, 5))
    assert session.observations is None
    session.take_observations(observations)
    cut = session.observations
    assert isinstance(cut, Observations)
    assert cut.seen_on == date(2025, 11, 5)
    session.look_as_of(None)
    assert session.observations is observations
