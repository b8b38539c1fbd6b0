import json
from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from explorer.analysis.basis import bases_of
from explorer.analysis.fit import fit_beta
from explorer.analysis.likelihood import likelihood_word
from explorer.analysis.uncertainty import draw_intervals
from explorer.domain.atlas import Atlas
from explorer.errors import UnknownNameError
from explorer.pages.outcomes_data import outcomes_data

DRAWS = 20_000


@pytest.fixture(scope="session")
def data(atlas: Atlas) -> dict[str, Any]:
    return outcomes_data(atlas, draws=DRAWS)


@pytest.fixture(scope="session")
def storm(atlas: Atlas) -> dict[str, Any]:
    return outcomes_data(atlas, "storm_south", draws=DRAWS)


def test_the_document_is_json_and_the_same_each_time(atlas: Atlas, data: dict[str, Any]) -> None:
    text = json.dumps(data, allow_nan=False)
    assert json.loads(text) == data
    assert json.dumps(outcomes_data(atlas, draws=DRAWS), allow_nan=False) == text


def test_the_head_says_what_the_numbers_are_of(atlas: Atlas, data: dict[str, Any]) -> None:
    assert data["edition"] == atlas.subject.edition
    assert data["as_of"] == "2026-11-23"
    assert data["draws"] == DRAWS
    assert data["seed"] == 20_261_123
    assert [rung["id"] for rung in data["rungs"]] == [rung.id for rung in atlas.rungs]
    assert [event["id"] for event in data["events"]] == list(data["states"]["KAZ"]["tornado"])


def test_ladders_intervals_and_words_are_those_of_the_analysis(
    atlas: Atlas, data: dict[str, Any]
) -> None:
    bases, fit = bases_of(atlas), fit_beta(atlas)
    assert list(data["states"]) == [basis.iso3 for basis in bases]
    for basis, uncertainty in zip(bases, draw_intervals(bases, fit, None, DRAWS), strict=True):
        state = data["states"][basis.iso3]
        rungs = list(state["rungs"].values())
        assert [each["probability"] for each in rungs] == list(basis.anchor.shares)
        assert [each["low"] for each in rungs] == [each.low for each in uncertainty.rungs]
        above = list(state["at_least"].values())
        assert [each["high"] for each in above] == [each.high for each in uncertainty.at_least]
        for each in (*rungs, *above):
            assert each["word"] == likelihood_word(each["probability"])
        assert list(state["as_things_stand"].values()) == list(basis.anchor.shares)


def test_a_rater_whose_ladder_had_to_be_mended_shows_by_how_much(atlas: Atlas) -> None:
    first, *others = [each for each in atlas.ladders if each.as_of == atlas.subject.as_of]
    more = tuple(share * 1.1 for share in first.probabilities)
    bent = replace(atlas, ladders=(replace(first, probabilities=more), *others))
    raters: dict[str, Any] = states_of(outcomes_data(bent, draws=1))[first.iso3]["raters"]
    repairs = {name: each["repair"] for name, each in raters.items()}
    assert repairs.pop(first.rater) > 0.01
    assert set(repairs.values()) == {0.0}
    assert sum(raters[first.rater]["rungs"].values()) == pytest.approx(1.0)


def test_propensity_is_the_sum_of_its_parts_from_ratings_and_weights(data: dict[str, Any]) -> None:
    for state in data["states"].values():
        parts = state["propensity"]["parts"]
        assert state["propensity"]["value"] == pytest.approx(sum(parts.values()))
        for factor, rating in state["ratings"].items():
            sign = 1 if data["weights"][factor]["group"] == "interest" else -1
            assert parts[factor] == pytest.approx(sign * rating["weight"] * rating["rating"] / 4)
            given = [each["rating"] for each in rating["raters"].values()]
            assert rating["as_judged"] == pytest.approx(sum(given) / len(given))


def test_weights_are_the_means_of_the_raters_and_sum_to_one(data: dict[str, Any]) -> None:
    assert sum(each["weight"] for each in data["weights"].values()) == pytest.approx(1.0)
    for each in data["weights"].values():
        assert each["weight"] == pytest.approx(sum(each["raters"].values()) / 4)


def test_a_pack_without_weights_weighs_every_factor_alike(atlas: Atlas) -> None:
    found = outcomes_data(replace(atlas, weights=()), draws=200)
    weights = cast("dict[str, dict[str, Any]]", found["weights"])
    assert list(weights) == [factor.id for factor in atlas.factors]
    assert {each["weight"] for each in weights.values()} == {1 / len(atlas.factors)}
    assert all(each["raters"] == {} for each in weights.values())
    json.dumps(found, allow_nan=False)


def test_the_fit_tells_beta_its_errors_and_where_it_is_worst(
    atlas: Atlas, data: dict[str, Any]
) -> None:
    fit, found = fit_beta(atlas), data["fit"]
    assert (found["beta"], found["error"], found["r_squared"]) == (
        fit.beta,
        fit.error,
        fit.r_squared,
    )
    assert found["worst_state"] == next(iter(found["states"]))
    sizes = [abs(each["residual"]) for each in found["residuals"]]
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) == found["points"]


def test_a_scenario_moves_the_ladder_and_keeps_what_it_is_set_against(
    atlas: Atlas, data: dict[str, Any], storm: dict[str, Any]
) -> None:
    assert storm["scenario"]["id"] == "storm_south"
    steps = storm["scenario"]["steps"]
    assert steps
    for iso3, state in storm["states"].items():
        plain = data["states"][iso3]
        assert state["as_things_stand"] == plain["as_things_stand"]
        assert state["rungs"] != plain["rungs"]
        for factor, step in steps.items():
            assert state["ratings"][factor]["scenario_step"] == step
        # A ladder judged under a scenario rests on the ratings that the scenario makes.
        assert state["propensity"]["value"] != plain["propensity"]["value"]
    assert storm["fit"] == data["fit"]


def test_the_earlier_date_has_its_own_ladders_and_the_newest_fit(
    atlas: Atlas, data: dict[str, Any]
) -> None:
    earlier = outcomes_data(atlas, as_of=date(2025, 10, 31), draws=1)
    assert earlier["as_of"] == "2025-10-31"
    assert earlier["fit"] == data["fit"]
    assert cast("Any", earlier["fit"])["as_of"] == "2026-11-23"
    found = states_of(earlier)
    assert found["KAZ"]["rungs"] != data["states"]["KAZ"]["rungs"]
    assert all(each["raters"] for each in found["KAZ"]["ratings"].values())


@pytest.mark.parametrize(
    ("scenario", "day", "said"),
    [
        (
            "peace",
            None,
            "“peace” is not a scenario of this pack; name one of baseline, calm_south",
        ),
        ("baseline", date(2025, 1, 1), "2025-01-01; name one of 2025-10-31, 2026-11-23"),
        ("calm_south", date(2025, 10, 31), "not judged on 2025-10-31; name one of baseline"),
    ],
)
def test_what_nobody_judged_is_refused_with_what_was(
    atlas: Atlas, scenario: str, day: date | None, said: str
) -> None:
    with pytest.raises(UnknownNameError, match=said):
        outcomes_data(atlas, scenario, day, draws=1)


def states_of(data: dict[str, object]) -> dict[str, Any]:
    return cast("dict[str, Any]", data["states"])
