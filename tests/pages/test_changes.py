from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.as_of import known_on, was_known
from explorer.domain.atlas import Atlas
from explorer.packs.reading import read_atlas
from explorer.pages.changes import ITEM_CAUTION, OTHERS, ChangesPage, compose_changes, until_of
from explorer.pages.changes_page import GroupKind, StateChanges
from explorer.pages.evidence_pool import factor_title
from explorer.paths import bundled_pack
from explorer.workspace.document import (
    OwnEvidence,
    OwnSource,
    Pooling,
    RaterJudgement,
    Workspace,
    frozen,
)

FIRST = date(2025, 10, 31)
STATES = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")


@cache
def whole() -> Atlas:
    return read_atlas(bundled_pack())


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return whole()


def page_of(
    atlas: Atlas,
    since: date = FIRST,
    until: date | None = None,
    states: tuple[str, ...] = ("AZE", "KAZ"),
    workspace: Workspace | None = None,
) -> ChangesPage:
    return compose_changes(atlas, workspace or Workspace(), since, until, states)


def state_of(page: ChangesPage, iso3: str) -> StateChanges:
    return next(each for each in page.states if each.iso3 == iso3)


def ids_of(page: ChangesPage, kind: GroupKind) -> set[str]:
    return {
        line.id
        for state in page.states
        for group in state.groups
        if group.kind == kind
        for line in group.lines
    }


def test_kazakhstan_since_the_earlier_judgement_shows_its_ladder_moved(atlas: Atlas) -> None:
    ladder = state_of(page_of(atlas), "KAZ").group("ladder")
    assert ladder is not None
    assert [line.text for line in ladder.lines] == [rung.title for rung in atlas.rungs]
    leading = next(line for line in ladder.lines if line.is_strong)
    assert leading.text == "Token accession"
    assert (leading.figure, leading.move) == ("24 → 69\u00a0%", "+45")
    assert "led then" in ladder.note
    assert len(ladder.bars) == 2


def test_kazakhstan_since_the_earlier_judgement_shows_its_announcement_resolved(
    atlas: Atlas,
) -> None:
    questions = state_of(page_of(atlas), "KAZ").group("questions")
    assert questions is not None
    line = next(each for each in questions.lines if each.id == "Q01")
    assert line.figure == "yes"
    assert "6 Nov 2025" in line.aside


def test_the_two_judgements_compared_are_named_with_the_caution_of_hindsight(
    atlas: Atlas,
) -> None:
    page = page_of(atlas)
    assert "31 Oct 2025" in page.judged
    assert "23 Nov 2026" in page.judged
    assert any("hindsight" in each for each in page.cautions)
    assert ITEM_CAUTION in page.cautions


def test_without_a_judgement_in_between_it_is_said_that_none_can_have_moved(
    atlas: Atlas,
) -> None:
    page = page_of(atlas, date(2025, 11, 5), date(2025, 11, 8))
    assert "cannot have moved" in page.judged
    assert "31 Oct 2025" in page.judged
    assert not any("hindsight" in each for each in page.cautions)
    for state in page.states:
        for kind in ("ladder", "ratings"):
            group = state.group(kind)
            assert group is None or not group.lines
    assert "Q01" in ids_of(page, "questions")
    assert not page.nothing


def test_before_anybody_had_judged_there_is_nothing_to_compare_with(atlas: Atlas) -> None:
    assert "Nobody had judged" in page_of(atlas, date(2024, 1, 1), date(2024, 6, 1)).judged
    page = page_of(atlas, date(2024, 1, 1), date(2026, 1, 1))
    assert "none before it" in page.judged
    ratings = state_of(page, "KAZ").group("ratings")
    assert ratings is not None
    assert not ratings.lines


def test_a_span_from_before_the_first_judgement_shows_the_move_within_it_and_from_which_day(
    atlas: Atlas,
) -> None:
    page = page_of(atlas, date(2025, 10, 6))
    assert "Nobody had judged by 6 Oct 2025" in page.judged
    assert "as of 31 Oct 2025, to that as of 23 Nov 2026" in page.judged
    assert any("hindsight" in each for each in page.cautions)
    whole = state_of(page_of(atlas), "KAZ")
    for kind in ("ladder", "ratings"):
        assert state_of(page, "KAZ").group(kind) == whole.group(kind)


def test_where_nothing_changed_it_is_said_with_both_dates(atlas: Atlas) -> None:
    page = page_of(atlas, date(2026, 9, 1), date(2026, 9, 20), ("AZE", "TJK"))
    assert "Nothing changed for Azerbaijan and Tajikistan" in page.nothing
    assert "1 Sep 2026" in page.nothing
    assert "20 Sep 2026" in page.nothing
    assert page.nothing in page.text


