"""The page of a brief on what changed since a day: the top lines, under a heading of its own."""

import re
from dataclasses import replace
from datetime import date

from explorer.domain.as_of import whole
from explorer.domain.atlas import Atlas
from explorer.pages.brief_dates import long_date
from explorer.pages.changes_brief import ChangesPart, changes_part
from explorer.pages.words import country_name
from explorer.workspace.document import Workspace, frozen

_ITEM = re.compile(r"\bE\d{3,}\b")


def since_part(
    atlas: Atlas, workspace: Workspace, since: date, pair: tuple[str, str]
) -> ChangesPart:
    """Give what changed for the pair from a day to that of the Atlas; other states are left out.

    The user's own evidence is left out too: it is private, as own notes are.

    Raises:
        ValueError: if the day is not before that of the Atlas.
    """
    day = atlas.subject.seen_on
    bundled = replace(workspace, own_evidence=frozen({}))
    found = changes_part(whole(atlas), bundled, since, day, pair)
    names = {country_name(atlas, iso3) for iso3 in pair}
    until = f", as of {long_date(day)}" if day else ""
    return replace(
        found,
        heading=f"What changed since {long_date(since)}{until}",
        states=tuple(each for each in found.states if each.name in names),
    )


def cited_in(part: ChangesPart) -> tuple[str, ...]:
    """Give the ids of the evidence items that the lines name, such as “E416”."""
    lines = (line for state in part.states for group in state.groups for line in group.lines)
    return tuple(dict.fromkeys(key for line in lines for key in _ITEM.findall(line)))
