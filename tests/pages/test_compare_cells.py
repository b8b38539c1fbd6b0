from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from explorer.analysis.differences import RatingDifference
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Group, Rating
from explorer.pages.compare_cells import compose_difference, compose_factor_cell
from explorer.pages.compare_page import compose_compare
from explorer.pages.view import View
from explorer.pages.words import study_states
from explorer.workspace.document import Workspace
from explorer.workspace.judgements import set_own_rating


@pytest.mark.parametrize(
    ("group", "value", "text", "words"),
    [
        ("interest", 1.94, "+1.9", "1.9 higher than Azerbaijan, a stronger pull"),
        ("interest", -0.3, "\u22120.3", "0.3 lower than Azerbaijan, a weaker pull"),
        ("constraint", 0.5, "+0.5", "0.5 higher than Azerbaijan, holds back more"),
        ("constraint", -0.5, "\u22120.5", "0.5 lower than Azerbaijan, holds back less"),
    ],
)
def test_a_difference_is_signed_and_said_by_what_it_does(
    group: Group, value: float, text: str, words: str
) -> None:
    effect = "pull" if (value > 0) == (group == "interest") else "hold"
    found = compose_difference(
        group, RatingDifference(value, effect, False, round(value, 1)), "Azerbaijan"
    )
    assert (found.text, found.words) == (text, words)


def test_a_difference_within_the_ranges_says_so() -> None:
    found = compose_difference("interest", RatingDifference(0.4, "pull", True, 0.4), "Azerbaijan")
    assert found.words.endswith("within the ranges, so the two may be level")


def test_a_difference_that_rounds_to_nothing_has_no_sign() -> None:
    found = compose_difference(
        "interest", RatingDifference(-0.04, "level", True, 0.0), "Azerbaijan"
    )
    assert (found.text, found.words) == ("0.0", "level with Azerbaijan")


def test_every_difference_is_what_a_reader_gets_from_the_figures_beside_it(atlas: Atlas) -> None:
    for factor in atlas.factors:
        for baseline, iso3 in permutations(study_states(atlas), 2):
            own, other = (
                compose_factor_cell(atlas, Workspace(), factor, each, baseline)
                for each in (baseline, iso3)
            )
            assert own.mark is not None
            assert other.mark is not None
            assert other.difference is not None
            told = other.mark.value - own.mark.value
            text = other.difference.text.replace("\u2212", "-")
            assert float(text) == pytest.approx(told, abs=1e-9), (baseline, iso3, factor.id)
            assert (other.difference.effect == "level") == (text == "0.0")


def test_a_mark_holds_the_figures_that_are_shown_of_it(atlas: Atlas) -> None:
    for factor in atlas.factors:
        mark = compose_factor_cell(atlas, Workspace(), factor, "KAZ", "KAZ").mark
        assert mark is not None
        for value in (mark.low, mark.value, mark.high):
            assert value == round(value, 1)


def test_an_own_rating_is_marked_and_said_in_its_cell_alone(atlas: Atlas) -> None:
    rating = Rating("", date(2026, 11, 24), "KAZ", "iran_wedge", 3.0, 3.5, 4.0, "low", "", "", ())
    workspace = set_own_rating(Workspace(), rating)
    found = compose_compare(atlas, workspace, View("AZE", ("KAZ",)))
    plain = compose_compare(atlas, Workspace(), View("AZE", ("KAZ",)))
    marked = [
        (cell.iso3, row.factor, cell.mark.own)
        for section in found.sections
        for row in section.rows
        for cell in row.cells
        if cell.mark is not None and cell.mark.own is not None
    ]
    assert marked == [("KAZ", "iran_wedge", 3.5)]
    cell = compose_factor_cell(atlas, workspace, atlas.factor_by_id["iran_wedge"], "KAZ", "AZE")
    assert "You: 3.5" in cell.description
    assert "kept apart from the pool" in cell.description
    assert [line.mark for line in found.key] == ["own"]
    assert plain.key == ()


def test_an_own_rating_of_what_nobody_rated_is_said(atlas: Atlas) -> None:
    rating = Rating("", date(2026, 11, 24), "KAZ", "iran_wedge", 3.0, 3.5, 4.0, "low", "", "", ())
    workspace = set_own_rating(Workspace(), rating)
    bare = replace(atlas, ratings=())
    cell = compose_factor_cell(bare, workspace, atlas.factor_by_id["iran_wedge"], "KAZ", "AZE")
    assert cell.mark is None
    assert "You: 3.5" in cell.description
