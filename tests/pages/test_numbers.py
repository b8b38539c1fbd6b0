import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.pages.numbers import (
    decimals_for,
    interval_text,
    number_text,
    scale_for,
    share_figure,
    share_text,
    signed_text,
    starts_at_zero,
)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234567.0, 0, "1,234,567"),
        (12.34, 1, "12.3"),
        (-2.5, 1, "\u22122.5"),
        (-0.04, 1, "0.0"),
        (0.0, 0, "0"),
    ],
)
def test_figures_have_separators_and_a_true_minus(value: float, decimals: int, text: str) -> None:
    assert number_text(value, decimals) == text


@pytest.mark.parametrize(
    ("values", "decimals"),
    [
        ((0.123, 0.456), 3),
        ((2.25, 5.5), 2),
        ((12.5, 62.25), 1),
        ((150.5, 180.25), 0),
        ((4.5, 180.25), 1),
        ((4.5, 24300.0), 0),
        ((3.0, 120.0), 0),
        ((), 0),
    ],
)
def test_decimals_follow_the_size_of_the_figures(values: tuple[float, ...], decimals: int) -> None:
    assert decimals_for(values) == decimals


@given(st.lists(st.floats(-1e12, 1e12), max_size=5))
def test_decimals_are_few_and_never_negative(values: list[float]) -> None:
    assert 0 <= decimals_for(values) <= 4


@pytest.mark.parametrize(
    ("values", "unit", "shown"),
    [
        ((2.5e9, 8e7), "USD", (1e9, "billion USD")),
        ((3.0e6,), "people", (1e6, "million people")),
        ((9.9e5,), "people", (1.0, "people")),
        ((2.5e9,), "million USD", (1.0, "million USD")),
        ((2.5e9,), "% of GDP", (1.0, "% of GDP")),
    ],
)
def test_large_amounts_are_counted_in_millions_or_billions(
    values: tuple[float, ...], unit: str, shown: tuple[float, str]
) -> None:
    assert scale_for(values, unit) == shown


def test_an_axis_holds_zero_where_that_does_not_flatten_the_curve() -> None:
    assert starts_at_zero((10, 100), "USD")
    assert not starts_at_zero((60, 100), "years")
    assert starts_at_zero((60, 100), "% of votes")
    assert not starts_at_zero((80, 100), "% of votes")
    assert not starts_at_zero((-1, 100), "% of GDP")
    assert not starts_at_zero((), "USD")


def test_a_share_in_a_bar_is_the_figure_of_its_text_without_the_sign() -> None:
    assert (share_figure(0.885), share_text(0.885)) == ("89", "89\u00a0%")
    assert (share_figure(0.004), share_figure(0.996)) == ("<1", ">99")


def test_an_interval_whose_ends_show_alike_is_said_once() -> None:
    assert interval_text(0.48, 0.71) == "48 to 71\u00a0%"
    assert interval_text(0.481, 0.484) == "48\u00a0%"


def test_a_difference_has_its_sign_unless_it_shows_as_nought() -> None:
    assert signed_text(0.131, 2) == "+0.13"
    assert signed_text(-1234.5, 1) == "\N{MINUS SIGN}1,234.5"
    assert signed_text(-0.004, 2) == "0.00"
