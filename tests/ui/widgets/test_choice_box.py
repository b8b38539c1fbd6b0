import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.widgets.choice_box import ChoiceBox

LONG = "Voice and accountability (score about -2.5 to 2.5), estimate of the World Bank"


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    made = ChoiceBox(LIGHT)
    qtbot.addWidget(made)
    made.add_heading("Society")
    made.addItem("Population", "population")
    made.addItem(LONG, "voice")
    made.resize(160, 30)
    made.show()
    return made


def test_a_heading_cannot_be_chosen(box: ChoiceBox) -> None:
    index = box.model().index(0, 0)
    assert box.itemText(0) == "SOCIETY"
    assert not box.model().flags(index) & Qt.ItemFlag.ItemIsSelectable
    assert not box.model().flags(index) & Qt.ItemFlag.ItemIsEnabled


def test_a_long_choice_is_cut_with_an_ellipsis_and_a_short_one_is_whole(box: ChoiceBox) -> None:
    box.setCurrentIndex(2)
    assert box.words().endswith("…")
    assert box.fontMetrics().horizontalAdvance(box.words()) < box.width()
    box.setCurrentIndex(1)
    assert box.words() == "Population"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen has no grabs
def test_the_list_is_as_wide_as_its_choices(box: ChoiceBox) -> None:
    box.showPopup()
    assert box.view().width() > box.fontMetrics().horizontalAdvance(LONG)
    box.hidePopup()
