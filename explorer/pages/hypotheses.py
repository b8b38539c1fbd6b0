"""The matrix of competing hypotheses: each item of evidence against each rung of the ladder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from explorer.analysis.consistency import Cell, Grade, Row
from explorer.analysis.hypotheses import (
    COUNTS,
    FACTORS,
    Count,
    Standings,
    by_diagnosticity,
    diagnosticity,
    standings,
)
from explorer.domain.atlas import Atlas
from explorer.domain.evidence import MARKS, Evidence, Mark
from explorer.pages.detail import EvidenceItem
from explorer.pages.evidence_items import evidence_item
from explorer.pages.evidence_pool import EvidencePool, factor_title, pool_evidence
from explorer.pages.matrix_rows import matrix_rows
from explorer.pages.sources import source_link
from explorer.pages.tables import Table
from explorer.pages.words import (
    EN_DASH,
    counted,
    country_name,
    day_words,
    in_sentences,
    listing,
    number_word,
)
from explorer.workspace.document import Workspace

Order = Literal["diagnosticity", "date", "factor", "strength"]
"""How the items are sorted; among equals the newest comes first."""

ORDERS: tuple[tuple[Order, str], ...] = (
    ("diagnosticity", "Most telling first"),
    ("date", "Newest first"),
    ("factor", "By factor"),
    ("strength", "Strongest first"),
)
MARK_WORDS: dict[Mark, str] = {
    "II": "very inconsistent",
    "I": "inconsistent",
    "N": "neutral",
    "C": "consistent",
    "CC": "very consistent",
}
RULE = (
    "An item that points towards closer ties speaks against the lowest rungs and one that points"
    " away against the highest, harder and for more rungs the stronger it is; context is neutral."
    " The lack of a force, such as a weaker interest or an eased constraint, counts a step less"
    " than a force at work."
)
CAUTION = (
    "Tests of this method found no gain in accuracy over plain judgement (Mandel, Karvetski and"
    " Dhami 2018) and none in coherence (Karvetski and Mandel 2020), so it stands beside the"
    " forecast and never enters it. Its rule begins at the ends of the ladder and leans to the"
    " middle, and what fits a rung counts for nothing."
)
_NAMED = 6
"""How many items that would change the lead a sentence names."""
_LOW, _MEDIUM, _HIGH = (f"{FACTORS[grade]:.2g}" for grade in ("low", "medium", "high"))
_COUNT_TITLES: dict[Count, str] = {
    "plain": "Plain",
    "weighted": "Weighted",
    "squared": "Squared",
}
_COUNT_WORDS: dict[Count, str] = {
    "plain": "I counts 1 against its rung and II counts 2 (Good and others 2004).",
    "weighted": (
        "I counts 1 and II counts 2, times the item's credibility, from its Admiralty grade, and"
        f" its relevance, from its factor's weight: each {_LOW} if low, {_MEDIUM} if medium and"
        f" {_HIGH} if high (Good and others 2004). Relevance is by the data's own weights,"
        " whatever you let the raters count for."
    ),
    "squared": "I counts 1 against its rung and II counts 4 (Open Synthesis).",
}


@dataclass(frozen=True, slots=True)
class CountChoice:
    """One way to count, with what it does in a sentence."""

    count: Count
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How an item fits a rung. `by_user` says that the mark overrules the rule's own, `rule`.

    `words` say all of it in a sentence, for a tool tip and for screen readers.
    """

    mark: Mark
    rule: Mark
    by_user: bool
    words: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One item against every rung, lowest first.

    `diagnosticity` is the standard deviation of its marks over the rungs, in steps between marks.
    `telling` says what leaving the item out would do to the lead, and is blank where nothing.
    `is_own` says that the item is the user's own and not the pack's.
    """

    item: EvidenceItem
    factor: str
    credibility: Grade
    relevance: Grade
    diagnosticity: float
    cells: tuple[MatrixCell, ...]
    telling: str
    is_own: bool = False

    @property
    def label(self) -> str:
        """Give the item's id, marked where it is the user's own: “U001 (yours)”."""
        return f"{self.item.id} (yours)" if self.is_own else self.item.id


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A rung with what speaks against it: in total, and the number of items."""

    rung_id: str
    title: str
    definition: str
    total: str
    against: int
    is_leading: bool


@dataclass(frozen=True, slots=True)
class MatrixPart:
    """The matrix of one state, as counted and sorted, with what it says in sentences.

    `lead` says which rung leads and by how much, `telling` what single items do to that,
    `agreement` whether the three counts agree. `own` says how many cells the user has overruled,
    and `own_items` how many items are the user's own; both are blank for none. `table` is all of
    it to copy; `title` and `aside` go over it.
    """

    iso3: str
    title: str
    aside: str
    count: Count
    order: Order
    counts: tuple[CountChoice, ...]
    orders: tuple[tuple[Order, str], ...]
    marks: tuple[tuple[Mark, str], ...]
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    lead: str
    telling: str
    agreement: str
    rule: str
    caution: str
    own: str
    is_overruled: bool
    table: Table
    own_items: str = ""

    @property
    def count_words(self) -> str:
        """Say how the count in force counts."""
        return next(each.words for each in self.counts if each.count == self.count)


