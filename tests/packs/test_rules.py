import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.packs.columns import Columns
from explorer.packs.rules import TOLERANCE, judgement_faults
from explorer.packs.schema import LADDERS, RATINGS, WEIGHTS

CHANCES: tuple[str, ...] = ("p1", "p2", "p3", "p4", "p5")


def ladders(*rows: tuple[float | None, ...]) -> dict[str, Columns]:
    parsed = dict(zip(CHANCES, map(list, zip(*rows, strict=True)), strict=True))
    return {"ladders": Columns(LADDERS, range(2, len(rows) + 2), {}, parsed)}


def weights(*given_: tuple[str, float | None]) -> dict[str, Columns]:
    parsed = {"rater": [each[0] for each in given_], "weight": [each[1] for each in given_]}
    return {"weights": Columns(WEIGHTS, range(2, len(given_) + 2), {}, parsed)}


@given(st.lists(st.integers(1, 1000), min_size=5, max_size=5))
def test_parts_of_one_are_a_ladder_and_the_same_with_more_on_top_are_not(
    parts: list[int],
) -> None:
    chances = [part / sum(parts) for part in parts]
    assert list(judgement_faults(ladders(tuple(chances)))) == []
    chances[0] += 3 * TOLERANCE
    (fault,) = judgement_faults(ladders(tuple(chances)))
    assert (fault.row, fault.field) == (2, "p1")
    assert fault.found.endswith("3e-06 too much")


def test_a_ladder_with_a_cell_at_fault_is_not_summed() -> None:
    assert list(judgement_faults(ladders((0.5, None, 0.1, 0.1, 0.1)))) == []


def test_weights_are_summed_by_rater_and_told_at_the_first_of_them() -> None:
    found = weights(("R1", 60.0), ("R2", 50.0), ("R1", 40.0), ("R2", 40.0))
    (fault,) = judgement_faults(found)
    assert (fault.row, fault.field) == (3, "weight")
    assert fault.found == "the weights of “R2” sum to 90, 10 too little"


def test_weights_with_a_cell_at_fault_are_not_summed() -> None:
    assert list(judgement_faults(weights(("R1", 60.0), ("R1", None)))) == []


@pytest.mark.parametrize(
    ("ends", "fields"),
    [
        ((1.0, 1.0, 1.0), []),
        ((1.0, 2.0, 3.0), []),
        ((2.0, 1.0, 3.0), ["low"]),
        ((1.0, 3.0, 2.0), ["mode"]),
        ((3.0, 2.0, 1.0), ["low", "mode"]),
        ((3.0, None, 1.0), []),
    ],
)
def test_a_range_runs_from_low_over_mode_to_high(
    ends: tuple[float | None, ...], fields: list[str]
) -> None:
    parsed = {name: [end] for name, end in zip(("low", "mode", "high"), ends, strict=True)}
    faults = judgement_faults({"ratings": Columns(RATINGS, [2], {}, parsed)})
    assert [fault.field for fault in faults] == fields
