from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.dates import PartialDate
from explorer.domain.evidence import MARKS, Evidence
from explorer.domain.judgement import Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.workspace import assumptions, evidence, forecasts, judgements, marks, seals
from explorer.workspace.document import (
    OWN_RATER,
    OwnEvidence,
    OwnForecast,
    OwnQuestion,
    OwnSource,
    Pooling,
    Resolution,
    Workspace,
)
from explorer.workspace.edits import write_note
from explorer.workspace.history import History

values = st.lists(st.integers(), max_size=20)


def went_through(steps: list[int]) -> History[int]:
    history = History(0)
    for value in steps:
        history = history.step(value)
    return history


def test_a_step_that_changes_nothing_is_no_step() -> None:
    history = History("a")
    assert history.step("a") is history


@given(values)
def test_undoing_every_step_comes_back_to_the_beginning(steps: list[int]) -> None:
    history = went_through(steps)
    for _ in steps:
        history = history.undo()
    assert history.present == 0
    assert history.past == ()


@given(values)
def test_redoing_what_was_undone_comes_back_to_the_end(steps: list[int]) -> None:
    end = went_through(steps)
    history = end
    while history.past:
        history = history.undo()
    while history.future:
        history = history.redo()
    assert history.present == end.present


@given(values, st.integers())
def test_a_new_step_forgets_what_was_undone(steps: list[int], new: int) -> None:
    undone = went_through([*steps, -1]).undo()
    if new != undone.present:
        assert undone.step(new).future == ()


def test_steps_with_one_key_are_undone_together() -> None:
    history = History("").step("a", "note").step("ab", "note").step("abc", "note")
    assert history.undo().present == ""


def test_steps_with_different_keys_are_undone_apart() -> None:
    history = History("").step("a", "one").step("b", "other")
    assert history.undo().present == "a"


def test_after_settling_the_same_key_begins_a_new_step() -> None:
    history = History("").step("a", "note").settle().step("ab", "note")
    assert history.undo().present == "a"


def test_after_an_undo_the_same_key_begins_a_new_step() -> None:
    history = History("").step("a", "note").settle().step("ab", "note").undo()
    assert history.step("ac", "note").undo().present == "a"


def test_an_edit_that_ends_where_it_began_leaves_no_step() -> None:
    history = History("").step("a", "note").settle().step("ab", "slider").step("a", "slider")
    assert history == History("a", ("",))


def test_an_edit_that_came_back_and_goes_on_is_undone_to_where_it_began() -> None:
    history = History("").step("a").step("ab", "note").step("a", "note").step("ac", "note")
    assert history.undo().present == "a"
    assert history.undo().undo().present == ""


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["", "one", "other"]))))
def test_undo_never_does_nothing_and_comes_back_to_the_beginning(
    steps: list[tuple[int, str]],
) -> None:
    history = History(0)
    for value, key in steps:
        history = history.step(value, key)
    while history.past:
        undone = history.undo()
        assert undone.present != history.present
        history = undone
    assert history.present == 0


def test_undo_and_redo_without_steps_change_nothing() -> None:
    history = History("a")
    assert history.undo() is history
    assert history.redo() is history


STATES = ("AZE", "KAZ", "UZB")
FACTORS = ("iran_wedge", "grain", "security")
SCENARIOS = ("baseline", "shock")
START = datetime(2026, 11, 24, tzinfo=UTC)
DAY = date(2026, 11, 24)
Edit = Callable[[Random, Workspace], Workspace]


def noted(chance: Random, workspace: Workspace) -> Workspace:
    moment = START + timedelta(seconds=chance.randrange(10**6))
    text = chance.choice(["", "Ask", "Ask about grain"])
    return write_note(workspace, f"country:{chance.choice(STATES)}", text, moment)


def rated(chance: Random, workspace: Workspace) -> Workspace:
    value = chance.choice([None, 4 * chance.random()])
    iso3, factor = chance.choice(STATES), chance.choice(FACTORS)
    return assumptions.set_rating(workspace, iso3, factor, value)


def weighed(chance: Random, workspace: Workspace) -> Workspace:
    counts = [chance.random() + 0.01 for _ in FACTORS]
    shares = {name: count / sum(counts) for name, count in zip(FACTORS, counts, strict=True)}
    return assumptions.set_weights(workspace, chance.choice([{}, shares]))


def based(chance: Random, workspace: Workspace) -> Workspace:
    if chance.random() < 0.3:
        return assumptions.reset(workspace)
    return assumptions.choose_base(workspace, chance.choice(SCENARIOS))


