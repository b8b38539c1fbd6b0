import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.analysis.basis import Basis
from explorer.analysis.forecast import Forecast, Setting, forecast
from explorer.analysis.levers import find_levers
from explorer.analysis.turning import Goal, Levers
from explorer.domain.atlas import Atlas
from explorer.pages.events import EventChoice, default_event, event_choices
from explorer.pages.levers import MOST, LeverRow, compose_levers
from explorer.pages.outlook import Outlook, compose_outlook
from explorer.pages.words import MINUS
from explorer.workspace.document import WhatIf, Workspace, frozen

FACTORS = ("washington_profile", "public_opinion", "security_need", "iran_wedge")


@pytest.fixture(scope="module")
def outlook(atlas: Atlas) -> Outlook:
    return compose_outlook(atlas, Workspace())


def assumed(atlas: Atlas, iso3: str, ratings: dict[str, float]) -> Outlook:
    wanted = frozen({(iso3, factor): value for factor, value in ratings.items()})
    return compose_outlook(atlas, Workspace(what_if=WhatIf(ratings=wanted)))


def as_shown(atlas: Atlas, row: LeverRow) -> dict[str, tuple[float, float]]:
    """Read the ratings back from a row's words, as a reader would."""
    by_title = {factor.title: factor.id for factor in atlas.factors}
    found: dict[str, tuple[float, float]] = {}
    for part in row.words.split(" with "):
        match = re.fullmatch(r"(.+) (\d\.\d+)\s→\s(\d\.\d+)", part)
        assert match, part
        found[by_title[match[1]]] = (float(match[2]), float(match[3]))
    return found


def is_turned(now: Forecast, then: Forecast, choice: EventChoice | str) -> bool:
    if isinstance(choice, str):
        return then.leading != now.leading
    return (then.probability(choice.event) > 0.5) != (now.probability(choice.event) > 0.5)


def assert_rows_turn(atlas: Atlas, outlook: Outlook, iso3: str, ratings: dict[str, float]) -> int:
    now, count = outlook.after[iso3], 0
    for choice in (*event_choices(atlas), "lead"):
        part = compose_levers(atlas, outlook, iso3, choice)
        assert len(part.one) <= MOST
        assert len(part.two) <= MOST
        for row in (*part.one, *part.two):
            shown = as_shown(atlas, row)
            after = {factor: to for factor, (_, to) in shown.items()}
            then = forecast(now.basis, now.beta, Setting({**ratings, **after}))
            assert is_turned(now, then, choice), row
            assert all(start != to for start, to in shown.values())
            assert all(0.0 <= to <= 4.0 for to in after.values())
            count += 1
    return count


def test_a_change_does_what_it_says_with_the_ratings_as_they_are_shown(
    atlas: Atlas, outlook: Outlook
) -> None:
    assert sum(assert_rows_turn(atlas, outlook, iso3, {}) for iso3 in outlook.after) > 40


@settings(max_examples=25)
@given(
    st.sampled_from(["KAZ", "UZB", "TKM"]),
    st.dictionaries(st.sampled_from(FACTORS), st.floats(0.0, 4.0)),
)
def test_under_any_assumptions_a_change_does_what_it_says(
    atlas: Atlas, iso3: str, ratings: dict[str, float]
) -> None:
    assert_rows_turn(atlas, assumed(atlas, iso3, ratings), iso3, ratings)


def test_the_smallest_change_of_one_and_of_two_make_the_sentence(atlas: Atlas) -> None:
    """Kyrgyzstan: lower token accession needs one lever; both kinds exist."""
    outlook = compose_outlook(atlas, Workspace())
    choice = next(x for x in event_choices(atlas) if x.key == "exactly:low_stakes_cooperation")
    part = compose_levers(atlas, outlook, "KGZ", choice)
    assert part.opening == (
        "For exactly low-stakes cooperation to become likelier than not, the smallest change is:"
    )
    assert part.changes == f"{part.one[0].words}; or {part.two[0].words}."
    assert part.sentence == f"{part.opening} {part.changes}"
    assert [row[0] for row in part.table.rows] == [row.words for row in (*part.one, *part.two)]


def test_where_no_change_of_one_factor_does_it_that_is_said_first(
    atlas: Atlas, outlook: Outlook
) -> None:
    part = compose_levers(atlas, outlook, "UZB", default_event(atlas))
    assert part.one == ()
    assert part.opening == (
        "For at least token accession to become likelier than not, no change of one factor "
        "within the scale is enough. The smallest change of two is:"
    )
    assert part.changes == f"{part.two[0].words}."


def test_where_nothing_within_the_scale_does_it_there_is_no_change(
    atlas: Atlas, outlook: Outlook
) -> None:
    part = compose_levers(atlas, outlook, "TJK", default_event(atlas))
    assert part.changes == ""
    assert part.sentence.endswith("no change of one factor or of two within the scale is enough.")
    assert part.table.rows == ()


