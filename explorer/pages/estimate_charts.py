"""How likely each rung is, and each rung or a higher one, with intervals: dots with whiskers."""

from collections.abc import Iterator, Sequence

from explorer.analysis.intervals import Interval, Uncertainty
from explorer.pages.charts import Caption, Estimate, EstimateChart, EstimateRow
from explorer.pages.judgement_charts import SHARED_EVIDENCE, judged_words
from explorer.pages.numbers import interval_text, share_text
from explorer.pages.outlook import Intervals, Outlook
from explorer.pages.scenario_words import scenario_notice
from explorer.pages.tables import Table
from explorer.pages.words import country_name, horizon_words, in_sentences, not_judged, sentence

NOT_DRAWN = "not yet drawn"
"""Stands for an interval while it is being drawn."""
_OR_HIGHER = "or higher"


def rung_estimates(
    outlook: Outlook, intervals: Intervals | None, states: Sequence[str]
) -> EstimateChart:
    """Give the likelihood of each rung for some states, with its interval once that is drawn."""
    columns = tuple(rung.title for rung in outlook.ground.atlas.rungs)
    rows = tuple(
        EstimateRow(
            iso3,
            name,
            _estimates(outlook.after[iso3].shares, found.rungs if found else ()),
        )
        for iso3, name, found in _shown(outlook, intervals, states)
    )
    return _chart(outlook, "Likelihood of each rung", columns, rows)


def event_estimates(
    outlook: Outlook, intervals: Intervals | None, states: Sequence[str]
) -> EstimateChart:
    """Give the likelihood of each rung or a higher one, but for the lowest, which is certain."""
    rungs = outlook.ground.atlas.rungs
    # Of the highest rung there is nothing above.
    columns = tuple(
        rung.title if rung is rungs[-1] else f"{rung.title} {_OR_HIGHER}" for rung in rungs[1:]
    )
    rows = tuple(
        EstimateRow(
            iso3,
            name,
            _estimates(outlook.after[iso3].at_least[1:], found.at_least[1:] if found else ()),
        )
        for iso3, name, found in _shown(outlook, intervals, states)
    )
    return _chart(outlook, "Likelihood of each rung or a higher one", columns, rows)


def estimate_table(columns: Sequence[str], rows: Sequence[EstimateRow], of: str) -> Table:
    """Give estimates in figures, a line an estimate; one state is not named in each line."""
    many = len(rows) > 1
    cells = tuple(
        (
            *((row.label,) if many else ()),
            column,
            share_text(each.value),
            interval_text(*each.interval) if each.interval else NOT_DRAWN,
        )
        for row in rows
        for column, each in zip(columns, row.estimates, strict=True)
    )
    heads = (*(("State",) if many else ()), of, "Likelihood", "80 % interval")
    return Table(heads, cells, (*((False,) if many else ()), False, True, True))


def _shown(
    outlook: Outlook, intervals: Intervals | None, states: Sequence[str]
) -> Iterator[tuple[str, str, Uncertainty | None]]:
    """Give each state that was judged: code, name, and what is drawn of it so far."""
    for iso3 in states:
        if iso3 in outlook.after:
            found = intervals.get(iso3) if intervals else None
            yield iso3, country_name(outlook.ground.atlas, iso3), found


def _estimates(values: Sequence[float], intervals: Sequence[Interval]) -> tuple[Estimate, ...]:
    spans = [(each.low, each.high) for each in intervals] or [None] * len(values)
    return tuple(Estimate(value, span) for value, span in zip(values, spans, strict=True))


def _chart(
    outlook: Outlook, title: str, columns: tuple[str, ...], rows: tuple[EstimateRow, ...]
) -> EstimateChart:
    atlas, notice = outlook.ground.atlas, scenario_notice(outlook)
    raters = (len(outlook.before[row.iso3].basis.raters) for row in rows)
    missing = sentence(notice if rows else not_judged(atlas, notice))
    caption = Caption(
        title=title,
        unit="% likelihood; line: 80 % interval",
        source=judged_words(atlas, raters, outlook.ground.choices),
        caveat=f"{missing} {SHARED_EVIDENCE}".strip(),
        description=in_sentences(
            (
                f"{title} by {horizon_words(atlas.subject.horizon)}, with 80 % intervals",
                notice,
                *(_row_words(columns, row) for row in rows),
            )
        ),
        table=estimate_table(columns, rows, "Rung"),
        missing=missing,
    )
    return EstimateChart(caption, columns, rows)


def _row_words(columns: Sequence[str], row: EstimateRow) -> str:
    """Say one state's estimates, for a reader who hears them."""
    said = ", ".join(
        f"{column} {share_text(each.value)}"
        + (f" ({interval_text(*each.interval)})" if each.interval else "")
        for column, each in zip(columns, row.estimates, strict=True)
    )
    return f"{row.label}: {said}"
