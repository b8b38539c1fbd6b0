from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest

from explorer.analysis.likelihood import likelihood_word
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.compare import ComparePage
from explorer.pages.compare_page import compose_compare, countries_words
from explorer.pages.view import Target, View
from explorer.pages.words import study_states
from explorer.workspace.document import Workspace
from explorer.workspace.edits import write_note

EMPTY = Workspace()
FIVE = ("KAZ", "UZB", "TKM", "KGZ", "TJK")


def page(atlas: Atlas, view: View) -> ComparePage:
    return compose_compare(atlas, EMPTY, view)


def views(atlas: Atlas) -> list[View]:
    states = study_states(atlas)
    pairs = [View(one, (other,)) for one, other in permutations(states, 2)]
    return [*pairs, View("AZE", FIVE), View("AZE", FIVE, "difference"), View("KAZ", ())]


def test_every_pair_and_all_five_compose_without_a_faulty_text(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]]
) -> None:
    for view in views(atlas):
        found = page(atlas, view)
        assert faults_of_text(found) == [], view
        assert [column.iso3 for column in found.columns] == list(view.shown)
        for section in found.sections:
            for row in section.rows:
                assert [cell.iso3 for cell in row.cells] == list(view.shown)
                assert all(cell.summary and cell.description for cell in row.cells)


def test_every_ladder_sums_to_one_and_its_word_fits_its_leading_rung(atlas: Atlas) -> None:
    for cell in page(atlas, View("AZE", FIVE)).outcomes.cells:
        assert sum(cell.shares) == pytest.approx(1.0)
        assert cell.word == likelihood_word(max(cell.shares))
        leading = atlas.rungs[cell.shares.index(max(cell.shares))]
        assert cell.leading == leading.title


def test_the_words_for_the_leading_rungs_are_those_of_the_written_judgements(atlas: Atlas) -> None:
    for cell in page(atlas, View("AZE", FIVE)).outcomes.cells:
        judgement = atlas.conclusion_by_iso3[cell.iso3].judgement
        assert f" {cell.word} " in judgement.split(".")[0], cell.iso3


def test_the_title_and_subtitle_are_computed_from_the_pack(atlas: Atlas) -> None:
    found = page(atlas, View("AZE", ("KAZ",)))
    assert found.title == "Closer ties with Israel: Azerbaijan and Kazakhstan"
    count = sum(1 for item in atlas.evidence if {"AZE", "KAZ"} & set(item.countries))
    assert found.subtitle == (
        f"12 factors · {count} evidence items on these two states · judged 23 Nov 2026"
    )
    assert found.outcomes_title == ("Likely outcomes · furthest rung in force by the end of 2030")
    assert [section.title for section in found.sections] == [
        "Interests · pull towards",
        "Constraints · hold back",
    ]


def test_a_horizon_within_a_year_is_named_by_its_day(atlas: Atlas) -> None:
    subject = replace(atlas.subject, horizon=atlas.subject.horizon.replace(month=6, day=30))
    found = page(replace(atlas, subject=subject), View("AZE", ("KAZ",)))
    assert found.outcomes_title.endswith("by 30 Jun 2030")


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (View("AZE", FIVE), "Azerbaijan and the five"),
        (View("KAZ", ("AZE", *FIVE[1:])), "Kazakhstan and the other five"),
        (View("AZE", ("KAZ", "UZB")), "Azerbaijan, Kazakhstan and Uzbekistan"),
        (View("AZE", ()), "Azerbaijan"),
    ],
)
def test_countries_are_listed_as_a_title_does(atlas: Atlas, view: View, words: str) -> None:
    assert countries_words(atlas, view) == words


def test_a_pair_that_was_judged_has_its_judgement_and_confidence_in_texts_of_their_own(
    atlas: Atlas,
) -> None:
    pair = atlas.pair_conclusion_by_iso3["KAZ"]
    for view in (View("AZE", ("KAZ",)), View("KAZ", ("AZE",))):
        found = page(atlas, view)
        assert (found.headline, found.judgement) == (pair.headline, pair.judgement)
        assert found.confidence.startswith(
            "Confidence in the judgement on Kazakhstan is moderate."
        )
        assert "likely" not in found.confidence
        assert all(not column.headline for column in found.columns)


def test_a_pair_that_was_not_judged_says_so_and_shows_each_states_own_headline(
    atlas: Atlas,
) -> None:
    found = page(atlas, View("KAZ", ("UZB",)))
    assert found.headline == ""
    assert found.judgement.startswith("No judgement was written on Kazakhstan and Uzbekistan")
    assert [column.headline for column in found.columns] == [
        atlas.conclusion_by_iso3[iso3].headline for iso3 in ("KAZ", "UZB")
    ]


