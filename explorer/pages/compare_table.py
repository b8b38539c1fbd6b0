"""The comparison as a table and in words: what is copied out of the grid and saved from it."""

from collections.abc import Iterable, Iterator

from explorer.pages.compare import ComparePage, Difference, FactorCell, FactorRow, OutcomeCell
from explorer.pages.numbers import share_text
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.view import Target
from explorer.pages.words import EN_DASH, in_sentences, tenth_text

NOT_APPLICABLE = EN_DASH
"""Stands where a column has nothing to say of a rung, which is no value that could be found."""
_PAIR = 2
_RATED = 4


def comparison_table(page: ComparePage) -> Table:
    """Give the comparison as a table: a row a factor in the page's order, then a row a rung.

    Each country has its rating, range, confidence and count of evidence items; of a rung, its
    likelihood in per cent with the 80 % interval once that is drawn. A pair has the summaries too.
    Each country compared has its difference from the baseline, in scale points, and what that does
    in words. While a scenario is in force, the rungs as judged follow, and a row that names it.
    """
    columns, numeric = ["Factor or rung", "Group"], [False, False]
    for title, is_number in _country_columns(page):
        columns.append(title)
        numeric.append(is_number)
    rows = [
        _factor_row(page, section.title, row) for section in page.sections for row in section.rows
    ]
    rungs = range(len(page.outcomes.rungs))
    rows += [_rung_row(page, rung) for rung in rungs]
    if page.banner:
        rows += [_judged_row(page, rung) for rung in rungs]
        rows.append((page.banner, *[NOT_APPLICABLE] * (len(columns) - 1)))
    return Table(tuple(columns), tuple(rows), tuple(numeric))


def words_of(page: ComparePage, target: Target) -> str:
    """Give what the grid says of something selected, a line a cell; blank where it shows none."""
    rows = [row for section in page.sections for row in section.rows]
    outcomes = page.outcomes
    match target.kind:
        case "cell" | "factor":
            row = next((row for row in rows if row.factor == target.factor), None)
            if row is None:
                return ""
            head = in_sentences((row.title, row.holder)) if target.kind == "factor" else ""
            return _lines(head, row.cells, target.iso3)
        case "outcome":
            head = "" if target.iso3 else f"{page.outcomes_title}. {outcomes.subtitle}"
            return _lines(in_sentences((head,)), outcomes.cells, target.iso3)
        case "country":
            column = next((each for each in page.columns if each.iso3 == target.iso3), None)
            if column is None:
                return ""
            cells = [cell for row in (*rows, outcomes) for cell in row.cells]
            return _lines(in_sentences((column.name, column.headline)), cells, target.iso3)


def difference_words(page: ComparePage, factor: str) -> str:
    """Give the pair's difference in a factor as a sentence; blank where there is none."""
    for section in page.sections:
        for row in section.rows:
            if row.factor == factor and len(row.cells) == _PAIR and row.cells[1].difference:
                name = page.columns[1].name
                return in_sentences((f"{name}, {row.title}: {row.cells[1].difference.words}",))
    return ""


def _lines(head: str, cells: Iterable[FactorCell | OutcomeCell], iso3: str) -> str:
    """Set the descriptions of one country's cells, or of all, under a head that may be blank."""
    said = (cell.description for cell in cells if iso3 in {"", cell.iso3})
    return "\n".join(line for line in (head, *said) if line)


def _country_columns(page: ComparePage) -> Iterator[tuple[str, bool]]:
    """Give the titles of the countries' columns, and whether each holds numbers."""
    for column in page.columns:
        yield f"{column.name}: rating, or likelihood of the rung", True
        yield f"{column.name}: range, or 80 % interval of the rung", False
        yield f"{column.name}: confidence", False
        yield f"{column.name}: evidence items", True
        if _is_pair(page):
            yield f"{column.name}: summary", False
        if not column.is_baseline:
            yield f"{column.name}: difference", True
            yield f"{column.name}: what the difference does", False


def _factor_row(page: ComparePage, group: str, row: FactorRow) -> tuple[str, ...]:
    cells = [row.title, group]
    for column, cell in zip(page.columns, row.cells, strict=True):
        cells += _rated(cell)
        if _is_pair(page):
            cells.append(cell.summary or NO_VALUE)
        if not column.is_baseline:
            cells += _differs(cell.difference)
    return tuple(cells)


def _rated(cell: FactorCell) -> tuple[str, ...]:
    count, mark = f"{cell.evidence_count:,}", cell.mark
    if mark is None:
        return NO_VALUE, NO_VALUE, NO_VALUE, count
    extent = f"{tenth_text(mark.low)} to {tenth_text(mark.high)}"
    return tenth_text(mark.value), extent, cell.confidence or NO_VALUE, count


def _differs(difference: Difference | None) -> tuple[str, str]:
    if difference is None:
        return NO_VALUE, NO_VALUE
    return difference.text, difference.words


def _rung_row(page: ComparePage, rung: int) -> tuple[str, ...]:
    title = page.outcomes.rungs[rung]
    cells = [title, page.outcomes_title]
    for column, cell in zip(page.columns, page.outcomes.cells, strict=True):
        cells.append(share_text(cell.shares[rung]) if cell.shares else NO_VALUE)
        cells.append(cell.intervals[rung] if cell.intervals else NOT_APPLICABLE)
        cells += [NOT_APPLICABLE] * (_RATED - 2)
        if _is_pair(page):
            cells.append(_leading_words(cell) if cell.leading == title else NOT_APPLICABLE)
        if not column.is_baseline:
            cells += [NOT_APPLICABLE] * 2
    return tuple(cells)


def _judged_row(page: ComparePage, rung: int) -> tuple[str, ...]:
    """Give the likelihoods of a rung without the assumptions, each in its country's column."""
    cells = [f"{page.outcomes.rungs[rung]}, as judged", page.outcomes_title]
    for column, cell in zip(page.columns, page.outcomes.cells, strict=True):
        cells.append(share_text(cell.before[rung]) if cell.before else NO_VALUE)
        blank = _RATED - 1 + _is_pair(page) + (0 if column.is_baseline else 2)
        cells += [NOT_APPLICABLE] * blank
    return tuple(cells)


def _leading_words(cell: OutcomeCell) -> str:
    """Say the word for the leading rung, and how the raters differ on it where they do."""
    return "; ".join(each for each in (f"leading rung, {cell.word}", cell.disagreement) if each)


def _is_pair(page: ComparePage) -> bool:
    return len(page.columns) == _PAIR
