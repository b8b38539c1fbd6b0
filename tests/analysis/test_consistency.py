from dataclasses import replace

import pytest

from explorer.analysis.consistency import (
    MARKS,
    Mark,
    counted_strength,
    credibility_of,
    rows_of,
    rule_marks,
)
from explorer.domain.atlas import Atlas
from explorer.domain.evidence import Direction


@pytest.mark.parametrize(
    ("direction", "strength", "marks"),
    [
        ("+", 0, "N C CC CC CC"),
        ("+", 1, "I N C CC CC"),
        ("+", 2, "II I N C CC"),
        ("+", 3, "II II I N C"),
        ("-", 1, "CC CC C N I"),
        ("-", 3, "C N I II II"),
        ("0", 3, "N N N N N"),
    ],
)
def test_the_rule_speaks_against_the_end_that_an_item_points_away_from(
    direction: Direction, strength: int, marks: str
) -> None:
    assert " ".join(rule_marks(direction, strength, 5)) == marks


def test_only_strong_items_speak_against_the_middle_rung() -> None:
    directions: tuple[Direction, ...] = ("+", "-", "0")
    against = {
        (direction, strength)
        for direction in directions
        for strength in range(4)
        if rule_marks(direction, strength, 5)[2] in {"I", "II"}
    }
    assert against == {("+", 3), ("-", 3)}


def test_the_lack_of_a_force_counts_a_step_less_than_a_force_at_work(bundled: Atlas) -> None:
    item = replace(bundled.evidence[0], strength=2, direction="+")
    assert counted_strength(item, "interest") == 2
    assert counted_strength(item, "constraint") == 1
    assert counted_strength(item, None) == 2
    against = replace(item, direction="-")
    assert counted_strength(against, "interest") == 1
    assert counted_strength(against, "constraint") == 2


@pytest.mark.parametrize(
    ("reliability", "credibility", "grade"),
    [
        ("A", 1, "high"),
        ("B", 2, "high"),
        ("B", 3, "medium"),
        ("C", 1, "medium"),
        ("D", 1, "low"),
        ("A", 4, "low"),
        ("F", 6, "low"),
    ],
)
def test_admiralty_marks_become_a_grade_of_credibility(
    bundled: Atlas, reliability: str, credibility: int, grade: str
) -> None:
    item = replace(bundled.evidence[0], reliability=reliability, credibility=credibility)
    assert credibility_of(item) == grade


def test_a_state_has_a_row_for_each_item_that_names_it(bundled: Atlas) -> None:
    rows = rows_of(bundled, "KAZ")
    assert [row.evidence_id for row in rows] == [
        item.id for item in bundled.evidence if "KAZ" in item.countries
    ]
    for row in rows:
        assert len(row.cells) == len(bundled.rungs)
        if bundled.evidence_by_id[row.evidence_id].direction == "0":
            assert {cell.mark for cell in row.cells} == {"N"}
    assert {row.relevance for row in rows} == {"low", "medium", "high"}


def test_a_mark_of_the_users_own_overrules_the_rule_and_shows_it(bundled: Atlas) -> None:
    plain = rows_of(bundled, "KAZ")
    name = plain[0].evidence_id
    other: Mark = next(mark for mark in MARKS if mark != plain[0].cells[2].mark)
    own = rows_of(bundled, "KAZ", {(name, 2): other})
    assert own[0].cells[2].mark == other
    assert own[0].cells[2].by_user
    assert own[0].cells[2].rule == plain[0].cells[2].mark
    assert own[1:] == plain[1:]
    assert not own[0].cells[1].by_user
