from datetime import UTC, datetime

from explorer.domain.atlas import Atlas
from explorer.pages.note_cards import compose_card
from explorer.workspace.document import UserNote, Workspace, frozen

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def test_a_card_of_evidence_says_claim_grade_date_and_source(atlas: Atlas) -> None:
    item = atlas.evidence_by_id["E002"]
    card = compose_card(atlas, Workspace(), "evidence:E002")
    assert card is not None
    assert card.title == item.claim
    assert item.date.words in card.kicker
    assert f"{item.reliability}{item.credibility}" in card.kicker
    assert any(line.startswith("Source B:") for line in card.lines)
    publisher = atlas.source_by_id[item.source_ids[0]].publisher
    assert any(publisher in line for line in card.lines)
    assert item.claim in card.spoken


def test_every_item_of_the_pack_has_a_card_that_names_a_source(atlas: Atlas) -> None:
    for key in atlas.evidence_by_id:
        card = compose_card(atlas, Workspace(), f"evidence:{key}")
        assert card is not None
        assert "No source given" not in card.lines, key


def test_a_card_of_a_note_gives_its_title_or_the_first_words_of_ones_own(atlas: Atlas) -> None:
    bundled = compose_card(atlas, Workspace(), "note:country/KAZ")
    assert bundled is not None
    assert bundled.title == "Kazakhstan and Israel"
    text = "word " * 200
    workspace = Workspace(notes=frozen({"country:KAZ": UserNote("country:KAZ", text, NOW)}))
    own = compose_card(atlas, workspace, "note:country:KAZ")
    assert own is not None
    assert own.title == "Kazakhstan"
    assert own.lines[0].endswith("word…")
    assert len(own.lines[0]) < 200
    empty = compose_card(atlas, workspace, "note:country:UZB")
    assert empty is not None
    assert empty.lines == ("Nothing written yet",)


def test_what_is_not_held_has_no_card(atlas: Atlas) -> None:
    for href in ("evidence:E999999", "note:none", "note:", "https://example.org", "", "series:x"):
        assert compose_card(atlas, Workspace(), href) is None
