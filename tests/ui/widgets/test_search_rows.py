import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.search_list import HitGroup, HitList
from explorer.ui.widgets.search_rows import Hit, HitRow, row_height


def picture(qtbot: QtBot, hit: Hit, width: int = 500) -> QImage:
    window = QListWidget()
    qtbot.addWidget(window)
    listed = HitList(window)
    listed.show_groups([HitGroup("Factors", (hit,))])
    listed.setGeometry(0, 0, width, 90)
    return listed.grab().toImage()


def test_a_hit_is_spoken_with_nothing_left_out() -> None:
    hit = Hit("A claim …", "Kind", 1, under="Below.", whole="A claim in full")
    assert hit.spoken == "A claim in full. Kind. Below."
    assert Hit("A title", "", 1).spoken == "A title."


def test_a_hit_with_a_line_below_is_higher() -> None:
    lone, double = Hit("A", "", 1), Hit("A", "", 1, under="b")
    assert row_height(HitRow("", hit=lone)) < row_height(HitRow("", hit=double))


@pytest.mark.parametrize(
    "other",
    [
        Hit("Iran routes", "Kind", 1, marks=((0, 4),), under="below"),
        Hit("Iran routes", "Kind", 1, under="below", under_marks=((0, 3),)),
        Hit("Iran routes", "", 1, under="below"),
        Hit("Iran routes", "Kind", 1),
    ],
)
def test_what_a_hit_has_is_seen(qtbot: QtBot, themes: ThemeKeeper, other: Hit) -> None:
    usual = Hit("Iran routes", "Kind", 1, under="below")
    assert picture(qtbot, usual) == picture(qtbot, usual)
    assert picture(qtbot, usual) != picture(qtbot, other)


def test_a_long_title_is_cut_and_takes_the_room_of_what_it_is(
    qtbot: QtBot, themes: ThemeKeeper
) -> None:
    long = "A title that is longer than the row " * 4
    assert picture(qtbot, Hit(long, "Kind", 1)) == picture(qtbot, Hit(long + "and more", "", 1))
