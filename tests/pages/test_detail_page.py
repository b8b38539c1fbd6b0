from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.detail import (
    ChartsBlock,
    DetailPage,
    EvidenceBlock,
    FactsBlock,
    LadderBlock,
    NoteBlock,
    Paragraph,
    ReasonsBlock,
    ScaleBlock,
    UserNoteBlock,
)
from explorer.pages.detail_page import compose_detail, is_known
from explorer.pages.own_judgement import OwnRatingBlock
from explorer.pages.series_labels import parse_ref
from explorer.pages.view import Target, View
from explorer.pages.words import study_states
from explorer.workspace.document import Workspace
from explorer.workspace.edits import write_note

EMPTY = Workspace()
PAIR = View("AZE", ("KAZ",))
FIVE = View("AZE", ("KAZ", "UZB", "TKM", "KGZ", "TJK"))
B = TypeVar("B")


def targets(atlas: Atlas) -> Iterator[Target]:
    yield Target("outcome")
    for iso3 in study_states(atlas):
        yield Target("outcome", iso3)
        yield Target("country", iso3)
        for factor in atlas.factors:
            yield Target("cell", iso3, factor.id)
    for factor in atlas.factors:
        yield Target("factor", factor=factor.id)


def blocks(page: DetailPage, kind: type[B]) -> list[B]:
    return [block for block in page.blocks if isinstance(block, kind)]


def detail(atlas: Atlas, target: Target, view: View = PAIR) -> DetailPage:
    return compose_detail(atlas, EMPTY, view, target)


@pytest.mark.parametrize("view", [PAIR, FIVE])
def test_every_target_composes_without_a_faulty_text(
    atlas: Atlas, view: View, faults_of_text: Callable[[object], list[str]]
) -> None:
    for target in targets(atlas):
        page = detail(atlas, target, view)
        assert page.target == target
        assert faults_of_text(page) == [], target
        assert blocks(page, UserNoteBlock), target


def test_a_cell_puts_its_country_and_what_its_text_cites_first(atlas: Atlas) -> None:
    page = detail(atlas, Target("cell", "KAZ", "iran_trade_routes"))
    [reasons] = blocks(page, ReasonsBlock)
    assert [each.iso3 for each in reasons.reasons] == ["KAZ", "AZE"]
    [evidence] = blocks(page, EvidenceBlock)
    cited = set(atlas.cell_by_key["KAZ", "iran_trade_routes"].evidence_ids)
    assert {item.id for item in evidence.items[: len(cited)]} == cited
    ids = [item.id for item in evidence.items]
    assert len(ids) == len(set(ids))
    assert evidence.heading == f"Evidence · {len(ids)}"


def test_a_factor_shows_every_state_in_view_on_its_scale(atlas: Atlas) -> None:
    page = detail(atlas, Target("factor", factor="public_opinion"), FIVE)
    [scale] = blocks(page, ScaleBlock)
    assert [mark.iso3 for mark in scale.marks] == list(FIVE.shown)
    assert scale.points == atlas.factor_by_id["public_opinion"].scale
    assert page.kicker.startswith("Constraint · ")


def test_a_move_since_the_date_before_is_said_with_the_caution_about_hindsight(
    atlas: Atlas,
) -> None:
    page = detail(atlas, Target("cell", "KAZ", "washington_profile"))
    [reasons] = blocks(page, ReasonsBlock)
    assert "as of 31 Oct 2025" in reasons.reasons[0].change
    assert any("hindsight" in each.body.text for each in blocks(page, Paragraph))