def saved(chance: Random, workspace: Workspace) -> Workspace:
    return assumptions.save_scenario(workspace, chance.choice(["Mine", "Other"]), START)


def with_scenario(
    edit: Callable[[Random, Workspace, str], Workspace],
) -> Edit:
    """Edit one of the scenarios that there are; save one where there is none."""

    def do(chance: Random, workspace: Workspace) -> Workspace:
        if not workspace.scenarios:
            return saved(chance, workspace)
        return edit(chance, workspace, chance.choice(list(workspace.scenarios)))

    return do


def renamed(chance: Random, workspace: Workspace, key: str) -> Workspace:
    title = chance.choice(["Mine", "Other", "Third"])
    return assumptions.rename_scenario(workspace, key, title, "Why", START)


def rated_as_own(chance: Random, workspace: Workspace) -> Workspace:
    iso3, factor = chance.choice(STATES), chance.choice(FACTORS)
    if chance.random() < 0.3:
        return judgements.drop_own_rating(workspace, iso3, factor)
    low, mode, high = sorted(4 * chance.random() for _ in range(3))
    rating = Rating("", DAY, iso3, factor, low, mode, high, "low", "", "Grain", ())
    return judgements.set_own_rating(workspace, rating)


def judged_as_own(chance: Random, workspace: Workspace) -> Workspace:
    iso3, scenario = chance.choice(STATES), chance.choice(SCENARIOS)
    if chance.random() < 0.3:
        return judgements.drop_own_ladder(workspace, iso3, scenario)
    share = chance.random()
    ladder = JudgedLadder("", DAY, iso3, scenario, (share, 1 - share))
    return judgements.set_own_ladder(workspace, ladder)


def taken(chance: Random, workspace: Workspace) -> Workspace:
    rater = chance.choice(["Aigul", "Berik"])
    if chance.random() < 0.3:
        return judgements.drop_judgement(workspace, rater)
    rating = Rating(rater, DAY, chance.choice(STATES), "grain", 1, 2, 3, "low", "", "", ())
    return judgements.take_judgement(workspace, judgements.judgement_of(rater, [rating], ()))


def pooled(chance: Random, workspace: Workspace) -> Workspace:
    if workspace.judgements and chance.random() < 0.5:
        rater = chance.choice(list(workspace.judgements))
        return judgements.pool_judgement(workspace, rater, is_pooled=chance.random() < 0.5)
    counts = {rater: chance.random() + 0.1 for rater in ("R1", OWN_RATER)}
    pooling = Pooling(chance.choice(("linear", "geometric")), chance.choice([{}, counts]))
    return judgements.set_pooling(workspace, pooling)


def marked(chance: Random, workspace: Workspace) -> Workspace:
    if chance.random() < 0.1:
        return marks.clear_marks(workspace, chance.choice(STATES))
    mark = chance.choice(MARKS) if chance.random() < 0.7 else None
    return marks.set_mark(
        workspace, chance.choice(STATES), chance.choice(("E1", "U001")), "freeze", mark
    )


def remarked(chance: Random, workspace: Workspace) -> Workspace:
    verdict = chance.choice(("", "agree", "doubt", "irrelevant", "superseded"))
    comment = chance.choice(["", "Old"])
    return evidence.set_remark(workspace, f"E{chance.randrange(4)}", verdict, comment, START)


def added(chance: Random, workspace: Workspace) -> Workspace:
    if chance.random() < 0.4:
        return evidence.drop_own_evidence(workspace, f"U{chance.randrange(5):03d}")
    known = [evidence.next_own_id(workspace), *workspace.own_evidence]
    item = Evidence(
        id=chance.choice(known),
        date=PartialDate(2026, chance.randrange(1, 13)),
        countries=(chance.choice(STATES),),
        factor=chance.choice(FACTORS),
        direction=chance.choice(("+", "-", "0")),
        strength=chance.randrange(1, 4),
        kind="event",
        claim="Something happened",
        quantity="",
        unit="",
        source_ids=(),
        reliability="B",
        credibility=2,
        note="",
    )
    return evidence.put_own_evidence(workspace, OwnEvidence(item, OwnSource("A talk"), START))


