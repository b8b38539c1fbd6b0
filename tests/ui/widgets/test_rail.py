from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from explorer.pages.view import VIEWS as ALL_VIEWS
from explorer.ui.theme import SEMIBOLD, TEXT_PX, ThemeKeeper
from explorer.ui.widgets.rail import Rail
from explorer.ui.widgets.text_lines import text_width

PADDING = 3
"""What the style sheet leaves beside a title."""
VIEWS = (("compare", "Compare"), ("charts", "Charts"), ("map", "Map"))


def test_only_the_views_that_exist_are_offered(qtbot: QtBot, themes: ThemeKeeper) -> None:
    rail = Rail(VIEWS[:1])
    qtbot.addWidget(rail)
    assert [button.text() for button in rail.findChildren(QToolButton)] == ["Compare"]


def test_the_first_view_is_shown_at_first(qtbot: QtBot, themes: ThemeKeeper) -> None:
    rail = Rail(VIEWS)
    qtbot.addWidget(rail)
    checked = [button.isChecked() for button in rail.findChildren(QToolButton)]
    assert checked == [True, False, False]


def test_a_click_goes_to_a_view_and_marks_it_alone(qtbot: QtBot, themes: ThemeKeeper) -> None:
    rail = Rail(VIEWS)
    qtbot.addWidget(rail)
    rail.show()
    said: list[str] = []
    rail.chosen.connect(said.append)
    buttons = rail.findChildren(QToolButton)
    QTest.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert said == ["map"]
    assert [button.isChecked() for button in buttons] == [False, False, True]
    assert buttons[2].accessibleName() == "View: Map"


def test_every_title_fits_the_rail_also_in_bold(qtbot: QtBot, themes: ThemeKeeper) -> None:
    rail = Rail(ALL_VIEWS)
    qtbot.addWidget(rail)
    rail.show()
    for button in rail.findChildren(QToolButton):
        assert text_width(button.text(), TEXT_PX, SEMIBOLD) + 2 * PADDING <= button.width()
