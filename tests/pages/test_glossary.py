from dataclasses import replace

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.glossary import GLOSSARY_NOTE, GlossaryEntry, Spelt, glossary_entries
from explorer.pages.search_words import romanised


def entry(atlas: Atlas, name: str) -> GlossaryEntry:
    return next(each for each in glossary_entries(atlas) if name in each.names)


def spelt(atlas: Atlas, name: str) -> Spelt:
    return next(each for each in entry(atlas, name).spelt if each.name == name)


def test_every_line_of_the_glossary_is_an_entry(atlas: Atlas) -> None:
    body = next(note.body for note in atlas.notes if note.id == GLOSSARY_NOTE)
    lines = [line for line in body.splitlines() if line.startswith("- ")]
    assert [f"- {each.markdown}" for each in glossary_entries(atlas)] == lines


def test_a_person_is_known_by_the_last_name_and_spelt_as_the_glossary_says(atlas: Atlas) -> None:
    found = spelt(atlas, "Kassym-Jomart Tokayev")
    assert found.key == "Tokayev"
    assert found.spellings == ("Қасым-Жомарт Тоқаев", "Касым-Жомарт Токаев")


def test_one_spelling_may_stand_for_several_languages(atlas: Atlas) -> None:
    assert spelt(atlas, "Iran").spellings == ("İran", "Иран", "Eron")


@pytest.mark.parametrize(
    ("name", "latin"), [("Bandar Abbas", "bender"), ("Chabahar", "chabakhar")]
)
def test_as_many_spellings_as_names_go_one_with_one(atlas: Atlas, name: str, latin: str) -> None:
    (only,) = spelt(atlas, name).spellings
    assert romanised(only).startswith(latin)


def test_a_name_after_the_spellings_has_none(atlas: Atlas) -> None:
    assert "Bandar Anzali" not in {each.name for each in entry(atlas, "Bandar Anzali").spelt}


def test_no_spelling_is_invented(atlas: Atlas) -> None:
    body = next(note.body for note in atlas.notes if note.id == GLOSSARY_NOTE)
    every = [
        text for each in glossary_entries(atlas) for one in each.spelt for text in one.spellings
    ]
    assert len(every) > 100
    assert all(text in body for text in every)


def test_a_pack_without_a_glossary_has_no_entries(atlas: Atlas) -> None:
    assert glossary_entries(replace(atlas, notes=())) == ()
