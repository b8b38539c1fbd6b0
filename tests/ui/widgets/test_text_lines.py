from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.text_lines import elided, text_lines, text_width

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
