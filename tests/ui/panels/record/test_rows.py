from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.pages.record import QuestionRow
from explorer.style import DARK, LIGHT
from explorer.ui.panels.record.rows import QuestionRows, two_lines
from explorer.ui.theme import REGULAR

ROWS = tuple(
    QuestionRow(f"Q{at:02d}", f"Question {at}?", "Open · Kazakhstan", is_own=False)
    for at in range(30)
)


def shown(qtbot: QtBot, key: str = "Q00") -> QuestionRows:
    rows = QuestionRows(LIGHT)
    qtbot.addWidget(rows)
    rows.resize(360, 300)
    rows.show()
    rows.show_rows(ROWS, key)
    return rows


def test_the_arrows_go_from_question_to_question_and_enter_goes_on(qtbot: QtBot) -> None:
    rows = shown(qtbot)
    said: list[str] = []
    rows.chosen.connect(said.append)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert said == ["Q01"]
    with qtbot.waitSignal(rows.entered):
        QTest.keyClick(rows, Qt.Key.Key_Return)


def test_being_shown_rows_is_no_choice_of_the_user_s(qtbot: QtBot) -> None:
    rows = shown(qtbot)
    with qtbot.assertNotEmitted(rows.chosen):
        rows.show_rows(ROWS[:5], "Q03")
    assert rows.key == "Q03"
    rows.show_rows(ROWS[:5], "Q29")
    assert rows.key == ""


def test_the_chosen_question_is_brought_into_sight(qtbot: QtBot) -> None:
    rows = shown(qtbot, "Q29")
    assert rows.viewport().rect().intersects(rows.visualItemRect(rows.item(29)))


def test_a_long_question_is_cut_in_its_second_line_only(qtbot: QtBot) -> None:
    del qtbot
    assert two_lines("Short?", 300, REGULAR) == ["Short?"]
    words = "A question of very many words " * 6
    first, second = two_lines(words, 300, REGULAR)
    assert words.startswith(first)
    assert second.endswith("…")


def test_rows_are_painted_in_either_theme(qtbot: QtBot) -> None:
    rows = shown(qtbot)
    light = rows.grab().toImage()
    rows.set_theme(DARK)
    assert rows.grab().toImage() != light
