from dataclasses import replace
from datetime import UTC, datetime

import pytest

from explorer.domain.dates import PartialDate
from explorer.domain.evidence import Evidence
from explorer.workspace.document import OwnEvidence, OwnSource, Remark, Workspace
from explorer.workspace.evidence import (
    drop_own_evidence,
    next_own_id,
    put_own_evidence,
    set_remark,
    take_evidence,
)
from explorer.workspace.marks import set_mark

NOW = datetime(2026, 11, 24, 21, 4, tzinfo=UTC)
LATER = datetime(2026, 11, 25, tzinfo=UTC)


def own(key: str = "U001", claim: str = "A visit was announced") -> OwnEvidence:
    item = Evidence(
        id=key,
        date=PartialDate(2026, 11),
        countries=("KAZ",),
        factor="outcome",
        direction="+",
        strength=2,
        kind="statement",
        claim=claim,
        quantity="",
        unit="",
        source_ids=(),
        reliability="C",
        credibility=3,
        note="",
    )
    return OwnEvidence(item, OwnSource("Interview"), NOW)


def test_a_remark_is_kept_replaced_and_taken_back() -> None:
    marked = set_remark(Workspace(), "E001", "doubt", "One source", NOW)
    assert dict(marked.remarks) == {"E001": Remark("doubt", "One source", NOW)}
    assert set_remark(marked, "E001", "doubt", "One source", LATER) is marked
    assert set_remark(marked, "E001", "agree", "", LATER).remarks["E001"].verdict == "agree"
    assert set_remark(marked, "E001", "", "  ", LATER) == Workspace()


def test_a_comment_alone_is_a_remark() -> None:
    assert set_remark(Workspace(), "E001", "", "Ask", NOW).remarks["E001"].comment == "Ask"


def test_own_items_are_numbered_on_from_the_highest() -> None:
    assert next_own_id(Workspace()) == "U001"
    assert next_own_id(put_own_evidence(Workspace(), own("U041"))) == "U042"


def test_an_own_item_goes_with_the_remark_and_the_marks_on_it() -> None:
    held = set_remark(put_own_evidence(Workspace(), own()), "U001", "agree", "", NOW)
    held = set_remark(held, "E001", "agree", "", NOW)
    held = set_mark(set_mark(held, "KAZ", "U001", "freeze", "II"), "KAZ", "E001", "freeze", "I")
    left = drop_own_evidence(held, "U001")
    assert not left.own_evidence
    assert list(left.remarks) == ["E001"]
    assert list(left.marks) == [("KAZ", "E001", "freeze")]
    assert drop_own_evidence(left, "U001") is left


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("id", "E001", "U001"),
        ("strength", 4, "1, 2 or 3"),
        ("reliability", "G", "from A to F"),
        ("credibility", 0, "from 1 to 6"),
        ("claim", " ", "a claim needs"),
        ("countries", (), "at least one state"),
    ],
)
def test_an_own_item_that_does_not_hold_is_refused(field: str, value: object, words: str) -> None:
    wrong = OwnEvidence(replace(own().item, **{field: value}), OwnSource(), NOW)
    with pytest.raises(ValueError, match=words):
        put_own_evidence(Workspace(), wrong)


def test_what_is_there_already_is_not_taken_in_twice() -> None:
    held = put_own_evidence(Workspace(), own())
    assert take_evidence(held, [replace(own("U007"), edited=LATER)], {}) == held


def test_an_item_whose_id_is_taken_gets_the_next_one_and_its_remark_goes_along() -> None:
    held = put_own_evidence(Workspace(), own())
    remarks = {"U001": Remark("doubt", "", LATER), "E009": Remark("agree", "", LATER)}
    taken = take_evidence(held, [own(claim="Another")], remarks)
    assert taken.own_evidence["U002"].item.claim == "Another"
    assert taken.own_evidence["U001"] == held.own_evidence["U001"]
    assert sorted(taken.remarks) == ["E009", "U002"]
