import math

import pytest

from explorer.analysis.basis import Choices
from explorer.analysis.fit import Point, fit_beta, fit_points, judged_moves
from explorer.domain.atlas import Atlas


def a_point(change: float, moved: float, iso3: str = "KAZ") -> Point:
    return Point(iso3, "calm_south", 1, change, 0.5, 1 / (1 + math.exp(-moved)))


def test_the_certified_values_of_a_line_through_the_origin_come_out() -> None:
    """NIST Statistical Reference Datasets, NoInt2: x = 4, 5, 6 and y = 3, 4, 4.

    The tests of Apache Commons Math and of GLM.jl hold the same values.

    Certified: slope 0.727272727272727, its standard deviation 0.0420827318078432, R squared
    0.993348115299335 (about zero, as NIST gives it for a line without an intercept).
    """
    fit = fit_points([a_point(4, 3), a_point(5, 4), a_point(6, 4)])
    assert fit.beta == pytest.approx(0.727272727272727, rel=1e-9)
    assert fit.error == pytest.approx(0.0420827318078432, rel=1e-9)
    assert fit.r_squared == pytest.approx(0.993348115299335, rel=1e-9)


def test_the_certified_values_of_a_longer_line_come_out() -> None:
    """NIST, NoInt1: x = 60 to 70, y = 130 to 140, here with y in hundredths.

    Certified: slope 2.07438016528926, standard deviation 0.0165289256198347, R squared
    0.999365492298663.
    """
    fit = fit_points([a_point(60 + step, 1.3 + step / 100) for step in range(11)])
    assert fit.beta == pytest.approx(0.0207438016528926, rel=1e-9)
    assert fit.error == pytest.approx(0.000165289256198347, rel=1e-9)
    assert fit.r_squared == pytest.approx(0.999365492298663, rel=1e-9)


def test_the_error_for_ties_within_a_state_is_that_of_the_sandwich() -> None:
    """By hand: changes of 1, moves 3, 3, 1, 1 for A, A, B, B. Beta 2, residuals 1, 1, -1, -1.

    The scores by state are 2 and -2, so the meat is 8, times 2 / 1 is 16, root 4, over 4 is 1. The
    plain error is the root of 4 / 3 / 4.
    """
    fit = fit_points(
        [a_point(1, 3, "A"), a_point(1, 3, "A"), a_point(1, 1, "B"), a_point(1, 1, "B")]
    )
    assert fit.beta == pytest.approx(2.0)
    assert fit.error == pytest.approx(math.sqrt(1 / 3))
    assert fit.clustered == pytest.approx(1.0)
    assert fit.spread == fit.clustered


@pytest.mark.parametrize("points", [[], [a_point(1, 1)], [a_point(0, 1), a_point(0, 2)]])
def test_too_little_to_fit_is_refused(points: list[Point]) -> None:
    with pytest.raises(ValueError, match="two judged moves"):
        fit_points(points)


def test_only_moves_between_the_limits_are_fitted(bundled: Atlas) -> None:
    points, left_out = judged_moves(bundled)
    cuts = len(bundled.rungs) - 1
    scenarios = len(bundled.scenarios) - 1
    assert len(points) + left_out == cuts * scenarios * len(bundled.subject.compared)
    assert left_out > 0
    assert all(0.01 <= point.before <= 0.99 and 0.01 <= point.after <= 0.99 for point in points)


@pytest.mark.parametrize("method", ["linear", "geometric"])
def test_beta_of_the_bundled_pack_is_the_slope_that_no_other_beats(
    bundled: Atlas, method: str
) -> None:
    fit = fit_beta(bundled, Choices(method="linear" if method == "linear" else "geometric"))
    left = sum(each.value**2 for each in fit.residuals)
    for other in (fit.beta - 0.01, fit.beta + 0.01):
        points = [each.point for each in fit.residuals]
        assert sum((x.moved - other * x.change) ** 2 for x in points) > left
    assert fit.beta > 0


def test_the_worst_fitted_come_first_and_the_groups_hold_every_point(bundled: Atlas) -> None:
    fit = fit_beta(bundled)
    assert abs(fit.worst[0].value) == max(abs(each.value) for each in fit.residuals)
    for groups in (fit.states, fit.scenarios, fit.cuts):
        assert sum(group.points for group in groups) == len(fit.residuals)
        assert [group.error for group in groups] == sorted(
            (group.error for group in groups), reverse=True
        )
