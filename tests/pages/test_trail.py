"""The way gone from thing to thing: steps, back and forward, and where a way began."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.pages.trail import Trail, crumbs


def test_links_followed_make_a_way_that_can_be_gone_back_and_forward() -> None:
    trail = Trail().begin("a").go("b").go("c")
    assert trail.way == ("a", "b", "c")
    back = trail.back().back()
    assert (back.here, back.way) == ("a", ("a",))
    assert back.forward().forward() == trail


def test_another_link_after_a_step_back_leaves_the_steps_ahead_behind() -> None:
    trail = Trail().begin("a").go("b").back().go("c")
    assert trail.way == ("a", "c")
    assert not trail.can_go_forward


def test_a_way_begun_anew_names_no_step_of_the_way_before_but_can_be_left_back_to_it() -> None:
    trail = Trail().begin("a").go("b").begin("x").go("y")
    assert trail.way == ("x", "y")
    assert trail.back().back().way == ("a", "b")


def test_a_step_of_the_way_is_gone_back_to_by_its_place() -> None:
    trail = Trail().begin("z").begin("a").go("b").go("c")
    assert trail.back_to(0).here == "a"
    assert trail.back_to(7) == trail


def test_to_begin_where_one_is_changes_nothing() -> None:
    trail = Trail().begin("a")
    assert trail.begin("a") is trail
    assert trail.go("a") is trail


@given(st.lists(st.sampled_from(["begin", "go", "back", "forward"]), max_size=30), st.data())
def test_whatever_is_done_the_way_ends_with_what_is_shown(
    doings: list[str], data: st.DataObject
) -> None:
    trail = Trail()
    for doing in doings:
        if doing in {"begin", "go"}:
            goal = data.draw(st.sampled_from("abc"))
            trail = trail.begin(goal) if doing == "begin" else trail.go(goal)
            assert trail.here == goal
        else:
            trail = trail.back() if doing == "back" else trail.forward()
        assert trail.way[-1:] == ((trail.here,) if trail.here else ())


def test_a_long_way_names_its_first_step_and_its_last() -> None:
    assert crumbs("abcdef", 3) == ((0, "a"), (4, "e"), (5, "f"))
    assert crumbs("ab", 3) == ((0, "a"), (1, "b"))
