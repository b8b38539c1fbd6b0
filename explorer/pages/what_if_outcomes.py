"""The likely outcomes as the view What if shows them: bars with whiskers, before and after."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from explorer.analysis.forecast import Forecast, leading_rung
from explorer.analysis.likelihood import likelihood_word
from explorer.domain.atlas import Atlas
from explorer.pages.charts import Caption, LadderChart, LadderRow, TornadoChart
from explorer.pages.compare_outcomes import pool_words
from explorer.pages.numbers import interval_text, share_text
from explorer.pages.outlook import Intervals, Outlook
from explorer.pages.scenario_words import scenario_notice
from explorer.pages.tables import Table
from explorer.pages.words import (
    country_name,
    horizon_words,
    in_sentences,
    judged_on,
    listing,
    not_judged_of,
    number_word,
    raters_words,
    sentence,
)

MOST_SWINGS = 6
"""How many bars of the tornado are shown beside the sliders."""
_CERTAIN = "100\u00a0%"
"""At least the lowest rung is in force by definition."""
CAVEAT = (
    "The raters worked from the same evidence, so the intervals understate doubt. "
    "Figures are rounded and may not sum to 100."
)


@dataclass(frozen=True, slots=True)
class BarWords:
    """What is said beside a state's bar: what leads now, and what led before, if that differs.

    `description` says the whole bar, for who cannot see it or points at it.
    """

    iso3: str
    name: str
    leading: str
    was: str
    description: str


@dataclass(frozen=True, slots=True)
class OutcomeBars:
    """The bars of the shown states, with the words that go with each; they are in one order.

    `missing` names the states that nobody judged, or is blank.
    """

    chart: LadderChart
    words: tuple[BarWords, ...]
    missing: str
    note: str


def compose_outcome_bars(
    atlas: Atlas, outlook: Outlook, intervals: Intervals | None, states: Sequence[str]
) -> OutcomeBars:
    """Compose the bars of states; without intervals there are no whiskers yet."""
    rungs = tuple(rung.title for rung in atlas.rungs)
    judged = [iso3 for iso3 in states if iso3 in outlook.after]
    rows = tuple(_row(atlas, outlook, intervals, iso3) for iso3 in judged)
    words = tuple(_words(rungs, row) for row in rows)
    absent = [country_name(atlas, iso3) for iso3 in states if iso3 not in outlook.after]
    who = listing(absent)
    missing = sentence(_missing(atlas, who)) if absent else ""
    chart = LadderChart(_caption(atlas, outlook, judged, rungs, rows, words), rungs, rows)
    return OutcomeBars(chart, words, missing, _note(rows, intervals))


def longest_swings(chart: TornadoChart, most: int = MOST_SWINGS) -> TornadoChart:
    """Give a tornado with only its longest bars; the table behind it keeps them all."""
    if len(chart.swings) <= most:
        return chart
    unit = f"{chart.caption.unit} · the {number_word(most)} longest of {len(chart.swings)}"
    return replace(chart, caption=replace(chart.caption, unit=unit), swings=chart.swings[:most])


def leading_words(rungs: Sequence[str], shares: Sequence[float]) -> str:
    """Name the likeliest rung with its likelihood in figures and as a word of ICD 203."""
    place = leading_rung(shares)
    return f"{rungs[place]} {share_text(shares[place])}, {likelihood_word(shares[place])}"


def _row(atlas: Atlas, outlook: Outlook, intervals: Intervals | None, iso3: str) -> LadderRow:
    after, before = outlook.after[iso3], outlook.before.get(iso3)
    found = intervals.get(iso3) if intervals is not None else None
    bounds = tuple((each.low, each.high) for each in found.at_least[1:]) if found else ()
    return LadderRow(
        iso3, country_name(atlas, iso3), after.shares, bounds, _shares_before(before, after)
    )


def _shares_before(before: Forecast | None, after: Forecast) -> tuple[float, ...]:
    if before is None or before.shares == after.shares:
        return ()
    return before.shares


def _words(rungs: Sequence[str], row: LadderRow) -> BarWords:
    leading = leading_words(rungs, row.shares)
    earlier = leading_words(rungs, row.before) if row.before else leading
    return BarWords(
        row.iso3,
        row.label,
        leading,
        "" if earlier == leading else f"was {_shortened(earlier, leading)}",
        _description(rungs, row),
    )


def _shortened(earlier: str, leading: str) -> str:
    """Leave out the rung where it is the same as now; a rung's title holds no figure."""
    rung = leading[: _figure_at(leading)]
    return earlier.removeprefix(rung) if earlier.startswith(rung) else earlier


