import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.style import DARK, LIGHT
from explorer.ui.widgets.ladder_editor import NO_NUMBER, LadderEditor

RUNGS = ("Ordinary ties", "Low stakes", "Token", "Substantive", "Embrace")
Percents = tuple[float, ...]


@pytest.fixture
def editor(qtbot: QtBot) -> LadderEditor:
    made = LadderEditor(RUNGS, LIGHT)
    qtbot.addWidget(made)
    made.resize(320, 170)
    made.show()
    return made


def moves(editor: LadderEditor) -> list[Percents]:
    found: list[Percents] = []
    editor.moved.connect(found.append)
    return found


def type_in(editor: LadderEditor, at: int, text: str) -> None:
    editor.fields[at].setFocus()
    editor.fields[at].selectAll()
    QTest.keyClicks(editor.fields[at], text)
    QTest.keyClick(editor.fields[at], Qt.Key.Key_Return)


def test_the_first_figure_shares_the_rest_alike(editor: LadderEditor) -> None:
    found = moves(editor)
    type_in(editor, 2, "60")
    assert found == [(10, 10, 60, 10, 10)]
    assert [field.text() for field in editor.fields] == ["10", "10", "60", "10", "10"]
    assert editor.bars[2].accessibleName() == "Token: 60 per cent"


POOLED = (0.4, 0.3, 0.2, 0.096, 0.004)


def test_the_first_figure_leaves_the_rest_as_the_pool_has_it_in_proportion(
    editor: LadderEditor,
) -> None:
    editor.show_percents(None, POOLED)
    found = moves(editor)
    type_in(editor, 0, "10")
    assert found == [(10, 45, 30, 14, 1)]


def test_the_first_key_moves_on_from_the_pool(editor: LadderEditor) -> None:
    editor.show_percents(None, POOLED)
    found = moves(editor)
    QTest.keyClick(editor.bars[1], Qt.Key.Key_Right)
    assert found[-1][1] == 31
    editor.show_percents(None, POOLED)
    editor.fields[2].setFocus()
    QTest.keyClick(editor.fields[2], Qt.Key.Key_Up)
    assert found[-1][2] == 21
    assert all(sum(each) == 100 for each in found)


def test_what_was_typed_stays_until_it_leaves_too_little(editor: LadderEditor) -> None:
    found = moves(editor)
    for at, text in ((2, "60"), (1, "25"), (3, "10"), (0, "4")):
        type_in(editor, at, text)
    assert found[-1] == (4, 25, 60, 10, 1)
    type_in(editor, 4, "100")
    assert found[-1] == (0, 0, 0, 0, 100)


def test_what_is_no_per_cent_is_refused_and_changes_nothing(editor: LadderEditor) -> None:
    editor.show_percents((20, 20, 20, 20, 20), ())
    found = moves(editor)
    faults: list[str] = []
    editor.refused.connect(faults.append)
    for text in ("x", "101", "-3"):
        type_in(editor, 0, text)
        assert editor.fields[0].text() == "20"
    assert found == []
    assert faults == [NO_NUMBER] * 3


def test_a_bar_is_dragged_and_moved_by_keys(qtbot: QtBot, editor: LadderEditor) -> None:
    editor.show_percents((20, 20, 20, 20, 20), (0.1, 0.2, 0.3, 0.3, 0.1))
    found = moves(editor)
    bar = editor.bars[4]
    with qtbot.waitSignal(bar.released):
        QTest.mouseClick(
            bar, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.x_of(60)), bar.height() // 2)
        )
    assert found[-1][4] == pytest.approx(60, abs=1)
    before = found[-1][4]
    QTest.keyClick(bar, Qt.Key.Key_Right)
    QTest.keyClick(bar, Qt.Key.Key_PageUp)
    assert found[-1][4] == before + 11
    QTest.keyClick(bar, Qt.Key.Key_Home)
    assert found[-1][4] == 0
    assert all(sum(each) == pytest.approx(100) for each in found)


def test_arrows_in_a_field_step_by_one(editor: LadderEditor) -> None:
    editor.show_percents((20, 20, 20, 20, 20), ())
    found = moves(editor)
    QTest.keyClick(editor.fields[2], Qt.Key.Key_Up)
    assert found[-1][2] == 21


def test_another_ladder_lets_go_of_what_was_typed(editor: LadderEditor) -> None:
    type_in(editor, 2, "60")
    editor.show_percents((50, 0, 50, 0, 0), ())
    found = moves(editor)
    type_in(editor, 0, "80")
    assert found == [(80, 0, 20, 0, 0)]


def test_without_a_ladder_the_fields_are_blank(editor: LadderEditor) -> None:
    editor.show_percents((20, 20, 20, 20, 20), ())
    editor.show_percents(None, ())
    assert {field.text() for field in editor.fields} == {""}
    assert editor.bars[0].accessibleName() == "Ordinary ties: none yet"


def test_it_is_painted_in_both_themes(qtbot: QtBot) -> None:
    pictures: set[bytes] = set()
    for theme in (LIGHT, DARK):
        made = LadderEditor(RUNGS, theme)
        qtbot.addWidget(made)
        made.resize(320, 170)
        for percents in (None, (20.0, 20.0, 20.0, 20.0, 20.0)):
            made.show_percents(percents, (0.1, 0.2, 0.3, 0.3, 0.1))
            pictures.add(bytes(made.grab().toImage().constBits()))
    assert len(pictures) == 4
