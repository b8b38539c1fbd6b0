import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.balance import compose_balance_course, compose_balance_grid
from explorer.pages.evidence_table import EvidenceFilter, compose_ledger
from explorer.style import LIGHT
from explorer.ui.panels.evidence import EvidencePanel
from explorer.workspace.document import Workspace


@pytest.fixture
def panel(qtbot: QtBot, atlas: Atlas) -> EvidencePanel:
    made = EvidencePanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    rows = compose_ledger(atlas, Workspace()).find(EvidenceFilter())
    made.table.show_rows(rows, rows[0].id)
    made.show()
    QApplication.processEvents()
    return made


def test_enter_goes_to_the_detail_and_esc_back(panel: EvidencePanel) -> None:
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.focusWidget() is panel.detail
    QTest.keyClick(panel.detail, Qt.Key.Key_Escape)
    assert panel.focusWidget() is panel.table


def test_esc_in_a_filter_goes_to_the_table(panel: EvidencePanel) -> None:
    panel.head.text.setFocus()
    QTest.keyClick(panel.head.text, Qt.Key.Key_Escape)
    assert panel.focusWidget() is panel.table


def test_every_control_of_the_head_has_a_name_and_is_reached_by_tab(panel: EvidencePanel) -> None:
    head = panel.head
    parts = (head.text, *head.boxes.values(), head.since, head.until, head.sort)
    buttons = (*head.buttons.values(), *head.faces.buttons)
    for each in (*parts, *buttons):
        assert each.accessibleName()
    wanted: set[QWidget] = {*parts, *(each for each in head.buttons.values() if each.isEnabled())}
    head.buttons["copy"].setFocus()
    met: set[QWidget] = set()
    for _ in range(40):
        at = panel.focusWidget()
        met.add(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert wanted <= met


@pytest.mark.parametrize("width", [900, 1180, 1340, 1820])
def test_nothing_of_the_head_is_cut_at_any_width(panel: EvidencePanel, width: int) -> None:
    panel.resize(width, 700)
    QApplication.processEvents()
    head = panel.head
    for each in (*head.boxes.values(), head.sort, head.text, head.since, head.until):
        place = each.mapTo(head, each.rect().bottomRight())
        assert place.x() <= head.width()
        assert place.y() <= head.height()


def test_the_two_faces_take_turns(panel: EvidencePanel, atlas: Atlas, qtbot: QtBot) -> None:
    rows = compose_ledger(atlas, Workspace()).rows
    panel.show_balance(
        compose_balance_grid(atlas, rows, "all items"),
        compose_balance_course(atlas, rows, "all items"),
    )
    panel.show_face("balance")
    assert panel.face == "balance"
    assert not panel.table.isVisible()
    with qtbot.waitSignal(panel.chart_save_wanted):
        panel.grid.save_wanted.emit("png")
    panel.show_face("items")
    assert panel.table.isVisible()


def test_from_and_to_stand_on_one_line_at_any_width(panel: EvidencePanel) -> None:
    for width in range(700, 1820, 30):
        panel.resize(width, 700)
        QApplication.processEvents()
        tops = {
            each.mapTo(panel, each.rect().topLeft()).y()
            for each in (panel.head.since, panel.head.until)
        }
        assert len(tops) == 1