def test_of_an_event_that_holds_already_the_change_is_what_ends_it(
    atlas: Atlas, outlook: Outlook
) -> None:
    part = compose_levers(atlas, outlook, "KAZ", default_event(atlas))
    assert part.opening.startswith("At least token accession is likelier than not already. No ")
    low = assumed(atlas, "KAZ", {"washington_profile": 0.0, "security_need": 0.0})
    near = compose_levers(atlas, low, "KAZ", default_event(atlas))
    assert near.opening == (
        "At least token accession is likelier than not already. "
        "The smallest change that ends that is:"
    )
    far = compose_levers(atlas, outlook, "AZE", default_event(atlas))
    assert far.sentence == (
        "At least token accession is likelier than not already. "
        "No change of one factor or of two within the scale ends that."
    )


def test_for_the_lead_the_rung_that_leads_now_and_then_is_named(
    atlas: Atlas, outlook: Outlook
) -> None:
    part = compose_levers(atlas, outlook, "TKM", "lead")
    assert part.opening == (
        "The likeliest rung in Turkmenistan is ordinary ties. "
        "For another one to lead, the smallest change is:"
    )
    assert all(row.outcome.startswith("Low-stakes cooperation, ") for row in part.one)
    assert part.table.columns[-1] == "Leads then"


def test_a_likelihood_that_rounds_to_even_is_said_to_lie_just_over_or_under(
    atlas: Atlas, outlook: Outlook
) -> None:
    over = [
        row.outcome
        for iso3 in outlook.after
        for choice in event_choices(atlas)
        for row in compose_levers(atlas, outlook, iso3, choice).two
    ]
    assert "50\u00a0%" not in over
    assert {"just over 50\u00a0%", "just under 50\u00a0%"} <= set(over)


def test_a_start_is_shown_finer_where_a_tenth_would_hide_the_change(atlas: Atlas) -> None:
    """From 2.55 a change to 2.6 would else read 2.6 → 2.6."""
    found = 0
    for hundredths in range(0, 400, 5):
        outlook = assumed(atlas, "TKM", {"washington_profile": hundredths / 100})
        for row in compose_levers(atlas, outlook, "TKM", "lead").one:
            for start, to in as_shown(atlas, row).values():
                assert start != to
                found += round(start * 10, 6) % 1 > 0
    assert found


def test_a_size_is_the_difference_of_the_ratings_as_they_are_shown(atlas: Atlas) -> None:
    """A change from 2.55 to 2.6 is of 0.05, and none is told as nought."""
    finer = 0
    for hundredths in range(0, 400, 5):
        outlook = assumed(atlas, "TKM", {"washington_profile": hundredths / 100})
        part = compose_levers(atlas, outlook, "TKM", "lead")
        for row in (*part.one, *part.two):
            sizes = [float(size.replace(MINUS, "-")) for size in row.sizes.split(" and ")]
            moves = [to - start for start, to in as_shown(atlas, row).values()]
            assert sizes == pytest.approx(moves)
            assert 0.0 not in sizes
            finer += any(round(size * 10, 6) % 1 > 0 for size in sizes)
    assert finer


def test_a_change_that_as_shown_would_not_turn_the_goal_is_left_out(
    atlas: Atlas, outlook: Outlook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def barely(basis: Basis, beta: float, goal: Goal, setting: Setting | None = None) -> Levers:
        found = find_levers(basis, beta, goal, setting)
        first = found.one[0]
        (change,) = first.changes
        vain = replace(first, changes=(replace(change, after=change.before + 1e-9),))
        return replace(found, one=(vain, *found.one[1:]))

    whole = compose_levers(atlas, outlook, "TKM", "lead")
    monkeypatch.setattr("explorer.analysis.levers.find_levers", barely)
    part = compose_levers(atlas, outlook, "TKM", "lead")
    assert part.one[: MOST - 1] == whole.one[1:]


def test_a_state_that_nobody_judged_is_said_to_have_no_value(
    atlas: Atlas, outlook: Outlook
) -> None:
    part = compose_levers(atlas, replace(outlook, after={}), "TJK", "lead")
    assert part.sentence == "Tajikistan: no value found, nobody judged this state."
    assert part.one == part.two == ()


def test_no_text_has_gaps_in_it(
    atlas: Atlas, outlook: Outlook, faults_of_text: Callable[[object], list[str]]
) -> None:
    for iso3 in outlook.after:
        for choice in event_choices(atlas):
            assert not faults_of_text(compose_levers(atlas, outlook, iso3, choice))
        assert not faults_of_text(compose_levers(atlas, outlook, iso3, "lead"))