def compose_matrix(
    atlas: Atlas,
    workspace: Workspace,
    iso3: str,
    count: Count = "plain",
    order: Order = "diagnosticity",
) -> MatrixPart:
    """Set the evidence on a state against the rungs, with the user's own marks in force."""
    titles = tuple(rung.title for rung in atlas.rungs)
    pool = pool_evidence(atlas, workspace)
    found = _sorted(atlas, matrix_rows(atlas, workspace, iso3), pool.items, order)
    by_count: dict[Count, Standings] = {
        each: standings(found, len(titles), each) for each in COUNTS
    }
    result = by_count[count]
    tellings = {each.evidence_id: each.leading for each in result.telling}
    rows = tuple(
        _matrix_row(atlas, pool, row, titles, tellings.get(row.evidence_id)) for row in found
    )
    columns = _columns(atlas, result)
    overruled = sum(cell.by_user for row in rows for cell in row.cells)
    name = country_name(atlas, iso3)
    return MatrixPart(
        iso3=iso3,
        title=f"{name}: evidence against the rungs",
        aside=_aside(atlas, result, rows, overruled),
        count=count,
        order=order,
        counts=tuple(
            CountChoice(each, _COUNT_TITLES[each], _COUNT_WORDS[each]) for each in COUNTS
        ),
        orders=ORDERS,
        marks=tuple((mark, MARK_WORDS[mark]) for mark in MARKS),
        columns=columns,
        rows=rows,
        lead=_lead_words(result, columns, len(rows)),
        telling=_telling_words(result),
        agreement=_agreement_words(by_count, titles),
        rule=RULE,
        caution=CAUTION,
        own=f"You have overruled the rule in {counted(overruled, 'cell')}." if overruled else "",
        is_overruled=overruled > 0,
        table=_table(columns, rows, _COUNT_TITLES[count]),
        own_items=_own_words(rows),
    )


def _sorted(
    atlas: Atlas, rows: Sequence[Row], by_id: Mapping[str, Evidence], order: Order
) -> tuple[Row, ...]:
    newest = sorted(
        rows, key=lambda row: (by_id[row.evidence_id].date, row.evidence_id), reverse=True
    )
    match order:
        case "diagnosticity":
            return by_diagnosticity(newest)
        case "date":
            return tuple(newest)
        case "factor":
            places = {factor.id: place for place, factor in enumerate(atlas.factors)}
            last = len(places)
            return tuple(
                sorted(newest, key=lambda row: places.get(by_id[row.evidence_id].factor, last))
            )
        case "strength":
            return tuple(sorted(newest, key=lambda row: -by_id[row.evidence_id].strength))


def _matrix_row(
    atlas: Atlas,
    pool: EvidencePool,
    row: Row,
    titles: tuple[str, ...],
    without: tuple[int, ...] | None,
) -> MatrixRow:
    evidence = pool.items[row.evidence_id]
    links = [source_link(pool.sources[key]) for key in evidence.source_ids if key in pool.sources]
    cells = zip(row.cells, titles, strict=True)
    return MatrixRow(
        item=replace(evidence_item(atlas, evidence, cited=False), sources=tuple(links)),
        factor=factor_title(atlas, evidence.factor),
        credibility=row.credibility,
        relevance=row.relevance,
        diagnosticity=diagnosticity(row),
        cells=tuple(_matrix_cell(cell, title) for cell, title in cells),
        telling=f"Left out, {_leading_words(without, titles)}." if without is not None else "",
        is_own=row.evidence_id in pool.own,
    )


def _matrix_cell(cell: Cell, rung: str) -> MatrixCell:
    words = f"{rung}: {MARK_WORDS[cell.mark]} ({cell.mark})"
    by = f"your own mark; the rule says {MARK_WORDS[cell.rule]} ({cell.rule})"
    words = f"{words}, {by if cell.by_user else 'by the rule'}."
    return MatrixCell(cell.mark, cell.rule, cell.by_user, words)


def _columns(atlas: Atlas, result: Standings) -> tuple[MatrixColumn, ...]:
    return tuple(
        MatrixColumn(
            rung_id=rung.id,
            title=rung.title,
            definition=rung.definition,
            total=_figure(result.totals[place], result.count),
            against=result.against[place],
            is_leading=place in result.leading,
        )
        for place, rung in enumerate(atlas.rungs)
    )


def _figure(value: float, count: Count) -> str:
    """Write a count: whole, save where it is weighted."""
    return f"{value:.1f}" if count == "weighted" else f"{value:.0f}"


def _leading_words(leading: Sequence[int], titles: Sequence[str]) -> str:
    names = [titles[place].lower() for place in leading]
    verb = "would lead" if len(names) == 1 else "would be level in the lead"
    return f"{listing(names)} {verb}"


