import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from explorer.domain.atlas import Atlas
from explorer.pages.charts import BalanceChart
from explorer.pages.search import Hit
from explorer.pages.view import Target, View
from explorer.ui.panels.evidence import EvidencePanel
from explorer.ui.presenters.evidence import EvidencePresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import Workspace
from explorer.workspace.edits import write_note
from explorer.workspace.evidence import set_remark

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def session(atlas: Atlas) -> Session:
    return Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("country", "KAZ"))


@pytest.fixture
def panel(qtbot: QtBot, themes: ThemeKeeper) -> EvidencePanel:
    made = EvidencePanel(themes.theme)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    return made


@pytest.fixture
def presenter(
    session: Session, themes: ThemeKeeper, panel: EvidencePanel, qtbot: QtBot
) -> Iterator[EvidencePresenter]:
    tasks = TaskDoor()
    made = EvidencePresenter(session, tasks, themes, panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.detail.detail is not None)
    yield made
    tasks.close()


def choose(panel: EvidencePanel, part: str, key: str) -> None:
    box = panel.head.boxes[part]
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def detail_id(panel: EvidencePanel) -> str:
    detail = panel.detail.detail
    return detail.item.id if detail else ""


def carried(told: SignalBlocker) -> list[object]:
    """Give what a signal carried."""
    return list(told.args or ())  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - pytest-qt does not say what a signal may carry


def test_all_items_are_shown_with_the_newest_in_the_detail(
    atlas: Atlas, presenter: EvidencePresenter, panel: EvidencePanel
) -> None:
    total = len(atlas.evidence)
    assert panel.head.count.text() == f"{total} of {total} items"
    assert panel.head.clear.isHidden()
    assert detail_id(panel) == presenter.rows[0].id == presenter.chosen


def test_filters_are_counted_and_one_link_clears_them(
    atlas: Atlas, presenter: EvidencePresenter, panel: EvidencePanel, qtbot: QtBot
) -> None:
    choose(panel, "states", "TJK")
    choose(panel, "directions", "-")
    assert {row.direction for row in presenter.rows} == {"-"}
    assert panel.head.count.text() == f"{len(presenter.rows)} of {len(atlas.evidence)} items"
    qtbot.waitUntil(lambda: detail_id(panel) == presenter.rows[0].id)
    panel.head.clear.click()
    assert len(presenter.rows) == len(atlas.evidence)
    assert panel.head.chosen == dict.fromkeys(panel.head.boxes, "")


def test_typing_filters_a_moment_later(
    presenter: EvidencePresenter, panel: EvidencePanel, qtbot: QtBot
) -> None:
    QTest.keyClicks(panel.head.text, "tokayev")
    qtbot.waitUntil(lambda: 0 < len(presenter.rows) < 60)


def test_a_date_at_fault_is_named_and_the_others_still_hold(
    presenter: EvidencePresenter, panel: EvidencePanel
) -> None:
    panel.head.since.setText("2026")
    panel.head.until.setText("soon")
    QTest.keyClick(panel.head.until, Qt.Key.Key_Return)
    assert "To: “soon” is no date" in panel.head.fault.text()
    assert not panel.head.fault.isHidden()
    assert {row.when.year for row in presenter.rows} == {2026}


def test_filters_that_nothing_passes_say_so(
    presenter: EvidencePresenter, panel: EvidencePanel, qtbot: QtBot
) -> None:
    panel.head.text.setText("zzzz")
    presenter.ask()
    assert not panel.nothing.isHidden()
    qtbot.waitUntil(lambda: panel.detail.detail is None)
    presenter.clear()
    assert panel.nothing.isHidden()


def test_filters_stay_while_another_view_is_in_front(
    presenter: EvidencePresenter, panel: EvidencePanel
) -> None:
    choose(panel, "states", "TJK")
    found = presenter.rows
    panel.hide()
    panel.show()
    assert presenter.rows == found
    assert panel.head.chosen["states"] == "TJK"


def test_an_item_that_the_filters_hide_is_shown_by_clearing_them(
    presenter: EvidencePresenter, panel: EvidencePanel
) -> None:
    choose(panel, "states", "TJK")
    presenter.show_item("E311")
    assert detail_id(panel) == "E311"
    assert panel.head.chosen["states"] == ""
    assert presenter.rows[panel.table.currentIndex().row()].id == "E311"


def test_sorting_by_a_head_or_by_the_list_is_the_same(
    presenter: EvidencePresenter, panel: EvidencePanel
) -> None:
    panel.table.horizontalHeader().sectionClicked.emit(5)
    by_head = presenter.rows
    assert [row.strength for row in by_head] == sorted(
        (row.strength for row in by_head), reverse=True
    )
    assert str(panel.head.sort.currentData()) == "strength 1"
    sort = panel.head.sort
    sort.setCurrentIndex(sort.findData("strength 0"))
    sort.activated.emit(sort.currentIndex())
    assert presenter.rows[0].strength == 1


