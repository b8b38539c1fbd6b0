from dataclasses import replace

import pytest

from explorer.analysis.change import ladder_move, previous_date, rating_move
from explorer.analysis.pooling import ladder_of
from explorer.analysis.tenths import to_tenth
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


def test_the_shown_move_is_the_shown_rating_now_less_the_shown_one_before(atlas: Atlas) -> None:
    for country in atlas.subject.compared:
        for factor in atlas.factors:
            move = rating_move(atlas, country, factor.id)
            assert move is not None
            told = to_tenth(move.now.mode) - to_tenth(move.before.mode)
            assert move.shown == pytest.approx(told, abs=1e-9)
            assert move.shown == round(move.shown, 1)


def test_a_ladder_moves_from_the_date_before_to_the_present_one(atlas: Atlas) -> None:
    for country in atlas.subject.compared:
        move = ladder_move(atlas, country, BASELINE_SCENARIO)
        assert move is not None
        assert move.before == ladder_of(atlas, country, BASELINE_SCENARIO, move.since)
        assert move.now == ladder_of(atlas, country, BASELINE_SCENARIO)
        assert move.before != move.now


def test_without_an_earlier_date_nothing_moved(atlas: Atlas) -> None:
    first = replace(atlas, subject=replace(atlas.subject, as_of=atlas.judgement_dates[0]))
    assert previous_date(first) is None
    assert rating_move(first, "KAZ", "washington_profile") is None
    assert ladder_move(first, "KAZ", BASELINE_SCENARIO) is None


def test_a_state_that_nobody_judged_has_no_move(atlas: Atlas) -> None:
    assert rating_move(atlas, "TUR", "washington_profile") is None
    assert ladder_move(atlas, "TUR", BASELINE_SCENARIO) is None
