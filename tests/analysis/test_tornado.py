import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.basis import Basis
from explorer.analysis.forecast import Setting, forecast
from explorer.analysis.odds import Event, move
from explorer.analysis.tornado import tornado

AT_LEAST_TOKEN = Event("at_least", 2)
BETA = 13.0


def test_a_step_moves_the_odds_by_beta_times_a_quarter_of_the_weight(kazakhstan: Basis) -> None:
    """Closed form, for a rating well within the scale: log-odds +- beta w / 4."""
    found = tornado(kazakhstan, BETA, AT_LEAST_TOKEN)
    inner = [bar for bar in found.bars if 1.0 <= bar.rating <= 3.0]
    assert len(inner) > 3
    for bar in inner:
        sign = 1 if bar.group == "interest" else -1
        shift = sign * BETA * bar.weight / 4
        assert bar.up.probability == pytest.approx(move(found.now, shift))
        assert bar.down.probability == pytest.approx(move(found.now, -shift))


@given(
    st.sampled_from(
        [Event(kind, place) for kind in ("at_least", "exactly") for place in range(5)]
    ),
    st.dictionaries(st.sampled_from(["iran_wedge", "public_opinion"]), st.floats(0.0, 4.0)),
)
def test_every_bar_is_what_forecasting_anew_gives(
    kazakhstan: Basis, event: Event, ratings: dict[str, float]
) -> None:
    found = tornado(kazakhstan, BETA, event, Setting(ratings))
    for bar in found.bars:
        for end in (bar.low, bar.high, bar.down, bar.up):
            anew = forecast(kazakhstan, BETA, Setting({**ratings, bar.factor: end.rating}))
            assert end.probability == pytest.approx(anew.probability(event))
        assert 0.0 <= bar.low.rating <= bar.rating <= bar.high.rating <= 4.0


def test_the_longest_bar_comes_first_and_every_factor_has_one(kazakhstan: Basis) -> None:
    found = tornado(kazakhstan, BETA, AT_LEAST_TOKEN)
    swings = [bar.swing for bar in found.sorted_by("swing")]
    steps = [bar.step for bar in found.sorted_by("step")]
    assert swings == sorted(swings, reverse=True)
    assert steps == sorted(steps, reverse=True)
    assert len(found.bars) == len(kazakhstan.standings)


def test_at_the_end_of_the_scale_a_step_is_cut_short(kazakhstan: Basis) -> None:
    found = tornado(kazakhstan, BETA, AT_LEAST_TOKEN, Setting({"iran_wedge": 3.6}))
    bar = next(bar for bar in found.bars if bar.factor == "iran_wedge")
    assert bar.up.rating == 4.0
    assert bar.down.rating == pytest.approx(2.6)


def test_a_swing_counts_from_now_where_both_ends_lie_on_one_side(kazakhstan: Basis) -> None:
    """“Exactly” a rung may be likeliest in between: then both ends are less likely than now."""
    event = Event("exactly", 2)
    found = [
        tornado(kazakhstan, BETA, event, Setting({"washington_profile": rating / 10}))
        for rating in range(41)
    ]
    one_sided = [
        bar
        for one in found
        for bar in one.bars
        if bar.up.probability < bar.now > bar.down.probability
    ]
    assert one_sided
    for bar in one_sided:
        lower = min(bar.up.probability, bar.down.probability)
        assert bar.step == pytest.approx(bar.now - lower)
        assert bar.step > abs(bar.up.probability - bar.down.probability)
