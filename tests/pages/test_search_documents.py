from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from explorer.domain.atlas import Atlas
from explorer.pages.glossary import glossary_entries
from explorer.pages.search import Command
from explorer.pages.search_documents import (
    command_documents,
    own_documents,
    pack_documents,
    plain_text,
)
from explorer.pages.view import Target
from explorer.workspace.assumptions import save_scenario
from explorer.workspace.document import (
    OwnEvidence,
    OwnQuestion,
    OwnSource,
    Resolution,
    Workspace,
)
from explorer.workspace.edits import write_note
from explorer.workspace.evidence import put_own_evidence, set_remark
from explorer.workspace.forecasts import put_question, resolve_question

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def test_everything_in_the_pack_is_a_document_once(atlas: Atlas) -> None:
    documents = pack_documents(atlas)
    counts = Counter(each.hit.kind for each in documents)
    assert counts["evidence"] == len(atlas.evidence)
    assert counts["source"] == len(atlas.sources)
    assert counts["note"] == len(atlas.notes) - 1  # the glossary goes entry by entry
    assert counts["glossary"] == len(glossary_entries(atlas))
    assert counts["event"] == len(atlas.events)
    assert counts["assessment"] == len(atlas.assessments)
    assert counts["vote"] == len({each.resolution for each in atlas.key_votes})
    assert counts["question"] == len(atlas.questions)
    assert counts["cell"] == len(atlas.cells)
    assert counts["factor"] == len(atlas.factors)
    assert counts["scenario"] == len(atlas.scenarios) - 1
    assert counts["series"] >= len(atlas.indicators)
    named = [
        (each.hit.kind, each.hit.key or each.hit.target or each.hit.view) for each in documents
    ]
    assert len(named) == len(set(named))


def test_no_title_is_blank(atlas: Atlas) -> None:
    assert all(each.hit.title.strip() for each in pack_documents(atlas))


def test_own_notes_and_scenarios_are_documents(atlas: Atlas) -> None:
    workspace = write_note(Workspace(), "cell:KAZ:iran_wedge", "Ask the **desk**", NOW)
    workspace = save_scenario(workspace, "My winter", NOW, "cold")
    note, scenario = own_documents(atlas, workspace)
    assert note.hit.title == "Kazakhstan · Shared wariness of Iran"
    assert note.hit.target == Target("cell", "KAZ", "iran_wedge")
    assert note.body == "Ask the desk"
    assert (scenario.hit.title, scenario.body) == ("My winter", "cold")


def test_a_note_on_what_the_pack_does_not_have_is_left_out(atlas: Atlas) -> None:
    workspace = write_note(Workspace(), "factor:of_another_pack", "x", NOW)
    workspace = write_note(workspace, "country:FRA", "x", NOW)
    assert own_documents(atlas, workspace) == ()


def test_a_note_on_a_pair_is_a_document_named_by_both(atlas: Atlas) -> None:
    (note,) = own_documents(atlas, write_note(Workspace(), "pair:AZE-UZB", "compare", NOW))
    assert (note.hit.title, note.hit.key) == ("Azerbaijan and Uzbekistan", "pair:AZE-UZB")
    assert own_documents(atlas, write_note(Workspace(), "pair:AZE-FRA", "x", NOW)) == ()


def test_own_evidence_and_comments_on_evidence_are_documents(atlas: Atlas) -> None:
    item = replace(atlas.evidence_by_id["E123"], id="U001", claim="A train ran.")
    workspace = put_own_evidence(Workspace(), OwnEvidence(item, OwnSource("Diary"), NOW))
    workspace = set_remark(workspace, "E200", "doubt", "Who says so?", NOW)
    own, remark = own_documents(atlas, workspace)
    assert (own.hit.kind, own.hit.title, own.hit.key) == ("own_evidence", "A train ran.", "U001")
    assert own.hit.subtitle.startswith("Mine · U001 · ")
    assert "Diary" in own.also
    assert (remark.hit.title, remark.hit.key) == ("Who says so?", "E200")


def test_a_command_goes_by_its_words_and_by_its_label() -> None:
    (document,) = command_documents([Command("note", "Write a note here", "Ctrl+N", "Write")])
    assert (document.hit.title, document.hit.subtitle) == ("Write a note here", "Ctrl+N")
    assert document.hit.key == "note"
    assert document.names == ("Write",)


def test_markdown_loses_its_signs_and_keeps_its_words() -> None:
    text = "## Head\n\n- **bold** and [E123](evidence:E123)\n\n> `code`"
    assert plain_text(text) == "Head bold and E123 code"


def test_a_question_of_one_s_own_is_found_by_its_words_and_by_what_counts_as_yes(
    atlas: Atlas,
) -> None:
    question = OwnQuestion("P01", "Will it rain?", ("KAZ",), NOW.date(), "A drop", NOW)
    workspace = put_question(Workspace(), question)
    (document,) = own_documents(atlas, workspace)
    assert (document.hit.kind, document.hit.key) == ("question", "P01")
    assert document.hit.subtitle == "Your question P01 · Still open"
    assert "A drop" in document.body
    resolution = Resolution("P01", "void", NOW.date(), ("E001",), "Nobody looked")
    (document,) = own_documents(atlas, resolve_question(workspace, resolution))
    assert document.hit.subtitle == "Your question P01 · Void"
