import math
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.consistency import Cell, Grade, Row, rows_of
from explorer.analysis.hypotheses import (
    COUNTS,
    Count,
    by_diagnosticity,
    diagnosticity,
    standings,
)
from explorer.domain.atlas import Atlas
from explorer.domain.evidence import MARKS, Mark

GRADES: tuple[Grade, ...] = get_args(Grade)


def a_row(marks: str, credibility: Grade = "medium", relevance: Grade = "medium") -> Row:
    by_letter: dict[str, Mark] = {mark: mark for mark in MARKS}
    cells = tuple(Cell(by_letter[each], "N") for each in marks.split())
    return Row(marks, cells, credibility, relevance, "+", 1)


def matrices() -> st.SearchStrategy[list[Row]]:
    row = st.tuples(
        st.lists(st.sampled_from(MARKS), min_size=3, max_size=3),
        st.sampled_from(GRADES),
        st.sampled_from(GRADES),
    ).map(lambda found: a_row(" ".join(found[0]), found[1], found[2]))
    return st.lists(row, max_size=8)


def test_inconsistencies_are_counted_one_and_two_and_the_least_leads() -> None:
    """The 2004 technical description: I is -1, II is -2 and all else 0; signs are turned here."""
    found = standings([a_row("I C N"), a_row("II I CC"), a_row("C I N")], 3)
    assert found.totals == (3.0, 2.0, 0.0)
    assert found.against == (2, 2, 0)
    assert found.leading == (2,)
    assert found.margin == 2.0


@pytest.mark.parametrize(
    ("credibility", "relevance", "factor"),
    [
        ("low", "low", 0.5),
        ("high", "high", 2.0),
        ("low", "high", 1.0),
        ("medium", "high", math.sqrt(2)),
    ],
)
def test_credibility_and_relevance_multiply_as_published(
    credibility: Grade, relevance: Grade, factor: float
) -> None:
    """The 2004 technical description: low 1 / root 2, medium 1, high root 2, multiplied."""
    found = standings([a_row("II I N", credibility, relevance)], 3, "weighted")
    assert found.totals == pytest.approx((2 * factor, factor, 0.0))


def test_one_very_inconsistent_item_outweighs_three_inconsistent_ones_if_squared() -> None:
    """Open Synthesis, test_inconsistency_assumptions: two I, three I, one II, rising in order.

    Plainly counted the order is another: three I are more than one II.
    """
    rows = [a_row("CC I N"), a_row("N I N"), a_row("I N CC"), a_row("I I II")]
    assert standings(rows, 3, "squared").totals == (2.0, 3.0, 4.0)
    assert standings(rows, 3, "plain").totals == (2.0, 3.0, 2.0)


def test_diagnosticity_is_the_population_standard_deviation_over_the_rungs() -> None:
    """Open Synthesis: of C and I, two steps apart, it is 1; of neutral alone it is 0."""
    assert diagnosticity(a_row("C I")) == pytest.approx(1.0)
    assert diagnosticity(a_row("N N")) == 0.0
    assert diagnosticity(a_row("CC II")) == pytest.approx(2.0)
    rows = [a_row("N N"), a_row("CC II"), a_row("C I")]
    assert [row.evidence_id for row in by_diagnosticity(rows)] == ["CC II", "C I", "N N"]


def test_without_evidence_all_rungs_are_level() -> None:
    found = standings([], 3)
    assert found.leading == (0, 1, 2)
    assert found.margin == 0.0
    assert found.telling == ()


def test_an_item_that_alone_holds_up_the_lead_is_named() -> None:
    found = standings([a_row("N I C"), a_row("N C II"), a_row("I N C")], 3)
    assert found.leading == (0, 1)
    named = {telling.evidence_id: telling.leading for telling in found.telling}
    assert named == {"N I C": (1,), "N C II": (2,), "I N C": (0,)}


@given(matrices(), st.sampled_from(COUNTS))
def test_items_that_change_the_lead_are_those_found_by_leaving_each_out(
    rows: list[Row], count: Count
) -> None:
    found = standings(rows, 3, count)
    expected: list[str] = []
    for place, row in enumerate(rows):
        without = standings([*rows[:place], *rows[place + 1 :]], 3, count)
        expected += [row.evidence_id] * (without.leading != found.leading)
    assert [each.evidence_id for each in found.telling] == expected


@given(matrices(), matrices(), st.sampled_from(COUNTS))
def test_more_evidence_never_takes_from_what_speaks_against_a_rung(
    rows: list[Row], more: list[Row], count: Count
) -> None:
    before, after = standings(rows, 3, count), standings([*rows, *more], 3, count)
    assert all(b >= a - 1e-9 for a, b in zip(before.totals, after.totals, strict=True))


@pytest.mark.parametrize("count", COUNTS)
def test_every_bundled_state_can_be_counted(bundled: Atlas, count: Count) -> None:
    for iso3 in bundled.subject.compared:
        rows = rows_of(bundled, iso3)
        found = standings(rows, len(bundled.rungs), count)
        assert len(found.totals) == len(bundled.rungs)
        assert min(found.totals) == found.totals[found.leading[0]]