def _lead_words(result: Standings, columns: tuple[MatrixColumn, ...], items: int) -> str:
    if not items:
        return "No evidence item names this state, so no rung leads."
    leaders = [column for column in columns if column.is_leading]
    if len(leaders) == len(columns):
        return "As much speaks against each rung as against every other, so no rung leads."
    first = leaders[0]
    if len(leaders) > 1:
        names = listing([column.title.lower() for column in leaders])
        lead = f"Least speaks against {names} alike: a count of {first.total} each"
    else:
        of = f"from {first.against} of {counted(items, 'item')}"
        lead = f"Least speaks against {first.title.lower()}: a count of {first.total}, {of}"
    others = [place for place, column in enumerate(columns) if not column.is_leading]
    least = min(others, key=lambda place: result.totals[place])
    more = _figure(result.margin, result.count)
    after = columns[least]
    return in_sentences((lead, f"Next is {after.title.lower()} with {after.total}, {more} more"))


def _telling_words(result: Standings) -> str:
    ids = [each.evidence_id for each in result.telling]
    if not ids:
        return "No single item, left out, would change which rung leads."
    if len(ids) == 1:
        return f"One item, left out, would change which rung leads: {ids[0]}."
    each = f"Each of {number_word(len(ids))} items, left out alone,"
    if len(ids) > _NAMED:
        return f"{each} would change which rung leads; each says so under its claim."
    return f"{each} would change which rung leads: {listing(ids)}."


def _agreement_words(by_count: dict[Count, Standings], titles: Sequence[str]) -> str:
    """Say whether the three counts have the same rungs in the lead."""
    groups: dict[tuple[int, ...], list[str]] = {}
    for each in COUNTS:
        groups.setdefault(by_count[each].leading, []).append(each)
    named = {leading: listing([titles[place].lower() for place in leading]) for leading in groups}
    if len(groups) == 1:
        (leading,) = groups
        if len(leading) == len(titles):
            return "All three counts have the rungs level."
        return f"All three counts, plain, weighted and squared, put {named[leading]} in the lead."
    parts = [
        f"the {listing(counts)} {'counts put' if len(counts) > 1 else 'count puts'}"
        f" {named[leading]} in the lead"
        for leading, counts in groups.items()
    ]
    return in_sentences((f"The counts disagree: {listing(parts)}",))


def _own_words(rows: Sequence[MatrixRow]) -> str:
    """Say how many of the items are the user's own, and which; blank where none is."""
    own = [row.item.id for row in rows if row.is_own]
    if not own:
        return ""
    verb = "is" if len(own) == 1 else "are"
    named = f": {listing(own)}" if len(own) <= _NAMED else ""
    return f"{len(own)} of the {counted(len(rows), 'item')} {verb} your own{named}."


def _aside(atlas: Atlas, result: Standings, rows: Sequence[MatrixRow], overruled: int) -> str:
    own = sum(row.is_own for row in rows)
    items = counted(len(rows), "evidence item")
    parts = [
        f"{_COUNT_TITLES[result.count]} count",
        f"{items}, {own} of them the user's own" if own else items,
        f"{counted(overruled, 'mark')} of the user's own" if overruled else "marks by the rule",
        f"as of {day_words(atlas.subject.seen_on or atlas.subject.as_of)}",
    ]
    return " · ".join(parts)


def _table(columns: tuple[MatrixColumn, ...], rows: tuple[MatrixRow, ...], count: str) -> Table:
    """Give a row an item, then the totals and the number of items against each rung."""
    texts = ("Evidence", "Claim", "Date", "Factor", "Direction", "Strength", "Source grade")
    heads = (*texts, "Credibility", "Relevance", "Diagnosticity")
    titles = tuple(column.title for column in columns)
    lines = [_table_row(row) for row in rows]
    blank = (EN_DASH,) * (len(heads) - 1)
    totals = tuple(column.total for column in columns)
    against = tuple(str(column.against) for column in columns)
    lines.append((f"Total against, {count.lower()} count", *blank, *totals, EN_DASH))
    lines.append(("Items against", *blank, *against, EN_DASH))
    numeric = (False,) * (len(heads) - 1) + (True,) + (False,) * (len(titles) + 1)
    return Table((*heads, *titles, "Sources"), tuple(lines), numeric)


def _table_row(row: MatrixRow) -> tuple[str, ...]:
    item = row.item
    return (
        f"{item.id} (own)" if row.is_own else item.id,
        item.claim,
        item.date,
        row.factor,
        item.direction_words,
        item.strength_words,
        item.grade,
        row.credibility,
        row.relevance,
        f"{row.diagnosticity:.2f}",
        *(
            f"{cell.mark} (own; rule {cell.rule})" if cell.by_user else cell.mark
            for cell in row.cells
        ),
        "; ".join(source.line or source.title for source in item.sources) or "none given",
    )
