from dataclasses import replace
from typing import Any, cast

import pytest

from explorer.analysis.basis import Basis, basis_of
from explorer.analysis.fit import Fit, fit_beta
from explorer.domain.atlas import Atlas
from explorer.pages.events import event_choices
from explorer.pages.outcomes_reasons import (
    PAIRS,
    actors,
    by_rung,
    doubts,
    hypotheses,
    levers,
    methods,
    rung_ids,
    tornadoes,
)


@pytest.fixture(scope="session")
def basis(atlas: Atlas) -> Basis:
    found = basis_of(atlas, "KAZ")
    assert found is not None
    return found


@pytest.fixture(scope="session")
def fit(atlas: Atlas) -> Fit:
    return fit_beta(atlas)


def loose(value: object) -> dict[str, Any]:
    return cast("dict[str, Any]", value)


def test_a_tornado_is_given_for_every_event_with_the_longest_swing_first(
    atlas: Atlas, basis: Basis, fit: Fit
) -> None:
    found = loose(tornadoes(atlas, basis, fit))
    assert list(found) == [choice.key for choice in event_choices(atlas)]
    for choice in event_choices(atlas):
        each = found[choice.key]
        assert each["probability"] == choice.event.probability(basis.anchor.shares)
        swings = [bar["swing"] for bar in each["factors"]]
        assert swings == sorted(swings, reverse=True)
        assert {bar["factor"] for bar in each["factors"]} == {x.factor for x in basis.standings}


def test_doubt_names_every_factor_the_raters_and_beta(
    atlas: Atlas, basis: Basis, fit: Fit
) -> None:
    found = loose(doubts(atlas, basis, fit, 1))
    assert list(found) == [choice.key for choice in event_choices(atlas)]
    names = [*(each.factor for each in basis.standings), "raters", "beta"]
    for each in found.values():
        assert list(each["sources"]) == names
        first = sum(source["first"]["value"] for source in each["sources"].values())
        assert each["together"] == pytest.approx(1.0 - first)


def test_levers_turn_the_goal_that_they_are_given_for(
    atlas: Atlas, basis: Basis, fit: Fit
) -> None:
    found = loose(levers(atlas, basis, fit))
    assert list(found) == [*(choice.key for choice in event_choices(atlas)), "lead"]
    assert any(each["two_factors"] for each in found.values())
    for choice in event_choices(atlas):
        each = found[choice.key]
        assert len(each["two_factors"]) <= PAIRS
        for lever in (*each["one_factor"], *each["two_factors"]):
            then = choice.event.probability(list(lever["rungs"].values()))
            assert (then > 0.5) != each["holds"]


def test_the_evidence_is_counted_three_ways_and_sorted_by_how_telling_it_is(atlas: Atlas) -> None:
    found = loose(hypotheses(atlas, "KAZ"))
    assert list(found["counts"]) == ["plain", "weighted", "squared"]
    told = [item["diagnosticity"] for item in found["items"]]
    assert told == sorted(told, reverse=True)
    against = {"I": 1.0, "II": 2.0}
    for rung, total in found["counts"]["plain"]["totals"].items():
        marks = [item["marks"][rung] for item in found["items"]]
        assert total == sum(against.get(mark, 0.0) for mark in marks)


def test_actors_pull_the_mean_both_ways_and_a_state_without_any_has_none(atlas: Atlas) -> None:
    found = loose(actors(atlas, "KAZ"))
    assert sum(each["pull"] for each in found["actors"]) == pytest.approx(0.0, abs=1e-9)
    assert sum(each["lever"] for each in found["actors"]) == pytest.approx(1.0)
    assert actors(replace(atlas, actors=()), "KAZ") is None


def test_the_methods_stand_side_by_side_with_the_forecast_first(
    atlas: Atlas, basis: Basis
) -> None:
    found = loose(methods(atlas, basis))
    names = [each["method"] for each in found["views"]]
    assert names[0] == "forecast"
    assert sorted(names) == sorted(
        [
            "forecast",
            "linear pool",
            "geometric pool",
            *["rater"] * len(basis.raters),
            "hypotheses, plain",
            "hypotheses, weighted",
            "hypotheses, squared",
            "actors, mean",
            "actors, median",
        ]
    )
    lead = set(found["views"][0]["leading"])
    for each in found["views"]:
        assert each["agrees"] == bool(lead & set(each["leading"]))
    assert found["unanimous"] == all(each["agrees"] for each in found["views"])


def test_methods_without_evidence_or_actors_or_a_common_rung_are_left_out(atlas: Atlas) -> None:
    bare = replace(
        atlas,
        actors=(),
        evidence=(),
        ladders=tuple(
            replace(
                each, probabilities=(1.0, 0, 0, 0, 0) if each.rater == "R1" else (0, 0, 0, 0, 1.0)
            )
            for each in atlas.ladders
        ),
    )
    basis = basis_of(bare, "KAZ")
    assert basis is not None
    names = {each["method"] for each in loose(methods(bare, basis))["views"]}
    assert names == {"forecast", "linear pool", "rater"}


def test_values_of_the_rungs_stand_under_their_ids(atlas: Atlas) -> None:
    assert list(by_rung(atlas, range(5)).values()) == [0, 1, 2, 3, 4]
    assert rung_ids(atlas, [2, 0]) == [atlas.rungs[2].id, atlas.rungs[0].id]
