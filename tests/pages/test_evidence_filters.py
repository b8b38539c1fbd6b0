from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate
from explorer.pages.evidence_filters import (
    PARTS,
    asked_of,
    asked_words,
    count_taken,
    filter_choices,
)
from explorer.pages.evidence_table import EvidenceFilter, compose_ledger
from explorer.workspace.document import Workspace


def test_every_choice_but_that_of_marks_finds_something(atlas: Atlas) -> None:
    ledger = compose_ledger(atlas, Workspace())
    choices = filter_choices(atlas, Workspace(), ledger.rows)
    assert set(choices) == {part for part, _, _ in PARTS}
    for part, offered in choices.items():
        for choice in offered:
            wanted, fault = asked_of({part: choice.key}, "", "", "")
            assert not fault
            assert part == "whose" or ledger.find(wanted)


def test_a_date_that_cannot_be_read_is_named_with_its_field_and_asks_for_nothing() -> None:
    wanted, fault = asked_of({}, "", "last year", "2026")
    assert wanted == EvidenceFilter(until=PartialDate(2026))
    assert fault.startswith("From: “last year” is no date")


def test_the_two_best_grades_are_offered_together() -> None:
    wanted, _ = asked_of({"reliabilities": "A B", "credibilities": "1 2"}, "", "", "")
    assert wanted.reliabilities == ("A", "B")
    assert wanted.credibilities == (1, 2)


def test_what_is_asked_for_is_said_in_words(atlas: Atlas) -> None:
    rows = compose_ledger(atlas, Workspace()).rows
    choices = filter_choices(atlas, Workspace(), rows)
    chosen = {"states": "KAZ", "directions": "-"}
    wanted, _ = asked_of(chosen, "oil", "2025", "")
    words = asked_words(choices, chosen, wanted)
    assert words == "Kazakhstan, Against, since 2025 and with “oil”"
    assert asked_words(choices, {}, EvidenceFilter()) == "all items"


def test_an_import_says_what_it_brought() -> None:
    assert "2 items, 1 of which you have already, and 1 remark" in count_taken(2, 1, 1)
    assert "1 item, and 0 remarks" in count_taken(1, 1, 0)
