import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
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


def turn_wheel_over(box: ChoiceBox) -> bool:
    """Turn the wheel towards the next choice; say whether the box took it for itself."""
    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, down)
    return down.isAccepted()


def test_the_wheel_is_left_to_the_page_unless_the_box_has_the_focus(
    qtbot: QtBot, box: ChoiceBox
) -> None:
    box.setCurrentIndex(1)
    box.clearFocus()
    assert not turn_wheel_over(box)
    assert (box.currentIndex(), box.hasFocus()) == (1, False)
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    assert turn_wheel_over(box)
    assert box.currentIndex() == 2
