from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Dissent
from explorer.pages.assessments import (
    BINS,
    NO_STANCE,
    SUBSTANCE,
    TIES,
    assessment_chart,
    assessment_table,
    compose_assessments,
    place_of,
    question_of,
    sieved,
    stance_chart,
)
from explorer.pages.trace import parse_thing

PAIR = ("AZE", "KAZ")
SIX = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")


@pytest.mark.parametrize(
    ("stance", "question", "place"),
    [
        ("unlikely", TIES, 0),
        ("unlikely (unnecessary)", TIES, 0),
        ("unlikely (alignment)", SUBSTANCE, 0),
        ("unlikely (substance)", SUBSTANCE, 0),
        ("unlikely (realignment)", SUBSTANCE, 0),
        ("possible", TIES, 1),
        ("likely", TIES, 2),
        ("likely (hedging)", TIES, 2),
        ("likely (incremental)", TIES, 2),
        ("likely (hostile view)", TIES, 2),
        ("symbolic", SUBSTANCE, None),
        ("sceptical of substance", SUBSTANCE, None),
        ("", TIES, None),
    ],
)
def test_a_stance_stands_where_its_own_words_put_it(
    stance: str, question: str, place: int | None
) -> None:
    assert (question_of(stance), place_of(stance)) == (question, place)


def test_every_stance_of_the_pack_has_been_thought_of(atlas: Atlas) -> None:
    off = {each.stance for each in atlas.assessments if place_of(each.stance) is None}
    assert off == {"symbolic", "sceptical of substance"}


@given(st.text())
def test_no_stance_is_put_in_a_place_that_it_does_not_name(stance: str) -> None:
    place = place_of(stance)
    assert place is None or BINS[place] in stance.lower()


def test_each_assessment_of_the_pack_stands_on_one_line(atlas: Atlas) -> None:
    chart = assessment_chart(atlas, SIX)
    assert sum(len(line.dots) for line in chart.lines) == len(atlas.assessments)
    assert len(chart.lines) == 2


def test_states_not_shown_bring_no_assessment_but_the_region_does(atlas: Atlas) -> None:
    page = compose_assessments(atlas, PAIR)
    assert all({"AZE", "KAZ", "REG"} & set(each.states) for each in page.items)
    assert any(each.author == "Alexander Knyazev" for each in page.items)
    assert all(each.author != "Luca Anceschi" for each in page.items)


def test_the_newest_assessment_comes_first(atlas: Atlas) -> None:
    days = [each.day for each in compose_assessments(atlas, SIX).items]
    assert days == sorted(days, reverse=True)


def test_the_words_of_the_pack_stay_visible_beside_the_place(atlas: Atlas) -> None:
    dots = {dot.label: dot for line in assessment_chart(atlas, SIX).lines for dot in line.dots}
    assert dots["Andrew D'Anieri"].word == "(hedging)"
    assert dots["Daniel B. Shapiro"].word == "symbolic"
    assert dots["Ayoob Kara"].word == ""
    assert dots["Ayoob Kara"].states == PAIR


def test_many_states_are_named_in_short(atlas: Atlas) -> None:
    places = {each.author: each.places for each in compose_assessments(atlas, SIX).items}
    assert places["Eldar Mamedov"] == "KAZ +4"
    assert places["Sarah Zaaimi"] == "KAZ region"


def test_dissents_stand_with_the_assessment_they_belong_to(atlas: Atlas) -> None:
    items = compose_assessments(atlas, SIX).items
    assert sum(len(each.differences) for each in items) == len(atlas.dissents)
    blank = next(each for each in items if each.author == "Stephen J. Blank")
    assert [each.state for each in blank.differences] == ["Azerbaijan"]


def test_a_dissent_without_an_assessment_is_not_lost(atlas: Atlas) -> None:
    lone = Dissent("KAZ", "A. Nother", "Paper", "2025-12", "Expects more.", "S001")
    odd = replace(lone, author="B. Nother", date="unknown")
    more = replace(atlas, dissents=(*atlas.dissents, lone, odd))
    found = {each.author: each for each in compose_assessments(more, PAIR).items}
    assert found["A. Nother"].stance == NO_STANCE
    assert found["A. Nother"].place is None
    assert found["B. Nother"].when == "no date on record"


def test_assessments_are_sieved_by_state_question_and_words(atlas: Atlas) -> None:
    items = compose_assessments(atlas, SIX).items
    assert sieved(items) == items
    assert all("TKM" in x.states or "REG" in x.states for x in sieved(items, "TKM"))
    assert {x.question for x in sieved(items, question=SUBSTANCE)} == {SUBSTANCE}
    assert [x.author for x in sieved(items, text="carnegie TACTICAL")] == ["Temur Umarov"]
    assert sieved(items, text="no such words") == ()


def test_what_was_written_later_is_not_known_on_an_earlier_day(atlas: Atlas) -> None:
    page = compose_assessments(known_on(atlas, date(2025, 11, 5)), SIX)
    assert 0 < len(page.items) < 12
    assert all((each.day.year, each.day.month) < (2025, 11) for each in page.items)


def test_the_table_gives_author_publisher_date_state_stance_position_and_source(
    atlas: Atlas,
) -> None:
    table = assessment_table(compose_assessments(atlas, SIX).items)
    assert len(table.rows) == len(atlas.assessments)
    row = next(row for row in table.rows if row[1] == "Temur Umarov")
    assert row[0] == "11 Nov 2025"
    assert row[5] == "unlikely (realignment)"
    assert "S273" in row[7]


def test_each_assessment_names_itself_for_the_view_sources(atlas: Atlas) -> None:
    for each in compose_assessments(atlas, SIX).items:
        found = parse_thing(each.goal)
        assert found is not None
        assert found.kind == "assessment"
        assert found.fields["author"] == each.author


def test_the_chart_describes_itself_and_says_why_the_packs_likelihood_is_apart(
    atlas: Atlas,
) -> None:
    page = compose_assessments(atlas, PAIR)
    chart = stance_chart(page.items, page.states)
    assert "names no likelihood (6)" in chart.caption.description
    assert "no measure of opinion" in chart.caption.caveat
    assert "neither a rung nor a date" in page.no_comparison


def test_no_text_has_gaps(atlas: Atlas, faults_of_text: Callable[[object], list[str]]) -> None:
    page = compose_assessments(atlas, SIX)
    assert faults_of_text(page) == []
    assert faults_of_text(stance_chart(page.items, page.states)) == []


def test_states_without_an_assessment_say_so(atlas: Atlas) -> None:
    page = compose_assessments(replace(atlas, assessments=(), dissents=()), PAIR)
    assert page.standing == "No assessment on record for these states"
    assert stance_chart(page.items, page.states).lines == ()
