from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.view import VIEWS
from explorer.settings import Settings
from explorer.ui.app import build_window, settle
from explorer.ui.main_window import MainWindow
from explorer.ui.presenters.evidence import EvidencePresenter
from explorer.ui.widgets.as_of_notice import AsOfNotice
from explorer.ui.widgets.as_of_popup import AsOfPopup
from explorer.workspace.assumptions import choose_base
from explorer.workspace.document import Workspace

THEN, ANNOUNCED = date(2025, 11, 5), date(2025, 11, 8)
LONG_AGO, NEWEST = date(2020, 1, 1), date(2026, 11, 23)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, atlas: Atlas) -> Iterator[MainWindow]:
    made = build_window(Settings(theme="light", comparators=("KAZ",)), atlas, Workspace())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    settle(made)
    yield made
    made.close()


def notice_of(window: MainWindow) -> str:
    notice = window.findChild(AsOfNotice)
    return notice.words if notice is not None and notice.isVisible() else ""


def popup_of(window: MainWindow) -> AsOfPopup:
    found = window.findChildren(AsOfPopup)
    assert found
    return found[-1]


def test_neither_notice_nor_list_is_made_before_it_is_needed(window: MainWindow) -> None:
    assert window.findChild(AsOfNotice) is None
    assert window.findChild(AsOfPopup) is None
    assert "newest" in window.status_line.day.text()


def test_every_view_shows_an_earlier_day_and_says_so(window: MainWindow) -> None:
    faults: list[str] = []
    for name, _ in VIEWS:
        window.open_view(name)
        settle(window)
        for day in (LONG_AGO, THEN, ANNOUNCED, NEWEST, None):
            window.session.look_as_of(day)
            settle(window)
            is_said = notice_of(window) != ""
            if is_said != (day is not None and day < NEWEST) or window.shown_view != name:
                faults.append(f"{name} {day}")
    assert faults == []


def test_the_control_offers_days_and_takes_one_that_is_typed(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_D, CTRL)
    popup = popup_of(window)
    assert popup.days.count() > 3
    popup.field.setText("5 Nov 2025")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert window.session.as_of == THEN
    assert notice_of(window).startswith("As of 5 Nov 2025: ")
    assert window.status_line.day.text().startswith("As of 5 Nov 2025")


def test_what_is_no_day_is_refused_in_words_and_changes_nothing(window: MainWindow) -> None:
    window.as_of.open()
    popup = popup_of(window)
    popup.field.setText("31 Feb 2025")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert "31 Feb 2025" in popup.fault.text()
    assert popup.fault.isVisible()
    assert window.session.as_of is None
    popup.close()


def test_a_day_after_the_newest_is_refused_and_the_list_stays(window: MainWindow) -> None:
    window.as_of.open()
    popup = popup_of(window)
    popup.field.setText("2027-01-01")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert "after the newest day, 23 Nov 2026" in popup.fault.text()
    popup.close()


def test_a_search_in_vain_says_that_an_earlier_day_is_in_force(window: MainWindow) -> None:
    box = window.search
    QTest.keyClicks(box, "qqxqq")
    assert box.accessibleDescription() == "Nothing found"
    box.clear()
    window.session.look_as_of(THEN)
    QTest.keyClicks(box, "qqxqq")
    words = "Nothing found as of 5 Nov 2025 · Alt+Home shows the newest day"
    assert box.accessibleDescription() == words
    listed = box.hit_list
    assert listed is not None
    rows = listed.findChildren(QListWidget)[0]
    assert rows.item(0).data(Qt.ItemDataRole.UserRole).words == words


def test_the_arrows_in_the_field_step_by_a_day(window: MainWindow) -> None:
    window.session.look_as_of(THEN)
    window.as_of.open()
    popup = popup_of(window)
    QTest.keyClick(popup.field, Qt.Key.Key_Up)
    assert window.session.as_of == date(2025, 11, 6)
    assert popup.field.text() == "6 Nov 2025"
    QTest.keyClick(popup.field, Qt.Key.Key_Down)
    assert window.session.as_of == THEN
    popup.close()


def test_keys_step_by_a_day_and_lead_back_to_the_newest(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_PageUp, ALT)
    assert window.session.as_of == date(2026, 11, 22)
    QTest.keyClick(window, Qt.Key.Key_PageDown, ALT)
    assert window.session.as_of is None
    window.session.look_as_of(THEN)
    QTest.keyClick(window, Qt.Key.Key_Home, ALT)
    assert window.session.as_of is None
    assert notice_of(window) == ""


def test_the_notice_leads_back_to_the_newest(window: MainWindow) -> None:
    window.session.look_as_of(THEN)
    notice = window.findChild(AsOfNotice)
    assert notice is not None
    QTest.mouseClick(notice.newest, Qt.MouseButton.LeftButton)
    assert window.session.as_of is None
    assert not notice.isVisible()


def test_the_evidence_is_that_of_the_day(window: MainWindow) -> None:
    window.open_view("evidence")
    settle(window)
    presenter = window.findChild(EvidencePresenter)
    assert presenter is not None
    whole = len(presenter.rows)
    window.session.look_as_of(THEN)
    settle(window)
    assert len(presenter.rows) == len(window.session.atlas.evidence) < whole
    window.session.look_as_of(None)
    settle(window)
    assert len(presenter.rows) == whole


def test_a_scenario_that_was_not_judged_then_is_set_aside_and_not_lost(
    window: MainWindow,
) -> None:
    session = window.session
    session.edit(choose_base(session.workspace, "calm_south"))
    session.look_as_of(THEN)
    assert window.outlooks.outlook.is_plain
    assert "was not judged by 5 Nov 2025" in window.outlooks.outlook.fault
    assert session.workspace.what_if.base == "calm_south"
    session.look_as_of(None)
    assert window.outlooks.outlook.what_if.base == "calm_south"
    assert window.outlooks.outlook.fault == ""


def test_a_day_is_no_step_to_undo_and_is_not_remembered(window: MainWindow) -> None:
    window.session.look_as_of(THEN)
    assert not window.session.can_undo
    assert "2025-11-05" not in repr(window.settings())


def test_the_search_leaves_out_what_is_not_known_yet(qtbot: QtBot, window: MainWindow) -> None:
    def titles() -> list[str]:
        return [hit.title for group in window.searching.find("Pezeshkian") for hit in group.hits]

    qtbot.waitUntil(lambda: window.searching.is_ready, timeout=9000)
    before = titles()
    window.session.look_as_of(LONG_AGO)
    qtbot.waitUntil(lambda: window.searching.is_ready, timeout=9000)
    assert len(titles()) < len(before)
    window.session.look_as_of(None)
    assert window.searching.is_ready
    assert titles() == before
    QApplication.processEvents()
