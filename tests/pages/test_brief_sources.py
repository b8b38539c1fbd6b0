import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.brief_sources import SourceNumbers, language_words, record_words


def test_a_source_keeps_its_number_when_cited_again(atlas: Atlas) -> None:
    numbers = SourceNumbers(atlas)
    first, second = atlas.sources[0].id, atlas.sources[1].id
    assert [(c.number, c.place) for c in numbers.cites((first, second))] == [(1, 1), (2, 1)]
    assert [(c.number, c.place) for c in numbers.cites((second, second))] == [(2, 2)]
    assert [entry.places for entry in numbers.entries()] == [1, 2]


def test_of_too_many_items_the_strongest_are_cited(atlas: Atlas) -> None:
    items = sorted(atlas.evidence, key=lambda item: item.strength)
    weak, strong = items[0], items[-1]
    assert weak.strength < strong.strength
    numbers = SourceNumbers(atlas)
    numbers.cited("Text", (weak.id, strong.id), most=1)
    assert all(strong.id in entry.grades for entry in numbers.entries())
    assert all(weak.id not in entry.grades for entry in numbers.entries())


def test_every_address_in_a_list_of_sources_is_safe_plain_ascii(atlas: Atlas) -> None:
    numbers = SourceNumbers(atlas)
    numbers.cites(source.id for source in atlas.sources)
    urls = [entry.url for entry in numbers.entries() if entry.url]
    assert len(urls) > 300
    assert all(url.isascii() and url.startswith(("http://", "https://")) for url in urls)


def test_every_entry_has_a_publisher_a_title_and_a_date_or_says_that_there_is_none(
    atlas: Atlas,
) -> None:
    numbers = SourceNumbers(atlas)
    numbers.cites(source.id for source in atlas.sources)
    for entry in numbers.entries():
        assert entry.title
        assert entry.publisher
        assert entry.publisher.count("(") == entry.publisher.count(")")
        assert entry.date


@pytest.mark.parametrize(("code", "words"), [("en", ""), ("", ""), ("ru", "in Russian")])
def test_a_language_is_named_unless_it_is_english(code: str, words: str) -> None:
    assert language_words(code) == words


def test_every_language_of_the_pack_has_a_name(atlas: Atlas) -> None:
    for source in atlas.sources:
        assert language_words(source.language) != f"in {source.language}"


def test_a_data_set_says_its_licence_the_copy_read_and_its_caveat(atlas: Atlas) -> None:
    words = record_words(atlas.source_by_id["cpi_2025"])
    assert words.startswith("Licence: CC BY-ND 4.0. Read from: ")
    assert "Caveat: No-derivatives clause" in words


def test_of_a_page_nothing_is_said_that_is_not_on_record(atlas: Atlas) -> None:
    assert record_words(atlas.source_by_id["S091"]) == ""
