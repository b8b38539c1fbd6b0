from explorer.pages.glossary import Spelt
from explorer.pages.search import Hit
from explorer.pages.search_documents import Document
from explorer.pages.search_ranking import (
    NOWHERE,
    Prepared,
    found,
    prepared,
    spellings,
    spelt_so,
    tier,
)

KNOWN = spellings([Spelt("Kassym-Jomart Tokayev", "Tokayev", ("Қасым-Жомарт Тоқаев",))])


def ready(title: str, *names: str, body: str = "", also: str = "") -> Prepared:
    hit = Hit("factor", title, "", None)
    return prepared(Document(hit, names, body, also), KNOWN)


def test_a_title_counts_more_than_a_name_and_a_name_more_than_the_text() -> None:
    wanted = ("iran", "tr")
    tiers = [
        tier(ready("Iran trade routes"), wanted),
        tier(ready("The Iran trade"), wanted),
        tier(ready("Trade with Iran"), wanted),
        tier(ready("Iran", "trade"), wanted),
        tier(ready("Routes", body="Trade with Iran"), wanted),
        tier(ready("Routes"), wanted),
    ]
    assert tiers == [0, 1, 2, 3, 4, NOWHERE]


def test_a_name_in_full_is_as_good_as_a_title() -> None:
    assert tier(ready("Kazakhstan", "KAZ"), ("kaz",)) == 0
    assert tier(ready("Astana", "KAZ"), ("kaz",)) == 0
    assert tier(ready("Astana", "KAZ"), ("ka",)) == 1


def test_how_a_sentence_begins_says_little() -> None:
    claim = Document(Hit("evidence", "Iran trades", "", None))
    assert tier(prepared(claim, KNOWN), ("iran",)) == 1


def test_a_text_with_a_name_is_found_by_its_other_spellings() -> None:
    visit = ready("A visit", body="Tokayev’s journey")
    for typed in ("тоқаев", "toqaev", "қасым"):
        assert tier(visit, (typed,)) < NOWHERE
        assert tier(ready("A visit"), (typed,)) == NOWHERE


def test_only_a_whole_name_has_other_spellings() -> None:
    assert tier(ready("Tokayevsky"), ("toqaev",)) == NOWHERE


def test_the_name_is_marked_that_another_spelling_was_typed_for() -> None:
    spelt = spelt_so(("toqa",), KNOWN)
    assert spelt == ("tokayev",)
    assert spelt_so(("to",), KNOWN) == ()
    document = Document(Hit("event", "Call to Tokayev", "", None))
    assert found(document, ("toqa",), spelt).title.marks == ((8, 7),)


def test_an_excerpt_is_given_where_the_title_lacks_what_was_typed() -> None:
    document = Document(Hit("note", "A note", "", None), (), "It speaks of wells", "and of dams")
    assert found(document, ("note",)).excerpt.text == ""
    assert found(document, ("wells",)).excerpt.text == "It speaks of wells"
    assert found(document, ("dams",)).excerpt.text == ""
