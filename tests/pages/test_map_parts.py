from dataclasses import replace
from itertools import pairwise

import pytest

from explorer.pages.map_parts import MapArea, MapClass, class_colour, point_colours
from explorer.style import DARK, LIGHT, Theme, ink_on, luminance, map_colour

STEPS = tuple(MapClass(str(at), "step", at, 1) for at in range(5))
MISSING = MapClass("no value found", "missing", 0, 1)


def test_the_first_class_says_what_the_counts_are_of() -> None:
    assert MapClass("under 5", "step", 0, 1, is_first=True).words == "under 5 (1 state)"
    assert MapClass("under 5", "step", 0, 3, is_first=True).words == "under 5 (3 states)"
    assert MapClass("5 to 10", "step", 1, 3).words == "5 to 10 (3)"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_steps_grow_darker_on_light_and_lighter_on_dark(theme: Theme, count: int) -> None:
    shades = [luminance(class_colour(STEPS[:count], at, theme)[0]) for at in range(count)]
    assert shades == sorted(shades, reverse=theme is LIGHT)
    assert all(abs(a - b) > 0.02 for a, b in pairwise(shades))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_only_what_is_missing_is_hatched_and_plain_land_has_a_colour_of_its_own(
    theme: Theme,
) -> None:
    classes = (*STEPS, MISSING)
    found = [class_colour(classes, at, theme) for at in (None, *range(6))]
    assert [is_hatched for _, is_hatched in found] == [False] * 6 + [True]
    assert len({colour for colour, _ in found}) == 7


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_label_takes_the_ink_of_the_class_below_it_and_a_port_is_set_apart_elsewhere(
    theme: Theme,
) -> None:
    coloured = MapArea("KAZ", "", (), (0.0, 0.0), 4, "", (), is_compared=True, is_known=True)
    plain = replace(coloured, class_at=None)
    fill, _ = class_colour(STEPS, 4, theme)
    for kind in ("capital", "port"):
        assert point_colours(STEPS, coloured, kind, theme) == (ink_on(fill), fill)
    assert point_colours(STEPS, plain, "port", theme)[0] == theme.accent
    assert point_colours(STEPS, None, "capital", theme) == (theme.ink, map_colour("sea", theme))


def test_an_area_tells_its_facts_in_sentences() -> None:
    area = MapArea(
        iso3="KAZ",
        label="Kazakhstan",
        polygons=(),
        at=(0.0, 0.0),
        class_at=0,
        value="4",
        facts=(("Gini index", "29.2"), ("Year", "2021")),
        is_compared=True,
        is_known=True,
    )
    assert area.description == "Kazakhstan. Gini index: 29.2. Year: 2021."
