from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.domain.evidence import MARKS, Mark
from explorer.pages.hypotheses import compose_matrix
from explorer.style import DARK, LIGHT
from explorer.ui.panels.outcomes.hypotheses_cells import (
    LINE,
    PAD_Y,
    SMALL_LINE,
    claim_lines,
    row_height,
)
from explorer.ui.panels.outcomes.hypotheses_model import SHOWN_AT_FIRST
from explorer.ui.panels.outcomes.hypotheses_table import (
    RUNG_LEAST,
    RUNG_MOST,
    HypothesesTable,
    next_mark,
    widths_in,
)
from explorer.ui.widgets.shortcuts import SHORTCUTS
from explorer.workspace.document import Workspace
from explorer.workspace.marks import set_mark

Said = list[tuple[str, str, str]]
no_grab = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The offscreen platform cannot give a menu the keyboard, and says so."""


@pytest.fixture
def table(atlas: Atlas, qtbot: QtBot) -> Iterator[HypothesesTable]:
    made = HypothesesTable(LIGHT)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show_part(compose_matrix(atlas, Workspace(), "KAZ"))
    made.show()
    made.setFocus()
    yield made
    for menu in made.findChildren(QMenu):
        menu.close()


@pytest.fixture
def said(table: HypothesesTable) -> Said:
    heard: Said = []

    def hear(item: str, rung: str, mark: str) -> None:
        heard.append((item, rung, mark))

    table.mark_chosen.connect(hear)
    return heard


def neutral(table: HypothesesTable) -> tuple[int, int]:
    """Find a cell that the rule has as neutral."""
    for row, line in enumerate(table.matrix.rows):
        for place, cell in enumerate(line.cells):
            if cell.mark == "N":
                return row, place + 1
    message = "the rule has no neutral cell among the first rows"
    raise AssertionError(message)


def go_to(table: HypothesesTable, row: int, column: int) -> None:
    table.setCurrentIndex(table.matrix.index(row, column))


@pytest.mark.parametrize(
    ("key", "mark", "wanted"),
    [
        (Qt.Key.Key_I, "N", "I"),
        (Qt.Key.Key_I, "I", "II"),
        (Qt.Key.Key_I, "II", "I"),
        (Qt.Key.Key_C, "N", "C"),
        (Qt.Key.Key_C, "C", "CC"),
        (Qt.Key.Key_N, "CC", "N"),
        (Qt.Key.Key_Space, "II", "I"),
        (Qt.Key.Key_Space, "CC", "II"),
        (Qt.Key.Key_X, "N", None),
    ],
)
def test_letters_choose_a_mark_and_again_the_stronger_one(
    key: Qt.Key, mark: Mark, wanted: Mark | None
) -> None:
    assert next_mark(int(key), mark) == wanted


def test_space_goes_round_all_marks() -> None:
    mark: Mark | None = "II"
    seen: list[Mark] = []
    while mark is not None and mark not in seen:
        seen.append(mark)
        mark = next_mark(int(Qt.Key.Key_Space), mark)
    assert tuple(seen) == MARKS


def test_a_key_says_the_item_the_rung_and_the_mark(
    atlas: Atlas, table: HypothesesTable, said: Said, qtbot: QtBot
) -> None:
    row, column = neutral(table)
    go_to(table, row, column)
    QTest.keyClick(table, Qt.Key.Key_I)
    item = table.matrix.row_at(row).item.id
    assert said == [(item, atlas.rungs[column - 1].id, "I")]


def test_delete_returns_to_the_rule_only_what_was_overruled(
    atlas: Atlas, table: HypothesesTable, said: Said, qtbot: QtBot
) -> None:
    row, column = neutral(table)
    item, rung = table.matrix.row_at(row).item.id, atlas.rungs[column - 1].id
    go_to(table, row, column)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert said == []
    own = set_mark(Workspace(), "KAZ", item, rung, "II")
    table.show_part(compose_matrix(atlas, own, "KAZ"))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert said == [(item, rung, "")]


def test_the_rules_own_mark_chosen_again_lets_the_rule_hold(
    atlas: Atlas, table: HypothesesTable, said: Said, qtbot: QtBot
) -> None:
    row, column = neutral(table)
    item, rung = table.matrix.row_at(row).item.id, atlas.rungs[column - 1].id
    go_to(table, row, column)
    QTest.keyClick(table, Qt.Key.Key_N)
    assert said == []
    table.show_part(compose_matrix(atlas, set_mark(Workspace(), "KAZ", item, rung, "C"), "KAZ"))
    QTest.keyClick(table, Qt.Key.Key_N)
    assert said == [(item, rung, "")]


def test_arrows_move_and_letters_on_a_claim_change_nothing(
    table: HypothesesTable, said: Said, qtbot: QtBot
) -> None:
    go_to(table, 0, 1)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 0)
    QTest.keyClick(table, Qt.Key.Key_I)
    assert said == []


@no_grab
def test_a_click_on_a_mark_opens_a_menu_in_which_the_present_mark_is_ticked(
    table: HypothesesTable, said: Said, qtbot: QtBot
) -> None:
    row, column = neutral(table)
    place = table.visualRect(table.matrix.index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    menu = table.findChild(QMenu)
    assert menu is not None
    ticked = [action.text() for action in menu.actions() if action.isChecked()]
    assert ticked == ["N   neutral, as the rule has it"]
    back = menu.actions()[-1]
    assert back.text() == "Return to the rule (N)"
    assert not back.isEnabled()
    next(each for each in menu.actions() if each.text().startswith("II ")).trigger()
    assert [mark for _, _, mark in said] == ["II"]


def test_a_click_on_a_claim_opens_no_menu(table: HypothesesTable, qtbot: QtBot) -> None:
    place = table.visualRect(table.matrix.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.findChild(QMenu) is None


@no_grab
def test_the_menu_key_opens_the_menu_on_the_cell_that_the_user_is_on(
    table: HypothesesTable,
) -> None:
    go_to(table, 1, 2)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(table.viewport(), QContextMenuEvent(reason, QPoint(0, 0), QPoint(0, 0)))
    menu = table.findChild(QMenu)
    assert menu is not None
    rule = table.matrix.row_at(1).cells[1].rule
    assert menu.actions()[-1].text() == f"Return to the rule ({rule})"


def test_the_table_is_as_high_as_its_rows_and_grows_to_all_of_them(
    table: HypothesesTable,
) -> None:
    model = table.matrix
    assert model.rowCount() == SHOWN_AT_FIRST
    assert table.height() == sum(table.rowHeight(row) for row in range(SHOWN_AT_FIRST))
    assert model.hidden > 0
    model.show_all()
    assert model.hidden == 0
    assert table.height() == sum(table.rowHeight(row) for row in range(model.rowCount()))
    assert table.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("width", [180, 330, 520, 900])
@pytest.mark.parametrize("with_grades", [False, True])
def test_a_row_is_as_high_as_its_lines(atlas: Atlas, width: int, with_grades: bool) -> None:
    for row in compose_matrix(atlas, Workspace(), "TJK").rows:
        claim, meta, telling = claim_lines(row, width, with_grades=with_grades)
        need = len(claim) * LINE + (len(meta) + len(telling)) * SMALL_LINE + 2 * PAD_Y + 1
        assert row_height(row, width, with_grades=with_grades) == need


def test_the_user_stays_on_the_item_while_its_mark_changes_how_telling_it_is(
    atlas: Atlas, table: HypothesesTable
) -> None:
    go_to(table, 5, 1)
    before = [row.item.id for row in table.matrix.rows]
    workspace = Workspace()
    for rung in atlas.rungs:
        workspace = set_mark(workspace, "KAZ", before[5], rung.id, "N")
    table.show_part(compose_matrix(atlas, workspace, "KAZ"))
    assert [row.item.id for row in table.matrix.rows] == before
    assert table.currentIndex().row() == 5
    table.sort_anew()
    assert before[5] not in [row.item.id for row in table.matrix.rows]


def test_another_order_keeps_the_user_on_the_item_if_it_is_shown(
    atlas: Atlas, table: HypothesesTable
) -> None:
    table.matrix.show_all()
    go_to(table, 30, 3)
    item = table.matrix.row_at(30).item.id
    table.show_part(compose_matrix(atlas, Workspace(), "KAZ", "plain", "date"))
    current = table.currentIndex()
    assert table.matrix.row_at(current.row()).item.id == item
    assert current.column() == 3
    assert table.matrix.hidden == 0


def test_another_state_begins_with_its_first_rows(atlas: Atlas, table: HypothesesTable) -> None:
    table.matrix.show_all()
    table.show_part(compose_matrix(atlas, Workspace(), "UZB"))
    assert table.matrix.rowCount() == SHOWN_AT_FIRST


def test_every_cell_says_claim_and_mark_in_full(atlas: Atlas, table: HypothesesTable) -> None:
    model = table.matrix
    row = model.row_at(0)
    spoken = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.item.claim in spoken
    assert row.cells[0].words in spoken
    claim = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Sources: " in claim
    assert row.item.grade_words in claim
    head = model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert str(head).startswith(f"{atlas.rungs[0].title}: ")


@pytest.mark.parametrize("room", [700, 900, 1180, 1400, 1900])
def test_the_columns_fill_the_room(room: int) -> None:
    found = widths_in(room, 5)
    assert found.claim + 5 * found.rung + found.last == room
    assert RUNG_LEAST <= found.rung <= RUNG_MOST
    assert found.claim > found.rung


def test_a_mark_of_the_users_own_looks_otherwise_than_the_rules_in_any_theme(
    atlas: Atlas, table: HypothesesTable
) -> None:
    """The same letter, once by the rule and once the user's: the pixels differ."""
    line = table.matrix.row_at(0)
    place = next(at for at, cell in enumerate(line.cells) if cell.mark == "I")
    rect = table.visualRect(table.matrix.index(0, place + 1))
    other = next(at for at, cell in enumerate(line.cells) if cell.mark == "II")
    own = set_mark(Workspace(), "KAZ", line.item.id, atlas.rungs[other].id, "I")
    table.clearFocus()
    for theme in (LIGHT, DARK):
        table.set_theme(theme)
        by_rule = table.grab(rect).toImage()
        table.show_part(compose_matrix(atlas, own, "KAZ"))
        mine = table.grab(table.visualRect(table.matrix.index(0, other + 1))).toImage()
        assert by_rule != mine
        table.show_part(compose_matrix(atlas, Workspace(), "KAZ"))


@no_grab
def test_every_key_in_the_list_of_keys_sets_a_mark_or_opens_their_menu(
    table: HypothesesTable, said: Said
) -> None:
    place = table.matrix.index(*neutral(table))
    listed = [key for each in SHORTCUTS if "hypothesis" in each.group for key in each.keys]
    assert {"I", "C", "N", "Space", "Delete", "Enter"} <= set(listed)
    for key in set(listed) - {"N", "Delete", "Backspace", "Enter"}:  # which change nothing here
        table.setCurrentIndex(place)
        said.clear()
        QTest.keySequence(table, key)
        assert len(said) == 1, key
    QTest.keySequence(table, "Enter")
    assert table.findChildren(QMenu)
