"""The latest values of rival series; imported late, since it reads series."""

from collections.abc import Iterator, Sequence

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations
from explorer.domain.rivals import Rival
from explorer.pages.numbers import decimals_for, number_text, scale_for
from explorer.pages.rivals import (
    HEADING,
    RivalFigure,
    RivalGroup,
    RivalLine,
    evidence_line,
    rivals_of,
)
from explorer.pages.series_labels import series_unit, withheld_because
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.words import EN_DASH, country_name

STATE_COLUMN = "State"
"""Heads the first column of a table with a row a state."""


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


def with_rivals(table: Table, groups: Sequence[RivalGroup]) -> Table:
    """Add the other figures at a table's foot: whose, and what it says of each state.

    In a table with a row a state each of a rival's figures has a row; in one with a column a
    state they stand in the states' own columns.
    """
    lines = [line for group in groups for line in group.lines]
    if not lines:
        return table
    by_row = table.columns[0] == STATE_COLUMN
    rows = [row for line in lines for row in _rows(table, line, by_row=by_row)]
    return Table(table.columns, (*table.rows, *rows), table.numeric)


def _rows(table: Table, line: RivalLine, *, by_row: bool) -> Iterator[tuple[str, ...]]:
    width = len(table.columns)
    if not line.figures:
        yield (f"{HEADING}: {line.label}", line.words, *[EN_DASH] * (width - 2))
    elif by_row:
        for each in line.figures:
            value = f"{each.value} {line.unit}".strip() if each.year else each.value
            cells = (f"{each.state}, {line.label}", value, each.year or each.value)
            yield (*cells, *[EN_DASH] * (width - len(cells)))
    else:
        by_state = {each.state: each for each in line.figures}
        unit = f", {line.unit}" if line.unit else ""
        cells = (_cell(by_state.get(column)) for column in table.columns[1:])
        yield (f"{HEADING}: {line.label}{unit}", *cells)


def _cell(figure: RivalFigure | None) -> str:
    if figure is None:
        return EN_DASH
    return f"{figure.value} ({figure.year})" if figure.year else figure.value


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
    figures = tuple(
        RivalFigure(
            country_name(atlas, iso3),
            number_text(point.value / divisor, decimals) if point else NO_VALUE,
            str(point.year) if point else "",
        )
        for iso3, point in latest.items()
    )
    words = ", ".join(f"{each.state} {_cell(each)}" for each in figures)
    told = f"{words}; {unit}" if unit else words
    return RivalLine(rival.label, told, series=str(ref), figures=figures, unit=unit)