def test_a_mark_and_a_comment_are_two_steps_that_can_be_undone(
    session: Session, presenter: EvidencePresenter, panel: EvidencePanel, qtbot: QtBot
) -> None:
    presenter.show_item("E311")
    box = panel.detail.remark.box
    box.setCurrentIndex(box.findData("doubt"))
    box.activated.emit(box.currentIndex())
    QTest.keyClicks(panel.detail.remark.comment, "Who says so")
    remark = session.workspace.remarks["E311"]
    assert (remark.verdict, remark.comment) == ("doubt", "Who says so")
    row = next(each for each in presenter.rows if each.id == "E311")
    assert row.verdict == "doubt"
    session.undo()
    assert session.workspace.remarks["E311"].comment == ""
    session.undo()
    assert not session.workspace.remarks
    qtbot.waitUntil(lambda: panel.detail.remark.box.currentIndex() == 0)


def test_other_edits_of_the_workspace_show_nothing_anew(
    session: Session, presenter: EvidencePresenter
) -> None:
    rows = presenter.rows
    session.edit(write_note(session.workspace, "country:KAZ", "Ask", NOW))
    assert presenter.rows is rows


def test_what_is_edited_out_of_sight_is_shown_when_it_comes_back(
    session: Session, presenter: EvidencePresenter, panel: EvidencePanel
) -> None:
    panel.hide()
    session.edit(set_remark(session.workspace, "E311", "agree", "", NOW))
    panel.show()
    assert next(row for row in presenter.rows if row.id == "E311").verdict == "agree"


def test_the_balance_follows_the_filters(
    presenter: EvidencePresenter, panel: EvidencePanel
) -> None:
    panel.head.faces.buttons[1].click()
    choose(panel, "states", "TKM")
    chart = panel.grid.chart
    assert isinstance(chart, BalanceChart)
    assert f"{len(presenter.rows)} items (Turkmenistan)" in chart.caption.source
    assert isinstance(panel.course.chart, BalanceChart)
    assert panel.face == "balance"


def test_the_items_of_one_source_are_shown_by_a_link(
    presenter: EvidencePresenter, panel: EvidencePanel
) -> None:
    panel.detail.source_wanted.emit("S001")
    assert presenter.rows
    assert all("S001" in row.source_ids for row in presenter.rows)


def test_what_was_searched_for_is_shown(
    presenter: EvidencePresenter, panel: EvidencePanel
) -> None:
    choose(panel, "states", "TJK")
    assert presenter.open_hit(Hit("evidence", "", "", None, key="E311"))
    assert detail_id(panel) == "E311"
    assert presenter.open_hit(Hit("source", "", "", None, key="S001"))
    assert all("S001" in row.source_ids for row in presenter.rows)
    assert not presenter.open_hit(Hit("note", "", "", None, key="method/glossary"))


def test_what_was_searched_for_is_shown_although_the_rows_are_still_being_made(
    session: Session, themes: ThemeKeeper, panel: EvidencePanel, qtbot: QtBot
) -> None:
    tasks = TaskDoor()
    presenter = EvidencePresenter(session, tasks, themes, panel)
    panel.show()
    assert not presenter.rows
    presenter.open_hit(Hit("evidence", "", "", None, key="E311"))
    qtbot.waitUntil(lambda: detail_id(panel) == "E311")
    assert presenter.chosen == "E311"
    tasks.close()


def test_the_rows_shown_are_copied(presenter: EvidencePresenter, panel: EvidencePanel) -> None:
    choose(panel, "states", "TJK")
    panel.head.buttons["copy"].click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == len(presenter.rows) + 1
    assert lines[1].startswith(presenter.rows[0].id)
    assert "Tajikistan" in QGuiApplication.clipboard().mimeData().html()


def test_the_rows_shown_are_saved_as_a_table(
    presenter: EvidencePresenter, panel: EvidencePanel, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(panel, "states", "TJK")
    panel.head.buttons["save"].click()
    dialog = panel.findChild(QFileDialog, "save file")
    assert dialog is not None
    path = tmp_path / "evidence.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(path.exists)
    found = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert [row[0] for row in found[1:]] == [row.id for row in presenter.rows]


def test_a_jump_and_the_user_s_own_actions_are_handed_on(
    presenter: EvidencePresenter, panel: EvidencePanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(presenter.jump_wanted) as told:
        panel.detail.jump_wanted.emit(Target("country", "KAZ"))
    assert carried(told) == [Target("country", "KAZ")]
    with qtbot.waitSignal(presenter.acted) as told:
        panel.head.buttons["add"].click()
    assert carried(told) == ["add"]
    assert not panel.head.buttons["export"].isEnabled()


def test_the_dark_theme_reaches_every_part(
    presenter: EvidencePresenter, panel: EvidencePanel, themes: ThemeKeeper
) -> None:
    before = panel.grab().toImage()
    themes.choose("dark")
    assert panel.grab().toImage() != before
    assert panel.grab().toImage().pixelColor(5, 5).name() == themes.theme.card
