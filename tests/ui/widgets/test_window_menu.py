import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.shortcuts import SHORTCUTS
from explorer.ui.widgets.window_menu import WindowMenu


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def menu(window: QWidget) -> WindowMenu:
    actions = {each.action: QAction(each.words, window) for each in SHORTCUTS if each.action}
    return WindowMenu(actions, "light", window)


def looks(menu: WindowMenu) -> list[QAction]:
    themes = menu.findChild(QMenu)
    assert themes is not None
    return themes.actions()


def test_the_chosen_theme_is_checked_and_no_other(menu: WindowMenu) -> None:
    assert [action.isChecked() for action in looks(menu)] == [False, True, False]
    menu.show_theme("dark")
    assert [action.isChecked() for action in looks(menu)] == [False, False, True]


def test_a_theme_is_asked_for(menu: WindowMenu) -> None:
    said: list[str] = []
    menu.theme_chosen.connect(said.append)
    looks(menu)[0].trigger()
    assert said == ["system"]


def test_about_is_asked_for(qtbot: QtBot, menu: WindowMenu) -> None:
    about = next(each for each in menu.actions() if each.text() == "About and licences")
    with qtbot.waitSignal(menu.about_wanted):
        about.trigger()
