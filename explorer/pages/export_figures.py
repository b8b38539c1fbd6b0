"""The key figures as a table: each series' newest value with its year, source and caveat.

It reads series, and so is imported late.
"""

from collections.abc import Iterator, Sequence

from explorer.analysis.comparability import compare
from explorer.domain.atlas import Atlas
from explorer.domain.indicators import FactorSeries, SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.comparability import Named, pair_cell, row_cell
from explorer.pages.export_values import (
    NOT_APPLICABLE,
    NOT_FOUND,
    Cell,
    ExportColumn,
    ExportTable,
    Missing,
    words_or,
)
from explorer.pages.rival_figures import series_rivals
from explorer.pages.rivals import rivals_sentence
from explorer.pages.series_comparison import named_figures
from explorer.pages.series_labels import (
    bearing_words,
    series_label,
    series_unit,
    withheld_because,
)
from explorer.pages.words import country_name, in_sentences, listing

_NONE = Missing("none")
_PROFILE = "Profile of the country"
_NOT_RECORDED = Missing("not recorded")


def figures_export(atlas: Atlas, observations: Observations, states: Sequence[str]) -> ExportTable:
    """Give a row a series and state, in the order of the factors that the series bear on."""
    base = country_name(atlas, states[0])
    columns = (
        ExportColumn("figure", "Figure", "text"),
        ExportColumn("state", "State", "text"),
        ExportColumn("iso3", "Code", "text", "ISO 3166-1.", told=False),
        ExportColumn(
            "value", "Value", "figure", "In the unit of its row, as its source gives it."
        ),
        ExportColumn("unit", "Unit", "text"),
        ExportColumn("year", "Year", "year", "The newest with a value."),
        ExportColumn("sources", "Source", "sources", "Id of the table of sources."),
        ExportColumn("basis", "Modelled or reported", "text", told=False),
        ExportColumn("compared", f"Compares with {base}?", "text", "And if not, why not."),
        ExportColumn("note", "Note", "prose", "What is to be known of this one value."),
        ExportColumn("caveat", "Caveat", "prose", "What is to be known of the series.", False),
        ExportColumn("factors", "Bears on", "text", told=False),
        ExportColumn("bearing", "A higher value", "text", told=False),
        ExportColumn("others", "Other figures", "prose", "For one quantity.", told=False),
        ExportColumn("series", "Series", "text", "Its name in the data.", told=False),
    )
    rows = tuple(
        row
        for ref, bearings in _by_series(atlas).items()
        for row in _rows(atlas, observations, ref, bearings, states)
    )
    about = "The newest value of each series that the comparison rests on, and what limits it."
    return ExportTable("figures", "Key figures", about, columns, rows, held=2, told=False)


def figures_grid(atlas: Atlas, observations: Observations, states: Sequence[str]) -> ExportTable:
    """Give a row a series, with each state's newest value and its year side by side."""
    base = country_name(atlas, states[0])
    columns = [ExportColumn("figure", "Figure", "text"), ExportColumn("unit", "Unit", "text")]
    for iso3 in states:
        name, key = country_name(atlas, iso3), iso3.lower()
        about = "In the unit of its row, as its source gives it."
        columns += [
            ExportColumn(f"value_{key}", name, "figure", about),
            ExportColumn(f"year_{key}", f"{name}: year", "year"),
        ]
    columns.append(ExportColumn("compared", f"Compares with {base}?", "text", "And if not, why."))
    columns.append(ExportColumn("sources", "Sources", "sources", "Ids of the table of sources."))
    columns.append(ExportColumn("series", "Series", "text", "Its name in the data.", told=False))
    rows = tuple(_side_by_side(atlas, observations, ref, states) for ref in _by_series(atlas))
    about = (
        "The newest value of each series, state beside state. “Key figures” in the workbook, JSON "
        "and CSV says what limits each."
    )
    return ExportTable("side_by_side", "Figures side by side", about, tuple(columns), rows)


def _by_series(atlas: Atlas) -> dict[SeriesRef, list[FactorSeries]]:
    """Give each series once with all that it bears on: by factor, and then the profile's."""
    order = [*(factor.id for factor in atlas.factors), ""]
    found: dict[SeriesRef, list[FactorSeries]] = {}
    for factor in order:
        for each in atlas.factor_series:
            if each.factor == factor:
                found.setdefault(each.series, []).append(each)
    return found


def _rows(
    atlas: Atlas,
    observations: Observations,
    ref: SeriesRef,
    bearings: Sequence[FactorSeries],
    states: Sequence[str],
) -> Iterator[tuple[Cell, ...]]:
    found = [observations.series(ref, iso3) for iso3 in states]
    figures = named_figures(atlas, observations, ref, found, str)
    indicator = atlas.indicator_by_id[ref.key] if ref.kind == "indicator" else None
    titles = [
        atlas.factor_by_id[each.factor].title if each.factor else _PROFILE for each in bearings
    ]
    others = rivals_sentence(series_rivals(atlas, observations, ref, states))
    tail: tuple[Cell, ...] = (
        words_or(indicator.caveat if indicator else "", _NONE),
        listing(titles),
        "; ".join(dict.fromkeys(bearing_words(atlas, each) for each in bearings)),
        words_or(others, _NONE),
        str(ref),
    )
    for iso3, series, named in zip(states, found, figures, strict=True):
        point = series.latest
        none = _absent(atlas, ref)
        yield (
            series_label(atlas, ref),
            country_name(atlas, iso3),
            iso3,
            point.value if point else none,
            words_or(series_unit(atlas, ref), NOT_APPLICABLE),
            point.year if point else none,
            point.source_id if point else NOT_APPLICABLE,
            words_or(indicator.basis if indicator else "", _NOT_RECORDED),
            _compared(figures[0], named),
            words_or(_note(named, point.note if point else ""), _NONE),
            *tail,
        )


def _side_by_side(
    atlas: Atlas, observations: Observations, ref: SeriesRef, states: Sequence[str]
) -> tuple[Cell, ...]:
    found = [observations.series(ref, iso3) for iso3 in states]
    first, *others = named_figures(atlas, observations, ref, found, str)
    points = [series.latest for series in found]
    none = _absent(atlas, ref)
    known = [each for each in others if each.is_known]
    return (
        series_label(atlas, ref),
        words_or(series_unit(atlas, ref), NOT_APPLICABLE),
        *(
            cell
            for point in points
            for cell in ((point.value, point.year) if point else (none, none))
        ),
        row_cell(first if first.is_known else None, known),
        words_or("; ".join(dict.fromkeys(x.source_id for x in points if x)), NOT_APPLICABLE),
        str(ref),
    )


def _absent(atlas: Atlas, ref: SeriesRef) -> Missing:
    withheld = withheld_because(atlas, ref)
    return Missing(f"not bundled: {withheld}") if withheld else NOT_FOUND


def _compared(first: Named, other: Named) -> Cell:
    if other is first or first.figure.value is None or other.figure.value is None:
        return NOT_APPLICABLE
    return pair_cell(compare(first.figure, other.figure))


def _note(named: Named, note: str) -> str:
    """Say what limits a value, or why a partner's share is missing."""
    absent = ""
    if named.figure.absence == "small":
        absent = (
            f"{named.partner} is not among the partners listed ({named.listed}), which is not zero"
        )
    elif named.figure.absence == "unlisted":
        absent = "No list of partners was found"
    return in_sentences((note, absent, named.figure.caveat))