def test_withheld_series_are_named_with_the_reason_and_not_offered(atlas: Atlas) -> None:
    gini = replace(atlas.indicator_by_id["gini"], withheld="its licence is not known")
    others = tuple(each for each in atlas.indicators if each.id != gini.id)
    page = detail(replace(atlas, indicators=(*others, gini)), Target("country", "KAZ"))
    offered = {choice.ref for block in blocks(page, ChartsBlock) for choice in block.choices}
    assert "indicator/gini" not in offered
    [said] = [each for each in blocks(page, Paragraph) if each.heading == "Not bundled"]
    assert said.quiet
    assert said.body.text == f"{gini.name}: its licence is not known."
    before = detail(atlas, Target("country", "KAZ"))
    choices = {choice.ref for block in blocks(before, ChartsBlock) for choice in block.choices}
    assert choices - offered == {"indicator/gini"}


def test_every_offered_series_can_be_parsed(atlas: Atlas) -> None:
    page = detail(atlas, Target("country", "KAZ"))
    [charts] = blocks(page, ChartsBlock)
    assert [str(parse_ref(choice.ref)) for choice in charts.choices] == [
        choice.ref for choice in charts.choices
    ]


def test_a_constraint_words_its_evidence_by_what_it_does_to_the_constraint(atlas: Atlas) -> None:
    [evidence] = blocks(detail(atlas, Target("factor", factor="public_opinion")), EvidenceBlock)
    words = {item.direction: item.direction_words for item in evidence.items}
    assert words["+"] == "eases the constraint"
    assert words["-"] == "holds back"


def test_a_country_tells_judgement_confidence_dissent_and_record_with_sources(
    atlas: Atlas,
) -> None:
    page = detail(atlas, Target("country", "KAZ"))
    conclusion = atlas.conclusion_by_iso3["KAZ"]
    paragraphs = blocks(page, Paragraph)
    assert paragraphs[0].heading == conclusion.headline
    assert paragraphs[0].body.text == conclusion.judgement
    assert paragraphs[1].body.text.startswith("Confidence in the judgement on Kazakhstan is")
    facts = {block.heading: block.facts for block in blocks(page, FactsBlock)}
    assert len(facts["Dissent"]) == sum(1 for each in atlas.dissents if each.iso3 == "KAZ")
    for heading in ("Dissent", "Relations with Israel", "Memberships"):
        assert all(fact.source is not None for fact in facts[heading]), heading
    titles = [note.heading for note in blocks(page, NoteBlock)]
    assert titles == ["Kazakhstan and Israel", "Azerbaijan and Kazakhstan"]


def test_a_fact_with_several_sources_shows_them_all(atlas: Atlas) -> None:
    page = detail(atlas, Target("country", "KAZ"))
    facts = {fact.label: fact for block in blocks(page, FactsBlock) for fact in block.facts}
    embassy = facts["Embassy in Israel"]
    assert embassy.source is not None
    assert [embassy.source.id, *(link.id for link in embassy.more)] == ["S004", "S003"]


def test_the_pairs_note_is_left_out_where_several_are_compared(atlas: Atlas) -> None:
    titles = [n.heading for n in blocks(detail(atlas, Target("country", "KAZ"), FIVE), NoteBlock)]
    assert titles == ["Kazakhstan and Israel"]


def test_a_reference_state_has_what_is_on_record_and_no_judgement(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]]
) -> None:
    page = detail(atlas, Target("country", "TUR"))
    assert page.title == "Turkey"
    assert faults_of_text(page) == []


def test_outcomes_show_each_rater_the_mean_and_the_mean_of_the_date_before(atlas: Atlas) -> None:
    page = detail(atlas, Target("outcome", "KAZ"))
    ladders, scenarios = blocks(page, LadderBlock)
    assert [row[1] for row in ladders.raters.rows] == [
        *atlas.raters,
        "Mean",
        "Mean as of 31 Oct 2025",
    ]
    assert [row[1] for row in scenarios.raters.rows] == [each.title for each in atlas.scenarios]
    for block in (ladders, scenarios):
        for bar in block.chart.rows:
            assert sum(bar.shares) == pytest.approx(1.0)
    quiet = [each.body.text for each in blocks(page, Paragraph) if each.quiet]
    assert any(text.startswith("Two cautions") for text in quiet)


