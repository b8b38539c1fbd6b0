"""Series as charts: lines where there are years enough, bars where there are not."""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.analysis.comparability import compare
from explorer.domain.atlas import Atlas
from explorer.domain.indicators import Series, SeriesRef
from explorer.domain.observations import Observations
from explorer.domain.sources import Source
from explorer.pages.charts import Bar, BarChart, Caption, Line, LineChart
from explorer.pages.comparability import COMPARED, Named, compare_figures, pair_cell
from explorer.pages.numbers import decimals_for, number_text, scale_for, starts_at_zero
from explorer.pages.rival_figures import series_rivals, with_rivals
from explorer.pages.series_comparison import THIN, is_thin, named_figures, year_cells
from explorer.pages.series_labels import parse_ref, series_label, series_unit
from explorer.pages.sources import publisher_words, shares_a_name, source_words
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.trace import thing
from explorer.pages.words import (
    EN_DASH,
    country_name,
    country_names,
    in_sentences,
    listing,
    no_value,
)

FIRST_YEAR = 1992
"""The first full year of the six as states of their own: charts begin here at the earliest."""
FEWEST_POINTS = 3
"""A state with fewer values than this makes no line worth drawing."""


def series_chart(
    atlas: Atlas, observations: Observations, ref_text: str, countries: Sequence[str]
) -> LineChart | BarChart:
    """Give one series for these countries as a chart, its source and its table with it.

    It is a bar chart of the latest values where no country has at least three from 1992 on. Large
    amounts are given in millions or billions, and the unit says so.

    Raises:
        KeyError: if the pack has no such indicator.
        ValueError: if the text names no series.
    """
    ref = parse_ref(ref_text)
    found = tuple(_since(observations.series(ref, iso3)) for iso3 in countries)
    if any(len(series.points) >= FEWEST_POINTS for series in found):
        return _line_chart(atlas, observations, ref, found)
    every = tuple(observations.series(ref, iso3) for iso3 in countries)
    return _bar_chart(atlas, observations, ref, every)


def _since(series: Series) -> Series:
    points = tuple(point for point in series.points if point.year >= FIRST_YEAR)
    return Series(series.ref, series.iso3, points)


@dataclass(frozen=True, slots=True)
class _Measure:
    """How figures are shown: divided, in a unit, to so many decimals."""

    divisor: float
    unit: str
    decimals: int

    def scaled(self, value: float) -> float:
        return value / self.divisor

    def text(self, value: float) -> str:
        return number_text(value / self.divisor, self.decimals)


def _measure(values: Sequence[float], unit: str) -> _Measure:
    divisor, shown_unit = scale_for(values, unit)
    return _Measure(divisor, shown_unit, decimals_for(value / divisor for value in values))


def _line_chart(
    atlas: Atlas, observations: Observations, ref: SeriesRef, found: Sequence[Series]
) -> LineChart:
    values = [point.value for series in found for point in series.points]
    measure = _measure(values, series_unit(atlas, ref))
    figures = named_figures(atlas, observations, ref, found, measure.text)
    table = _year_table(atlas, found, measure, figures)
    return LineChart(
        caption=_caption(atlas, observations, found, measure, table, figures),
        lines=tuple(_line(atlas, series, measure) for series in found if series.points),
        from_zero=starts_at_zero(values, measure.unit),
        decimals=measure.decimals,
    )


def _bar_chart(
    atlas: Atlas, observations: Observations, ref: SeriesRef, every: Sequence[Series]
) -> BarChart:
    found = [Series(each.ref, each.iso3, each.points[-1:]) for each in every]
    values = [point.value for series in found for point in series.points]
    measure = _measure(values, series_unit(atlas, ref))
    figures = named_figures(atlas, observations, ref, every, measure.text)
    rows = [_latest_row(atlas, series, measure) for series in found]
    columns, numeric = ("State", measure.unit or "Value", "Year"), (False, True, True)
    if len(found) > 1:
        columns, numeric = (*columns, COMPARED), (*numeric, False)
        cells = (EN_DASH, *(_compared_cell(figures[0], each) for each in figures[1:]))
        rows = [(*row, cell) for row, cell in zip(rows, cells, strict=True)]
    table = Table(columns, tuple(rows), numeric)
    return BarChart(
        caption=_caption(atlas, observations, found, measure, table, figures),
        bars=tuple(_bar(atlas, series, measure) for series in found),
        decimals=measure.decimals,
    )


def _line(atlas: Atlas, series: Series, measure: _Measure) -> Line:
    """Give a state's values from its first year to its last, a gap where one is missing."""
    by_year = {point.year: point for point in series.points}
    years = tuple(range(series.points[0].year, series.points[-1].year + 1))
    points = [by_year.get(year) for year in years]
    return Line(
        iso3=series.iso3,
        label=country_name(atlas, series.iso3),
        years=years,
        values=tuple(measure.scaled(point.value) if point else None for point in points),
        notes=tuple(point.note if point else "" for point in points),
        thin=tuple(is_thin(series.ref, point) for point in points),
    )


def _bar(atlas: Atlas, series: Series, measure: _Measure) -> Bar:
    name = country_name(atlas, series.iso3)
    latest = series.latest
    if latest is None:
        return Bar(series.iso3, name, None, 0, "")
    return Bar(series.iso3, name, measure.scaled(latest.value), latest.year, latest.note)