def test_all_five_show_each_states_headline_and_no_pairs(atlas: Atlas) -> None:
    found = page(atlas, View("AZE", FIVE))
    assert (found.headline, found.judgement, found.confidence) == ("", "", "")
    assert all(column.headline for column in found.columns)


def test_sorted_by_difference_each_section_falls_and_keeps_its_factors(atlas: Atlas) -> None:
    plain = page(atlas, View("AZE", FIVE))
    ranked = page(atlas, View("AZE", FIVE, "difference"))
    for before, after in zip(plain.sections, ranked.sections, strict=True):
        assert {row.factor for row in before.rows} == {row.factor for row in after.rows}
        sizes = [
            max(abs(cell.difference.value) for cell in row.cells if cell.difference)
            for row in after.rows
        ]
        assert sizes == sorted(sizes, reverse=True)
    assert [row.factor for section in plain.sections for row in section.rows] == [
        factor.id for factor in atlas.factors
    ]


def test_the_holder_of_a_factor_is_named(atlas: Atlas) -> None:
    rows = {
        row.factor: row
        for section in page(atlas, View("AZE", ("KAZ",))).sections
        for row in section.rows
    }
    assert rows["iran_wedge"].holder == "Israel's interest"
    assert rows["security_need"].holder == "The country's interest"
    assert rows["turkic_connection"].holder == "Turkey"
    assert rows["russia_china_pressure"].holder == "Russia and China"


def test_turning_a_pair_round_turns_every_difference_round(atlas: Atlas) -> None:
    there, back = page(atlas, View("AZE", ("TJK",))), page(atlas, View("TJK", ("AZE",)))
    for one, other in zip(there.sections, back.sections, strict=True):
        for left, right in zip(one.rows, other.rows, strict=True):
            forward, backward = left.cells[1].difference, right.cells[1].difference
            assert forward is not None
            assert backward is not None
            assert forward.value == -backward.value
            assert forward.within_ranges == backward.within_ranges


def test_a_users_note_shows_on_its_cell_alone(atlas: Atlas) -> None:
    target = str(Target("cell", "KAZ", "iran_wedge"))
    workspace = write_note(EMPTY, target, "Ask again", datetime(2026, 11, 24, tzinfo=UTC))
    found = compose_compare(atlas, workspace, View("AZE", ("KAZ",)))
    marked = [
        (cell.iso3, row.factor)
        for section in found.sections
        for row in section.rows
        for cell in row.cells
        if cell.has_note
    ]
    assert marked == [("KAZ", "iran_wedge")]


def test_a_state_that_nobody_rated_says_so_in_each_cell(
    atlas: Atlas, faults_of_text: Callable[[object], list[str]]
) -> None:
    found = page(atlas, View("AZE", ("TUR",)))
    cells = [row.cells[1] for section in found.sections for row in section.rows]
    assert all(cell.mark is None and cell.difference is None for cell in cells)
    assert {cell.summary for cell in cells} == {"Nobody has rated this"}
    assert found.outcomes.cells[1].leading == "Nobody has judged this"
    assert faults_of_text(found) == []


def test_raters_who_lead_with_another_rung_are_told_of(atlas: Atlas) -> None:
    first, *rest = atlas.ladders_of("KAZ", BASELINE_SCENARIO, atlas.subject.as_of)
    turned = replace(first, probabilities=(0.0, 0.9, 0.1, 0.0, 0.0))
    others = [each for each in atlas.ladders if each not in (first, *rest)]
    changed = replace(atlas, ladders=(*others, turned, *rest))
    cell = page(changed, View("AZE", ("KAZ",))).outcomes.cells[1]
    assert cell.disagreement == "one of four raters puts Low-stakes cooperation first"


def test_raters_a_scale_point_apart_are_told_of(atlas: Atlas) -> None:
    first, *rest = atlas.ratings_of("KAZ", "iran_wedge", atlas.subject.as_of)
    far = replace(first, low=2.5, mode=2.6, high=3.0)
    others = [each for each in atlas.ratings if each not in (first, *rest)]
    changed = replace(atlas, ratings=(*others, far, *rest))
    rows = [
        row for section in page(changed, View("AZE", ("KAZ",))).sections for row in section.rows
    ]
    cell = next(row for row in rows if row.factor == "iran_wedge").cells[1]
    lowest = min(each.mode for each in rest)
    assert cell.disagreement == f"raters {lowest:.1f} to 2.6"
    assert cell.disagreement.capitalize() in cell.description
