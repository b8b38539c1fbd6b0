from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.widgets.disclosure import Disclosure


def test_what_is_folded_away_is_made_at_the_first_unfolding(qtbot: QtBot) -> None:
    made: list[QWidget] = []

    def make() -> QWidget:
        made.append(QLabel("inside"))
        return made[-1]

    folded = Disclosure("More", LIGHT, make)
    qtbot.addWidget(folded)
    folded.show()
    assert made == []
    QTest.keyClick(folded.button, Qt.Key.Key_Space)
    assert made[0].isVisible()
    QTest.keyClick(folded.button, Qt.Key.Key_Space)
    assert not made[0].isVisible()
    QTest.keyClick(folded.button, Qt.Key.Key_Space)
    assert len(made) == 1
    assert folded.button.accessibleName() == "More"
