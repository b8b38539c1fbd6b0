import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.panels.detail.own_basis import FaultLine, OwnBasis


@pytest.fixture
def basis(qtbot: QtBot) -> OwnBasis:
    made = OwnBasis(LIGHT)
    qtbot.addWidget(made)
    made.resize(320, 160)
    made.show_basis("Kazakhstan · Iran", "Grain", "2026-11-20")
    made.show()
    return made


def test_a_reason_is_told_letter_by_letter(basis: OwnBasis) -> None:
    texts: list[str] = []
    basis.reason_edited.connect(texts.append)
    basis.reason.selectAll()
    QTest.keyClicks(basis.reason, "Po")
    assert texts == ["P", "Po"]
    assert "Kazakhstan · Iran" in basis.reason.accessibleName()


def test_a_date_is_taken_and_a_wrong_one_is_refused_in_words(basis: OwnBasis) -> None:
    days: list[str] = []
    faults: list[str] = []
    basis.day_entered.connect(days.append)
    basis.refused.connect(faults.append)
    for text in ("2026-11-01", "1 Nov 2026", "2999-01-01"):
        basis.day.selectAll()
        QTest.keyClicks(basis.day, text)
        QTest.keyClick(basis.day, Qt.Key.Key_Return)
    assert days == ["2026-11-01"]
    assert faults[0] == ""
    assert "year, month and day" in faults[1]
    assert "future" in faults[2]
    assert basis.day.text() == "2026-11-20"


def test_it_is_removed_with_a_click(qtbot: QtBot, basis: OwnBasis) -> None:
    with qtbot.waitSignal(basis.removed):
        QTest.mouseClick(basis.remove, Qt.MouseButton.LeftButton)


def test_the_fault_is_out_of_sight_while_there_is_none(qtbot: QtBot) -> None:
    line = FaultLine(LIGHT)
    qtbot.addWidget(line)
    assert line.isHidden()
    line.say("The date lies in the future.")
    assert not line.isHidden()
    line.say("")
    assert line.isHidden()
