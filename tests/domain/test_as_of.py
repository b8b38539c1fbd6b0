from collections import Counter
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.as_of import is_judged, known_on, was_known, whole, written_on
from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate, last_day
from explorer.domain.later_words import NOTE_WITHHELD, TITLE_WITHHELD, WITHHELD
from explorer.domain.notes import TIMELESS
from explorer.packs.reading import read_atlas
from explorer.paths import bundled_pack

BEFORE, AFTER = date(2025, 11, 5), date(2025, 11, 8)
NEWEST = date(2026, 11, 23)
LONG_AGO = date(2020, 1, 1)
WHOLE = read_atlas(bundled_pack())
DAYS = st.dates(date(1985, 1, 1), date(2027, 12, 31))
DATED = ("evidence", "events", "assessments", "dissents", "relations", "ties", "key_votes")
WRITTEN = ("cells", "conclusions", "pair_conclusions", "signposts", "actors", "scenario_shifts")
# What a cut changes in an item, and not only whether it is there.
CUT_WITHIN = {"subject", "uncut", "questions", "ratings", "notes", "arms_orders"}
# Items whose words a cut may leave out, by what tells them apart otherwise.
WORDED = {
    "evidence": ("id",),
    "assessments": ("author", "position"),
    "relations": ("iso3", "item", "date"),
    "memberships": ("iso3", "organisation", "since"),
    "religions": ("iso3", "group", "year"),
    "ethnic_groups": ("iso3", "group", "year"),
    "factors": ("id",),
    "indicators": ("id",),
    "question_terms": ("question",),
    "sources": ("id",),
    "rivals": ("quantity", "key"),
}


@pytest.mark.parametrize(
    ("when", "last"),
    [
        (PartialDate(2025), date(2025, 12, 31)),
        (PartialDate(2024, 2), date(2024, 2, 29)),
        (PartialDate(2025, 12), date(2025, 12, 31)),
        (PartialDate(2025, 11, 6), date(2025, 11, 6)),
    ],
)
def test_a_date_lasts_to_the_end_of_what_it_names(when: PartialDate, last: date) -> None:
    assert last_day(when) == last


@pytest.mark.parametrize("when", ["", "unknown", "2025-13", None])
def test_what_bears_no_date_is_not_known_on_any_day(when: str | None) -> None:
    assert not was_known(when, date.max)


@pytest.mark.parametrize("when", ["2025-11", 2025, "2025", PartialDate(2025, 11)])
def test_what_is_dated_to_a_month_or_year_counts_from_its_end(
    when: str | int | PartialDate,
) -> None:
    assert not was_known(when, date(2025, 11, 29))
    assert was_known(when, date(2025, 12, 31))


def test_the_announcement_is_known_from_its_day_on(atlas: Atlas) -> None:
    title = next(each for each in atlas.events if each.date == PartialDate(2025, 11, 6))
    assert title not in known_on(atlas, BEFORE).events
    assert title in known_on(atlas, AFTER).events


def test_a_membership_counts_from_its_date(atlas: Atlas) -> None:
    def joined(day: date) -> bool:
        memberships = known_on(atlas, day).memberships
        return any((x.iso3, x.organisation) == ("KAZ", "Abraham Accords") for x in memberships)

    assert (joined(BEFORE), joined(AFTER)) == (False, True)


def test_the_judgements_are_those_of_the_day_or_before(atlas: Atlas) -> None:
    cut = known_on(atlas, BEFORE)
    assert cut.judgement_dates == (date(2025, 10, 31),)
    assert cut.subject.as_of == date(2025, 10, 31)
    assert cut.subject.seen_on == BEFORE
    assert {each.as_of for each in cut.ladders} == {date(2025, 10, 31)}
    assert is_judged(cut)


def test_before_any_judgement_there_is_none(atlas: Atlas) -> None:
    cut = known_on(atlas, LONG_AGO)
    assert not is_judged(cut)
    assert not cut.questions
    assert cut.evidence
    assert cut.subject.as_of == LONG_AGO
    assert written_on(cut) == NEWEST


def test_what_was_written_with_the_newest_judgements_is_absent_before_them(atlas: Atlas) -> None:
    cut = known_on(atlas, NEWEST - timedelta(days=1))
    assert [name for name in WRITTEN if getattr(cut, name)] == []
    assert [each.id for each in cut.scenarios] == ["baseline"]
    assert {each.id for each in cut.notes} == set(TIMELESS)


