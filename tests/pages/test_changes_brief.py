from datetime import date

import pytest

from explorer.domain.atlas import Atlas
from explorer.packs.reading import read_atlas
from explorer.pages.changes import compose_changes
from explorer.pages.changes_brief import changes_part
from explorer.paths import bundled_pack
from explorer.workspace.document import Workspace

FIRST = date(2025, 10, 31)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


def test_the_part_for_a_brief_holds_top_lines_and_counts_the_rest(atlas: Atlas) -> None:
    page = compose_changes(atlas, Workspace(), FIRST, None, ("AZE", "KAZ"))
    part = changes_part(atlas, Workspace(), FIRST, None, ("AZE", "KAZ"))
    assert (part.judged, part.cautions) == (page.judged, page.cautions)
    for state, found in zip(page.states, part.states, strict=True):
        assert found.groups
        by_heading = {group.heading: group for group in state.groups}
        for short in found.groups:
            group = by_heading[short.title]
            assert len(short.figures) == len(short.lines)
            if group.kind == "ladder":
                assert short.lines == (group.note, *(line.text for line in group.lines))
                continue
            left = len(group.lines) - len(short.lines)
            assert short.more == (f"{left} more" if left else "")
            for words, line in zip(short.lines, group.lines, strict=False):
                assert words.startswith(line.text)
                assert f"[{line.id}]" in words or not line.id


def test_the_part_for_a_brief_gives_the_ladder_in_words_and_rung_by_rung(atlas: Atlas) -> None:
    part = changes_part(atlas, Workspace(), FIRST, None, ("AZE", "KAZ"))
    ladder = part.states[1].groups[0]
    assert ladder.title == "Likely outcome"
    assert ladder.figures[0] == ""
    assert ladder.figures[3] == "24 → 69\u00a0% (+45)"
    assert "led then" in ladder.lines[0]


def test_the_part_for_a_brief_says_the_dates_and_that_nothing_changed(atlas: Atlas) -> None:
    days = date(2026, 9, 1), date(2026, 9, 20)
    part = changes_part(atlas, Workspace(), *days, ("AZE", "TJK"))
    assert "1 Sep 2026 to 20 Sep 2026" in part.heading
    assert part.nothing.startswith("Nothing changed")
    assert all(not state.groups for state in part.states)


def test_the_part_for_a_brief_fits_a_page(atlas: Atlas) -> None:
    part = changes_part(atlas, Workspace(), FIRST, None, ("AZE", "KAZ"))
    lines = [line for state in part.states for group in state.groups for line in group.lines]
    letters = sum(len(line) for line in lines)
    assert letters < 5200  # a page of A4 in small type holds some 5,500
