from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.notes_view import NoteList, compose_note_list
from explorer.style import DARK, LIGHT
from explorer.ui.panels.notes.listing import FilterBox, NoteRows
from explorer.workspace.document import Workspace


@pytest.fixture
def notes(atlas: Atlas) -> NoteList:
    return compose_note_list(atlas, Workspace())


@pytest.fixture
def rows(qtbot: QtBot, notes: NoteList) -> NoteRows:
    made = NoteRows(LIGHT)
    qtbot.addWidget(made)
    made.resize(270, 500)
    made.show()
    made.show_list(notes, "country/KAZ")
    return made


def test_a_list_that_is_shown_is_no_choice_of_the_user(rows: NoteRows, notes: NoteList) -> None:
    chosen: list[str] = []
    rows.chosen.connect(chosen.append)
    rows.show_list(notes, "country/UZB")
    assert rows.key == "country/UZB"
    rows.show_list(notes, "cell:KAZ:iran_wedge")
    assert rows.key == ""
    assert chosen == []


def test_the_arrows_go_from_note_to_note_and_over_the_headings(
    rows: NoteRows, notes: NoteList
) -> None:
    chosen: list[str] = []
    rows.chosen.connect(chosen.append)
    rows.to_first()
    for _ in range(len(notes.keys)):
        QTest.keyClick(rows, Qt.Key.Key_Down)
    assert chosen == list(notes.keys)


def test_enter_and_the_arrow_to_the_right_go_on_to_the_note(rows: NoteRows) -> None:
    entered: list[bool] = []
    rows.entered.connect(lambda: entered.append(True))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    QTest.keyClick(rows, Qt.Key.Key_Right)
    assert len(entered) == 2


def test_a_row_says_to_a_screen_reader_whose_note_it_is(rows: NoteRows) -> None:
    item = rows.item(rows.currentRow())
    said = str(item.data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Kazakhstan and Israel. Bundled note. ")


def test_another_list_keeps_its_place_and_mark(rows: NoteRows, notes: NoteList) -> None:
    rows.verticalScrollBar().setValue(300)
    rows.show_list(replace(notes, counts="30"), "country/KAZ")
    assert rows.verticalScrollBar().value() == 300
    assert rows.key == "country/KAZ"


def test_the_chosen_row_is_painted_in_each_theme(rows: NoteRows) -> None:
    light = rows.grab().toImage()
    rows.set_theme(DARK)
    assert rows.grab().toImage() != light


def test_the_filter_leads_to_the_list_and_esc_clears_it(qtbot: QtBot) -> None:
    box = FilterBox()
    qtbot.addWidget(box)
    entered: list[bool] = []
    box.entered.connect(lambda: entered.append(True))
    QTest.keyClicks(box, "oil")
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert len(entered) == 2
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
