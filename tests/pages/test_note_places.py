import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.note_places import (
    is_known,
    kind_of,
    pair_place,
    place_choices,
    place_label,
    states_of,
)
from explorer.pages.view import View
from explorer.pages.words import study_states


def test_a_pair_has_one_place_whichever_state_is_named_first(atlas: Atlas) -> None:
    assert pair_place(atlas, "KAZ", "AZE") == pair_place(atlas, "AZE", "KAZ") == "pair:AZE-KAZ"
    assert atlas.notes_about(pair_place(atlas, "KAZ", "AZE"))


@pytest.mark.parametrize(
    ("place", "label", "states"),
    [
        ("country:KAZ", "Kazakhstan", ("KAZ",)),
        ("pair:AZE-KAZ", "Azerbaijan and Kazakhstan", ("AZE", "KAZ")),
        ("factor:iran_trade_routes", "Iran trade routes", ()),
        ("cell:KAZ:iran_trade_routes", "Kazakhstan · Iran trade routes", ("KAZ",)),
        ("outcome", "Likely outcomes", ()),
        ("outcome:UZB", "Uzbekistan · Likely outcomes", ("UZB",)),
    ],
)
def test_a_place_is_named_in_words(
    atlas: Atlas, place: str, label: str, states: tuple[str, ...]
) -> None:
    assert is_known(atlas, place)
    assert place_label(atlas, place) == label
    assert states_of(place) == states


@pytest.mark.parametrize(
    "place",
    ["country:FRA", "pair:AZE-FRA", "pair:AZE-AZE", "pair:AZE", "factor:oil", "method", "", "x:y"],
)
def test_a_place_that_the_pack_does_not_have_goes_by_its_code(atlas: Atlas, place: str) -> None:
    assert not is_known(atlas, place)
    assert place_label(atlas, place) == place


def test_every_place_offered_is_known_and_offered_once(atlas: Atlas) -> None:
    groups = place_choices(atlas, View("KAZ", ("AZE", "UZB")))
    cells = [each for group in groups for each in group.groups]
    places = [choice.place for group in (*groups, *cells) for choice in group.places]
    assert len(set(places)) == len(places)
    assert all(is_known(atlas, place) for place in places)
    states, factors = len(study_states(atlas)), len(atlas.factors)
    assert len(places) == states + 2 + factors + states * factors + 1 + states


def test_pairs_are_offered_of_the_states_in_view(atlas: Atlas) -> None:
    groups = place_choices(atlas, View("KAZ", ("AZE", "UZB")))
    pairs = next(group for group in groups if group.title == "Pairs of states")
    assert [choice.place for choice in pairs.places] == ["pair:AZE-KAZ", "pair:KAZ-UZB"]
    assert {kind_of(choice.place) for choice in pairs.places} == {"pair"}
