from datetime import UTC, datetime

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate
from explorer.domain.evidence import Evidence
from explorer.pages.note_links import (
    cited_lines,
    hrefs_in,
    is_series,
    linked_lines,
    linked_note,
)
from explorer.workspace.document import OwnEvidence, OwnSource, UserNote, Workspace, frozen

NOW = datetime(2026, 11, 24, tzinfo=UTC)
MINE = Evidence(
    "U001",
    PartialDate(2026, 11),
    ("KAZ",),
    "outcome",
    "0",
    1,
    "statement",
    "My own claim.",
    "",
    "",
    (),
    "B",
    2,
    "",
)


def workspace_of(**notes: str) -> Workspace:
    """Give a workspace with notes, and an own item of evidence; `__` stands for a colon."""
    places = {place.replace("__", ":"): text for place, text in notes.items()}
    return Workspace(
        notes=frozen({place: UserNote(place, text, NOW) for place, text in places.items()}),
        own_evidence=frozen({"U001": OwnEvidence(MINE, OwnSource(), NOW)}),
    )


def test_evidence_of_the_pack_and_of_the_user_is_linked(atlas: Atlas) -> None:
    found = linked_note(atlas, workspace_of(), "See [E002], [U001], [U999] and [E999999].")
    assert found == "See [E002](evidence:E002), [U001](evidence:U001), [U999] and [E999999]."


def test_citations_side_by_side_are_set_apart(atlas: Atlas) -> None:
    found = linked_note(atlas, Workspace(), "So [E002][E003].")
    assert found == "So [E002](evidence:E002) [E003](evidence:E003)."


def test_code_is_left_as_it_is(atlas: Atlas) -> None:
    text = "Write `[E002]` or\n```\n{gini} [E003]\n```\n"
    assert linked_note(atlas, Workspace(), text) == text
    assert hrefs_in("`[E002](evidence:E002)` [E003](evidence:E003)") == ("evidence:E003",)


def test_the_title_of_a_bundled_note_in_quotes_leads_there(atlas: Atlas) -> None:
    found = linked_note(atlas, Workspace(), "See “Kazakhstan and Israel”, not “something else”.")
    assert found == "See “[Kazakhstan and Israel](note:country/KAZ)”, not “something else”."


def test_each_link_is_listed_once_in_the_order_of_the_text(atlas: Atlas) -> None:
    markdown = linked_note(atlas, workspace_of(), "[E003] {gini} [E002] [E003] [U001]")
    lines = cited_lines(atlas, workspace_of(), hrefs_in(markdown))
    assert [line.label for line in lines] == ["E003", "Series", "E002", "U001"]
    assert lines[1].words == atlas.indicator_by_id["gini"].name
    item = atlas.evidence_by_id["E002"]
    assert lines[2].words == item.claim
    assert lines[2].meta == f"{item.reliability}{item.credibility} · {item.date.words}"
    assert lines[3].words == "My own claim."


def test_links_to_what_is_not_held_are_left_out(atlas: Atlas) -> None:
    hrefs = ("evidence:E999999", "series:indicator/none", "series:x", "note:country/KAZ")
    assert cited_lines(atlas, Workspace(), hrefs) == ()


@pytest.mark.parametrize(
    ("ref", "is_one"),
    [
        ("indicator/gini", True),
        ("indicator/no_such", False),
        ("trade_share/exports/RUS", True),
        ("trade_share/nothing/RUS", False),
        ("", False),
        ("a/b/c/d", False),
    ],
)
def test_a_text_that_names_no_series_is_told(atlas: Atlas, ref: str, is_one: bool) -> None:
    assert is_series(atlas, ref) is is_one


def test_what_shares_evidence_is_a_link_back_and_the_most_shared_comes_first(
    atlas: Atlas,
) -> None:
    note = next(note for note in atlas.notes if note.id == "country/KAZ")
    ids = frozenset(note.evidence_ids)
    lines = linked_lines(atlas, Workspace(), note.id, ids)
    counts = [int(line.words.split()[0]) for line in lines]
    assert counts == sorted(counts, reverse=True)
    assert all(line.href != "note:country/KAZ" for line in lines)
    assert {line.kind for line in lines} == {
        "Bundled note",
        "Cell of the grid",
        "Conclusion, the argument against",
    }
    cell = next(line for line in lines if line.href.startswith("place:cell:KAZ"))
    factor = cell.href.rpartition(":")[2]
    shared = ids & set(atlas.cell_by_key[("KAZ", factor)].evidence_ids)
    assert int(cell.words.split()[0]) == len(shared)


def test_a_note_that_names_another_comes_first_and_says_so(atlas: Atlas) -> None:
    workspace = workspace_of(
        country__UZB="As in “Kazakhstan and Israel”.",
        outcome="See [this](note:country:UZB).",
    )
    [first, *_] = linked_lines(atlas, workspace, "country/KAZ", frozenset({"E002"}))
    assert (first.href, first.words) == ("note:country:UZB", "Names this note")
    [mine] = linked_lines(atlas, workspace, "country:UZB", frozenset())
    assert (mine.href, mine.kind) == ("note:outcome", "Your note")


def test_nothing_cites_what_is_cited_nowhere(atlas: Atlas) -> None:
    assert linked_lines(atlas, Workspace(), "country:KAZ", frozenset()) == ()
    assert linked_lines(atlas, Workspace(), "country:KAZ", frozenset({"U001"})) == ()
