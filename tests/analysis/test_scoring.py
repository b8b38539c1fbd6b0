import math
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.scoring import (
    LEAST_RESOLVED,
    Judged,
    Scores,
    Standing,
    base_rate,
    bin_of,
    brier_score,
    calibration_bins,
    last_before,
    log_score,
    mean_scores,
    parts_of_score,
    score,
    score_over_time,
)

# Brier (1950), table 1: rain or no rain on ten occasions, and the score of 0.19 that he gives.
BRIER = (
    *((0.7, False), (0.9, True), (0.8, True), (0.4, True), (0.2, False)),
    *((0.0, False), (0.0, False), (0.0, False), (0.0, False), (0.1, False)),
)
# Wilks, Statistical Methods in the Atmospheric Sciences, chapter 7, the table on forecasts of
# precipitation (as in the help of the R package verification): likelihood, how often it was given
# in 10,000 forecasts, and the share of those that came true.
WILKS = (
    *((0.00, 4112, 0.006), (0.05, 671, 0.019), (0.1, 1833, 0.059), (0.2, 986, 0.150)),
    *((0.30, 616, 0.277), (0.4, 366, 0.377), (0.5, 303, 0.511), (0.6, 275, 0.587)),
    *((0.70, 245, 0.723), (0.8, 220, 0.779), (0.9, 170, 0.934), (1.0, 203, 0.933)),
)
DAY = datetime(2026, 1, 1, tzinfo=UTC)
likelihoods = st.floats(0, 1, allow_subnormal=False)
judged = st.lists(st.builds(Judged, likelihoods, st.booleans()), min_size=1, max_size=40)
coarse = st.lists(
    st.builds(Judged, st.sampled_from([k / 10 for k in range(11)]), st.booleans()),
    min_size=1,
    max_size=60,
)


def wilks() -> list[Judged]:
    return [
        Judged(likelihood, place < round(count * share))
        for likelihood, count, share in WILKS
        for place in range(count)
    ]


def test_brier_s_own_example_has_his_score_and_the_half_form_is_half_of_it() -> None:
    scores = [score(p, happened=rain) for p, rain in BRIER]
    mean = mean_scores(scores)
    assert mean is not None
    assert mean.brier == pytest.approx(0.095)
    assert mean.brier_two_class == pytest.approx(0.19)


def test_the_example_of_scikit_learn_has_its_brier_score() -> None:
    """Its documentation gives 0.0375 for `brier_score_loss([0, 1, 1, 0], [.1, .9, .8, .3])`."""
    pairs = ((0.1, False), (0.9, True), (0.8, True), (0.3, False))
    mean = mean_scores([score(p, happened=came) for p, came in pairs])
    assert mean is not None
    assert mean.brier == pytest.approx(0.0375)


def test_the_example_of_scikit_learn_has_its_log_loss() -> None:
    """Its documentation gives 0.21616 for the `spam` and `ham` of `log_loss`; ours is minus it."""
    pairs = ((0.9, True), (0.1, False), (0.2, False), (0.65, True))
    mean = mean_scores([score(p, happened=came) for p, came in pairs])
    assert mean is not None
    assert -mean.log == pytest.approx(0.21616, abs=5e-6)


def test_the_example_of_scikit_learn_has_its_calibration() -> None:
    """Its documentation gives these bins for `calibration_curve(…, n_bins=3)`."""
    given_ = (0.1, 0.2, 0.3, 0.4, 0.65, 0.7, 0.8, 0.9, 1.0)
    came = (False,) * 4 + (True,) * 5
    bins = calibration_bins([Judged(p, c) for p, c in zip(given_, came, strict=True)], 3)
    assert [each.share for each in bins] == pytest.approx([0.0, 0.5, 1.0])
    assert [each.mean for each in bins] == pytest.approx([0.2, 0.525, 0.85])
    assert [each.count for each in bins] == [3, 2, 4]


def test_the_parts_of_the_table_of_wilks_are_those_worked_out_from_its_columns() -> None:
    """By Murphy's sums over the table's own columns: 0.0008, 0.0628, 0.1354, and 0.0735."""
    parts = parts_of_score(wilks())
    assert parts is not None
    assert parts.reliability == pytest.approx(0.0008, abs=5e-5)
    assert parts.resolution == pytest.approx(0.0628, abs=2e-4)
    assert parts.uncertainty == pytest.approx(0.162 * 0.838, abs=5e-4)
    assert parts.score == pytest.approx(0.0735, abs=1e-4)


def test_the_parts_of_brier_s_own_example_are_those_worked_out_by_hand() -> None:
    """Each likelihood but 0 was given once, so reliability is the score, and the rest cancels."""
    parts = parts_of_score([Judged(likelihood, rain) for likelihood, rain in BRIER])
    assert parts is not None
    assert parts.reliability == pytest.approx(0.095)
    assert parts.resolution == pytest.approx((3 * 0.7**2 + 7 * 0.3**2) / 10)
    assert parts.uncertainty == pytest.approx(0.3 * 0.7)


@given(coarse)
def test_murphy_s_identity_holds_exactly_by_likelihood(forecasts: list[Judged]) -> None:
    parts = parts_of_score(forecasts)
    assert parts is not None
    mean = sum(brier_score(x.likelihood, happened=x.happened) for x in forecasts) / len(forecasts)
    identity = parts.reliability - parts.resolution + parts.uncertainty
    assert identity == pytest.approx(mean, abs=1e-12)
    assert parts.within == pytest.approx(0.0, abs=1e-12)


