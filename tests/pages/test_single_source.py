from dataclasses import replace

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.evidence import Event
from explorer.pages.single_source import event_title, rests_on_one_report
from explorer.pages.timeline import compose_timeline

VISIT = "Herzog visits Kazakhstan"


@pytest.fixture
def visit(atlas: Atlas) -> Event:
    return next(each for each in atlas.events if each.title == VISIT)


def test_a_visit_that_one_index_reports_is_marked_in_the_timeline(atlas: Atlas) -> None:
    titles = [each.title for each in compose_timeline(atlas, ("KAZ",)).events]
    assert f"{VISIT} (reported, one source)" in titles
    assert VISIT not in titles
    told = next(x.told for x in compose_timeline(atlas, ("KAZ",)).events if VISIT in x.title)
    assert "(reported, one source)" in told


def test_an_event_with_a_second_source_is_not_marked(atlas: Atlas, visit: Event) -> None:
    assert rests_on_one_report(atlas, visit)
    second = replace(visit, source_ids=(*visit.source_ids, "S001"))
    assert not rests_on_one_report(atlas, second)
    assert event_title(atlas, second) == VISIT


def test_an_event_whose_evidence_is_graded_well_or_not_at_all_is_not_marked(
    atlas: Atlas, visit: Event
) -> None:
    better = tuple(
        replace(each, credibility=2) if each.id == "E426" else each for each in atlas.evidence
    )
    assert not rests_on_one_report(replace(atlas, evidence=better), visit)
    assert not rests_on_one_report(replace(atlas, evidence=()), visit)


def test_every_event_marked_has_one_source_and_most_have_no_mark(atlas: Atlas) -> None:
    marked = [each for each in atlas.events if rests_on_one_report(atlas, each)]
    assert all(len(each.source_ids) == 1 for each in marked)
    assert 0 < len(marked) < len(atlas.events) // 10
