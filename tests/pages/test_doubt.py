import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from explorer.analysis.doubt import doubt_about
from explorer.domain.atlas import Atlas
from explorer.pages.doubt import compose_doubt
from explorer.pages.events import default_event, event_choices
from explorer.pages.outlook import Outlook, compose_outlook
from explorer.workspace.document import Workspace


@pytest.fixture(scope="module")
def outlook(atlas: Atlas) -> Outlook:
    return compose_outlook(atlas, Workspace())


def certain(outlook: Outlook, iso3: str) -> Outlook:
    """Give the outlook with a state's ratings known for certain."""
    now = outlook.after[iso3]
    known = tuple(replace(each, low=each.mode, high=each.mode) for each in now.basis.standings)
    basis = replace(now.basis, standings=known)
    return replace(outlook, after={**outlook.after, iso3: replace(now, basis=basis)})


def test_every_source_has_its_shares_and_the_largest_comes_first(
    atlas: Atlas, outlook: Outlook
) -> None:
    part = compose_doubt(atlas, outlook, "KAZ", default_event(atlas))
    labels = [row.label for row in part.rows]
    assert len(labels) == len(atlas.factors) + 2
    assert {factor.title for factor in atlas.factors} <= set(labels)
    assert "Disagreement between raters" in labels
    lengths = [row.length for row in part.rows]
    assert lengths == sorted(lengths, reverse=True)
    assert [row[0] for row in part.table.rows] == labels
    assert all(len(row) == len(part.table.columns) for row in part.table.rows)


def test_the_figures_are_those_of_the_analysis(atlas: Atlas, outlook: Outlook) -> None:
    choice = default_event(atlas)
    part = compose_doubt(atlas, outlook, "KGZ", choice)
    doubt = doubt_about(outlook.after["KGZ"].basis, outlook.ground.fit, choice.event)
    largest = max(doubt.sources, key=lambda source: source.total.value)
    assert part.rows[0].label == atlas.factor_by_id[largest.name].title
    assert part.rows[0].total == f"{100 * largest.total.value:.0f}\u00a0%"
    assert part.rows[0].total_interval == (
        f"{100 * largest.total.low:.0f} to {100 * largest.total.high:.0f}\u00a0%"
    )


def test_no_source_is_said_to_be_most_where_none_is(atlas: Atlas, outlook: Outlook) -> None:
    part = compose_doubt(atlas, outlook, "KAZ", default_event(atlas))
    assert part.sentence.startswith("No source makes up half of the doubt. The largest alone are")
    assert "Standing in Washington" in part.sentence
    assert re.search(
        r"standard deviation is \d\.\d points\.$", part.sentence.replace("\u00a0", " ")
    )


def test_where_one_source_makes_up_most_the_sentence_names_it(
    atlas: Atlas, outlook: Outlook
) -> None:
    part = compose_doubt(atlas, certain(outlook, "KAZ"), "KAZ", default_event(atlas))
    assert part.sentence.startswith(
        "Most of the doubt comes from disagreement between raters (100\u00a0% alone)."
    )
    assert part.rows[0].label == "Disagreement between raters"


def test_an_estimate_may_fall_below_nought_and_has_a_true_minus(
    atlas: Atlas, outlook: Outlook
) -> None:
    """From few worlds the estimates are rough, so that some of the small ones do."""
    part = compose_doubt(atlas, outlook, "TJK", default_event(atlas), rows=64)
    lows = [row.first_interval for row in part.rows]
    assert any(low.startswith("\u2212") for low in lows)
    assert not any("-" in low for low in lows)
    assert all(0.0 <= row.length <= 1.0 for row in part.rows)
    assert "may fall below it" in part.note


def test_an_event_that_is_the_same_in_every_world_is_in_no_doubt(
    atlas: Atlas, outlook: Outlook
) -> None:
    now = outlook.after["KAZ"]
    ladders = tuple((1.0, 0.0, 0.0, 0.0, 0.0) for _ in now.basis.anchor.ladders)
    anchor = replace(now.basis.anchor, ladders=ladders, shares=ladders[0])
    sure = replace(outlook, after={"KAZ": replace(now, basis=replace(now.basis, anchor=anchor))})
    part = compose_doubt(atlas, sure, "KAZ", default_event(atlas))
    assert part.sentence == (
        "The likelihood of at least token accession is the same in every world drawn."
    )


def test_the_note_says_that_agreement_understates_the_doubt(
    atlas: Atlas, outlook: Outlook, faults_of_text: Callable[[object], list[str]]
) -> None:
    for choice in event_choices(atlas)[:3]:
        part = compose_doubt(atlas, outlook, "UZB", choice, rows=256)
        assert "256 drawn worlds" in part.note
        assert "same evidence" in part.note
        assert not faults_of_text(part)


def test_a_state_that_nobody_judged_is_said_to_have_no_value(
    atlas: Atlas, outlook: Outlook
) -> None:
    part = compose_doubt(atlas, replace(outlook, after={}), "TJK", default_event(atlas))
    assert part.sentence == "Tajikistan: no value found, nobody judged this state."
    assert part.rows == ()
