"""Names of things: written as a line of text, and read back."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.pages.trace import KEYS, Thing, ThingKind, parse_thing, thing

_PLAIN = st.text(st.characters(categories=("L", "N", "P"), exclude_characters=":"), min_size=1)


@given(st.sampled_from(sorted(set(KEYS) - {"own"})), st.data())
def test_every_name_of_a_thing_is_read_back_as_it_was_written(
    kind: ThingKind, data: st.DataObject
) -> None:
    count = data.draw(st.integers(1, len(KEYS[kind])))
    parts = [data.draw(_PLAIN) for _ in range(count)]
    named = thing(kind, *parts)
    assert parse_thing(str(named)) == named
    assert named.parts == tuple(parts)


def test_every_kind_says_what_the_parts_of_its_key_stand_for() -> None:
    assert set(KEYS) == set(get_args(ThingKind))


def test_the_last_part_of_a_key_may_hold_colons() -> None:
    named = thing("event", "2025-11-06", "Astana: the announcement")
    assert named.fields == {"date": "2025-11-06", "title": "Astana: the announcement"}
    assert parse_thing(str(named)) == named


def test_a_pooled_rating_names_no_rater() -> None:
    assert thing("rating", "KAZ", "iran_wedge").fields == {"iso3": "KAZ", "factor": "iran_wedge"}


def test_what_is_the_users_own_is_named_by_what_it_stands_beside() -> None:
    named = parse_thing("own:rating:KAZ:iran_wedge")
    assert named == Thing("own", "rating:KAZ:iran_wedge")
    assert parse_thing("rating:KAZ:iran_wedge") == thing("rating", "KAZ", "iran_wedge")


@pytest.mark.parametrize(
    "text",
    ["", "rating", "rating:", "rating::iran_wedge", "planet:KAZ", "own:planet:X", "cell:KAZ:"],
)
def test_what_names_no_thing_is_none(text: str) -> None:
    assert parse_thing(text) is None
