"""The judgements as charts: ratings with their ranges, and the outcome ladders."""

from collections.abc import Iterable, Sequence

from explorer.analysis.pooling import PooledLadder, ladder_of, rating_of
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.charts import Caption, LadderChart, LadderRow, RangeChart, RangeRow, RatingMark
from explorer.pages.compare_cells import rating_mark
from explorer.pages.numbers import share_text
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.words import (
    SCALE_WORDS,
    counted,
    country_name,
    country_names,
    day_words,
    horizon_words,
    listing,
    raters_words,
    rating_text,
)


def rating_chart(atlas: Atlas, countries: Sequence[str]) -> RangeChart:
    """Give the pooled ratings of all factors for these countries, a row a factor."""
    rows: list[RangeRow] = []
    cells: list[tuple[str, ...]] = []
    counts: list[int] = []
    for factor in atlas.factors:
        marks: list[tuple[str, RatingMark]] = []
        texts = [factor.title]
        for iso3 in countries:
            rating = rating_of(atlas, iso3, factor.id)
            if rating is None:
                texts.append(NO_VALUE)
                continue
            marks.append((iso3, rating_mark(rating)))
            counts.append(len(rating.modes))
            texts.append(rating_text(rating.low, rating.mode, rating.high))
        rows.append(RangeRow(factor.title, tuple(marks)))
        cells.append(tuple(texts))
    names = country_names(atlas, countries)
    table = Table(("Factor", *names), tuple(cells), (False, *(True for _ in names)))
    caption = Caption(
        title="Ratings with their ranges",
        unit=f"scale {SCALE_WORDS}",
        source=_judged(atlas, counts),
        caveat=(
            "The range is meant to hold the true value about eight times in ten. A short upright "
            "line is the best value of one rater or more."
        ),
        description=f"Ratings of {counted(len(rows), 'factor')} for {listing(names)}.",
        table=table,
    )
    return RangeChart(caption, tuple(rows), tuple(zip(countries, names, strict=True)))


def ladder_chart(
    atlas: Atlas, countries: Sequence[str], scenario: str = BASELINE_SCENARIO
) -> LadderChart:
    """Give the pooled ladders of countries, a row each; those not judged are left out."""
    found = [(iso3, ladder_of(atlas, iso3, scenario)) for iso3 in countries]
    rows = [(iso3, country_name(atlas, iso3), pooled) for iso3, pooled in found if pooled]
    return ladder_chart_of(atlas, "Likely outcomes", rows)


def ladder_chart_of(
    atlas: Atlas, title: str, rows: Sequence[tuple[str, str, PooledLadder]]
) -> LadderChart:
    """Give a chart of pooled ladders, each with an ISO code and a label."""
    rungs = tuple(rung.title for rung in atlas.rungs)
    table = Table(
        ("", *rungs),
        tuple((label, *share_texts(pooled.shares)) for _, label, pooled in rows),
        (False, *(True for _ in rungs)),
    )
    said = (
        f"{label}: {rungs[pooled.leading]} {share_text(pooled.shares[pooled.leading])}"
        for _, label, pooled in rows
    )
    caption = Caption(
        title=title,
        unit="% likelihood",
        source=_judged(atlas, (pooled.raters for _, _, pooled in rows)),
        caveat="Figures are rounded and may not sum to 100.",
        description=(
            f"Furthest rung in force by {horizon_words(atlas.subject.horizon)}, the likeliest of "
            f"each row. {'; '.join(said)}."
        ),
        table=table,
    )
    bars = tuple(LadderRow(iso3, label, pooled.shares) for iso3, label, pooled in rows)
    return LadderChart(caption, rungs, bars)


def share_texts(shares: Sequence[float]) -> tuple[str, ...]:
    """Give the shares of a ladder as per cents to show."""
    return tuple(share_text(share) for share in shares)


def _judged(atlas: Atlas, raters: Iterable[int]) -> str:
    return f"Source: mean of {raters_words(raters)}, judged {day_words(atlas.subject.as_of)}"
