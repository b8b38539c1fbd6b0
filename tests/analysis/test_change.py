from dataclasses import replace

import pytest

from explorer.analysis.change import ladder_move, previous_date, rating_move
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.packs.reading import read_atlas
from explorer.paths import bundled_pack


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


def test_a_rating_moves_from_the_date_before_to_the_present_one(atlas: Atlas) -> None:
    move = rating_move(atlas, "KAZ", "washington_profile")
    assert move is not None
    assert move.since == previous_date(atlas)
    then = [each.mode for each in atlas.ratings_of("KAZ", "washington_profile", move.since)]
    now = [
        each.mode for each in atlas.ratings_of("KAZ", "washington_profile", atlas.subject.as_of)
    ]
    assert move.value == pytest.approx(sum(now) / len(now) - sum(then) / len(then))


def test_the_shifts_of_a_ladder_sum_to_zero(atlas: Atlas) -> None:
    for country in atlas.subject.compared:
        move = ladder_move(atlas, country, BASELINE_SCENARIO)
        assert move is not None
        assert sum(move.shifts) == pytest.approx(0.0)
        assert any(abs(shift) > 0 for shift in move.shifts)


def test_without_an_earlier_date_nothing_moved(atlas: Atlas) -> None:
    first = replace(atlas, subject=replace(atlas.subject, as_of=atlas.judgement_dates[0]))
    assert previous_date(first) is None
    assert rating_move(first, "KAZ", "washington_profile") is None
    assert ladder_move(first, "KAZ", BASELINE_SCENARIO) is None


def test_a_state_that_nobody_judged_has_no_move(atlas: Atlas) -> None:
    assert rating_move(atlas, "TUR", "washington_profile") is None
    assert ladder_move(atlas, "TUR", BASELINE_SCENARIO) is None
