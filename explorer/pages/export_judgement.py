"""What was judged, as tables with numbers: conclusions, ratings, differences and outcomes."""

from collections.abc import Iterator

from explorer.analysis.likelihood import likelihood_word
from explorer.domain.as_of import is_judged
from explorer.domain.atlas import Atlas
from explorer.pages.as_of_words import not_written
from explorer.pages.compare import ComparePage, FactorCell, FactorRow
from explorer.pages.compare_page import conclusion_confidence
from explorer.pages.export_values import (
    NOT_APPLICABLE,
    NOT_FOUND,
    Cell,
    ExportColumn,
    ExportTable,
    Missing,
    id_list,
    words_or,
)
from explorer.pages.outlook import Intervals, Outlook
from explorer.pages.view import View
from explorer.pages.words import MINUS, country_name, listing, not_judged

_WITHIN = {True: "yes", False: "no"}
_SCALE = "On the scale of 0 to 4; the mean of the raters, to a tenth, as the app shows it."


def conclusions_table(atlas: Atlas, view: View) -> ExportTable:
    """Give the conclusion on each state shown, and on each pair with the pack's baseline."""
    columns = (
        ExportColumn("of", "Of", "text"),
        ExportColumn("headline", "Headline", "prose"),
        ExportColumn("judgement", "Judgement", "prose", "How likely, in words and per cent."),
        ExportColumn("confidence", "Confidence", "prose", "How good the basis is, and why."),
        ExportColumn("shared", "What the two share", "prose"),
        ExportColumn("differs", "Where they differ", "prose"),
        ExportColumn("counter", "What speaks against it", "prose"),
        ExportColumn("changed", "What changed", "prose"),
    )
    return ExportTable(
        "judgements",
        "Judgements",
        "The written judgement on each state, and on each pair with the baseline.",
        columns,
        (*_pair_rows(atlas, view), *_state_rows(atlas, view)),
        empty=not_written(atlas) or "No judgement was written on these states.",
        layout="passages",
    )


def comparison_grid(atlas: Atlas, page: ComparePage) -> ExportTable:
    """Give the comparison as the app shows it: a row a factor, and columns for each country."""
    columns = [
        ExportColumn("factor", "Factor", "text"),
        ExportColumn("group", "Group", "text", told=False),
    ]
    for each in page.columns:
        key = each.iso3.lower()
        columns.append(ExportColumn(f"rating_{key}", f"{each.name}: rating", "rating", _SCALE))
        if not each.is_baseline:
            about = f"Rating less that of {page.columns[0].name}, as shown."
            title = f"{each.name}: difference"
            columns.append(ExportColumn(f"difference_{key}", title, "change", about))
    rows = tuple(
        (
            row.title,
            section.title,
            *(cell for shown in row.cells for cell in _grid_cells(atlas, page, shown)),
        )
        for section in page.sections
        for row in section.rows
    )
    about = "All factors side by side; the sheet or file “Ratings” has the ranges and reasons."
    return ExportTable("comparison", "Comparison", about, tuple(columns), rows)


def ratings_table(atlas: Atlas, page: ComparePage) -> ExportTable:
    """Give a row a factor and state: rating, range, confidence, difference and reasons."""
    base = page.columns[0].name
    columns = (
        ExportColumn("factor", "Factor", "text"),
        ExportColumn("state", "State", "text"),
        ExportColumn("iso3", "Code", "text", "ISO 3166-1.", told=False),
        ExportColumn("group", "Group", "text", told=False),
        ExportColumn("holder", "Whose", "text", "Whose interest or pressure it is.", told=False),
        ExportColumn("rating", "Rating", "rating", _SCALE),
        ExportColumn("low", "Low", "rating", "The range holds the true value 8 times in 10."),
        ExportColumn("high", "High", "rating", "As “Low”."),
        ExportColumn("confidence", "Confidence", "text", "How good the basis is."),
        ExportColumn("items", "Evidence items", "count", "Tagged with it or cited by its text."),
        ExportColumn("difference", "Difference", "change", f"Rating less that of {base}."),
        ExportColumn("meaning", "What the difference does", "prose", told=False),
        ExportColumn("within", "Within ranges", "text", "The ranges are too wide to tell."),
        ExportColumn("raters", "Raters apart", "text", "Said from half a scale point on."),
        ExportColumn("summary", "In short", "prose"),
        ExportColumn("reasons", "Reasons", "prose", told=False),
        ExportColumn("evidence", "Evidence cited", "text", "Ids of the table of evidence.", False),
    )
    rows = tuple(
        _rating_row(atlas, section.title, row, cell)
        for section in page.sections
        for row in section.rows
        for cell in row.cells
    )
    about = "Each factor and state: how strong it is, how sure the raters are, and why."
    return ExportTable("ratings", "Ratings", about, columns, rows, held=2)


