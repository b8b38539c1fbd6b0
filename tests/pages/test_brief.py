import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Rating
from explorer.domain.observations import Observations
from explorer.domain.outcomes import JudgedLadder
from explorer.pages.brief import Brief, BriefOptions, compose_brief
from explorer.pages.brief_change import moves_of
from explorer.pages.brief_document import Cite, CitedText
from explorer.pages.view import Target
from explorer.workspace.document import OWN_RATER, Workspace
from explorer.workspace.edits import write_note
from explorer.workspace.judgements import pool_judgement, set_own_ladder

STATES = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")
WHEN = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture(scope="module")
def brief(atlas: Atlas, observations: Observations) -> Brief:
    return compose_brief(atlas, observations, Workspace(), "AZE", "KAZ", BriefOptions())


def _appended(brief: Brief) -> list[CitedText]:
    if brief.events is None:
        return []
    record = brief.events.record
    return [
        *(entry.body for entry in brief.events.events),
        record.votes_note,
        *(each.body for each in record.expected),
        *(each.body for each in record.resolved),
    ]


def cites_in_reading_order(brief: Brief) -> list[Cite]:
    texts: list[CitedText] = [
        cell.summary for group in brief.glance for row in group.rows for cell in row.cells
    ]
    found = [cite for text in texts for cite in text.cites]
    found += [cite for chart in brief.charts for cite in chart.cites]
    bodies = [
        *(reason.body for pair in brief.reasons for reason in pair.reasons),
        *(passage.body for passage in brief.counters),
        *(entry.body for entry in brief.dissents),
        *_appended(brief),
    ]
    return found + [cite for body in bodies for cite in body.cites]


def test_the_brief_bears_the_date_of_the_judgements_and_the_edition(brief: Brief) -> None:
    assert brief.cover.dateline == "23 November 2026 · data 2026.11"
    assert brief.cover.title == "Azerbaijan and Kazakhstan"


def test_confidence_stands_in_a_sentence_of_its_own(brief: Brief) -> None:
    for verdict in (brief.verdict, *brief.verdicts):
        assert "onfidence" not in verdict.judgement
        assert verdict.confidence.startswith("Confidence in the judgement on ")


def test_every_factor_is_at_a_glance_and_has_reasons_for_both(brief: Brief, atlas: Atlas) -> None:
    titles = [factor.title for factor in atlas.factors]
    assert [row.title for group in brief.glance for row in group.rows] == titles
    assert [pair.title for pair in brief.reasons] == titles
    assert all(reason.body.text for pair in brief.reasons for reason in pair.reasons)


def test_sources_are_numbered_in_the_order_of_first_citation(brief: Brief) -> None:
    firsts = list(dict.fromkeys(cite.number for cite in cites_in_reading_order(brief)))
    # Within one text the citations stand by number, so a whole order of firsts is a plain count.
    assert firsts == list(range(1, len(brief.sources) + 1))
    assert [entry.number for entry in brief.sources] == firsts


def test_every_citation_is_a_place_that_its_source_counts(brief: Brief) -> None:
    cites = cites_in_reading_order(brief)
    assert len(cites) == len(set(cites))
    for entry in brief.sources:
        places = sorted(cite.place for cite in cites if cite.number == entry.number)
        assert places == list(range(1, entry.places + 1))


def test_each_source_of_evidence_carries_the_grade_of_each_item(
    brief: Brief, atlas: Atlas
) -> None:
    graded = [part for entry in brief.sources for part in entry.grades.split(", ") if part]
    assert graded
    for part in graded:
        key, grade = part.split(" ")
        item = atlas.evidence_by_id[key]
        assert grade == f"{item.reliability}{item.credibility}"


def test_a_difference_is_told_by_sign_and_by_words(brief: Brief) -> None:
    for group in brief.glance:
        for row in group.rows:
            assert row.difference is not None
            assert row.difference.words
            assert (row.difference.effect == "level") == (row.difference.words == "level")


def test_a_pair_that_nobody_judged_says_so_and_gives_each_own_judgement(
    atlas: Atlas, observations: Observations
) -> None:
    brief = compose_brief(atlas, observations, Workspace(), "KAZ", "TJK", BriefOptions())
    assert brief.verdict.headline == ""
    assert "no judgement on Kazakhstan and Tajikistan as a pair" in brief.verdict.judgement
    assert [verdict.name for verdict in brief.verdicts] == ["Kazakhstan", "Tajikistan"]
    assert brief.contrast == ()


@pytest.mark.parametrize(("baseline", "comparator"), list(permutations(STATES, 2)))
def test_every_pair_reads_without_gaps(
    atlas: Atlas,
    observations: Observations,
    faults_of_text: Callable[[object], list[str]],
    baseline: str,
    comparator: str,
) -> None:
    brief = compose_brief(atlas, observations, Workspace(), baseline, comparator, BriefOptions())
    assert 4 <= len(brief.charts) <= 6
    assert faults_of_text(replace(brief, charts=(), sources=())) == []


def test_own_notes_of_the_pair_are_in_the_brief_and_others_are_not(
    atlas: Atlas, observations: Observations
) -> None:
    workspace = Workspace()
    for target, text in (
        (Target("cell", "KAZ", "iran_wedge"), "Ask the desk.\n\nTwice."),
        (Target("country", "KAZ"), "Mine"),
        (Target("cell", "UZB", "iran_wedge"), "Not here"),
    ):
        workspace = write_note(workspace, str(target), text, WHEN)
    workspace = write_note(workspace, "pair:AZE-KAZ", "Both", WHEN)
    workspace = write_note(workspace, "pair:KAZ-UZB", "Not here", WHEN)
    brief = compose_brief(atlas, observations, workspace, "AZE", "KAZ", BriefOptions())
    assert [(note.place, note.paragraphs) for note in brief.own_notes] == [
        ("Azerbaijan and Kazakhstan", ("Both",)),
        ("Kazakhstan", ("Mine",)),
        ("Kazakhstan · Shared wariness of Iran", ("Ask the desk.", "Twice.")),
    ]
    without = BriefOptions(own_notes=False)
    assert compose_brief(atlas, observations, workspace, "AZE", "KAZ", without).own_notes == ()