def asked(chance: Random, workspace: Workspace) -> Workspace:
    key = chance.choice([forecasts.next_question_id(workspace), *workspace.questions])
    if forecasts.is_question_fixed(workspace, key):
        return workspace
    if chance.random() < 0.3:
        return forecasts.drop_question(workspace, key)
    text = chance.choice(["Will it rain?", "Will it snow?"])
    states = (chance.choice(STATES),)
    question = OwnQuestion(key, text, states, DAY, "Rain", START)
    return forecasts.put_question(workspace, question, START)


def foretold(chance: Random, workspace: Workspace) -> Workspace:
    free = [
        key
        for key, each in workspace.forecasts.items()
        if not each.seal
        and key not in workspace.withdrawals
        and each.question not in workspace.resolutions
    ]
    key = chance.choice([forecasts.next_forecast_id(workspace), *free])
    if chance.random() < 0.2:
        return forecasts.drop_forecast(workspace, key)
    question = chance.choice(["Q01", *workspace.questions])
    made = OwnForecast(key, question, "Will it?", chance.random(), START, "Clouds", "low")
    return forecasts.put_forecast(workspace, made)


def with_forecast(edit: Callable[[Random, Workspace, str], Workspace]) -> Edit:
    def do(chance: Random, workspace: Workspace) -> Workspace:
        if not workspace.forecasts:
            return foretold(chance, workspace)
        return edit(chance, workspace, chance.choice(list(workspace.forecasts)))

    return do


def resolved(chance: Random, workspace: Workspace) -> Workspace:
    key = chance.choice(["Q02", *workspace.questions])
    if chance.random() < 0.3:
        return forecasts.reopen_question(workspace, key)
    outcome = chance.choice(("yes", "no", "void"))
    return forecasts.resolve_question(
        workspace, Resolution(key, outcome, DAY, ("E001",), "It did")
    )


EDITS: tuple[Edit, ...] = (
    noted,
    rated,
    rated,
    weighed,
    based,
    saved,
    with_scenario(lambda _chance, workspace, key: assumptions.open_scenario(workspace, key)),
    with_scenario(
        lambda _chance, workspace, key: assumptions.duplicate_scenario(workspace, key, START)
    ),
    with_scenario(
        lambda _chance, workspace, key: assumptions.update_scenario(workspace, key, START)
    ),
    with_scenario(renamed),
    with_scenario(lambda _chance, workspace, key: assumptions.delete_scenario(workspace, key)),
    rated_as_own,
    judged_as_own,
    taken,
    pooled,
    marked,
    remarked,
    added,
    asked,
    foretold,
    with_forecast(lambda _chance, workspace, key: seals.seal_forecast(workspace, key, START)),
    with_forecast(
        lambda _chance, workspace, key: forecasts.withdraw_forecast(workspace, key, START, "News")
    ),
    resolved,
)


@pytest.mark.parametrize("seed", range(5))
def test_five_hundred_edits_are_undone_to_the_very_start_and_redone_to_the_very_end(
    seed: int,
) -> None:
    chance = Random(seed)  # noqa: S311 - a walk that is the same each time
    line, history = [Workspace()], History(Workspace())
    for _ in range(500):
        edited = chance.choice(EDITS)(chance, history.present)
        if edited != history.present:
            line.append(edited)
        history = history.step(edited)
    assert len(line) > 350
    for expected in reversed(line):
        assert history.present == expected
        history = history.undo()
    assert history.present == Workspace()
    assert history.past == ()
    for expected in line:
        assert history.present == expected
        history = history.redo()
    assert history.present == line[-1]
    assert history.future == ()


@pytest.mark.parametrize("seed", range(5))
def test_a_drag_among_random_edits_is_one_step(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a walk that is the same each time
    line, history = [Workspace()], History(Workspace())
    for drag in range(50):
        before = history.present
        for _ in range(chance.randrange(1, 20)):
            moved = assumptions.set_rating(history.present, "KAZ", "grain", 4 * chance.random())
            history = history.step(moved, f"drag {drag}")
        assert history.past[-1] == before
        line.append(history.present)
    for expected in reversed(line):
        assert history.present == expected
        history = history.undo()
    assert history.past == ()


def test_a_walk_of_random_edits_makes_edits_of_every_kind() -> None:
    chance = Random(0)  # noqa: S311 - a walk that is the same each time
    workspace, seen = Workspace(), set[str]()
    for _ in range(500):
        edited = chance.choice(EDITS)(chance, workspace)
        names = Workspace.__dataclass_fields__
        seen |= {name for name in names if getattr(edited, name) != getattr(workspace, name)}
        workspace = edited
    assert seen == set(Workspace.__dataclass_fields__)
