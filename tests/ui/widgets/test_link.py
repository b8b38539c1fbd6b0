import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.widgets.link import LinkButton


def test_a_link_is_reached_and_pressed_with_the_keyboard(qtbot: QtBot) -> None:
    link = LinkButton("Copy image", LIGHT)
    qtbot.addWidget(link)
    link.show()
    pressed: list[str] = []
    link.clicked.connect(lambda: pressed.append("once"))
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert pressed == ["once"]
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_words_that_do_not_fit_are_cut_and_still_read_out_whole(qtbot: QtBot) -> None:
    link = LinkButton("A very long source, 29 March 2023", LIGHT)
    qtbot.addWidget(link)
    link.resize(60, link.sizeHint().height())
    cut = link.grab().toImage()
    assert cut.width() == 60
    assert link.accessibleName() == "A very long source, 29 March 2023"


def test_the_words_fit_the_size_that_is_asked_for(qtbot: QtBot) -> None:
    link = LinkButton("Copy image", LIGHT)
    qtbot.addWidget(link)
    link.resize(link.sizeHint())
    exact = link.grab().toImage()
    link.resize(link.sizeHint().width() + 40, link.sizeHint().height())
    roomy = link.grab().toImage()
    assert roomy.copy(exact.rect()) == exact


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_a_link_once(qtbot: QtBot, key: Qt.Key) -> None:
    link = LinkButton("Where from?", LIGHT)
    qtbot.addWidget(link)
    link.show()
    pressed: list[str] = []
    link.clicked.connect(lambda: pressed.append("once"))
    QTest.keyClick(link, key)
    QTest.keyClick(link, key, Qt.KeyboardModifier.AltModifier)
    assert pressed == ["once"]
