from collections.abc import Callable
from datetime import date

import pytest

from explorer.workspace.nodes import DamageError, Node, parse


def test_a_value_is_named_by_the_way_to_it() -> None:
    document = parse(b'{"what_if": {"ratings": [{"value": 1}, {"value": "two"}]}}')
    ratings = document.fields(["what_if"])["what_if"].fields(["ratings"])["ratings"]
    _first, second = ratings.items()
    with pytest.raises(DamageError, match=r"“what_if\.ratings\[1\]\.value” is 'two'.*no number"):
        second.fields(["value"])["value"].number()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"a": 1, "b": 2}', "“b” is not known"),
        (b"{}", "“a” is missing"),
        (b"[]", "it holds no document"),
        (b'{"a": 1, "a": 2}', "“a” stands there twice"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "Infinity"),
        (b'{"a": 1', "delimiter"),
        (b"", "Expecting value"),
        (b"\xff\xfe", "decode"),
        (b"[" * 200_000, "recursion"),
    ],
)
def test_what_would_be_lost_in_silence_is_damage(content: bytes, said: str) -> None:
    with pytest.raises(DamageError, match=said):
        parse(content).fields(["a"])


READERS: list[tuple[object, Callable[[Node], object]]] = [
    (1, Node.text),
    (" ", Node.name),
    (True, Node.number),
    ("1", Node.number),
    (10**400, Node.number),
    (1, Node.yes_no),
    ("soon", Node.day),
    ("soon", Node.moment),
    (3, Node.day),
    ("three", lambda node: list(node.items())),
    (3, Node.by_name),
    ("III", lambda node: node.choice(("I", "II"))),
    (1, lambda node: node.choice(("I", "II"))),
]


@pytest.mark.parametrize(("value", "read"), READERS)
def test_a_value_of_another_kind_is_damage_that_names_the_field(
    value: object, read: Callable[[Node], object]
) -> None:
    with pytest.raises(DamageError, match="its field “place”"):
        read(Node(value, "place"))


def test_values_of_the_right_kind_are_given() -> None:
    assert Node(2, "x").number() == 2.0
    assert Node("2026-11-24", "x").day() == date(2026, 11, 24)
    assert Node("II", "x").choice(("I", "II")) == "II"


def test_what_a_check_finds_is_said_of_the_field() -> None:
    def refuse() -> None:
        raise ValueError("5 is not on the scale")

    with pytest.raises(DamageError, match="its field “x” does not hold: 5 is not on the scale"):
        Node(5, "x").check(refuse)
