"""What a note can be on: a state, a pair of states, a factor, a cell, an outcome."""

from dataclasses import dataclass

from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import OUTCOME
from explorer.pages.view import Target, View, parse_target
from explorer.pages.words import country_name, study_states

PAIR = "pair"
METHOD = "method"
OUTCOMES_TITLE = "Likely outcomes"
KINDS = (
    ("country", "States"),
    (PAIR, "Pairs of states"),
    ("factor", "Factors"),
    ("cell", "States and factors"),
    (OUTCOME, "Outcome"),
)
"""The kinds of places that the user can write on, with the titles of their groups, in order."""


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place to write on: its form in files, and its name."""

    place: str
    label: str


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Places to choose among; those of the states and factors stand in a group a state."""

    title: str
    places: tuple[PlaceChoice, ...]
    groups: tuple["PlaceGroup", ...] = ()


def kind_of(place: str) -> str:
    """Give the kind of a place: `country` of `country:KAZ`."""
    return place.partition(":")[0]


def pair_place(atlas: Atlas, one: str, other: str) -> str:
    """Give the place of a pair, the same whichever state is named first: `pair:AZE-KAZ`."""
    order = study_states(atlas)
    first, last = sorted((one, other), key=order.index)
    return f"{PAIR}:{first}-{last}"


def states_of(place: str) -> tuple[str, ...]:
    """Give the codes of the states that a place is of."""
    if kind_of(place) == PAIR:
        return tuple(place.partition(":")[2].split("-"))
    target = parse_target(place)
    return (target.iso3,) if target and target.iso3 else ()


def is_known(atlas: Atlas, place: str) -> bool:
    """Say whether the pack has what a note is on: it may have been written on another."""
    if any(iso3 not in study_states(atlas) for iso3 in states_of(place)):
        return False
    if kind_of(place) == PAIR:
        return len(set(states_of(place))) == len(("one", "other"))
    target = parse_target(place)
    return target is not None and (not target.factor or target.factor in atlas.factor_by_id)


def place_label(atlas: Atlas, place: str) -> str:
    """Name a place: “Kazakhstan · Iran wedge”; one that the pack does not have by its code."""
    if not is_known(atlas, place):
        return place
    names = " and ".join(country_name(atlas, iso3) for iso3 in states_of(place))
    target = parse_target(place)
    parts = [names] if names else []
    if target and target.factor:
        parts.append(atlas.factor_by_id[target.factor].title)
    if target and target.kind == OUTCOME:
        parts.append(OUTCOMES_TITLE)
    return " · ".join(parts)


def place_choices(atlas: Atlas, view: View) -> tuple[PlaceGroup, ...]:
    """Give all places to write on, by kind; of the pairs those of the baseline in view."""
    states = study_states(atlas)
    named = tuple((iso3, country_name(atlas, iso3)) for iso3 in states)
    against = [iso3 for iso3 in states if iso3 in view.comparators]
    pairs = tuple(pair_place(atlas, view.baseline, iso3) for iso3 in against)
    factors = tuple((factor.id, factor.title) for factor in atlas.factors)
    outcome = (PlaceChoice(OUTCOME, "All states"),)
    places = {
        "country": tuple(PlaceChoice(_text("country", iso3), name) for iso3, name in named),
        PAIR: tuple(PlaceChoice(pair, place_label(atlas, pair)) for pair in pairs),
        "factor": tuple(PlaceChoice(f"factor:{key}", title) for key, title in factors),
        OUTCOME: outcome
        + tuple(PlaceChoice(_text("outcome", iso3), name) for iso3, name in named),
    }
    cells = tuple(
        PlaceGroup(name, tuple(PlaceChoice(f"cell:{iso3}:{key}", title) for key, title in factors))
        for iso3, name in named
    )
    return tuple(
        PlaceGroup(title, places.get(kind, ()), cells if kind == "cell" else ())
        for kind, title in KINDS
    )


def _text(kind: str, iso3: str) -> str:
    return str(Target("country" if kind == "country" else "outcome", iso3))
