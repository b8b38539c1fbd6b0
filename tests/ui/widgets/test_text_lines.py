from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.text_lines import all_lines, elided, text_lines, text_width, write

TEXT = "Leading crude supplier; buying into an Israeli gas field"


def test_a_text_with_room_stays_whole(themes: ThemeKeeper) -> None:
    assert text_lines(TEXT, 13, 2000, 2) == (TEXT,)
    assert elided(TEXT, 13, 2000) == TEXT


def test_a_text_without_room_ends_in_an_ellipsis(themes: ThemeKeeper) -> None:
    lines = text_lines(TEXT, 13, 120, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


@given(width=st.integers(60, 900), most=st.integers(1, 4))
def test_no_line_is_wider_than_the_room(width: int, most: int) -> None:
    lines = text_lines(TEXT, 13, width, most)
    assert 1 <= len(lines) <= most
    assert all(text_width(line, 13) <= width for line in lines)


@given(width=st.integers(140, 900))
def test_no_word_is_lost_while_there_are_lines(width: int) -> None:
    assert " ".join(text_lines(TEXT, 13, width, 9)) == TEXT


def test_an_empty_text_has_no_lines(qtbot: QtBot) -> None:
    assert text_lines("", 13, 100, 2) == ()


def inked_columns(align: Qt.AlignmentFlag, text: str = "within") -> list[int]:
    """Write a text into the middle 100 pixels of a picture and give the columns that have ink."""
    image = QImage(300, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    write(painter, QRect(100, 0, 100, 20), text, "#000000", 12, align=align)
    painter.end()
    return [
        x for x in range(300) if any(image.pixelColor(x, y).lightness() < 128 for y in range(20))
    ]


@pytest.mark.parametrize("text", ["within", TEXT])
def test_what_is_written_stays_in_its_place(themes: ThemeKeeper, text: str) -> None:
    for name in ("AlignLeft", "AlignRight", "AlignHCenter"):
        columns = inked_columns(Qt.AlignmentFlag[name], text)
        assert columns
        assert min(columns) >= 100
        assert max(columns) < 200


def test_a_text_is_written_at_the_side_it_is_meant_for(themes: ThemeKeeper) -> None:
    left = inked_columns(Qt.AlignmentFlag.AlignLeft)
    middle = inked_columns(Qt.AlignmentFlag.AlignHCenter)
    right = inked_columns(Qt.AlignmentFlag.AlignRight)
    assert min(left) <= 102
    assert max(right) >= 197
    assert abs((min(middle) + max(middle)) / 2 - 150) <= 2


def test_a_sign_of_per_cent_stays_with_its_figure(themes: ThemeKeeper) -> None:
    text = "was 87\u00a0%"
    width = int(text_width("was 87", 13)) + 2
    assert text_lines(text, 13, width, 2) == ("was", "87\u00a0%")


@given(width=st.integers(140, 900))
def test_all_lines_fit_and_hold_every_word(width: int) -> None:
    lines = all_lines(f"{TEXT} 61\u00a0% {TEXT}", 13, width)
    assert " ".join(lines) == f"{TEXT} 61\u00a0% {TEXT}"
    assert all(text_width(line, 13) <= width + 1 for line in lines)
    assert any("61\u00a0%" in line for line in lines)


@given(width=st.integers(140, 900))
def test_all_lines_are_as_full_as_they_can_be(width: int) -> None:
    lines = all_lines(TEXT, 13, width)
    for line, after in pairwise(lines):
        assert text_width(f"{line} {after.split(' ')[0]}", 13) > width - 1
