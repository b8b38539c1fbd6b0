"""Where the doubt about an event comes from, as a table and in a sentence."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.analysis.shares import BETA, RATERS, ROWS, Doubt, Share, Source
from explorer.domain.atlas import Atlas
from explorer.pages.events import EventChoice
from explorer.pages.outlook import Outlook
from explorer.pages.swings import points_text
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.words import MINUS, country_name, listing, mid_sentence, not_judged

_HALF = 0.5
_NOTABLE = 0.005  # a share that is shown as one per cent at least
_NAMED = 3


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """One source of doubt, its shares in words, and the total share for a bar, held in 0 to 1."""

    label: str
    first: str
    first_interval: str
    total: str
    total_interval: str
    length: float


@dataclass(frozen=True, slots=True)
class DoubtPart:
    """Where the doubt comes from: the largest total share first.

    `subject` is what the doubt is of: equal for parts of one event under the same assumptions.
    """

    sentence: str
    note: str
    rows: tuple[DoubtRow, ...]
    table: Table
    subject: object = None


def compose_doubt(
    atlas: Atlas, outlook: Outlook, iso3: str, choice: EventChoice, rows: int = ROWS
) -> DoubtPart:
    """Share out an event's doubt among ratings, raters and beta.

    It takes some 15 ms a state, and imports numpy: for a task, off the GUI thread.
    """
    from explorer.analysis.doubt import doubt_about

    now = outlook.after.get(iso3)
    if now is None:
        said = mid_sentence(not_judged(atlas, "nobody judged this state"))
        words = f"{country_name(atlas, iso3)}: {NO_VALUE}, {said}."
        return DoubtPart(words, "", (), _table(()), (choice.key, iso3))
    doubt = doubt_about(
        now.basis, outlook.ground.fit, choice.event, outlook.settings.get(iso3), rows
    )
    sources = sorted(doubt.sources, key=lambda source: -source.total.value)
    told = tuple(_row(atlas, source) for source in sources)
    return DoubtPart(
        sentence=_sentence(atlas, choice, doubt, sources),
        note=(
            "Alone: the part of the variance that would go if this were known. In all: the part "
            "that would stay if all else were known. Both are estimates from "
            f"{doubt.rows:,} drawn worlds, with their 80 % intervals, so that one near nought may "
            "fall below it. The raters worked from the same evidence: their disagreement "
            "understates the doubt."
        ),
        rows=told,
        table=_table(told),
        subject=(choice.key, now),
    )


def _row(atlas: Atlas, source: Source) -> DoubtRow:
    return DoubtRow(
        label=_label(atlas, source.name),
        first=_percent(source.first.value),
        first_interval=_interval(source.first),
        total=_percent(source.total.value),
        total_interval=_interval(source.total),
        length=min(max(source.total.value, 0.0), 1.0),
    )


def _label(atlas: Atlas, name: str) -> str:
    if name == RATERS:
        return "Disagreement between raters"
    if name == BETA:
        return "Beta, how far ratings move likelihoods"
    return atlas.factor_by_id[name].title


def _whole(share: float) -> int:
    return math.floor(round(100.0 * share, 9) + 0.5)


def _percent(share: float) -> str:
    """Give a share to a whole per cent; an estimate may lie below nought."""
    whole = _whole(share)
    return f"{MINUS if whole < 0 else ''}{abs(whole)}\u00a0%"


def _interval(share: Share) -> str:
    low, high = _percent(share.low), _percent(share.high)
    return f"{low.removesuffix('%').strip()} to {high}"


def _sentence(atlas: Atlas, choice: EventChoice, doubt: Doubt, sources: Sequence[Source]) -> str:
    if doubt.variance <= 0.0:
        return f"The likelihood of {choice.words} is the same in every world drawn."
    alone = sorted(sources, key=lambda source: -source.first.value)[:_NAMED]
    named = [f"{_in_words(atlas, each)} ({_percent(each.first.value)})" for each in alone]
    if alone[0].first.value > _HALF:
        largest = (
            f"Most of the doubt comes from {_in_words(atlas, alone[0])} "
            f"({_percent(alone[0].first.value)} alone)"
        )
    else:
        largest = f"No source makes up half of the doubt. The largest alone are {listing(named)}"
    ratings = sum(each.first.value for each in doubt.sources if each.name not in {RATERS, BETA})
    together = doubt.together
    rest = (
        f"{_percent(together)} comes from sources acting together"
        if together >= _NOTABLE
        else "hardly any comes from sources acting together"
    )
    deviation = math.sqrt(doubt.variance)
    return (
        f"{largest}. All ratings, each alone, make up {_percent(ratings)}; {rest}. "
        f"The likelihood's standard deviation is {points_text(deviation, deviation)}."
    )


def _in_words(atlas: Atlas, source: Source) -> str:
    if source.name == RATERS:
        return "disagreement between raters"
    if source.name == BETA:
        return "beta"
    return f"the rating of {atlas.factor_by_id[source.name].title}"


def _table(rows: Sequence[DoubtRow]) -> Table:
    columns = ("Source of doubt", "Alone (80 % interval)", "In all (80 % interval)")
    cells = tuple(
        (
            row.label,
            f"{row.first} ({row.first_interval})",
            f"{row.total} ({row.total_interval})",
        )
        for row in rows
    )
    return Table(columns, cells, (False, True, True))
