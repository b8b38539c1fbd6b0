"""The latest values of rival series; imported late, since it reads series."""

from collections.abc import Iterator, Sequence

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations
from explorer.domain.rivals import Rival
from explorer.pages.numbers import decimals_for, number_text, scale_for
from explorer.pages.rivals import HEADING, RivalGroup, RivalLine, evidence_line, rivals_of
from explorer.pages.series_labels import series_unit, withheld_because
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.words import EN_DASH, country_name


def series_rivals(
    atlas: Atlas, observations: Observations, ref: SeriesRef, countries: Sequence[str]
) -> tuple[RivalGroup, ...]:
    """Give the other figures for what a series measures, of these countries."""
    if ref.kind != "indicator":
        return ()
    groups = (
        RivalGroup(found[0].title, tuple(_lines(atlas, observations, found, countries)))
        for found in rivals_of(atlas, "indicator", ref.key)
    )
    return tuple(group for group in groups if group.lines)


def all_rivals(
    atlas: Atlas, observations: Observations, countries: Sequence[str]
) -> tuple[RivalGroup, ...]:
    """Give every quantity that several sources put a figure on for one of these countries."""
    quantities: dict[str, list[Rival]] = {}
    for rival in atlas.rivals:
        quantities.setdefault(rival.quantity, []).append(rival)
    groups = (
        RivalGroup(found[0].title, tuple(_lines(atlas, observations, found, countries)))
        for found in quantities.values()
    )
    return tuple(group for group in groups if len(group.lines) > 1)


def with_rivals(table: Table, groups: Sequence[RivalGroup]) -> Table:
    """Add the other figures at a table's foot, a row each: whose, and what it says."""
    rest = [EN_DASH] * (len(table.columns) - 2)
    rows = tuple(
        (f"{HEADING}: {line.label}", line.words, *rest) for group in groups for line in group.lines
    )
    return Table(table.columns, (*table.rows, *rows), table.numeric) if rows else table


def _lines(
    atlas: Atlas, observations: Observations, rivals: Sequence[Rival], countries: Sequence[str]
) -> Iterator[RivalLine]:
    for rival in rivals:
        if rival.kind == "evidence":
            line = evidence_line(atlas, rival, countries)
        else:
            line = _series_line(atlas, observations, rival, countries)
        if line is not None:
            yield line


def _series_line(
    atlas: Atlas, observations: Observations, rival: Rival, countries: Sequence[str]
) -> RivalLine | None:
    ref = SeriesRef("indicator", rival.key)
    if withheld_because(atlas, ref):
        return None
    latest = {iso3: observations.series(ref, iso3).latest for iso3 in countries}
    values = [point.value for point in latest.values() if point]
    if not values:
        return None
    divisor, unit = scale_for(values, series_unit(atlas, ref))
    decimals = decimals_for(value / divisor for value in values)
    told: list[str] = []
    for iso3, point in latest.items():
        figure = f"{number_text(point.value / divisor, decimals)} ({point.year})" if point else ""
        told.append(f"{country_name(atlas, iso3)} {figure or NO_VALUE}")
    words = ", ".join(told)
    return RivalLine(rival.label, f"{words}; {unit}" if unit else words, series=str(ref))
