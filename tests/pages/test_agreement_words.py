from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.agreement import View, agreement
from explorer.pages.agreement_words import disagreement_sentence
from explorer.pages.words import number_word

_TITLES = ("Low", "Middle", "High")


def said(*views: View) -> str:
    return disagreement_sentence(agreement(views[0], views[1:]), _TITLES)


def rater(who: str, place: int) -> View:
    return View("rater", (place,), 0.5, "probability", who)


_LEAD = View("forecast", (1,), 0.6, "probability")
_PLAIN, _WEIGHTED, _SQUARED = (
    View(method, (0,), 0.1, "margin")
    for method in ("hypotheses, plain", "hypotheses, weighted", "hypotheses, squared")
)


def test_all_raters_and_all_counts_are_named_as_groups() -> None:
    assert said(_LEAD, rater("A", 2), rater("B", 2), _PLAIN, _WEIGHTED, _SQUARED) == (
        "Only the method that leads names middle; all three counts of the evidence name low; all "
        "two raters name high. The answers lie up to two rungs apart."
    )


def test_a_lone_dissenter_is_named_in_the_singular() -> None:
    assert said(_LEAD, rater("A", 1), rater("B", 2)) == (
        "Two of three answers name middle; rater B names high. "
        "The answers lie up to one rung apart."
    )


def test_a_ladder_of_ones_own_is_called_so() -> None:
    assert "rater A and your own ladder name high" in said(
        _LEAD, rater("A", 2), rater("You", 2), rater("B", 1)
    )


def test_on_paper_ones_own_ladder_goes_by_another_name() -> None:
    found = agreement(_LEAD, [rater("A", 2), rater("You", 2), rater("B", 1)])
    said = disagreement_sentence(found, _TITLES, "the author's own ladder")
    assert "rater A and the author's own ladder name high" in said
    assert "your" not in said


def test_a_pool_that_differs_is_named() -> None:
    pool = View("geometric pool", (0,), 0.5, "probability")
    assert "the geometric pool names low" in said(_LEAD, rater("A", 1), pool)


def test_both_pools_are_named_as_a_group() -> None:
    pools = (
        View("linear pool", (0,), 0.5, "probability"),
        View("geometric pool", (0,), 0.5, "probability"),
    )
    assert "the linear and geometric pools and rater A name low" in said(
        _LEAD, rater("B", 1), *pools, rater("A", 0)
    )


def test_a_level_answer_that_shares_the_lead_is_said_to_be_level_once() -> None:
    level = View("hypotheses, plain", (0, 1), 0.0, "margin")
    assert said(_LEAD, rater("A", 1), level, rater("B", 2)) == (
        "Two of four answers name middle; the plain count of the evidence is level between low "
        "and middle; rater B names high. The answers lie up to two rungs apart."
    )


def test_level_answers_that_differ_are_said_once_together() -> None:
    plain, squared = (
        View(method, (0, 2), 0.0, "margin")
        for method in ("hypotheses, plain", "hypotheses, squared")
    )
    assert said(_LEAD, plain, squared) == (
        "Only the method that leads names middle; the plain and squared counts of the evidence "
        "are level between low and high. The answers lie up to two rungs apart."
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("hypotheses, plain", "hypotheses, weighted", "hypotheses, squared")),
            st.sets(st.integers(0, 2), min_size=1, max_size=2),
        ),
        unique_by=lambda each: each[0],
        max_size=3,
    ),
    st.lists(st.integers(0, 2), max_size=4),
)
def test_each_answer_is_told_of_once_and_no_part_of_the_sentence_is_empty(
    counts: list[tuple[Literal["hypotheses, plain"], set[int]]], raters: list[int]
) -> None:
    views = [
        *(View(method, tuple(sorted(places)), 0.0, "margin") for method, places in counts),
        *(rater(f"R{at}", place) for at, place in enumerate(raters)),
    ]
    words = said(_LEAD, *views)
    if all(view.leading == (1,) for view in views):
        assert words == f"All {number_word(1 + len(views))} answers name middle."
        return
    head, *others = words.partition(". ")[0].split("; ")
    assert all(part.startswith(("the ", "rater", "all ")) for part in others)
    agreeing = sum(view.leading == (1,) for view in (_LEAD, *views))
    named = "only" if agreeing == 1 else number_word(agreeing)
    assert head.lower().startswith(named)
    assert len(others) == len({view.leading for view in views} - {(1,)})
    for view in views:
        if view.measure == "margin" and view.leading != (1,) and "all three" not in words:
            assert words.count(view.method.partition(", ")[2]) == 1
