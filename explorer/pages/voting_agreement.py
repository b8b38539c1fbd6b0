"""How often states vote with a partner at the UN, year by year, with the votes behind each share.

The brief takes `agreement_chart(atlas, observations, "all", "ISR", SAME_VOTE, states)`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import Point, Series, SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.charts import Caption, Line, LineChart
from explorer.pages.comparability import compare_figures
from explorer.pages.numbers import number_text
from explorer.pages.series import source_line
from explorer.pages.series_comparison import (
    FEW_VOTES,
    THIN,
    named_figures,
    vote_count,
)
from explorer.pages.series_labels import series_label
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.trace import thing
from explorer.pages.words import country_name, country_names, in_sentences, listing

Measure = Literal["agreement", "similarity"]
SAME_VOTE: Measure = "agreement"
HALF: Measure = "similarity"
MEASURES: tuple[tuple[Measure, str], ...] = (
    (SAME_VOTE, "Same vote"),
    (HALF, "Abstention counts half"),
)
DEFINITIONS: dict[str, str] = {
    SAME_VOTE: "Same vote: of the roll calls in which both voted yes, no or abstained, the share "
    "in which both did the same.",
    HALF: "Abstention counts half: as “same vote”, but an abstention against a yes or a no counts "
    "as half an agreement.",
}
PARTNERS = ("ISR", "USA", "RUS", "CHN", "TUR", "IRN")
TOPICS = (
    ("all", "All votes"),
    ("palestine", "Palestine"),
    ("ukraine", "Ukraine"),
    ("other", "Other"),
)
CAUTION = (
    "The states take part in very different numbers of votes: see the votes behind each share "
    "before two are compared. Texts adopted without a vote are not counted."
)


@dataclass(frozen=True, slots=True)
class LatestShare:
    """A state's newest share with a partner; `words` hold the share, `votes` their number."""

    iso3: str
    words: str
    votes: str
    year: str
    is_thin: bool


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """The newest shares of the shown states with one partner."""

    partner: str
    name: str
    shares: tuple[LatestShare, ...]


def agreement_chart(
    atlas: Atlas,
    observations: Observations,
    topic: str,
    partner: str,
    measure: Measure,
    countries: Sequence[str],
) -> LineChart:
    """Give the shares of votes in which states went with a partner, a line a state, in percent.

    The axis holds nought and a hundred is its natural end, so that charts of two partners can be
    read side by side.
    """
    ref = SeriesRef("un_agreement", topic, partner)
    found = [_series(observations, ref, measure, iso3) for iso3 in countries]
    return LineChart(
        caption=_caption(atlas, observations, ref, measure, found),
        lines=tuple(_line(atlas, series) for series in found if series.points),
        from_zero=True,
        decimals=0,
    )


def latest_shares(
    atlas: Atlas,
    observations: Observations,
    topic: str,
    measure: Measure,
    countries: Sequence[str],
) -> tuple[PartnerRow, ...]:
    """Give each state's newest share with every partner."""
    return tuple(
        PartnerRow(
            partner,
            country_name(atlas, partner),
            tuple(_latest(_series(observations, ref, measure, iso3), iso3) for iso3 in countries),
        )
        for partner in PARTNERS
        for ref in (SeriesRef("un_agreement", topic, partner),)
    )


def _series(observations: Observations, ref: SeriesRef, measure: Measure, iso3: str) -> Series:
    if measure == HALF:
        return observations.similarity(ref, iso3)
    return observations.series(ref, iso3)


def _latest(series: Series, iso3: str) -> LatestShare:
    point = series.latest
    if point is None:
        return LatestShare(iso3, NO_VALUE, "", "", is_thin=False)
    share = f"{number_text(point.value, 0)} %"
    return LatestShare(iso3, share, point.note, str(point.year), vote_count(point) < FEW_VOTES)


def _line(atlas: Atlas, series: Series) -> Line:
    by_year = {point.year: point for point in series.points}
    years = tuple(range(series.points[0].year, series.points[-1].year + 1))
    points = [by_year.get(year) for year in years]
    return Line(
        iso3=series.iso3,
        label=country_name(atlas, series.iso3),
        years=years,
        values=tuple(point.value if point else None for point in points),
        notes=tuple(_note(point) for point in points),
        thin=tuple(point is not None and vote_count(point) < FEW_VOTES for point in points),
    )


def _note(point: Point | None) -> str:
    if point is None:
        return ""
    return f"{point.note}: few" if vote_count(point) < FEW_VOTES else point.note


def _caption(
    atlas: Atlas,
    observations: Observations,
    ref: SeriesRef,
    measure: Measure,
    found: Sequence[Series],
) -> Caption:
    """Say what stands round the chart; a share of few votes is called neither higher nor lower."""
    missing = country_names(atlas, (each.iso3 for each in found if not each.points))
    nothing = in_sentences([f"{NO_VALUE} for {listing(missing)}"]) if missing else ""
    is_thin = any(vote_count(point) < FEW_VOTES for each in found for point in each.points)
    latest = (
        f"{country_name(atlas, each.iso3)}: {number_text(each.points[-1].value, 0)} % of "
        f"{each.points[-1].note} in {each.points[-1].year}"
        for each in found
        if each.points
    )
    title = series_label(atlas, ref)
    thin = THIN if is_thin else ""
    definition = DEFINITIONS[measure]
    figures = named_figures(atlas, observations, ref, found, lambda x: number_text(x, 0))
    comparison = compare_figures(figures)
    return Caption(
        title=title,
        unit=f"% of votes; {dict(MEASURES)[measure].lower()}",
        source=source_line(atlas, ref, found),
        caveat=in_sentences((nothing, thin, definition, CAUTION, _source_caveat(atlas, found))),
        description=in_sentences((title, definition, *latest, comparison.words, nothing, thin)),
        table=_table(atlas, found),
        missing=nothing,
        cautions=comparison.cautions,
        compared=comparison.words,
        checked=comparison.checked,
        goal=str(thing("series", ref)),
    )


def caution_of(chart: LineChart) -> str:
    """Give what must be seen beside a chart: unequal numbers of votes, and hollow marks if any."""
    is_thin = any(line.thin_places for line in chart.lines)
    return in_sentences((CAUTION, THIN if is_thin else ""))


def _source_caveat(atlas: Atlas, found: Sequence[Series]) -> str:
    ids = dict.fromkeys(point.source_id for each in found for point in each.points)
    sources = [atlas.source_by_id[key] for key in ids if key in atlas.source_by_id]
    editions = (f"Records read: {each.edition}" for each in sources if each.edition)
    return in_sentences((*editions, *(each.caveat for each in sources)))


def _table(atlas: Atlas, found: Sequence[Series]) -> Table:
    """Give a row a year, and for each state the share and the votes behind it."""
    by_state = [{point.year: point for point in each.points} for each in found]
    years = sorted({year for points in by_state for year in points})
    names = country_names(atlas, (each.iso3 for each in found))
    columns = ["Year"]
    for name in names:
        columns += [f"{name}, % of votes", f"{name}, votes"]
    rows = tuple(
        (str(year), *(cell for points in by_state for cell in _cells(points.get(year))))
        for year in years
    )
    return Table(tuple(columns), rows, (True,) * len(columns))


def _cells(point: Point | None) -> tuple[str, str]:
    if point is None:
        return NO_VALUE, NO_VALUE
    return number_text(point.value, 1), str(vote_count(point))
