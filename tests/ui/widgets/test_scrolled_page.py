"""A page in an area that scrolls up and down alone."""

from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.scrolled_page import put_page


def test_a_page_is_no_wider_than_wanted_and_never_scrolls_across(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    page, room = put_page(area, "Scores", 300)
    label = QLabel("word " * 400)
    label.setWordWrap(True)
    room.addWidget(label)
    area.resize(500, 120)
    with qtbot.waitExposed(area):
        area.show()
    assert page.width() == 300
    assert area.accessibleName() == "Scores"
    assert not area.horizontalScrollBar().isVisible()
    assert area.verticalScrollBar().maximum() > 0
