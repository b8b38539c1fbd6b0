"""What is assumed, in words: for every place that shows forecasts made under a scenario."""

from collections.abc import Sequence

from explorer.analysis.basis import Basis, steps_of
from explorer.analysis.likelihood import percent_text
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.outlook import Outlook
from explorer.pages.words import (
    counted,
    country_name,
    in_sentences,
    judgement_of,
    listing,
    signed,
    tenth_text,
)

ARROW = "\u2192"


def scenario_notice(outlook: Outlook) -> str:
    """Say under which scenario the forecasts were made; blank for the judgement as it stands."""
    if outlook.is_plain:
        return ""
    return f"Under the scenario “{outlook.title}”, not the judgement as it stands"


def page_notice(outlook: Outlook) -> str:
    """Say what a reader must know on every page; blank for the judgement as it stands."""
    if outlook.fault and outlook.is_plain:
        return "Not all that the author set could be followed: see the first page"
    return scenario_notice(outlook)


def assumption_lines(atlas: Atlas, outlook: Outlook, states: Sequence[str]) -> tuple[str, ...]:
    """Say what is assumed for some states, a sentence each: scenario, ratings, then weights.

    What could not be followed comes first. Ratings set for states that are not among them are
    counted, so that nothing goes unsaid.
    """
    unheeded = (outlook.fault,) if outlook.fault else ()
    if outlook.is_plain:
        return unheeded
    ratings = tuple(line for iso3 in states for line in _ratings(atlas, outlook, iso3))
    others = sum(1 for iso3, _ in outlook.what_if.ratings if iso3 not in states)
    rest = f"{counted(others, 'rating')} of other states changed too" if others else ""
    lines = (_bundled(atlas, outlook), *ratings, rest, _weights(atlas, outlook))
    return (*unheeded, *(in_sentences([line]) for line in lines if line))


def _bundled(atlas: Atlas, outlook: Outlook) -> str:
    """Say what the bundled scenario is and which factors it moves."""
    base = outlook.what_if.base
    if base == BASELINE_SCENARIO:
        return f"The {judgement_of(atlas)}, with changes of the user's own"
    scenario = next((each for each in atlas.scenarios if each.id == base), None)
    if scenario is None:
        return ""
    moves = (
        f"{atlas.factor_by_id[factor].title} {signed(step)}"
        for factor, step in steps_of(atlas, base).items()
    )
    return f"{scenario.title}: {scenario.description} It moves ratings: {listing(tuple(moves))}"


def _ratings(atlas: Atlas, outlook: Outlook, iso3: str) -> tuple[str, ...]:
    """Say each rating set apart for a state, from what the scenario in force gives."""
    basis = outlook.ground.bases.get(iso3)
    setting = outlook.settings.get(iso3)
    if basis is None or setting is None or not setting.ratings:
        return ()
    given = _modes(basis)
    return tuple(
        f"{country_name(atlas, iso3)}, {atlas.factor_by_id[factor].title}: "
        f"{tenth_text(given[factor])} {ARROW} {tenth_text(value)}"
        for factor, value in setting.ratings.items()
        if factor in given
    )


def _weights(atlas: Atlas, outlook: Outlook) -> str:
    """Say the weights set apart, from the pooled ones; those that hardly moved are left out."""
    weights = outlook.what_if.weights
    basis = next(iter(outlook.ground.bases.values()), None)
    if not weights or basis is None:
        return ""
    pooled = {each.factor: each.weight for each in basis.standings}
    moved = (
        f"{atlas.factor_by_id[factor].title} {percent_text(pooled[factor])} {ARROW} "
        f"{percent_text(weights[factor])}"
        for factor in pooled
        if percent_text(pooled[factor]) != percent_text(weights.get(factor, 0.0))
    )
    return f"Weights of the factors: {listing(tuple(moved))}"


def _modes(basis: Basis) -> dict[str, float]:
    return {each.factor: each.mode for each in basis.standings}