@given(judged)
def test_what_is_left_over_within_bins_makes_the_sum_whole(forecasts: list[Judged]) -> None:
    parts = parts_of_score(forecasts, bin_of)
    assert parts is not None
    mean = sum(brier_score(x.likelihood, happened=x.happened) for x in forecasts) / len(forecasts)
    assert parts.score == pytest.approx(mean, abs=1e-12)
    assert min(parts.reliability, parts.resolution, parts.uncertainty) >= 0.0


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_both_scores_are_proper(belief: float, said: float) -> None:
    """Nobody gains, on what he believes, by saying something else."""

    def expected(given: float) -> tuple[float, float]:
        yes, no = score(given, happened=True), score(given, happened=False)
        return (
            belief * yes.brier + (1 - belief) * no.brier,
            belief * yes.log + (1 - belief) * no.log,
        )

    assert expected(belief)[0] <= expected(said)[0] + 1e-12
    assert expected(belief)[1] >= expected(said)[1] - 1e-12


@given(likelihoods, st.booleans())
def test_two_classes_score_twice_the_half_form(likelihood: float, happened: bool) -> None:
    for_yes = (likelihood - happened) ** 2
    for_no = ((1 - likelihood) - (not happened)) ** 2
    assert score(likelihood, happened=happened).brier_two_class == pytest.approx(for_yes + for_no)


def test_a_certain_forecast_that_fails_scores_minus_infinity_and_so_does_each_mean() -> None:
    assert log_score(0.0, happened=True) == -math.inf
    assert log_score(1.0, happened=False) == -math.inf
    mean = mean_scores([score(0.0, happened=True), score(1.0, happened=True)])
    assert mean == Scores(0.5, -math.inf, 2)


def test_a_certain_forecast_that_holds_scores_nought() -> None:
    assert score(1.0, happened=True) == Scores(0.0, 0.0)
    assert score(0.0, happened=False) == Scores(0.0, 0.0)


def test_even_chances_score_a_quarter_and_the_log_of_a_half() -> None:
    assert score(0.5, happened=True) == Scores(0.25, math.log(0.5))


@pytest.mark.parametrize("wrong", [-0.01, 1.01, math.nan])
def test_what_is_no_likelihood_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="no likelihood"):
        brier_score(wrong, happened=True)
    with pytest.raises(ValueError, match="no likelihood"):
        log_score(wrong, happened=True)


def test_a_question_s_score_weighs_each_forecast_by_the_time_it_stood() -> None:
    line = [Standing(0.2, DAY), Standing(0.8, DAY + timedelta(days=9))]
    found = score_over_time(line, DAY + timedelta(days=10), happened=True)
    assert found is not None
    assert found.brier == pytest.approx(0.9 * 0.64 + 0.1 * 0.04)
    assert found.log == pytest.approx(0.9 * math.log(0.2) + 0.1 * math.log(0.8))
    assert found.count == 2


def test_the_time_in_which_nothing_stood_counts_for_nothing() -> None:
    line = [Standing(0.2, DAY), Standing(None, DAY + timedelta(days=1))]
    found = score_over_time(line, DAY + timedelta(days=10), happened=True)
    assert found is not None
    assert found.brier == pytest.approx(0.64)
    assert last_before(line, DAY + timedelta(days=10)) is None


def test_what_was_said_when_the_answer_was_known_is_not_scored() -> None:
    line = [Standing(0.9, DAY)]
    assert score_over_time(line, DAY, happened=True) is None
    assert last_before(line, DAY) is None
    assert score_over_time([], DAY, happened=True) is None


def test_of_two_forecasts_at_one_moment_the_later_one_counts() -> None:
    line = [Standing(0.1, DAY), Standing(0.9, DAY)]
    end = DAY + timedelta(days=1)
    found = score_over_time(line, end, happened=True)
    assert found is not None
    assert found.brier == pytest.approx(0.01)
    assert last_before(line, end) == 0.9


def test_the_time_of_a_certain_forecast_that_failed_makes_all_of_it_minus_infinity() -> None:
    line = [Standing(0.0, DAY), Standing(0.8, DAY + timedelta(days=1))]
    found = score_over_time(line, DAY + timedelta(days=10), happened=True)
    assert found is not None
    assert found.log == -math.inf


def test_likelihoods_on_an_edge_belong_to_the_bin_above_and_one_to_the_last() -> None:
    assert [bin_of(p) for p in (0.0, 0.19, 0.2, 0.4, 0.6, 0.8, 1.0)] == [0, 0, 1, 2, 3, 4, 4]


def test_nothing_gives_no_mean_no_parts_and_no_bins() -> None:
    assert mean_scores([]) is None
    assert parts_of_score([]) is None
    assert calibration_bins([]) == ()
    with pytest.raises(ValueError, match="at least one"):
        base_rate([])


def test_calibration_needs_six_to_a_bin_whose_chance_error_is_about_its_width() -> None:
    assert LEAST_RESOLVED == 30
    assert 0.5 / math.sqrt(LEAST_RESOLVED / 5) == pytest.approx(0.2, abs=0.005)