def test_dates_out_of_order_are_refused(atlas: Atlas) -> None:
    for until in (FIRST, FIRST - timedelta(1)):
        with pytest.raises(ValueError, match="not before"):
            page_of(atlas, FIRST, until)


def test_a_later_date_after_the_newest_is_the_newest(atlas: Atlas) -> None:
    newest = atlas.subject.as_of
    assert until_of(atlas, None) == newest
    assert until_of(atlas, newest + timedelta(30)) == newest
    assert page_of(atlas, until=newest + timedelta(30)) == page_of(atlas)


def test_a_page_up_to_a_date_tells_of_nothing_after_it(atlas: Atlas) -> None:
    page = page_of(atlas, date(2025, 11, 1), date(2025, 11, 30), STATES)
    known = {each.id for each in known_on(atlas, date(2025, 11, 30)).evidence}
    found = ids_of(page, "evidence")
    assert found
    assert found <= known
    lines = [line for state in page.states for group in state.groups for line in group.lines]
    assert not any("2026" in line.lead for line in lines)


days = st.dates(date(2024, 1, 1), date(2026, 11, 23))


@settings(max_examples=25)
@given(st.lists(days, min_size=2, max_size=2, unique=True).map(sorted))
def test_what_was_known_and_what_is_new_are_together_what_is_known(pair: list[date]) -> None:
    atlas = whole()
    since, until = pair
    page = page_of(atlas, since, until, ("AZE", "KAZ"))
    then = {each.id for each in known_on(atlas, since).evidence}
    now = {each.id for each in known_on(atlas, until).evidence}
    new = ids_of(page, "evidence")
    assert new | then == now
    assert not new & then


@settings(max_examples=10)
@given(st.lists(days, min_size=3, max_size=3, unique=True).map(sorted))
def test_changes_over_two_spans_add_up(found: list[date]) -> None:
    atlas = whole()
    first, middle, last = found
    asked = {each.id for each in known_on(atlas, middle).questions}
    # What was resolved by a day, and asked only later, is in neither part.
    late = {
        each.id
        for each in known_on(atlas, last).questions
        if each.id not in asked and was_known(each.date_resolved or each.last_checked, middle)
    }
    kinds: tuple[GroupKind, ...] = ("evidence", "questions")
    for kind in kinds:
        parts = [
            ids_of(page_of(atlas, *span, STATES), kind)
            for span in ((first, middle), (middle, last))
        ]
        whole_span = ids_of(page_of(atlas, first, last, STATES), kind)
        assert whole_span - late == parts[0] | parts[1]


def test_the_counts_by_factor_sum_to_the_new_items(atlas: Atlas) -> None:
    for state in page_of(atlas, states=STATES).states:
        factors, evidence = state.group("factors"), state.group("evidence")
        if factors is None or evidence is None:
            continue
        assert sum(int(line.figure) for line in factors.lines) == len(evidence.lines)


def test_what_bears_on_no_state_shown_stands_apart(atlas: Atlas) -> None:
    page = page_of(atlas)
    others = page.states[-1]
    assert (others.iso3, others.name) == ("", OTHERS)
    evidence = others.group("evidence")
    assert evidence is not None
    for line in evidence.lines:
        assert not set(atlas.evidence_by_id[line.id].countries) & {"AZE", "KAZ"}


def test_a_status_that_was_only_checked_is_not_told_as_new(atlas: Atlas) -> None:
    page = page_of(atlas, date(2026, 9, 1), states=STATES)
    for iso3 in STATES:
        group = state_of(page, iso3).group("relations")
        assert group is not None
        assert not any("Abraham Accords" in line.text for line in group.lines)
        assert "Abraham Accords, status checked " in group.note
    kept = state_of(page, "TKM").group("relations")
    assert kept is not None
    assert kept.lines == ()
    assert kept.note.startswith("None in this time. Main treaties, status checked 5 Oct 2026: No ")
    assert kept.heading == "Relations with Israel and memberships"


def test_only_dated_memberships_and_relations_are_new(atlas: Atlas) -> None:
    relations = state_of(page_of(atlas), "KAZ").group("relations")
    assert relations is not None
    assert any("accession announced" in line.text for line in relations.lines)
    undated = [each for each in atlas.memberships if each.iso3 == "KAZ" and not each.since]
    assert undated
    for each in undated:
        assert f"{each.organisation}: {each.status}" not in {x.text for x in relations.lines}


