"""The list of all sources: who uses each, and what a filter lets pass."""

from datetime import date

import pytest

from explorer import paths
from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.packs.rows import PackFiles
from explorer.pages.source_facts import (
    NOT_RECORDED,
    addresses_of,
    facts_of_values,
    read_words,
    source_facts,
)
from explorer.pages.source_list import (
    SourceRow,
    SourceSieve,
    compose_source_list,
    languages,
    sieved,
    standing_words,
)


@pytest.fixture(scope="module")
def files() -> PackFiles:
    return PackFiles(paths.bundled_pack())


@pytest.fixture(scope="module")
def rows(atlas: Atlas, files: PackFiles) -> tuple[SourceRow, ...]:
    return compose_source_list(atlas, files)


def test_every_source_is_listed_once_with_what_uses_it(
    atlas: Atlas, rows: tuple[SourceRow, ...]
) -> None:
    assert [row.id for row in rows] == [source.id for source in atlas.sources]
    by_id = {row.id: row for row in rows}
    cited = sum("S001" in item.source_ids for item in atlas.evidence)
    assert by_id["S001"].uses.startswith(f"{cited} items")
    assert by_id["wb_gdp"].uses.endswith(" values")


def test_words_need_no_marks_and_no_capitals(rows: tuple[SourceRow, ...]) -> None:
    found = sieved(rows, SourceSieve(text="ДАРЬО zzz"))
    assert found == ()
    assert "S002" in {row.id for row in sieved(rows, SourceSieve(text="daryo AMBASSADOR"))}


@pytest.mark.parametrize(
    ("record", "trait", "is_so"),
    [
        ("licence", "has_licence", True),
        ("no licence", "has_licence", False),
        ("caveat", "has_caveat", True),
        ("used", "is_used", True),
        ("unused", "is_used", False),
    ],
)
def test_a_choice_of_record_parts_the_list(
    rows: tuple[SourceRow, ...], record: str, trait: str, *, is_so: bool
) -> None:
    wanted = tuple(row for row in rows if getattr(row, trait) is is_so)
    assert sieved(rows, SourceSieve(record=record)) == wanted


def test_kind_and_language_narrow_the_list_together(rows: tuple[SourceRow, ...]) -> None:
    found = sieved(rows, SourceSieve(kind="page", language="Russian"))
    assert found
    assert all((row.kind, row.language) == ("page", "Russian") for row in found)
    assert "Russian" in languages(rows)
    assert SourceSieve().is_empty
    assert sieved(rows, SourceSieve()) == rows


def test_the_count_says_of_how_many() -> None:
    assert standing_words(422, 422) == "422 sources"
    assert standing_words(12, 422) == "12 of 422 sources"


def test_on_an_earlier_day_fewer_values_use_a_source(
    atlas: Atlas, files: PackFiles, rows: tuple[SourceRow, ...]
) -> None:
    def count(found: tuple[SourceRow, ...]) -> int:
        uses = next(row.uses for row in found if row.id == "wb_gdp")
        return int(uses.split(" · ")[-1].split()[0].replace(",", ""))

    earlier = compose_source_list(known_on(atlas, date(2010, 6, 1)), files)
    assert 0 < count(earlier) < count(rows)


def test_what_is_not_on_record_is_said(atlas: Atlas) -> None:
    facts = dict(source_facts(atlas.source_by_id["S001"]))
    assert facts["Licence"] == facts["Edition"] == facts["When read"] == NOT_RECORDED
    assert facts["Publisher"].startswith("Probably")


def test_when_a_copy_was_read_is_told_as_far_as_its_edition_tells(atlas: Atlas) -> None:
    assert read_words(atlas.source_by_id["wb_gdp"]).startswith(("state of", NOT_RECORDED))
    dated = next(x for x in atlas.sources if x.edition == "repository state 2026-03-01")
    assert read_words(dated) == "state of 1 Mar 2026"


def test_all_addresses_are_given_and_only_safe_ones_open(atlas: Atlas) -> None:
    several = next(source for source in atlas.sources if source.addresses.count(" ; ") > 1)
    links = addresses_of(several)
    assert len(links) == several.addresses.count(" ; ") + 1
    assert all(link.url.startswith(("http", "mailto:")) or not link.url for link in links)


def test_values_of_two_sources_name_each_where_they_differ(atlas: Atlas) -> None:
    facts = facts_of_values(atlas, ("wb_gdp", "cia_factbook"))
    labels = [label for label, _ in facts]
    assert "Licence, wb_gdp" in labels
    assert "Licence, cia_factbook" in labels
    alone = facts_of_values(atlas, ("cia_factbook",))
    assert "Licence" in dict(alone)
