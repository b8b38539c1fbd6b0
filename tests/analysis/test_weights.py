import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.weights import pool_weights, reweigh, weights_in
from explorer.packs.reading import read_atlas
from explorer.paths import bundled_pack

TABLE = st.dictionaries(
    st.sampled_from(["R1", "R2", "R3"]),
    st.fixed_dictionaries({name: st.floats(0.01, 100.0) for name in "abcd"}),
)


def test_each_rater_counts_alike_however_large_the_numbers_written() -> None:
    """By hand: (1, 3) of 4 is (0.25, 0.75), (60, 20) of 80 is (0.75, 0.25); their mean is even."""
    pooled = pool_weights("ab", {"R1": {"a": 1, "b": 3}, "R2": {"a": 60, "b": 20}})
    assert pooled.shares == (0.5, 0.5)
    assert pooled.by_rater == ((0.25, 0.75), (0.75, 0.25))
    assert pooled.ranges == ((0.25, 0.75), (0.25, 0.75))


def test_a_rater_may_count_for_more() -> None:
    given_ = {"R1": {"a": 1.0, "b": 3.0}, "R2": {"a": 3.0, "b": 1.0}}
    assert pool_weights("ab", given_, {"R1": 3, "R2": 1}).shares == (0.375, 0.625)


def test_a_factor_left_out_weighs_nothing_and_without_weights_all_weigh_the_same() -> None:
    assert pool_weights("ab", {"R1": {"a": 7.0}}).shares == (1.0, 0.0)
    assert pool_weights("ab", {}).shares == (0.5, 0.5)


def test_a_rater_without_weights_of_their_own_uses_the_pooled_ones() -> None:
    pooled = pool_weights("ab", {"R1": {"a": 1.0, "b": 3.0}, "R2": {"a": 1.0, "b": 1.0}})
    assert pooled.of_rater("R1") == (0.25, 0.75)
    assert pooled.of_rater("me") == pooled.shares


def test_a_negative_weight_is_refused() -> None:
    with pytest.raises(ValueError, match="none below zero"):
        pool_weights("ab", {"R1": {"a": -1.0, "b": 3.0}})


@given(TABLE)
def test_pooled_weights_sum_to_one(given_: dict[str, dict[str, float]]) -> None:
    assert sum(pool_weights("abcd", given_).shares) == pytest.approx(1.0)


def test_the_bundled_weights_are_the_means_of_the_four_raters() -> None:
    atlas = read_atlas(bundled_pack())
    pooled = weights_in(atlas)
    for factor, share in zip(pooled.factors, pooled.shares, strict=True):
        found = [weight.weight for weight in atlas.weights if weight.factor == factor]
        assert share == pytest.approx(sum(found) / len(found) / 100.0)


def test_one_weight_is_set_and_the_others_keep_their_proportions() -> None:
    """By hand: the others stand 1 to 3 and share what the half leaves."""
    assert reweigh({"a": 0.2, "b": 0.2, "c": 0.6}, "a", 0.5) == pytest.approx(
        {"a": 0.5, "b": 0.125, "c": 0.375}
    )


def test_others_that_weigh_nothing_share_what_is_left_alike() -> None:
    assert reweigh({"a": 1.0, "b": 0.0, "c": 0.0}, "a", 0.5) == {"a": 0.5, "b": 0.25, "c": 0.25}


def test_a_weight_is_held_within_the_whole_and_a_lone_one_is_all_of_it() -> None:
    assert reweigh({"a": 0.5, "b": 0.5}, "a", 1.5) == {"a": 1.0, "b": 0.0}
    assert reweigh({"a": 0.5, "b": 0.5}, "a", -1.0) == {"a": 0.0, "b": 1.0}
    assert reweigh({"a": 1.0}, "a", 0.5) == {"a": 1.0}


def test_a_factor_that_has_no_weight_cannot_be_reweighed() -> None:
    with pytest.raises(KeyError):
        reweigh({"a": 1.0}, "z", 0.5)


@given(
    st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.0, 1.0), min_size=1),
    st.floats(0.0, 1.0),
)
def test_weights_sum_to_one_however_one_is_set(shares: dict[str, float], share: float) -> None:
    found = reweigh(shares, min(shares), share)
    assert list(found) == list(shares)
    assert sum(found.values()) == pytest.approx(1.0)
    assert min(found.values()) >= 0.0
