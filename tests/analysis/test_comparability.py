from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.comparability import (
    FURTHEST,
    UNKNOWN,
    Absence,
    Figure,
    Finding,
    Rival,
    Verdict,
    compare,
    rivals_against,
    usual_pace,
    wilson_interval,
    years_allowed,
)

ONE = Figure("indicator/gini", "wb", 2024, 10.0, pace=1.0)
OTHER = replace(ONE, value=30.0)
SMALL = st.floats(-100, 100).map(lambda value: round(value, 2))
FIGURES = st.builds(
    Figure,
    definition=st.sampled_from(("indicator/gini", "indicator/hdi")),
    source=st.sampled_from(("wb", "cia")),
    year=st.integers(1995, 2025),
    value=st.none() | SMALL,
    basis=st.sampled_from(("", "modelled", "estimated", "surveyed", "derived")),
    caveat=st.sampled_from(("", "Doubted.")),
    interval=st.none() | st.tuples(SMALL, SMALL).map(lambda ends: (min(ends), max(ends))),
    absence=st.sampled_from(("", "small", "unlisted")),
    pace=st.none() | st.floats(0, 50),
    rivals=st.lists(
        st.builds(Rival, st.sampled_from(("a", "b")), st.integers(2018, 2025), SMALL),
        max_size=3,
        unique_by=lambda each: (each.whose, each.year),
    ).map(tuple),
)


def kinds(verdict: Verdict) -> list[tuple[str, bool]]:
    return [(each.kind, each.withholds) for each in verdict.findings]


def test_figures_alike_in_all_but_value_may_be_compared() -> None:
    verdict = compare(ONE, OTHER)
    assert verdict.holds
    assert verdict.findings == ()


@given(FIGURES)
def test_a_figure_beside_itself_gives_no_caution(figure: Figure) -> None:
    assert compare(figure, figure) == Verdict()


@given(FIGURES, FIGURES)
def test_the_order_of_two_figures_makes_no_difference(one: Figure, other: Figure) -> None:
    assert compare(one, other) == compare(other, one)
    assert years_allowed(one, other) == years_allowed(other, one)


@given(FIGURES, FIGURES)
def test_a_comparison_holds_unless_something_withholds_it(one: Figure, other: Figure) -> None:
    verdict = compare(one, other)
    assert verdict.holds == (verdict.withheld_by == ())
    assert len({each.kind for each in verdict.findings}) == len(verdict.findings)


def test_years_are_close_enough_while_the_difference_outlasts_the_usual_change() -> None:
    """By hand: 20 apart at 8 a year takes two and a half years, so two years may lie between."""
    one, other = replace(ONE, pace=8.0), replace(OTHER, pace=2.0)
    assert years_allowed(one, other) == 2
    assert kinds(compare(one, replace(other, year=2022))) == [("year", False)]
    assert kinds(compare(one, replace(other, year=2021))) == [("year", True)]


def test_no_series_is_so_slow_that_old_figures_may_be_compared() -> None:
    slow = replace(OTHER, pace=0.0)
    assert years_allowed(replace(ONE, pace=0.0), slow) == FURTHEST
    assert compare(ONE, replace(slow, year=2024 - FURTHEST)).holds
    assert not compare(ONE, replace(slow, year=2023 - FURTHEST)).holds


def test_at_an_unknown_pace_one_year_may_lie_between() -> None:
    one, other = replace(ONE, pace=None), replace(OTHER, pace=None)
    assert years_allowed(one, other) == UNKNOWN == 1
    assert compare(one, replace(other, year=2023)).holds
    assert not compare(one, replace(other, year=2022)).holds


def test_level_figures_of_different_years_are_not_called_anything() -> None:
    still = replace(ONE, year=2023, pace=0.0)
    assert years_allowed(replace(ONE, pace=0.0), still) == 0
    assert kinds(compare(ONE, still)) == [("year", True)]


@pytest.mark.parametrize("change", [{"source": "cia"}, {"definition": "indicator/hdi"}])
def test_another_source_or_definition_withholds(change: dict[str, str]) -> None:
    assert kinds(compare(ONE, replace(OTHER, **change))) == [("source", True)]


def test_bases_that_differ_withhold_and_models_warn() -> None:
    modelled = replace(OTHER, basis="modelled")
    assert kinds(compare(replace(ONE, basis="surveyed"), modelled)) == [("modelled", True)]
    assert kinds(compare(replace(ONE, basis="modelled"), modelled)) == [("modelled", False)]
    assert kinds(compare(ONE, modelled)) == [("modelled", False)]
    assert compare(replace(ONE, basis="surveyed"), replace(OTHER, basis="surveyed")) == Verdict()


