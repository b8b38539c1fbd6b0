import pytest

from explorer.style import (
    DARK,
    LIGHT,
    Theme,
    group_colours,
    ink_on,
    luminance,
    map_colour,
    rung_colours,
    step_colours,
)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.1."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_luminance_and_contrast_are_those_of_the_standard() -> None:
    assert luminance("#000000") == 0.0
    assert luminance("#ffffff") == pytest.approx(1.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_ink_reads_well_on_every_fill_of_a_map(theme: Theme) -> None:
    fills = (*step_colours(5, theme), *group_colours(theme))
    for fill in (*fills, map_colour("gap", theme), map_colour("land", theme)):
        assert contrast(fill, ink_on(fill)) >= 4.5, fill
    assert min(contrast(fill, ink_on(fill)) for fill in rung_colours(theme)) >= 4.4


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_lone_class_has_the_middle_shade_and_few_span_the_scale(theme: Theme) -> None:
    whole = step_colours(5, theme)
    assert step_colours(1, theme) == (whole[2],)
    assert step_colours(2, theme) == (whole[0], whole[4])
