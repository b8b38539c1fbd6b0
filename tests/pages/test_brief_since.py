from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate
from explorer.pages.brief_since import cited_in, since_part
from explorer.pages.changes_brief import changes_part
from explorer.workspace.document import OwnEvidence, OwnSource, Workspace, frozen

PAIR = ("AZE", "KAZ")
FIRST = date(2025, 10, 31)


def test_the_heading_names_the_day_in_full_and_only_the_pair_is_told(atlas: Atlas) -> None:
    part = since_part(atlas, Workspace(), FIRST, PAIR)
    assert part.heading == "What changed since 31 October 2025"
    assert [each.name for each in part.states] == ["Azerbaijan", "Kazakhstan"]


def test_as_of_an_earlier_day_changes_end_on_that_day(atlas: Atlas) -> None:
    cut = known_on(atlas, date(2025, 11, 8))
    part = since_part(cut, Workspace(), date(2025, 11, 5), PAIR)
    assert part.heading == "What changed since 5 November 2025, as of 8 November 2025"
    lines = [x for state in part.states for group in state.groups for x in group.lines]
    assert any("Kazakhstan announces it will join" in line for line in lines)
    assert not any("2026" in line for line in lines)


def test_the_items_named_in_the_lines_are_found(atlas: Atlas) -> None:
    part = since_part(atlas, Workspace(), FIRST, PAIR)
    found = cited_in(part)
    assert found
    assert set(found) <= set(atlas.evidence_by_id)


def test_a_day_that_is_not_earlier_is_refused(atlas: Atlas) -> None:
    with pytest.raises(ValueError, match="not before"):
        since_part(atlas, Workspace(), atlas.subject.as_of, PAIR)


def test_own_evidence_is_private_and_left_out(atlas: Atlas) -> None:
    item = replace(atlas.evidence[0], id="U001", countries=("KAZ",), date=PartialDate(2026, 5, 1))
    own = OwnEvidence(item, OwnSource(), datetime(2026, 5, 2, tzinfo=UTC))
    workspace = Workspace(own_evidence=frozen({"U001": own}))
    told = changes_part(atlas, workspace, FIRST, None, PAIR)
    assert told != changes_part(atlas, Workspace(), FIRST, None, PAIR)
    part = since_part(atlas, workspace, FIRST, PAIR)
    assert part == since_part(atlas, Workspace(), FIRST, PAIR)