def test_the_whole_outcome_row_shows_every_state_in_view(atlas: Atlas) -> None:
    ladders, scenarios = blocks(detail(atlas, Target("outcome"), FIVE), LadderBlock)
    assert [row.iso3 for row in ladders.chart.rows] == list(FIVE.shown)
    assert len(scenarios.chart.rows) == len(FIVE.shown) * len(atlas.scenarios)
    assert atlas.scenarios[0].id == BASELINE_SCENARIO


def test_the_users_words_stand_in_the_field_of_their_target(atlas: Atlas) -> None:
    target = Target("cell", "KAZ", "iran_wedge")
    workspace = write_note(EMPTY, str(target), "Ask again", datetime(2026, 11, 24, tzinfo=UTC))
    page = compose_detail(atlas, workspace, PAIR, target)
    [notes] = blocks(page, UserNoteBlock)
    assert [(note.label, note.text) for note in notes.notes] == [
        ("Kazakhstan · Shared wariness of Iran", "Ask again"),
        ("Shared wariness of Iran", ""),
        ("Kazakhstan", ""),
    ]


def test_the_places_for_notes_begin_with_what_is_selected(atlas: Atlas) -> None:
    for target in targets(atlas):
        [notes] = blocks(detail(atlas, target, FIVE), UserNoteBlock)
        assert notes.notes[0].target == target
        places = [each.target for each in notes.notes]
        assert len(set(places)) == len(places)
        assert len({each.label for each in notes.notes}) == len(places)
    [of_factor] = blocks(detail(atlas, Target("factor", factor="iran_wedge"), FIVE), UserNoteBlock)
    assert [each.target.iso3 for each in of_factor.notes] == ["", *FIVE.shown]


def test_a_factor_shows_its_chart_first_and_then_the_reasons_before_the_scale(
    atlas: Atlas,
) -> None:
    page = detail(atlas, Target("cell", "KAZ", "iran_trade_routes"))
    kinds = [type(block) for block in page.blocks]
    assert kinds[:3] == [ChartsBlock, OwnRatingBlock, ReasonsBlock]
    order = [kinds.index(kind) for kind in (ScaleBlock, EvidenceBlock, NoteBlock, UserNoteBlock)]
    assert order == sorted(order)


def test_a_country_tells_its_judgement_before_its_chart_and_an_outcome_its_ladder_first(
    atlas: Atlas,
) -> None:
    country = detail(atlas, Target("country", "KAZ")).blocks
    assert [type(block) for block in country[:3]] == [Paragraph, Paragraph, ChartsBlock]
    headlines = [each.is_headline for each in country if isinstance(each, Paragraph)]
    assert headlines[0]
    assert not any(headlines[1:])
    assert isinstance(detail(atlas, Target("outcome")).blocks[0], LadderBlock)


def test_the_profile_is_offered_by_topic_and_a_factors_series_in_their_own_order(
    atlas: Atlas,
) -> None:
    [profile] = blocks(detail(atlas, Target("country", "KAZ")), ChartsBlock)
    groups = [choice.group for choice in profile.choices]
    runs = [group for at, group in enumerate(groups) if at == 0 or groups[at - 1] != group]
    assert len(runs) == len(set(runs)) > 3
    assert all(runs)
    [few] = blocks(detail(atlas, Target("factor", factor="iran_wedge")), ChartsBlock)
    own = [str(each.series) for each in atlas.factor_series if each.factor == "iran_wedge"]
    assert [choice.ref for choice in few.choices] == own
    assert not any(choice.group for choice in few.choices)


def test_a_target_of_another_pack_is_not_known(atlas: Atlas) -> None:
    assert is_known(atlas, Target("cell", "KAZ", "iran_wedge"))
    assert not is_known(atlas, Target("cell", "XXX", "iran_wedge"))
    assert not is_known(atlas, Target("factor", factor="no_such"))
    assert is_known(atlas, Target("outcome"))