def test_a_caveat_on_either_withholds() -> None:
    assert kinds(compare(ONE, replace(OTHER, caveat="Doubted."))) == [("caveat", True)]


def test_intervals_that_meet_withhold_and_those_apart_do_not() -> None:
    one = replace(ONE, interval=(8.0, 12.0))
    assert kinds(compare(one, replace(OTHER, interval=(12.0, 40.0)))) == [("overlap", True)]
    assert compare(one, replace(OTHER, interval=(12.1, 40.0))) == Verdict()
    assert compare(one, OTHER) == Verdict()


def with_rival(figure: Figure, value: float, year: int = 2024, whose: str = "CIA") -> Figure:
    return replace(figure, rivals=(*figure.rivals, Rival(whose, year, value)))


def test_a_rival_that_orders_two_figures_the_other_way_withholds() -> None:
    one, other = with_rival(ONE, 7.0), with_rival(OTHER, 6.9)
    assert kinds(compare(one, other)) == [("rival", True)]
    assert rivals_against(one, other) == (Rival("CIA", 2024, 7.0),)
    assert compare(one, with_rival(OTHER, 7.1)).holds
    assert compare(one, with_rival(OTHER, 7.0)).holds
    assert compare(one, OTHER).holds


def test_of_a_rival_the_newest_shared_year_counts_and_none_that_is_far_off() -> None:
    one = with_rival(with_rival(ONE, 5.0, 2023), 1.0, 2022)
    other = with_rival(with_rival(OTHER, 9.0, 2023), 0.0, 2022)
    assert compare(one, other).holds
    old = (with_rival(ONE, 9.0, 2023 - FURTHEST), with_rival(OTHER, 1.0, 2023 - FURTHEST))
    assert compare(*old).holds
    near = (with_rival(ONE, 9.0, 2024 - FURTHEST), with_rival(OTHER, 1.0, 2024 - FURTHEST))
    assert not compare(*near).holds


@pytest.mark.parametrize(
    ("marks", "count", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_share_is_that_of_the_published_examples(
    marks: int, count: int, low: float, high: float
) -> None:
    """Newcombe (1998), table I, method 3, which is Wilson's.

    Newcombe, R. G. (1998), Two-sided confidence intervals for the single proportion: comparison of
    seven methods, Statistics in Medicine 17, 857-872.
    """
    found = wilson_interval(marks / count, count)
    assert found == pytest.approx((low, high), abs=0.00005)


@given(st.floats(0, 1), st.integers(1, 5000))
def test_the_interval_of_a_share_holds_it_and_narrows_with_the_count(
    share: float, count: int
) -> None:
    low, high = wilson_interval(share, count)
    assert 0.0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1.0
    more = wilson_interval(share, 4 * count)
    assert more[1] - more[0] < high - low


@pytest.mark.parametrize(("share", "count"), [(0.5, 0), (1.5, 3), (-0.1, 3)])
def test_no_interval_is_given_for_what_is_no_share(share: float, count: int) -> None:
    with pytest.raises(ValueError, match="No share"):
        wilson_interval(share, count)


@pytest.mark.parametrize("absence", ["small", "unlisted"])
def test_a_partner_that_is_not_listed_is_never_zero(absence: Absence) -> None:
    absent = Figure("trade", "cia", 2023, None, absence=absence)
    assert "absent" in compare(ONE, absent).withheld_by


def test_a_figure_that_is_missing_is_told_of_once() -> None:
    missing = replace(OTHER, value=None, year=0, source="")
    assert compare(ONE, missing).findings == (Finding("absent", withholds=True),)


def test_the_usual_pace_is_the_mean_size_of_the_change_in_a_year() -> None:
    """By hand: 4 in two years is 2 a year, then 6 in one; on average 4."""
    assert usual_pace((2018, 2020, 2021), (10.0, 14.0, 8.0)) == pytest.approx(4.0)
    assert usual_pace((2018,), (10.0,)) is None


def test_only_the_latest_changes_tell_the_pace() -> None:
    years = tuple(range(2000, 2012))
    values = (500.0, *(float(at) for at in range(11)))
    assert usual_pace(years, values) == pytest.approx(1.0)