def _figure_at(words: str) -> int:
    return next((at for at, letter in enumerate(words) if letter in "<>0123456789"), len(words))


def _description(rungs: Sequence[str], row: LadderRow) -> str:
    shares = (f"{rung} {share_text(share)}" for rung, share in zip(rungs, row.shares, strict=True))
    parts = [f"{row.label}: {'; '.join(shares)}"]
    if row.before:
        earlier = (
            f"{rung} {share_text(share)}" for rung, share in zip(rungs, row.before, strict=True)
        )
        parts.append(f"Before the changes: {'; '.join(earlier)}")
    if row.bounds:
        ranges = (
            f"at least {rung.lower()} {interval_text(low, high)}"
            for rung, (low, high) in zip(rungs[1:], row.bounds, strict=True)
        )
        parts.append(f"80 % intervals: {'; '.join(ranges)}")
    return in_sentences(parts)


def _note(rows: Sequence[LadderRow], intervals: Intervals | None) -> str:
    """Say what is drawn besides the bars."""
    parts: list[str] = []
    if any(row.before for row in rows):
        parts.append("Thin bar: the judgement as it stands")
    if intervals is None:
        parts.append("80 % intervals follow")
    elif any(row.bounds for row in rows):
        parts.append("whisker: where the edge lies, 80 % interval")
    return in_sentences(["; ".join(parts)]) if parts else ""


def _missing(atlas: Atlas, who: str) -> str:
    return not_judged_of(atlas, who, f"Nobody has judged {who}")


def _caption(
    atlas: Atlas,
    outlook: Outlook,
    states: Sequence[str],
    rungs: tuple[str, ...],
    rows: Sequence[LadderRow],
    words: Sequence[BarWords],
) -> Caption:
    counts = [outlook.after[iso3].basis.anchor.raters for iso3 in states]
    said = "; ".join(f"{each.name}: {each.leading}" for each in words)
    notice = scenario_notice(outlook)
    pool = pool_words(outlook.ground.choices)
    judged = f"{pool} of {raters_words(counts)}, {judged_on(atlas)}"
    if not counts and atlas.subject.seen_on is not None:
        judged = judged_on(atlas)
    horizon = horizon_words(atlas.subject.horizon)
    return Caption(
        title="Likely outcomes",
        unit="% likelihood",
        source=f"{notice}. Source: {judged}" if notice else f"Source: {judged}",
        caveat=CAVEAT,
        description=in_sentences(
            [notice, f"Furthest rung in force by {horizon}, the likeliest of each row", said]
        ),
        table=_table(rungs, rows),
    )


def _table(rungs: tuple[str, ...], rows: Sequence[LadderRow]) -> Table:
    lines: list[tuple[str, ...]] = []
    for row in rows:
        lines.append((row.label, "as assumed", *map(share_text, row.shares)))
        if row.before:
            lines.append((row.label, "judgement as it stands", *map(share_text, row.before)))
        if row.bounds:
            ranges = (interval_text(low, high) for low, high in row.bounds)
            lines.append((row.label, "this rung or higher, 80 % interval", _CERTAIN, *ranges))
    return Table(("State", "", *rungs), tuple(lines), (False, False, *(True for _ in rungs)))
