"""The judgements as charts: ratings with their ranges, and the outcome ladders."""

from collections.abc import Iterable, Mapping, Sequence

from explorer.analysis.basis import Choices
from explorer.analysis.forecast import leading_rung
from explorer.analysis.pooling import PooledLadder, ladder_of, rating_of
from explorer.domain.as_of import is_judged
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.charts import Caption, LadderChart, LadderRow, RangeChart, RangeRow
from explorer.pages.compare_cells import rating_mark
from explorer.pages.compare_outcomes import pool_words
from explorer.pages.numbers import share_text
from explorer.pages.outlook import Intervals, Outlook
from explorer.pages.rating_marks import RatingMark
from explorer.pages.scenario_words import scenario_notice
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.words import (
    SCALE_WORDS,
    counted,
    country_name,
    country_names,
    horizon_words,
    in_sentences,
    judged_on,
    listing,
    not_judged,
    raters_words,
    rating_text,
    sentence,
)

SHARED_EVIDENCE = (
    "The raters worked from the same evidence, so their agreement and the intervals understate "
    "doubt."
)
_ROUNDED = "Figures are rounded and may not sum to 100."


def rating_chart(
    atlas: Atlas, countries: Sequence[str], choices: Choices | None = None
) -> RangeChart:
    """Give the pooled ratings of all factors for these countries, a row a factor.

    `atlas` holds all raters who are pooled, `choices` says what each of them counts for.
    """
    weights = choices.rater_weights if choices else None
    rows: list[RangeRow] = []
    cells: list[tuple[str, ...]] = []
    counts: list[int] = []
    for factor in atlas.factors:
        marks: list[tuple[str, RatingMark]] = []
        texts = [factor.title]
        for iso3 in countries:
            rating = rating_of(atlas, iso3, factor.id, None, weights)
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
        source=judged_words(
            atlas, counts, Choices(rater_weights=weights), _raters(atlas, countries, weights)
        ),
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
    atlas: Atlas,
    title: str,
    rows: Sequence[tuple[str, str, PooledLadder]],
    choices: Choices | None = None,
) -> LadderChart:
    """Give a chart of ladders pooled by `choices`, each with an ISO code and a label."""
    rungs = tuple(rung.title for rung in atlas.rungs)
    shown = [(label, pooled.shares) for _, label, pooled in rows]
    caption = Caption(
        title=title,
        unit="% likelihood",
        source=judged_words(atlas, (pooled.raters for _, _, pooled in rows), choices),
        caveat=_ROUNDED,
        description=_likeliest(atlas, shown),
        table=_share_table(rungs, shown),
    )
    bars = tuple(LadderRow(iso3, label, pooled.shares) for iso3, label, pooled in rows)
    return LadderChart(caption, rungs, bars)


def outlook_ladders(
    outlook: Outlook, intervals: Intervals | None, countries: Sequence[str]
) -> LadderChart:
    """Give the ladders in force, a row a country, with their intervals once they are drawn.

    While a scenario is in force each row holds the judgement too, for the thin bar. Countries
    that were not judged are left out.
    """
    atlas = outlook.ground.atlas
    found = [iso3 for iso3 in countries if iso3 in outlook.before and iso3 in outlook.after]
    rows = tuple(_outlook_row(outlook, intervals, iso3) for iso3 in found)
    rungs = tuple(rung.title for rung in atlas.rungs)
    bars = [(row.label, row.shares) for row in rows]
    if not outlook.is_plain:
        bars += [(f"{row.label}, as judged", row.before) for row in rows]
    notice = scenario_notice(outlook)
    missing = sentence(notice if rows else not_judged(atlas, notice))
    caption = Caption(
        title="Likely outcomes",
        unit="% likelihood",
        source=judged_words(
            atlas,
            (len(outlook.before[iso3].basis.raters) for iso3 in found),
            outlook.ground.choices,
        ),
        caveat=" ".join(
            part
            for part in (
                missing,
                "A whisker is the 80 % interval of the rung right of it or a higher one.",
                "" if outlook.is_plain else "The thin bar is the judgement as it stands.",
                SHARED_EVIDENCE,
                _ROUNDED,
            )
            if part
        ),
        description=in_sentences(
            (notice, _likeliest(atlas, [(row.label, row.shares) for row in rows]))
        ),
        table=_share_table(rungs, bars),
        missing=missing,
    )
    return LadderChart(caption, rungs, rows)


def _outlook_row(outlook: Outlook, intervals: Intervals | None, iso3: str) -> LadderRow:
    found = intervals.get(iso3) if intervals else None
    return LadderRow(
        iso3=iso3,
        label=country_name(outlook.ground.atlas, iso3),
        shares=outlook.after[iso3].shares,
        bounds=tuple((each.low, each.high) for each in found.at_least[1:]) if found else (),
        before=() if outlook.is_plain else outlook.before[iso3].shares,
    )


def _share_table(rungs: Sequence[str], bars: Sequence[tuple[str, Sequence[float]]]) -> Table:
    cells = tuple((label, *share_texts(shares)) for label, shares in bars)
    return Table(("", *rungs), cells, (False, *(True for _ in rungs)))


def _likeliest(atlas: Atlas, bars: Sequence[tuple[str, Sequence[float]]]) -> str:
    """Say the likeliest rung of each bar."""
    said = (
        f"{label}: {atlas.rungs[leading_rung(shares)].title} {share_text(max(shares))}"
        for label, shares in bars
    )
    return (
        f"Furthest rung in force by {horizon_words(atlas.subject.horizon)}, the likeliest of "
        f"each row. {'; '.join(said)}."
    )


def share_texts(shares: Sequence[float]) -> tuple[str, ...]:
    """Give the shares of a ladder as per cents to show."""
    return tuple(share_text(share) for share in shares)


def judged_words(
    atlas: Atlas, raters: Iterable[int], choices: Choices | None = None, names: str = ""
) -> str:
    """Say on whose judgement a chart stands, how it is pooled, and of which day.

    `names` are put after the number of raters.
    """
    pool = pool_words(choices or Choices())
    named = f" ({names})" if names else ""
    if not is_judged(atlas) and atlas.subject.seen_on is not None:
        return f"Source: {judged_on(atlas)}"
    return f"Source: {pool} of {raters_words(raters)}{named}, {judged_on(atlas)}"


def _raters(atlas: Atlas, countries: Sequence[str], weights: Mapping[str, float] | None) -> str:
    """Name who rated these countries: “R1, R2”, or “R1 counting 2, R2 counting 1”."""
    day = atlas.subject.as_of
    named = dict.fromkeys(
        each.rater
        for factor in atlas.factors
        for iso3 in countries
        for each in atlas.ratings_of(iso3, factor.id, day)
    )
    if not weights:
        return ", ".join(named)
    return ", ".join(f"{rater} counting {weights.get(rater, 1.0):g}" for rater in named)
