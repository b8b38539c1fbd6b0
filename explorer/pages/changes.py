"""What changed between two dates: the judgement, and what came onto the record.

What is known on a day is decided by `explorer.domain.as_of.known_on` for both days, and nowhere
else. A move of ratings or likelihoods is reckoned by `explorer.analysis.change`, as in the brief.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.pages.change_words import hindsight_caution
from explorer.pages.changes_judgement import (
    Judgements,
    are_mixed,
    judged_words,
    ladder_group,
    ratings_group,
)
from explorer.pages.changes_page import (
    ChangeGroup,
    ChangeLine,
    ChangesPage,
    GroupKind,
    StateChanges,
)
from explorer.pages.changes_record import Record, record_groups, record_of
from explorer.pages.changes_text import changes_table, changes_text
from explorer.pages.outlook import choices_of, with_raters
from explorer.pages.tables import Table
from explorer.pages.words import counted, country_name, country_names, day_words, listing
from explorer.workspace.document import Workspace

__all__ = [
    "ChangeGroup",
    "ChangeLine",
    "ChangesPage",
    "GroupKind",
    "StateChanges",
    "compose_changes",
    "until_of",
]

OTHERS = "Region and other states"
ITEM_CAUTION = (
    "An item counts as new by its own date, not by when it was collected; one dated to a month "
    "or a year alone counts from the end of it. For a constraint, towards means that it bites "
    "less."
)
_MIXED = (
    "Where other raters judged at one of the two dates, then and now are both of those who judged "
    "at both."
)
_NOUNS: tuple[tuple[GroupKind, str, str], ...] = (
    ("ratings", "rating moved", "ratings moved"),
    ("evidence", "new item of evidence", "new items of evidence"),
    ("events", "event", "events"),
    ("questions", "question resolved", "questions resolved"),
    ("votes", "vote", "votes"),
)


def compose_changes(
    newest: Atlas,
    workspace: Workspace,
    since: date,
    until: date | None,
    states: Sequence[str],
) -> ChangesPage:
    """Compose what changed from the end of one day to the end of another.

    Args:
        newest: the whole Atlas, not one cut to a date.
        workspace: whose pooling is followed, and whose own evidence is counted too.
        since: the earlier day.
        until: the later day; `None`, or a day after the newest, for the newest there is.
        states: the ISO codes of the states shown, in their order.

    Raises:
        ValueError: if `since` is not before `until`.
    """
    last = until_of(newest, until)
    if since >= last:
        raise ValueError(f"{since} is not before {last}")
    then, now = known_on(newest, since), known_on(newest, last)
    pooled = with_raters(newest, workspace.judgements)
    judgements = Judgements(pooled, choices_of(workspace.pooling), since, last)
    record = record_of(then, now, workspace, (since, last), states)
    found = [_state(judgements, record, iso3) for iso3 in states]
    others = _others(record)
    shown = tuple(found) if others.is_unchanged else (*found, others)
    page = ChangesPage(
        since=since,
        until=last,
        title="What changed",
        subtitle=f"{listing(country_names(newest, states))}, "
        f"{day_words(since)} to {day_words(last)}",
        judged=judged_words(judgements),
        is_judged_twice=judgements.dates is not None,
        cautions=_cautions(judgements, states),
        states=shown,
        nothing=_nothing(newest, states, since, last) if _is_unchanged(shown) else "",
        table=Table((), (), ()),
        text="",
    )
    return _with_copies(page)


def until_of(newest: Atlas, until: date | None) -> date:
    """Give the later day: the one asked for, and the newest there is at most."""
    last = newest.subject.seen_on or newest.subject.as_of
    return last if until is None else min(until, last)


def _with_copies(page: ChangesPage) -> ChangesPage:
    """Add the forms in which a page is copied and saved."""
    return replace(page, table=changes_table(page), text=changes_text(page))


def _state(judgements: Judgements, record: Record, iso3: str) -> StateChanges:
    groups = (
        ladder_group(judgements, iso3),
        ratings_group(judgements, iso3),
        *record_groups(record, iso3),
    )
    return StateChanges(iso3, country_name(record.now, iso3), _summary(groups), groups)


def _others(record: Record) -> StateChanges:
    """Give what bears on none of the states shown; groups without a line are left out."""
    groups = tuple(each for each in record_groups(record, "") if each.lines)
    return StateChanges("", OTHERS, _summary(groups), groups)


def _summary(groups: Sequence[ChangeGroup]) -> str:
    """Count the changes by kind, in a line."""
    sizes = {group.kind: len(group.lines) for group in groups}
    return " · ".join(
        counted(sizes[kind], one, many) for kind, one, many in _NOUNS if sizes.get(kind)
    )


def _is_unchanged(states: Sequence[StateChanges]) -> bool:
    return all(each.is_unchanged for each in states)


def _nothing(atlas: Atlas, states: Sequence[str], since: date, until: date) -> str:
    return (
        f"Nothing changed for {listing(country_names(atlas, states))} between {day_words(since)} "
        f"and {day_words(until)}: no judgement moved, and nothing new is on record."
    )


def _cautions(judgements: Judgements, states: Sequence[str]) -> tuple[str, ...]:
    """Give what must be said of these figures: hindsight, other raters, and dates of items."""
    atlas, dates = judgements.atlas, judgements.dates
    is_earlier = dates is not None and dates.since < atlas.subject.as_of
    return (
        *((hindsight_caution(atlas, dates.since),) if dates and is_earlier else ()),
        *((_MIXED,) if are_mixed(judgements, states) else ()),
        ITEM_CAUTION,
    )
