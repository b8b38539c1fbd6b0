"""The balance of evidence as charts: how many items point towards closer ties, and against."""

from collections.abc import Iterable, Sequence

from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate
from explorer.domain.outcomes import OUTCOME
from explorer.pages.charts import Balance, BalanceChart, BalanceRow, Caption
from explorer.pages.evidence_pool import factor_title
from explorer.pages.evidence_table import EvidenceRow
from explorer.pages.tables import Table
from explorer.pages.words import counted, country_name, study_states

_HALVES = 22
"""The most half-years drawn one by one; what is older stands together before them."""
CAVEAT = (
    "Counts of items as they were collected, each as one, whatever its strength and its grades: "
    "they show what the record holds, not how likely anything is. Items that rest on one and the "
    "same source count each. For a constraint, towards means that it bites less."
)


def balance_of(rows: Iterable[EvidenceRow]) -> Balance:
    """Count the items that point either way."""
    found = [row.direction for row in rows]
    return Balance(found.count("+"), found.count("-"), found.count("0"))


def compose_balance_grid(
    atlas: Atlas, rows: Sequence[EvidenceRow], asked: str, states: Sequence[str] = ()
) -> BalanceChart:
    """Compose for and against by factor and state; `asked` says in words which items these are.

    `states` are the states shown: all that the pack compares where none is named.
    """
    states = states or study_states(atlas)
    names = tuple(country_name(atlas, iso3) for iso3 in states)
    factors = (*(factor.id for factor in atlas.factors), OUTCOME)
    lines = tuple(
        BalanceRow(
            factor_title(atlas, factor),
            tuple(
                balance_of(row for row in rows if row.factor == factor and iso3 in row.states)
                for iso3 in states
            ),
        )
        for factor in factors
    )
    whole = BalanceRow(
        "All factors",
        tuple(balance_of(row for row in rows if iso3 in row.states) for iso3 in states),
        is_total=True,
    )
    table = Table(
        ("Factor", "State", "Towards", "Against", "Context"),
        tuple(
            (line.label, name, str(each.towards), str(each.against), str(each.context))
            for line in (*lines, whole)
            for name, each in zip(names, line.balances, strict=True)
        ),
        (False, False, True, True, True),
    )
    said = "; ".join(
        f"{name}: {each.towards} towards, {each.against} against, {each.context} context"
        for name, each in zip(names, whole.balances, strict=True)
    )
    caption = Caption(
        title="Evidence for and against, by factor and state",
        unit="number of items; an item on several states counts for each, one on none of them not",
        source=_source(atlas, rows, asked),
        caveat=CAVEAT,
        description=f"Over all factors. {said}.",
        table=table,
    )
    return BalanceChart(caption, names, (*lines, whole))


def compose_balance_course(atlas: Atlas, rows: Sequence[EvidenceRow], asked: str) -> BalanceChart:
    """Compose for and against by half-year."""
    spans = _spans(rows)
    held: dict[str, list[EvidenceRow]] = {title: [] for title in spans.values()}
    for row in rows:
        held[spans[_half(row.when)]].append(row)
    balances = tuple(balance_of(each) for each in held.values())
    table = Table(
        ("Half-year", "Towards", "Against", "Context"),
        tuple(
            (title, str(each.towards), str(each.against), str(each.context))
            for title, each in zip(held, balances, strict=True)
        ),
        (False, True, True, True),
    )
    said = "; ".join(
        f"{title}: {each.towards} towards, {each.against} against"
        for title, each in zip(held, balances, strict=True)
    )
    caption = Caption(
        title="Evidence for and against, by half-year",
        unit="number of items, by the date of the item",
        source=_source(atlas, rows, asked),
        caveat=(
            f"{CAVEAT} An item dated to the year alone counts in its first half. Not all spans "
            "are covered equally well."
        ),
        description=f"{said}." if said else "No item passes the filter.",
        table=table,
    )
    return BalanceChart(caption, tuple(held), (BalanceRow("Items", balances),), over_time=True)


def _half(when: PartialDate) -> tuple[int, int]:
    """Give year and half of a date; the first half where only the year is known."""
    return when.year, 2 if when.month > 6 else 1  # noqa: PLR2004 - June ends the first half


def _spans(rows: Sequence[EvidenceRow]) -> dict[tuple[int, int], str]:
    """Name the half-years that are drawn, oldest first; those before the last ones as one."""
    if not rows:
        return {}
    found = sorted({_half(row.when) for row in rows})
    last = 2 * found[-1][0] + found[-1][1] - 1
    first = max(2 * found[0][0] + found[0][1] - 1, last - _HALVES + 1)
    first += first % 2 if last - first >= _HALVES - 1 else 0
    begin = (first // 2, first % 2 + 1)
    spans = {half: f"before {begin[0]}" for half in found if half < begin}
    for number in range(first, last + 1):
        half = (number // 2, number % 2 + 1)
        spans[half] = _half_words(half)
    return spans


def _half_words(half: tuple[int, int]) -> str:
    return f"{half[0]} H{half[1]}"


def _source(atlas: Atlas, rows: Sequence[EvidenceRow], asked: str) -> str:
    """Say what the counts are of, and where they come from."""
    own = sum(row.is_own for row in rows)
    mine = f", {counted(own, 'own item')} of yours among them" if own else ""
    return (
        f"{counted(len(rows), 'item')}{mine} ({asked}). Source: the bundled evidence, edition "
        f"{atlas.subject.edition}."
    )