def _compared_cell(first: Named, other: Named) -> str:
    if not first.is_known or not other.is_known:
        return EN_DASH
    return pair_cell(compare(first.figure, other.figure))


def _latest_row(atlas: Atlas, series: Series, measure: _Measure) -> tuple[str, ...]:
    name, latest = country_name(atlas, series.iso3), series.latest
    return (
        (name, measure.text(latest.value), str(latest.year))
        if latest
        else (
            name,
            NO_VALUE,
            NO_VALUE,
        )
    )


def _year_table(
    atlas: Atlas, found: Sequence[Series], measure: _Measure, figures: Sequence[Named]
) -> Table:
    """Give a row a year, a column a country, with every missing value said.

    A last column says whether the figures of a year may be compared with the first country's.
    """
    by_state = [{point.year: point for point in series.points} for series in found]
    years = sorted({year for points in by_state for year in points})
    rows = [
        (
            str(year),
            *(
                measure.text(points[year].value) if year in points else NO_VALUE
                for points in by_state
            ),
        )
        for year in years
    ]
    names = country_names(atlas, (series.iso3 for series in found))
    columns, numeric = ("Year", *names), (True,) * (len(found) + 1)
    if len(found) > 1:
        columns, numeric = (*columns, COMPARED), (*numeric, False)
        cells = year_cells(figures, by_state, years)
        rows = [(*row, cell) for row, cell in zip(rows, cells, strict=True)]
    return Table(columns, tuple(rows), numeric)


def _caption(
    atlas: Atlas,
    observations: Observations,
    found: Sequence[Series],
    measure: _Measure,
    table: Table,
    figures: Sequence[Named],
) -> Caption:
    ref = found[0].ref
    title = series_label(atlas, ref)
    missing = [country_name(atlas, series.iso3) for series in found if not series.points]
    nothing = in_sentences([f"{no_value(atlas)} for {listing(missing)}"]) if missing else ""
    caveat = atlas.indicator_by_id[ref.key].caveat if ref.kind == "indicator" else ""
    if missing:  # a source that says the very same need not say it again
        caveat = caveat.replace(f"Not covered: {', '.join(missing)}.", "").strip()
    latest = (
        f"{country_name(atlas, series.iso3)}: {measure.text(series.points[-1].value)} in "
        f"{series.points[-1].year}"
        for series in found
        if series.points
    )
    heading = f"{title}, {measure.unit}" if measure.unit else title
    comparison = compare_figures(figures)
    cautions = [each.words for each in comparison.cautions]
    rivals = series_rivals(atlas, observations, ref, [series.iso3 for series in found])
    backing = _backing(atlas, ref, found)
    return Caption(
        title=title,
        unit=measure.unit,
        source=source_line(atlas, ref, found),
        caveat=in_sentences((nothing, backing, caveat)),
        description=in_sentences(
            (heading, *latest, comparison.words, *cautions, comparison.checked, nothing, backing)
        ),
        table=with_rivals(table, rivals),
        missing=nothing,
        cautions=comparison.cautions,
        compared=comparison.words,
        checked=comparison.checked,
        rivals=rivals,
        goal=str(thing("series", ref)),
    )


def source_line(atlas: Atlas, ref: SeriesRef, found: Sequence[Series]) -> str:
    """Give where the values come from, through whom they were had, and the years they span."""
    points = [point for series in found for point in series.points]
    ids = list(dict.fromkeys(point.source_id for point in points))
    if not ids and ref.kind == "indicator":
        ids = list(atlas.indicator_by_id[ref.key].source_ids)
    sources = [atlas.source_by_id[key] for key in ids if key in atlas.source_by_id]
    origin = atlas.indicator_by_id[ref.key].origin if ref.kind == "indicator" else ""
    years = sorted({point.year for point in points})
    span = f"; {_span(years[0], years[-1])}" if years else ""
    return f"Source: {_origin_words(origin, sources)}{span}"


def _origin_words(origin: str, sources: Sequence[Source]) -> str:
    """Name the origin, and the publisher whose copy was read where the origin is another's."""
    if not origin:
        return listing(tuple(dict.fromkeys(source_words(source) for source in sources)))
    copies = [source for source in sources if not shares_a_name(origin, source)]
    through = listing(tuple(dict.fromkeys(publisher_words(source) for source in copies)))
    return f"{origin}, through {through}" if through else origin


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}{EN_DASH}{last}"


def _backing(atlas: Atlas, ref: SeriesRef, found: Sequence[Series]) -> str:
    """Say how many votes stand behind each state's latest share; blank for other series.

    A share of few votes swings widely, and the states miss votes in very different numbers.
    """
    if ref.kind != "un_agreement":
        return ""
    latest = [series.points[-1] for series in found if series.points]
    names = country_names(atlas, (series.iso3 for series in found if series.points))
    each = [f"{name} {point.note}" for name, point in zip(names, latest, strict=True)]
    has_thin = any(is_thin(ref, point) for series in found for point in series.points)
    backing = f"Behind the latest shares: {listing(each)}" if each else ""
    return in_sentences((backing, THIN if has_thin else ""))
