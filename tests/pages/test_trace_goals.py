"""What stands behind what is selected in a view."""

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.chain import ChainPage
from explorer.pages.timeline import compose_timeline
from explorer.pages.trace import evidence_goal, parse_thing, source_goal
from explorer.pages.trace_goals import goal_of_event, goal_of_note, goal_of_target, hit_of
from explorer.pages.trace_names import records_named
from explorer.pages.view import Target, View

VIEW = View("AZE", ("KAZ",))


@pytest.mark.parametrize(
    ("target", "goal"),
    [
        (Target("cell", "KAZ", "iran_wedge"), "rating:KAZ:iran_wedge"),
        (Target("factor", factor="iran_wedge"), "factor:iran_wedge"),
        (Target("country", "KAZ"), "conclusion:KAZ"),
        (Target("outcome", "KAZ"), "ladder:KAZ"),
        (Target("outcome"), "ladder:AZE"),
    ],
)
def test_what_is_selected_in_the_comparison_names_a_thing(target: Target, goal: str) -> None:
    assert str(goal_of_target(target, VIEW)) == goal


def test_every_event_of_the_timeline_names_a_record(atlas: Atlas) -> None:
    for event in compose_timeline(atlas, VIEW.shown).events:
        named = parse_thing(goal_of_event(atlas, VIEW, event.key))
        assert named is not None, event.title
        assert records_named(atlas, named)
    assert goal_of_event(atlas, VIEW, "no such key") == ""


def test_an_own_item_and_its_source_are_named_as_ones_own() -> None:
    assert evidence_goal("U001") == "own:evidence:U001"
    assert source_goal("U001") == "own:evidence:U001"
    assert source_goal("undl_votes") == "source:undl_votes"
    assert evidence_goal("") == ""


def test_a_note_of_ones_own_has_no_row() -> None:
    assert goal_of_note("factor/iran_wedge") == "note:factor/iran_wedge"
    assert goal_of_note("factor:iran_wedge") == ""


def test_items_and_notes_are_shown_in_their_views_by_a_hit() -> None:
    for goal, kind in (
        ("evidence:E001", "evidence"),
        ("own:evidence:U001", "own_evidence"),
        ("note:factor/x", "note"),
    ):
        hit = hit_of(ChainPage(goal, "", ""))
        assert hit is not None
        assert hit.kind == kind
    assert hit_of(ChainPage("rating:KAZ:x", "", "")) is None
