from datetime import UTC, datetime
from types import MappingProxyType

from explorer.workspace.document import OWN_RATER, RaterJudgement, UserNote, Workspace


def test_a_target_without_a_note_has_an_empty_text() -> None:
    assert Workspace().note("country:KAZ") == ""


def test_two_workspaces_that_say_the_same_are_equal() -> None:
    note = UserNote("country:KAZ", "Text", datetime(2026, 1, 1, tzinfo=UTC))
    one = Workspace(MappingProxyType({note.target: note}))
    other = Workspace(MappingProxyType({note.target: note}))
    assert one == other
    assert one != Workspace()


def test_a_user_who_judged_nothing_has_an_empty_judgement_apart_from_the_pool() -> None:
    assert Workspace().own == RaterJudgement(OWN_RATER)
    judged = RaterJudgement(OWN_RATER, is_pooled=True)
    assert Workspace(judgements={OWN_RATER: judged}).own is judged