def test_a_marking_is_printed_in_its_exact_form(atlas: Atlas, observations: Observations) -> None:
    options = BriefOptions(marking="amber+strict")
    brief = compose_brief(atlas, observations, Workspace(), "AZE", "KAZ", options)
    assert brief.cover.marking == "TLP:AMBER+STRICT"


def figure(text: str) -> float:
    return float(text.replace("\u2212", "-").split("\u00a0")[0].split(" ")[0])


@pytest.mark.parametrize("comparator", STATES[1:])
def test_a_move_is_now_less_before(
    atlas: Atlas, observations: Observations, comparator: str
) -> None:
    brief = compose_brief(atlas, observations, Workspace(), "AZE", comparator, BriefOptions())
    assert len(brief.moves) > 2
    for move in brief.moves:
        if move.change == "level":
            assert move.now == move.before
        else:
            told = figure(move.now) - figure(move.before)
            assert figure(move.change) == pytest.approx(told, abs=1e-9)


@pytest.mark.parametrize("comparator", STATES[1:])
def test_a_difference_at_a_glance_is_what_the_figures_beside_it_make(
    atlas: Atlas, observations: Observations, comparator: str
) -> None:
    brief = compose_brief(atlas, observations, Workspace(), "AZE", comparator, BriefOptions())
    for row in (row for group in brief.glance for row in group.rows):
        assert row.difference is not None
        told = figure(row.cells[1].value) - figure(row.cells[0].value)
        assert figure(row.difference.text) == pytest.approx(told, abs=1e-9)
    assert "before rounding" not in brief.glance_key


def test_a_move_of_one_point_has_its_noun_in_the_singular(
    atlas: Atlas, observations: Observations
) -> None:
    changes = [
        move.change
        for other in STATES[1:]
        for move in compose_brief(
            atlas, observations, Workspace(), "AZE", other, BriefOptions()
        ).moves
    ]
    assert any(re.search(r"\b1 point$", change) for change in changes)
    assert not any(re.search(r"\b1 points", change) for change in changes)


def test_a_move_as_large_as_the_least_one_told_is_told(atlas: Atlas) -> None:
    """0.2 by hand is 0.19999999999999996 when four raters' means are taken apart."""
    factor = atlas.factors[0].id
    before = atlas.judgement_dates[0]

    def with_modes(day: date, modes: tuple[float, ...]) -> list[Rating]:
        own = atlas.ratings_of("KAZ", factor, day)
        return [
            replace(each, low=0.0, mode=mode, high=4.0)
            for each, mode in zip(own, modes, strict=True)
        ]

    kept = [each for each in atlas.ratings if (each.iso3, each.factor) != ("KAZ", factor)]
    made = [
        *with_modes(before, (1.0, 1.0, 1.0, 1.0)),
        *with_modes(atlas.subject.as_of, (1.1, 1.1, 1.3, 1.3)),
    ]
    changed = replace(atlas, ratings=(*kept, *made))
    alone = replace(changed, factors=(atlas.factors[0],))
    whats = [move.what for move in moves_of(alone, ("KAZ", "KAZ"))]
    assert atlas.factors[0].title in whats


def test_a_rater_who_is_pooled_in_moves_nothing_of_what_changed_and_is_counted(
    atlas: Atlas, observations: Observations, brief: Brief
) -> None:
    ladder = JudgedLadder("", atlas.subject.as_of, "KAZ", "baseline", (0.0, 0.0, 0.0, 0.0, 1.0))
    own = pool_judgement(set_own_ladder(Workspace(), ladder), OWN_RATER, is_pooled=True)
    pooled = compose_brief(atlas, observations, own, "AZE", "KAZ", BriefOptions())
    [move] = [each for each in pooled.moves if each.raters]
    assert move.what == "Likelihood of token accession (4 raters then, 5 now)"
    [plain] = [each for each in brief.moves if each.what == "Likelihood of token accession"]
    assert (move.before, move.now, move.change) == (plain.before, plain.now, plain.change)
    assert "judged at both" in pooled.changed_caution
    assert "judged at both" not in brief.changed_caution


def test_the_raters_of_the_ladders_shown_are_counted_not_those_of_the_whole_pack(
    atlas: Atlas, observations: Observations
) -> None:
    ladders = tuple(
        each for each in atlas.ladders if each.iso3 not in {"AZE", "KAZ"} or each.rater != "R4"
    )
    fewer = replace(atlas, ladders=ladders)
    brief = compose_brief(fewer, observations, Workspace(), "AZE", "KAZ", BriefOptions())
    assert "mean of 3 raters" in brief.outcomes_key
    mixed = compose_brief(fewer, observations, Workspace(), "AZE", "UZB", BriefOptions())
    assert "mean of 3 or 4 raters" in mixed.outcomes_key


def test_a_brief_on_two_states_speaks_of_two_and_says_that_figures_are_rounded(
    brief: Brief,
) -> None:
    assert "six states" not in brief.outcomes_key
    assert "rounded and may not sum to 100" in brief.outcomes_key
