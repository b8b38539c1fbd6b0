"""Where in the comparison a thing that was found is shown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from explorer.domain.atlas import Atlas
from explorer.pages.search import Hit, HitKind
from explorer.pages.series_labels import withheld_because
from explorer.pages.view import Target, View
from explorer.pages.words import study_states


@dataclass(frozen=True, slots=True)
class Place:
    """What to select, and the series to draw in its details; a blank one leaves it open."""

    target: Target
    series: str = ""


def place_of(atlas: Atlas, view: View, hit: Hit) -> Place | None:
    """Give where a hit is shown in the comparison, if it is; countries in view come first."""
    if hit.target is not None:
        return Place(hit.target)
    find = _FINDERS.get(hit.kind)
    return find(atlas, view, hit.key) if find else None


def _source_place(atlas: Atlas, view: View, key: str) -> Place | None:
    """Give where a source is named apart from evidence: in a country's facts, under a series."""
    for iso3 in _states(atlas, view):
        if key in _fact_sources(atlas, iso3):
            return Place(Target("country", iso3))
    for indicator in atlas.indicators:
        if key in indicator.source_ids and not indicator.withheld:
            place = _series_place(atlas, view, f"indicator/{indicator.id}")
            if place:
                return place
    return None


def _fact_sources(atlas: Atlas, iso3: str) -> Iterator[str]:
    for relation in atlas.relations:
        if relation.iso3 == iso3:
            yield from relation.source_ids or (relation.source_id,)
    yield from (each.source_id for each in atlas.dissents if each.iso3 == iso3)
    yield from (each.source_id for each in atlas.memberships if each.iso3 == iso3)


def _series_place(atlas: Atlas, view: View, ref: str) -> Place | None:
    """Give the first factor that lists a series, or a country's profile that does."""
    listing = [each for each in atlas.factor_series if str(each.series) == ref]
    if not listing:
        return None
    chart = "" if withheld_because(atlas, listing[0].series) else ref
    for each in listing:
        if each.factor:
            return Place(Target("factor", factor=each.factor), series=chart)
    return Place(Target("country", view.baseline), series=chart)


def _states(atlas: Atlas, view: View) -> Sequence[str]:
    """Give the states that can be compared: those compared now, the baseline, the others."""
    others = (iso3 for iso3 in study_states(atlas) if iso3 not in view.shown)
    return (*view.comparators, view.baseline, *others)


_FINDERS: dict[HitKind, Callable[[Atlas, View, str], Place | None]] = {
    "source": _source_place,
    "series": _series_place,
}
