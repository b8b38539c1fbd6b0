from explorer.workspace.document import Workspace
from explorer.workspace.marks import clear_marks, marks_on, set_mark


def test_a_mark_overrules_the_rule_until_it_is_taken_back() -> None:
    workspace = set_mark(Workspace(), "KAZ", "E001", "freeze", "II")
    assert dict(workspace.marks) == {("KAZ", "E001", "freeze"): "II"}
    assert set_mark(workspace, "KAZ", "E001", "freeze", None) == Workspace()
    assert set_mark(Workspace(), "KAZ", "E001", "freeze", None) == Workspace()


def test_clearing_one_state_leaves_the_marks_of_another() -> None:
    workspace = set_mark(Workspace(), "KAZ", "E001", "freeze", "II")
    both = set_mark(workspace, "UZB", "E001", "freeze", "CC")
    assert clear_marks(both, "UZB") == workspace


def test_marks_on_a_state_are_by_the_rungs_places_and_those_on_unknown_rungs_are_left_out() -> (
    None
):
    workspace = set_mark(Workspace(), "KAZ", "E001", "token", "II")
    workspace = set_mark(workspace, "KAZ", "E001", "of another pack", "I")
    workspace = set_mark(workspace, "UZB", "E001", "token", "CC")
    assert marks_on(workspace, "KAZ", ("freeze", "token")) == {("E001", 1): "II"}
