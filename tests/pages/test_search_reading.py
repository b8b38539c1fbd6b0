from collections.abc import Callable

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.detail import EvidenceBlock, Fact, FactsBlock, NoteBlock, Paragraph
from explorer.pages.search import Hit, HitKind
from explorer.pages.search_documents import pack_documents
from explorer.pages.search_places import place_of
from explorer.pages.search_reading import Reading, compose_reading
from explorer.pages.view import View


def facts(reading: Reading) -> dict[str, Fact]:
    blocks = (block for block in reading.blocks if isinstance(block, FactsBlock))
    return {fact.label: fact for block in blocks for fact in block.facts}


def reading(atlas: Atlas, kind: HitKind, key: str) -> Reading:
    hit = next(
        each.hit for each in pack_documents(atlas) if (each.hit.kind, each.hit.key) == (kind, key)
    )
    found = compose_reading(atlas, hit)
    assert found is not None
    return found


def test_whatever_no_view_shows_can_be_gone_to_or_read(atlas: Atlas) -> None:
    view = View("AZE", ("KAZ",))
    hits = [each.hit for each in pack_documents(atlas)]
    # These three open in views of their own; that they do is tested with the jumps of a search.
    for hit in (hit for hit in hits if hit.kind not in {"evidence", "note", "vote"}):
        assert hit.view or place_of(atlas, view, hit) or compose_reading(atlas, hit), hit


def test_a_reading_has_no_texts_that_no_reader_should_meet(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]]
) -> None:
    for each in pack_documents(atlas):
        assert faults_of_text(compose_reading(atlas, each.hit)) == [], each.hit


def test_an_event_says_what_happened_and_who_says_so(atlas: Atlas) -> None:
    event = atlas.events[0]
    found = reading(atlas, "event", "0")
    assert found.title == event.title
    assert isinstance(found.blocks[0], Paragraph)
    assert found.blocks[0].body.text == event.detail
    assert set(facts(found)) == set(event.source_ids)


def test_a_question_says_how_it_was_resolved_and_on_what_evidence(atlas: Atlas) -> None:
    question = next(each for each in atlas.questions if each.id == "Q01")
    found = reading(atlas, "question", "Q01")
    assert found.kicker == "Forecast question Q01 · Resolved: yes"
    assert facts(found)["What happened"].value == question.what_happened
    (block,) = (each for each in found.blocks if isinstance(each, EvidenceBlock))
    assert {item.id for item in block.items} == set(question.evidence_ids)


def test_a_source_says_what_rests_on_it(atlas: Atlas) -> None:
    source = atlas.evidence_by_id["E123"].source_ids[0]
    (block,) = (
        each for each in reading(atlas, "source", source).blocks if isinstance(each, EvidenceBlock)
    )
    assert "E123" in {item.id for item in block.items}


def test_a_glossary_entry_cites_its_evidence_as_links(atlas: Atlas) -> None:
    (block,) = reading(atlas, "glossary", "Middle Corridor").blocks
    assert isinstance(block, NoteBlock)
    assert "[E119](evidence:E119)" in block.markdown


def test_an_indicator_that_is_not_bundled_says_why(atlas: Atlas) -> None:
    withheld = next(each for each in atlas.indicators if each.withheld)
    found = reading(atlas, "series", f"indicator/{withheld.id}")
    assert facts(found)["Why no values are bundled"].value == withheld.withheld


@pytest.mark.parametrize("kind", ["source", "glossary", "question", "country", "command"])
def test_what_is_not_there_has_no_reading(atlas: Atlas, kind: HitKind) -> None:
    assert compose_reading(atlas, Hit(kind, "", "", None, key="no such")) is None
