from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.atlas import Atlas
from explorer.pages import search_index
from explorer.pages.search import Command
from explorer.pages.search_groups import FEW, MANY
from explorer.pages.search_index import SearchIndex, make_index
from explorer.pages.search_words import words
from explorer.workspace.assumptions import save_scenario
from explorer.workspace.document import Workspace
from explorer.workspace.edits import write_note

NOW = datetime(2026, 11, 24, tzinfo=UTC)
COMMANDS = (Command("theme", "Switch between light and dark", "Ctrl+L"),)
HOSTILE = ('"', "'", "*", "a AND", "NOT", "NEAR(", "title:iran", "^x", "(", "-x", "\x00", "\ud800")

LETTERS = "abeikzotəğ '-" + "Токаев Əliyev Иран Қазақстан".casefold()


@pytest.fixture(scope="module")
def index(atlas: Atlas) -> Iterator[SearchIndex]:
    made = make_index(atlas, Workspace(), COMMANDS)
    yield made
    made.close()


@pytest.fixture(scope="module")
def plain(atlas: Atlas) -> SearchIndex:
    made = make_index(atlas, Workspace(), COMMANDS)
    made.close()
    return made


def first(index: SearchIndex, query: str) -> tuple[str, str]:
    section = index.find(query)[0]
    return section.title, section.found[0].hit.title


def titles(index: SearchIndex, query: str, group: str) -> list[str]:
    return [
        found.hit.title
        for section in index.find(query, group)
        for found in section.found
        if section.title == group
    ]


@pytest.mark.parametrize(
    ("query", "group", "title"),
    [
        ("kaz", "Countries", "Kazakhstan"),
        ("KGZ", "Countries", "Kyrgyzstan"),
        ("Azərbaycan", "Countries", "Azerbaijan"),
        ("Казахстан", "Countries", "Kazakhstan"),
        ("qazaq", "Countries", "Kazakhstan"),
        ("iran", "Factors", "Iran trade routes"),
        ("wash", "Factors", "Standing in Washington"),
        ("tornado", "Views", "Outcomes"),
        ("compare", "Views", "Compare"),
        ("light and", "Commands", "Switch between light and dark"),
        ("middle corr", "Glossary", "Middle Corridor"),
        ("kazakhstan iran trade", "Ratings", "Kazakhstan · Iran trade routes"),
        ("traps in", "Notes", "Traps in the figures"),
        ("gdp growth", "Data", "GDP growth"),
    ],
)
def test_the_best_hit_comes_first(index: SearchIndex, query: str, group: str, title: str) -> None:
    assert first(index, query) == (group, title)


@pytest.mark.parametrize("query", ["e123", "E123"])
def test_an_id_leads_to_its_item(index: SearchIndex, query: str) -> None:
    section = index.find(query)[0]
    assert (section.title, section.found[0].hit.key) == ("Evidence", "E123")


@pytest.mark.parametrize("typed", ["Tokayev", "Toqaev", "Токаев", "Тоқаев", "tokaev"])
def test_a_president_is_found_however_he_is_spelt(index: SearchIndex, typed: str) -> None:
    assert titles(index, typed, "Glossary") == ["Kassym-Jomart Tokayev"]
    assert "Netanyahu calls Tokayev" in titles(index, typed, "Events")


@pytest.mark.parametrize("typed", ["Aliyev", "Əliyev", "eliyev", "Алиев", "ALIYEV"])
def test_another_one_too(index: SearchIndex, typed: str) -> None:
    assert titles(index, typed, "Glossary") == ["Ilham Aliyev"]


@pytest.mark.parametrize("typed", ["Токаев", "Əliyev", "middle corridor"])
def test_each_letter_of_a_query_keeps_what_the_whole_finds(index: SearchIndex, typed: str) -> None:
    whole = set(titles(index, typed, "Glossary"))
    for end in range(2, len(typed)):
        assert whole <= set(titles(index, typed[:end], "Glossary"))


def test_a_group_shows_a_few_and_opens_to_many(index: SearchIndex) -> None:
    section = next(each for each in index.find("israel") if each.title == "Evidence")
    assert len(section.found) == FEW
    (opened,) = index.find("israel", "Evidence")
    assert opened.found[:FEW] == section.found
    assert len(opened.found) == min(MANY, opened.count)
    assert opened.count == section.count


@pytest.mark.parametrize("query", HOSTILE)
def test_signs_of_a_query_language_are_mere_signs(index: SearchIndex, query: str) -> None:
    index.find(query)
    index.find(f"iran {query}")


@given(st.text())
def test_any_text_is_a_valid_query(index: SearchIndex, query: str) -> None:
    for section in index.find(query):
        assert section.found
        assert section.count >= len(section.found)


@given(st.text())
def test_a_query_without_a_word_finds_nothing(index: SearchIndex, query: str) -> None:
    if not words(query):
        assert index.find(query) == ()


@given(st.text(alphabet=LETTERS, max_size=12))
def test_the_plain_scan_finds_the_same(index: SearchIndex, plain: SearchIndex, query: str) -> None:
    assert not plain.is_full_text
    counts = {section.title: section.count for section in index.find(query)}
    assert {section.title: section.count for section in plain.find(query)} == counts


def test_without_full_text_search_everything_is_still_found(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "_MAKE", "CREATE VIRTUAL TABLE texts USING no_such(a)")
    made = make_index(atlas, Workspace())
    assert not made.is_full_text
    assert first(made, "kaz") == ("Countries", "Kazakhstan")


def test_own_notes_and_scenarios_are_found_as_they_are_now(atlas: Atlas) -> None:
    made = SearchIndex(atlas)
    before = len(made)
    workspace = write_note(Workspace(), "country:KAZ", "Ask about zugzwang", NOW)
    made.take(workspace)
    made.take(workspace)
    assert first(made, "zugzw") == ("My work", "Kazakhstan")
    changed = write_note(workspace, "country:KAZ", "Ask about stalemate", NOW)
    made.take(save_scenario(changed, "Zeitnot", NOW))
    assert made.find("zugzw") == ()
    assert first(made, "stalem") == ("My work", "Kazakhstan")
    assert first(made, "zeit") == ("My work", "Zeitnot")
    made.take(Workspace())
    assert made.find("stalem") == ()
    assert len(made) == before
    made.close()


def test_an_own_note_on_a_person_is_found_by_other_spellings(atlas: Atlas) -> None:
    made = make_index(atlas, write_note(Workspace(), "country:KAZ", "See Tokayev", NOW))
    assert titles(made, "Toqaev", "My work") == ["Kazakhstan"]
    made.close()
