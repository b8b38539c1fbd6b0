from dataclasses import replace
from datetime import date

import pytest

from explorer.analysis.basis import Choices
from explorer.domain.atlas import Atlas
from explorer.packs.reading import read_atlas
from explorer.pages.changes_judgement import Judgements, ladder_group, ratings_group
from explorer.pages.view import Target
from explorer.paths import bundled_pack


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


def judgements_of(atlas: Atlas) -> Judgements:
    return Judgements(atlas, Choices(), date(2025, 10, 31), date(2026, 11, 23))


def test_more_of_an_interest_is_more_pull_and_more_of_a_constraint_more_hold(
    atlas: Atlas,
) -> None:
    said: set[str] = set()
    for iso3 in atlas.subject.compared:
        for line in ratings_group(judgements_of(atlas), iso3).lines:
            assert isinstance(line.goal, Target)
            group = atlas.factor_by_id[line.goal.factor].group
            is_up = line.move.startswith("+")
            noun = "pull" if group == "interest" else "hold"
            doing = f"{'more' if is_up else 'less'} {noun}"
            assert line.aside.startswith(doing)
            assert line.bearing == ("pull" if is_up == (group == "interest") else "hold")
            said.add(doing)
    assert said == {"more pull", "less pull", "more hold", "less hold"}


def test_a_rating_leads_to_its_cell_and_shows_values_whose_difference_is_the_move(
    atlas: Atlas,
) -> None:
    for line in ratings_group(judgements_of(atlas), "KAZ").lines:
        assert isinstance(line.goal, Target)
        assert (line.goal.kind, line.goal.iso3) == ("cell", "KAZ")
        then, now = (float(each) for each in line.figure.split(" → "))
        assert float(line.move.replace("\u2212", "-")) == pytest.approx(now - then)
        assert line.move != "0.0"


def test_the_ratings_that_stayed_are_named_where_they_are_few(atlas: Atlas) -> None:
    group = ratings_group(judgements_of(atlas), "AZE")
    assert group.note == "Shown the same at both dates: Vantage on Iran."
    assert group.heading == f"Ratings that moved · {len(group.lines)}"


def test_a_move_out_of_the_range_given_then_is_said(atlas: Atlas) -> None:
    day = atlas.subject.as_of
    ratings = tuple(
        replace(each, low=0.0, mode=0.0, high=0.2)
        if (each.iso3, each.factor, each.as_of) == ("KAZ", "washington_profile", day)
        else each
        for each in atlas.ratings
    )
    fallen = replace(atlas, ratings=ratings)
    line = ratings_group(judgements_of(fallen), "KAZ").lines[0]
    assert line.text == "Standing in Washington"
    assert "outside of the range given then" in line.aside
    assert "less pull" in line.aside


def test_the_moves_of_a_ladder_are_those_of_the_shown_per_cents(atlas: Atlas) -> None:
    for iso3 in atlas.subject.compared:
        for line in ladder_group(judgements_of(atlas), iso3).lines:
            then, now = line.figure.removesuffix("\u00a0%").split(" → ")
            if then == now:
                assert line.move == "0"
            elif "<" not in line.figure:
                assert int(line.move.replace("\u2212", "-")) == int(now) - int(then)


def test_a_ladder_that_shows_the_same_at_both_dates_has_no_line(atlas: Atlas) -> None:
    first, last = atlas.judgement_dates
    then = {(x.rater, x.iso3, x.scenario): x for x in atlas.ladders if x.as_of == first}
    ladders = tuple(
        replace(each, probabilities=then[key].probabilities)
        if each.as_of == last and (key := (each.rater, each.iso3, each.scenario)) in then
        else each
        for each in atlas.ladders
    )
    group = ladder_group(judgements_of(replace(atlas, ladders=ladders)), "KAZ")
    assert not group.lines
    assert "same per cent at both dates" in group.note


def test_a_state_that_nobody_judged_says_so(atlas: Atlas) -> None:
    assert "No rater" in ladder_group(judgements_of(atlas), "TUR").note
    assert (
        "No rater judged 12 of the 12 factors" in ratings_group(judgements_of(atlas), "TUR").note
    )
