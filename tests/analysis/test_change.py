from dataclasses import replace
from datetime import timedelta

import pytest

from explorer.analysis.basis import Choices
from explorer.analysis.change import (
    Dates,
    Raters,
    judged_by,
    ladder_move,
    previous_date,
    rating_move,
)
from explorer.analysis.likelihood import percent_text
from explorer.analysis.pooling import ladder_of
from explorer.analysis.tenths import to_tenth
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO, JudgedLadder
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


def with_a_rater_more(atlas: Atlas) -> Atlas:
    """Let a fifth rater judge Kazakhstan, at the present date alone."""
    day = atlas.subject.as_of
    rating = replace(atlas.ratings_of("KAZ", "washington_profile", day)[0], rater="You", mode=0.0)
    ladder = JudgedLadder("You", day, "KAZ", BASELINE_SCENARIO, (0.0, 0.0, 0.0, 0.0, 1.0))
    return replace(
        atlas,
        ratings=(*atlas.ratings, replace(rating, low=0.0)),
        ladders=(*atlas.ladders, ladder),
    )


def test_a_rater_who_came_since_is_no_part_of_a_move_and_is_counted(atlas: Atlas) -> None:
    more = with_a_rater_more(atlas)
    rating, plain = (rating_move(each, "KAZ", "washington_profile") for each in (more, atlas))
    assert rating is not None
    assert plain is not None
    assert (rating.before, rating.now) == (plain.before, plain.now)
    assert rating.raters == Raters(4, 5, 4)
    assert not rating.raters.are_alike
    assert plain.raters.are_alike
    ladder, judged = (ladder_move(each, "KAZ", BASELINE_SCENARIO) for each in (more, atlas))
    assert ladder is not None
    assert judged is not None
    assert (ladder.before, ladder.now) == (judged.before, judged.now)
    assert ladder.raters == rating.raters


def test_a_move_is_weighed_as_the_raters_count_now(atlas: Atlas) -> None:
    alone = dict.fromkeys(atlas.raters, 0.0) | {"R2": 2.0}
    move = rating_move(atlas, "KAZ", "washington_profile", alone)
    assert move is not None
    for day, pooled in ((move.since, move.before), (atlas.subject.as_of, move.now)):
        [own] = [
            each
            for each in atlas.ratings_of("KAZ", "washington_profile", day)
            if each.rater == "R2"
        ]
        assert pooled.mode == pytest.approx(own.mode)
    ladder = ladder_move(atlas, "KAZ", BASELINE_SCENARIO, Choices("geometric", alone))
    assert ladder is not None
    assert ladder.now == ladder_of(atlas, "KAZ", BASELINE_SCENARIO, None, alone, "geometric")


def test_without_a_rater_who_counts_at_both_dates_there_is_no_move(atlas: Atlas) -> None:
    nobody = dict.fromkeys(atlas.raters, 0.0)
    more = with_a_rater_more(atlas)
    assert rating_move(more, "KAZ", "washington_profile", nobody) is None
    assert ladder_move(more, "KAZ", BASELINE_SCENARIO, Choices(rater_weights=nobody)) is None


def test_a_product_that_leaves_no_rung_is_no_move(atlas: Atlas) -> None:
    since = previous_date(atlas)
    first, second, *rest = (each for each in atlas.ladders if each.as_of == since)
    ruled = [
        replace(each, iso3="KAZ", scenario=BASELINE_SCENARIO, rater=rater, probabilities=shares)
        for each, rater, shares in (
            (first, "R1", (1.0, 0.0, 0.0, 0.0, 0.0)),
            (second, "R2", (0.0, 1.0, 0.0, 0.0, 0.0)),
        )
    ]
    now = [each for each in atlas.ladders if each.as_of != since]
    apart = replace(atlas, ladders=(*now, *ruled, *(x for x in rest if x.iso3 != "KAZ")))
    assert ladder_move(apart, "KAZ", BASELINE_SCENARIO, Choices("geometric")) is None
    assert ladder_move(apart, "KAZ", BASELINE_SCENARIO) is not None


def test_without_an_earlier_date_nothing_moved(atlas: Atlas) -> None:
    first = replace(atlas, subject=replace(atlas.subject, as_of=atlas.judgement_dates[0]))
    assert previous_date(first) is None
    assert rating_move(first, "KAZ", "washington_profile") is None
    assert ladder_move(first, "KAZ", BASELINE_SCENARIO) is None


def test_a_state_that_nobody_judged_has_no_move(atlas: Atlas) -> None:
    assert rating_move(atlas, "TUR", "washington_profile") is None
    assert ladder_move(atlas, "TUR", BASELINE_SCENARIO) is None


def test_a_move_between_two_given_dates_is_the_one_back_with_another_sign(atlas: Atlas) -> None:
    first, last = atlas.judgement_dates
    there = rating_move(atlas, "KAZ", "washington_profile", dates=Dates(first, last))
    back = rating_move(atlas, "KAZ", "washington_profile", dates=Dates(last, first))
    assert there is not None
    assert back is not None
    assert there == rating_move(atlas, "KAZ", "washington_profile")
    assert there.shown == -back.shown
    assert there.shown != 0
    ladder = ladder_move(atlas, "KAZ", BASELINE_SCENARIO, dates=Dates(last, first))
    forth = ladder_move(atlas, "KAZ", BASELINE_SCENARIO)
    assert ladder is not None
    assert forth is not None
    assert [ladder.points(rung) for rung in range(5)] == [-forth.points(rung) for rung in range(5)]


def test_points_are_those_of_the_shown_per_cents(atlas: Atlas) -> None:
    move = ladder_move(atlas, "KAZ", BASELINE_SCENARIO)
    assert move is not None
    rung = move.now.leading
    shown = [int(percent_text(each.shares[rung])[:-2]) for each in (move.before, move.now)]
    assert move.points(rung) == shown[1] - shown[0]


def test_a_best_value_outside_of_the_range_given_before_is_no_move_within_it(
    atlas: Atlas,
) -> None:
    move = rating_move(atlas, "KAZ", "washington_profile")
    assert move is not None
    near = replace(move, now=replace(move.now, mode=move.before.high))
    assert near.is_within_range
    assert not replace(near, now=replace(near.now, mode=move.before.high + 0.01)).is_within_range
    assert not replace(near, now=replace(near.now, mode=move.before.low - 0.01)).is_within_range


def test_the_judgement_known_on_a_day_is_the_newest_on_or_before_it(atlas: Atlas) -> None:
    first, last = atlas.judgement_dates
    assert judged_by(atlas, first - timedelta(1)) is None
    assert judged_by(atlas, first) == first
    assert judged_by(atlas, last - timedelta(1)) == first
    assert judged_by(atlas, last + timedelta(1)) == last