def test_a_question_resolved_later_reads_as_open(atlas: Atlas) -> None:
    then = {each.id: each for each in known_on(atlas, BEFORE).questions}
    first = then["Q01"]
    assert (first.resolution, first.what_happened, first.evidence_ids) == ("open", "", ())
    assert (first.date_resolved, first.last_checked) == ("", "")
    now = {each.id: each for each in known_on(atlas, AFTER).questions}
    assert now["Q01"].resolution == "yes"
    assert now["Q01"].what_happened == atlas.questions[0].what_happened


def test_what_was_written_on_a_question_after_the_day_is_left_out(atlas: Atlas) -> None:
    # Resolved on 6 November 2025; its text of January 2026 tells of a visa freeze.
    found = next(each for each in known_on(atlas, AFTER).questions if each.id == "Q03")
    assert (found.resolution, found.what_happened) == ("yes", "")


def test_a_question_from_the_later_record_waits_for_its_first_evidence(atlas: Atlas) -> None:
    then = {each.id for each in known_on(atlas, AFTER).questions}
    assert "Q21" not in then
    assert "Q21" in {each.id for each in known_on(atlas, date(2026, 7, 1)).questions}


def test_what_was_said_of_a_question_at_a_later_check_is_blank(atlas: Atlas) -> None:
    # Resolved on 6 November 2025, checked last on 5 October 2026: both were written then.
    whole_one = next(each for each in atlas.questions if each.id == "Q14")
    assert (whole_one.confidence, bool(whole_one.note)) == ("medium", True)
    found = next(each for each in known_on(atlas, AFTER).questions if each.id == "Q14")
    assert (found.resolution, found.confidence, found.note) == ("no", "", "")


def test_a_question_waits_for_what_its_words_take_for_granted(atlas: Atlas) -> None:
    def asked(day: date) -> set[str]:
        return {each.id for each in known_on(atlas, day).questions}

    # The step of 6 November 2025, and the strike on Nakhchivan of 5 March 2026.
    assert not {"Q03", "Q11", "Q15", "Q22"} & asked(BEFORE)
    assert {"Q03", "Q11", "Q15"} <= asked(AFTER)
    assert "Q22" not in asked(date(2026, 3, 4))
    assert "Q22" in asked(date(2026, 3, 5))


def test_why_a_question_is_not_scored_is_not_told_while_it_is_open(atlas: Atlas) -> None:
    terms = known_on(atlas, BEFORE).terms_by_question
    assert (terms["Q01"].rung, terms["Q09"].why_not) == ("token_accession", "")
    assert "Q22" not in terms
    assert atlas.terms_by_question["Q09"].why_not


def test_of_a_page_that_came_out_later_only_publisher_and_date_are_told(atlas: Atlas) -> None:
    page = known_on(atlas, BEFORE).source_by_id["S003"]
    assert "Accords" in atlas.source_by_id["S003"].title
    assert (page.title, page.url, page.author) == (TITLE_WITHHELD, "", "")
    assert (page.publisher, page.date) == ("Israel National News", "2025-11-06")
    assert known_on(atlas, AFTER).source_by_id["S003"] == atlas.source_by_id["S003"]


def test_a_later_source_that_nothing_kept_cites_is_absent(atlas: Atlas) -> None:
    then = known_on(atlas, BEFORE).source_by_id
    assert "S248" in atlas.source_by_id
    assert "S248" not in then
    # A data set whose very title names two votes of December 2025.
    assert "undl_gai" in atlas.source_by_id
    assert "undl_gai" not in then


def test_notes_on_old_items_do_not_tell_what_came_later(atlas: Atlas) -> None:
    then = known_on(atlas, AFTER)
    accords = [each for each in then.memberships if each.organisation == "Abraham Accords"]
    assert {each.note for each in accords if each.iso3 == "KAZ"} == {NOTE_WITHHELD}
    assert then.evidence_by_id["E215"].note == NOTE_WITHHELD
    assert "exporting drones" in atlas.evidence_by_id["E045"].note
    assert then.evidence_by_id["E045"].note == NOTE_WITHHELD


def test_a_status_of_later_is_not_that_of_the_day(atlas: Atlas) -> None:
    def status(day: date) -> str:
        found = known_on(atlas, day).memberships
        return next(x.status for x in found if (x.iso3, x.organisation) == ("AZE", "CSTO"))

    assert status(date(1998, 1, 1)) == WITHHELD
    assert "1999" in status(date(2000, 1, 1))


def test_caveats_and_titles_of_indicators_name_no_later_year(atlas: Atlas) -> None:
    then = known_on(atlas, date(2023, 6, 30)).indicator_by_id
    assert then["armed_forces_fb"].name == "Armed forces"
    assert "2024" not in then["milex_gdp"].caveat
    assert then["milex_gdp"].caveat.endswith(WITHHELD)


