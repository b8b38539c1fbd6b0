from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QMainWindow,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.chips import Chip
from explorer.ui.widgets.enter import EnterPresses


def test_enter_presses_every_kind_of_button_in_a_window_and_nothing_else(
    qtbot: QtBot, themes: ThemeKeeper
) -> None:
    window, inner, pressed = QMainWindow(), QWidget(), list[str]()
    qtbot.addWidget(window)
    EnterPresses(window)
    buttons = {
        "push": QPushButton("a"),
        "tool": QToolButton(),
        "chip": Chip("", "All five", themes),
    }
    field = QLineEdit()
    rows = QVBoxLayout(inner)
    for name, button in buttons.items():
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False, name=name: pressed.append(name))
        rows.addWidget(button)
    rows.addWidget(field)
    window.setCentralWidget(inner)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    for button in buttons.values():
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        QTest.keyClick(button, Qt.Key.Key_Return)
        QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pressed == ["push", "tool", "chip"]
