from collections.abc import Callable
from dataclasses import replace

from explorer.domain.atlas import Atlas
from explorer.pages.tables import NO_VALUE
from explorer.pages.trace import parse_thing
from explorer.pages.votes import NOT_RECORDED, compose_votes, told, votes_table

SIX = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")


def test_every_vote_of_the_pack_stands_in_the_table(atlas: Atlas) -> None:
    page = compose_votes(atlas, SIX)
    assert sum(len(row.votes) for row in page.rows) == len(atlas.key_votes)
    assert NO_VALUE not in {vote for row in page.rows for vote in row.votes}


def test_the_newest_text_comes_first(atlas: Atlas) -> None:
    days = [row.day for row in compose_votes(atlas, SIX).rows]
    assert days == sorted(days, reverse=True)


def test_votes_not_recorded_are_neither_no_nor_abstention(atlas: Atlas) -> None:
    page = compose_votes(atlas, ("TKM",))
    missing = [row.number for row in page.rows if row.votes == (NOT_RECORDED,)]
    assert missing == ["A/RES/80/1", "A/RES/ES-10/22", "A/RES/ES-10/21"]
    assert page.tallies == ("Turkmenistan: 9 yes, 3 not recorded",)


def test_a_state_without_a_line_in_the_pack_has_no_value_found(atlas: Atlas) -> None:
    fewer = replace(atlas, key_votes=tuple(x for x in atlas.key_votes if x.iso3 != "UZB"))
    assert {row.votes for row in compose_votes(fewer, ("UZB",)).rows} == {(NO_VALUE,)}


def test_the_table_has_a_column_for_each_state_and_the_source(atlas: Atlas) -> None:
    table = votes_table(compose_votes(atlas, ("AZE", "TKM")))
    assert table.columns == ("Date", "Number", "Text", "Azerbaijan", "Turkmenistan", "Source")
    assert table.rows[2][:5] == (
        "19 Sep 2025",
        "A/RES/80/1",
        "Palestine participation by video",
        "yes",
        "not recorded",
    )
    assert table.rows[2][5].startswith("S094")


def test_a_row_is_told_in_sentences(atlas: Atlas) -> None:
    page = compose_votes(atlas, ("AZE", "TKM"))
    assert told(page.states, page.rows[2]) == (
        "19 Sep 2025, A/RES/80/1: Palestine participation by video. "
        "Azerbaijan yes and Turkmenistan not recorded as voting."
    )


def test_each_text_names_itself_for_the_view_sources(atlas: Atlas) -> None:
    for row in compose_votes(atlas, SIX).rows:
        found = parse_thing(row.goal)
        assert found is not None
        assert found.fields == {"resolution": row.number}


def test_no_text_has_gaps(atlas: Atlas, faults_of_text: Callable[[object], list[str]]) -> None:
    assert faults_of_text(compose_votes(atlas, SIX)) == []
