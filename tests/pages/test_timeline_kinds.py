import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.timeline_kinds import in_order, kind_of
from explorer.style import DARK, LIGHT, event_colour, event_shape


def test_every_category_of_the_pack_is_known_by_a_letter_of_its_own(atlas: Atlas) -> None:
    kinds = [kind_of(category) for category in sorted({x.category for x in atlas.events})]
    assert len({kind.letter for kind in kinds}) == len(kinds)
    assert all(kind.family != "other" for kind in kinds)


def test_a_category_that_is_not_known_is_a_kind_of_its_own_with_its_first_letter() -> None:
    kind = kind_of("trade_fairs")
    assert (kind.letter, kind.title, kind.family) == ("T", "Trade fairs", "other")


def test_kinds_come_in_the_order_of_the_key_and_unknown_ones_last() -> None:
    keys = [kind.key for kind in in_order(frozenset({"zoo", "iran", "accords"}))]
    assert keys == ["accords", "iran", "zoo"]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_families_differ_in_shape_as_well_as_in_colour(atlas: Atlas, theme: object) -> None:
    used = DARK if theme is DARK else LIGHT
    families = {kind_of(each.category).family for each in atlas.events} | {"other"}
    assert len({event_shape(family) for family in families}) == len(families)
    assert len({event_colour(family, used) for family in families}) == len(families)