def test_the_votes_in_between_are_told(atlas: Atlas) -> None:
    votes = state_of(page_of(atlas, date(2025, 12, 1), date(2025, 12, 31)), "KAZ").group("votes")
    assert votes is not None
    wanted = [
        x for x in atlas.key_votes if x.iso3 == "KAZ" and x.date.isoformat()[:7] == "2025-12"
    ]
    assert len(wanted) == 2
    assert sorted(line.figure for line in votes.lines) == sorted(x.vote for x in wanted)


def test_the_strongest_items_come_first(atlas: Atlas) -> None:
    evidence = state_of(page_of(atlas), "KAZ").group("evidence")
    assert evidence is not None
    found = [atlas.evidence_by_id[line.id].strength for line in evidence.lines]
    assert found == sorted(found, reverse=True)


def test_an_item_names_its_factor_as_all_views_do(atlas: Atlas) -> None:
    evidence = state_of(page_of(atlas), "KAZ").group("evidence")
    assert evidence is not None
    for line in evidence.lines:
        title = factor_title(atlas, atlas.evidence_by_id[line.id].factor)
        assert line.aside.endswith(f" · {title}")


def test_an_own_item_is_new_by_its_date_and_said_to_be_the_users(atlas: Atlas) -> None:
    item = replace(atlas.evidence_by_id["E169"], id="U001", claim="Seen by me")
    own = OwnEvidence(item, OwnSource(), datetime(2026, 11, 24, tzinfo=UTC))
    workspace = Workspace(own_evidence=frozen({"U001": own}))
    assert "U001" in ids_of(page_of(atlas, workspace=workspace), "evidence")
    assert "[U001 (yours)]" in page_of(atlas, workspace=workspace).text
    later = page_of(atlas, date(2026, 1, 1), workspace=workspace)
    assert "U001" not in ids_of(later, "evidence")


def test_a_further_rater_moves_nothing_and_is_counted(atlas: Atlas) -> None:
    rating = replace(
        atlas.ratings_of("KAZ", "washington_profile", atlas.subject.as_of)[0],
        rater="Ann",
        low=0.0,
        mode=0.0,
    )
    key = ("KAZ", "washington_profile")
    judgement = RaterJudgement("Ann", ratings=frozen({key: rating}), is_pooled=True)
    workspace = Workspace(judgements=frozen({"Ann": judgement}))
    plain, more = page_of(atlas), page_of(atlas, workspace=workspace)
    lines = [
        next(line for line in group.lines if line.text == "Standing in Washington")
        for page in (plain, more)
        if (group := state_of(page, "KAZ").group("ratings"))
    ]
    assert lines[0].figure == lines[1].figure
    assert "4 raters then, 5 now" in lines[1].aside
    assert any("Where other raters judged" in each for each in more.cautions)
    assert not any("Where other raters judged" in each for each in plain.cautions)


def test_the_pooling_chosen_is_followed(atlas: Atlas) -> None:
    alone = dict.fromkeys(atlas.raters, 0.0) | {"R2": 1.0}
    workspace = Workspace(pooling=Pooling(rater_weights=frozen(alone)))
    mine, pooled = page_of(atlas, workspace=workspace), page_of(atlas)
    assert state_of(mine, "KAZ").group("ladder") != state_of(pooled, "KAZ").group("ladder")


def test_raters_who_all_count_for_nothing_leave_no_move(atlas: Atlas) -> None:
    workspace = Workspace(pooling=Pooling(rater_weights=frozen(dict.fromkeys(atlas.raters, 0.0))))
    ladder = state_of(page_of(atlas, workspace=workspace), "KAZ").group("ladder")
    assert ladder is not None
    assert not ladder.lines
    assert "No rater" in ladder.note


def test_a_question_resolved_before_both_days_is_not_told_though_it_was_asked_between(
    atlas: Atlas,
) -> None:
    since, until = date(2025, 10, 30), date(2025, 11, 1)
    asked = {each.id for each in known_on(atlas, until).questions}
    assert "Q16" in asked
    assert not known_on(atlas, since).questions
    page = page_of(atlas, since, until, STATES)
    groups = [group for each in page.states for group in each.groups if group.kind == "questions"]
    assert groups
    assert not any(group.lines for group in groups)
    later = page_of(atlas, date(2025, 6, 1), until, STATES)
    assert any(
        line.id == "Q16"
        for each in later.states
        for group in each.groups
        if group.kind == "questions"
        for line in group.lines
    )