def outcomes_table(
    atlas: Atlas, page: ComparePage, outlook: Outlook, intervals: Intervals
) -> ExportTable:
    """Give a row a state and rung: its likelihood with the 80 % interval, and that or higher.

    Under a scenario the likelihood as judged, without it, stands beside.
    """
    drawn = "Middle 80 % of the drawn worlds; understates doubt."
    columns = (
        ExportColumn("state", "State", "text"),
        ExportColumn("rung", "Rung", "text"),
        ExportColumn("iso3", "Code", "text", "ISO 3166-1.", told=False),
        ExportColumn("order", "Order", "count", "1 is the least close.", told=False),
        ExportColumn("likelihood", "Likelihood", "share", "Rungs exclude one another."),
        ExportColumn("low", "Low", "share", drawn),
        ExportColumn("high", "High", "share", drawn),
        ExportColumn("word", "Word", "text", "Likelihood words of ICD 203."),
        ExportColumn("leads", "Leads in", "share", "Worlds in which it is likeliest.", told=False),
        ExportColumn("or_higher", "This or higher", "share"),
        ExportColumn("or_higher_low", "Low, or higher", "share", drawn),
        ExportColumn("or_higher_high", "High, or higher", "share", drawn),
    )
    if not outlook.is_plain:
        about = "Without the scenario."
        columns = (*columns, ExportColumn("judged", "As judged", "share", about))
    rows = tuple(
        row for each in page.columns for row in _ladder_rows(atlas, outlook, intervals, each.iso3)
    )
    return ExportTable("outcomes", "Outcomes", f"{page.outcomes_title}.", columns, rows, held=2)


def _pair_rows(atlas: Atlas, view: View) -> Iterator[tuple[Cell, ...]]:
    if atlas.subject.baseline not in view.shown:
        return
    for iso3 in view.shown:
        found = atlas.pair_conclusion_by_iso3.get(iso3)
        if found is not None:
            pair = (country_name(atlas, atlas.subject.baseline), country_name(atlas, iso3))
            yield (
                listing(pair),
                words_or(found.headline),
                words_or(found.judgement),
                words_or(conclusion_confidence(atlas, iso3)),
                words_or(found.shared),
                words_or(found.differs),
                NOT_APPLICABLE,
                NOT_APPLICABLE,
            )


def _state_rows(atlas: Atlas, view: View) -> Iterator[tuple[Cell, ...]]:
    for iso3 in view.shown:
        found = atlas.conclusion_by_iso3.get(iso3)
        if found is not None:
            yield (
                country_name(atlas, iso3),
                words_or(found.headline),
                words_or(found.judgement),
                words_or(conclusion_confidence(atlas, iso3)),
                NOT_APPLICABLE,
                NOT_APPLICABLE,
                words_or(found.counter_argument),
                words_or(found.what_changed),
            )


def _grid_cells(atlas: Atlas, page: ComparePage, cell: FactorCell) -> tuple[Cell, ...]:
    rating: Cell = cell.mark.value if cell.mark else _unrated(atlas)
    if cell.iso3 == page.columns[0].iso3:
        return (rating,)
    return rating, _difference(cell)


def _difference(cell: FactorCell) -> Cell:
    """Give the difference as it is shown, which is that of the ratings as shown."""
    if cell.difference is None:
        return NOT_APPLICABLE
    return float(cell.difference.text.replace(MINUS, "-"))


def _unrated(atlas: Atlas) -> Missing:
    return NOT_FOUND if is_judged(atlas) else Missing(not_judged(atlas))


def _rating_row(atlas: Atlas, group: str, row: FactorRow, cell: FactorCell) -> tuple[Cell, ...]:
    mark, text = cell.mark, atlas.cell_by_key.get((cell.iso3, row.factor))
    none = _unrated(atlas)
    unsaid = Missing("none")
    unwritten = Missing("not written by then") if not_written(atlas) else NOT_FOUND
    return (
        row.title,
        country_name(atlas, cell.iso3),
        cell.iso3,
        group,
        row.holder,
        mark.value if mark else none,
        mark.low if mark else none,
        mark.high if mark else none,
        words_or(cell.confidence, none),
        cell.evidence_count,
        _difference(cell),
        cell.difference.words if cell.difference else NOT_APPLICABLE,
        _WITHIN[cell.difference.within_ranges] if cell.difference else NOT_APPLICABLE,
        words_or(cell.disagreement, unsaid),
        words_or(text.summary if text else "", unwritten),
        words_or(text.rationale if text else "", unwritten),
        id_list(text.evidence_ids) if text else unwritten,
    )


def _ladder_rows(
    atlas: Atlas, outlook: Outlook, intervals: Intervals, iso3: str
) -> Iterator[tuple[Cell, ...]]:
    found, drawn = outlook.after.get(iso3), intervals.get(iso3)
    before = outlook.before.get(iso3)
    name = country_name(atlas, iso3)
    for place, rung in enumerate(atlas.rungs):
        head: tuple[Cell, ...] = (name, rung.title, iso3, place + 1)
        judged: tuple[Cell, ...] = () if outlook.is_plain else (NOT_FOUND,)
        if before is not None and judged:
            judged = (before.shares[place],)
        if found is None or drawn is None:
            none = _unrated(atlas)
            yield (*head, *(none,) * 8, *judged)
            continue
        share, own, above = found.shares[place], drawn.rungs[place], drawn.at_least[place]
        higher: tuple[Cell, ...] = (found.at_least[place], above.low, above.high)
        yield (
            *head,
            share,
            own.low,
            own.high,
            likelihood_word(share),
            drawn.leading[place],
            *(higher if place else (NOT_APPLICABLE,) * 3),
            *judged,
        )
