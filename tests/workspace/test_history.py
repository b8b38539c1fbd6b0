from hypothesis import given
from hypothesis import strategies as st

from explorer.workspace.history import History

values = st.lists(st.integers(), max_size=20)


def went_through(steps: list[int]) -> History[int]:
    history = History(0)
    for value in steps:
        history = history.step(value)
    return history


def test_a_step_that_changes_nothing_is_no_step() -> None:
    history = History("a")
    assert history.step("a") is history


@given(values)
def test_undoing_every_step_comes_back_to_the_beginning(steps: list[int]) -> None:
    history = went_through(steps)
    for _ in steps:
        history = history.undo()
    assert history.present == 0
    assert history.past == ()


@given(values)
def test_redoing_what_was_undone_comes_back_to_the_end(steps: list[int]) -> None:
    end = went_through(steps)
    history = end
    while history.past:
        history = history.undo()
    while history.future:
        history = history.redo()
    assert history.present == end.present


@given(values, st.integers())
def test_a_new_step_forgets_what_was_undone(steps: list[int], new: int) -> None:
    undone = went_through([*steps, -1]).undo()
    if new != undone.present:
        assert undone.step(new).future == ()


def test_steps_with_one_key_are_undone_together() -> None:
    history = History("").step("a", "note").step("ab", "note").step("abc", "note")
    assert history.undo().present == ""


def test_steps_with_different_keys_are_undone_apart() -> None:
    history = History("").step("a", "one").step("b", "other")
    assert history.undo().present == "a"


def test_after_settling_the_same_key_begins_a_new_step() -> None:
    history = History("").step("a", "note").settle().step("ab", "note")
    assert history.undo().present == "a"


def test_after_an_undo_the_same_key_begins_a_new_step() -> None:
    history = History("").step("a", "note").settle().step("ab", "note").undo()
    assert history.step("ac", "note").undo().present == "a"


def test_undo_and_redo_without_steps_change_nothing() -> None:
    history = History("a")
    assert history.undo() is history
    assert history.redo() is history