def test_the_glossary_leaves_out_later_events_and_says_when_it_was_written(atlas: Atlas) -> None:
    body = {each.id: each.body for each in known_on(atlas, BEFORE).notes}["method/glossary"]
    assert body.startswith("Written on 23 November 2026. ")
    assert "Board of Peace" not in body
    assert "**Bandar Abbas**" in body
    assert "Bandar Anzali" not in body


def test_a_figure_whose_item_was_not_known_is_no_rival(atlas: Atlas) -> None:
    rivals = known_on(atlas, date(2023, 6, 30)).rivals
    assert "E126" in {each.key for each in atlas.rivals}
    assert "E126" not in {each.key for each in rivals}
    assert min(Counter(each.quantity for each in rivals).values()) > 1


def test_deliveries_after_the_day_are_not_known(atlas: Atlas) -> None:
    cut = known_on(atlas, date(2015, 12, 31))
    found = next(each for each in cut.arms_orders if each.weapon == "LAHAT")
    assert (found.delivered, found.tiv_delivered, found.delivery_years) == (None, None, ("2015",))


@given(st.dates(NEWEST, date(2030, 1, 1)))
def test_from_the_newest_day_on_the_atlas_is_whole(day: date) -> None:
    assert known_on(WHOLE, day) is WHOLE


@given(DAYS, DAYS)
def test_an_earlier_day_knows_no_more(one: date, other: date) -> None:
    early, late = (known_on(WHOLE, day) for day in sorted((one, other)))
    for each in fields(Atlas):
        if each.name not in CUT_WITHIN:
            assert _told_apart(early, each.name) <= _told_apart(late, each.name), each.name
    for name in ("ratings", "notes", "questions"):
        before, after = (
            {(*_key(each), key) for each in getattr(cut, name) for key in each.evidence_ids}
            for cut in (early, late)
        )
        assert before <= after


def _told_apart(atlas: Atlas, name: str) -> set[object]:
    items = getattr(atlas, name)
    keys = WORDED.get(name)
    return set(items) if keys is None else {tuple(getattr(x, k) for k in keys) for x in items}


def _key(item: object) -> tuple[object, ...]:
    names = ("id", "rater", "as_of", "iso3", "factor")
    return tuple(getattr(item, name, "") for name in names)


@given(DAYS, DAYS)
def test_cutting_twice_is_cutting_to_the_earlier_day(one: date, other: date) -> None:
    twice = known_on(known_on(WHOLE, one), other)
    assert twice == known_on(WHOLE, min(one, other))
    assert whole(twice) is WHOLE


@given(DAYS)
def test_nothing_dated_after_the_day_remains(day: date) -> None:
    cut = known_on(WHOLE, day)
    if cut is WHOLE:
        return
    late = [
        (name, each)
        for name in DATED
        for each in getattr(cut, name)
        if not was_known(each.date, day)
    ]
    assert late == []
    assert all(each.as_of <= day for each in (*cut.ratings, *cut.ladders))
    assert all(was_known(each.since, day) for each in cut.memberships)
    shares = (*cut.religions, *cut.ethnic_groups)
    assert all(was_known(each.year, day) for each in shares)
    assert all(was_known(year, day) for x in cut.arms_orders for year in x.delivery_years)
    assert all(not x.what_happened or was_known(x.last_checked, day) for x in cut.questions)


@given(DAYS)
def test_what_a_cut_atlas_names_is_in_it(day: date) -> None:
    cut = known_on(WHOLE, day)
    citing = (*cut.ratings, *cut.questions, *cut.notes)
    assert {key for each in citing for key in each.evidence_ids} <= cut.evidence_by_id.keys()
    several = (*cut.evidence, *cut.events, *cut.relations, *cut.indicators)
    single = (*cut.assessments, *cut.dissents, *cut.ties, *cut.key_votes, *cut.memberships)
    named = {key for each in several for key in each.source_ids}
    named |= {each.source_id for each in (*single, *cut.arms_orders, *cut.countries)}
    assert named <= cut.source_by_id.keys()
    scenarios = {each.id for each in cut.scenarios}
    assert {each.scenario for each in (*cut.ladders, *cut.scenario_shifts)} <= scenarios


def test_a_cut_atlas_names_the_whole_one_and_is_equal_without_it(atlas: Atlas) -> None:
    cut = known_on(atlas, BEFORE)
    assert whole(cut) is atlas
    assert replace(cut, uncut=None) == cut
