"""The key figures as a table: each series' newest value with its year, source and caveat.

It reads series, and so is imported late.
"""

from collections.abc import Iterator, Sequence

from explorer.analysis.comparability import compare
from explorer.domain.atlas import Atlas
from explorer.domain.indicators import FactorSeries, SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.comparability import Named, pair_cell
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
    about = "The newest value of each series that the comparison rests on."
    return ExportTable("figures", "Key figures", about, columns, rows, held=2)


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
    withheld = withheld_because(atlas, ref)
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
        none = Missing(f"not bundled: {withheld}") if withheld else NOT_FOUND
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
