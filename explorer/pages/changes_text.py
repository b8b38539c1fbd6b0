"""What changed between two dates, to be copied: as sentences, and as one table."""

from collections.abc import Iterator

from explorer.pages.changes_page import ChangeGroup, ChangesPage, StateChanges
from explorer.pages.tables import Table
from explorer.pages.words import day_words

_FIGURES = ("Then", "Now", "Move")
_COLUMNS = ("State", "Kind", "What", *_FIGURES, "Date", "More", "Id", "Since", "Until")
_BULLET = "\u2022"


def changes_table(page: ChangesPage) -> Table:
    """Give a row for each change, and one where a state has none of a kind that says why."""
    span = (str(page.since), str(page.until))
    rows = tuple((*row, *span) for state in page.states for row in _rows(state))
    return Table(_COLUMNS, rows, tuple(name in _FIGURES for name in _COLUMNS))


def changes_text(page: ChangesPage) -> str:
    """Give all of a page in sentences, line by line."""
    return "\n".join(_lines(page))


def _rows(state: StateChanges) -> Iterator[tuple[str, ...]]:
    for group in state.groups:
        for line in group.lines:
            yield (
                state.name,
                group.title,
                line.text,
                line.then or "none",
                line.now or line.figure or "none",
                line.move or "none",
                line.lead or line.dated or "no date",
                line.aside or line.told,
                line.id or "none",
            )
        if not group.lines and group.kind in {"ladder", "ratings"}:
            none = ("none",) * len(_FIGURES)
            yield state.name, group.title, group.note, *none, "no date", "none", "none"


def _lines(page: ChangesPage) -> Iterator[str]:
    yield f"{page.title}: {page.subtitle}"
    yield page.judged
    yield from page.cautions
    if page.nothing:
        yield page.nothing
        return
    for state in page.states:
        yield ""
        yield f"{state.name} ({day_words(page.since)} to {day_words(page.until)})"
        if state.is_unchanged:
            yield "Nothing changed."
            continue
        for group in state.groups:
            if group.lines or group.kind in {"ladder", "ratings"}:
                yield from _group_lines(group)


def _group_lines(group: ChangeGroup) -> Iterator[str]:
    yield group.heading
    if group.note:
        yield group.note
    yield from (f"{_BULLET} {line.told}" for line in group.lines)
