from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.packs.exchange import fault_of_file, guarded, unguarded


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_a_guarded_text_begins_with_no_formula_and_comes_back(text: str) -> None:
    assert guarded(text)[0] not in "=+-@"
    assert unguarded(guarded(text)) == text


def test_a_text_of_nothing_seen_is_blank() -> None:
    assert guarded(" \u200e\u202e ".replace("\u200e", "")) == ""


@pytest.mark.parametrize("noun", ["judgement", "evidence"])
def test_a_file_parted_by_semicolons_is_told_of(tmp_path: Path, noun: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("kind;id\nitem;U001\n")
    fault = fault_of_file(path, noun)
    assert fault is not None
    assert "semicolons" in fault.found


def test_a_film_chosen_by_mistake_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "film.csv"
    with path.open("wb") as file:
        file.truncate(5_000_000)
    fault = fault_of_file(path, "evidence")
    assert fault is not None
    assert "no evidence is so long" in fault.found
    assert fault_of_file(tmp_path / "none.csv", "evidence") is None
