import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.hypotheses import MatrixPart, compose_matrix
from explorer.pages.tables import as_tsv
from explorer.pages.view import Target, View
from explorer.style import LIGHT
from explorer.ui.panels.outcomes.hypotheses import HypothesesSection
from explorer.ui.presenters.hypotheses import HypothesesPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.workspace.document import OwnEvidence, OwnSource, Workspace
from explorer.workspace.edits import write_note
from explorer.workspace.evidence import put_own_evidence
from explorer.workspace.marks import set_mark


@pytest.fixture
def session(atlas: Atlas) -> Session:
    return Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("country", "KAZ"))


@pytest.fixture
def section(qtbot: QtBot) -> HypothesesSection:
    made = HypothesesSection(LIGHT)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    return made


@pytest.fixture
def presenter(session: Session, section: HypothesesSection) -> Iterator[HypothesesPresenter]:
    tasks = TaskDoor()
    made = HypothesesPresenter(session, tasks, section)
    made.show_state("KAZ")
    yield made
    tasks.close()


@pytest.fixture
def item(presenter: HypothesesPresenter, section: HypothesesSection) -> str:
    del presenter
    return section.table.matrix.row_at(0).item.id


def shown(section: HypothesesSection) -> MatrixPart:
    part = section.table.matrix.part
    assert part is not None
    return part


def test_a_state_is_shown_counted_plainly_and_the_most_telling_items_first(
    atlas: Atlas, presenter: HypothesesPresenter, section: HypothesesSection
) -> None:
    assert shown(section) == compose_matrix(atlas, Workspace(), "KAZ")
    presenter.show_state("UZB")
    assert shown(section).iso3 == "UZB"


def test_own_items_added_while_the_matrix_is_in_sight_or_not_are_rows_when_it_is_seen(
    session: Session,
    presenter: HypothesesPresenter,
    section: HypothesesSection,
    atlas: Atlas,
) -> None:
    item = replace(next(x for x in atlas.evidence if "KAZ" in x.countries), id="U001")
    own_item = OwnEvidence(item, OwnSource(), datetime(2026, 11, 1, tzinfo=UTC))
    before = len(shown(section).rows)
    session.edit(put_own_evidence(session.workspace, own_item))
    assert len(shown(section).rows) == before + 1
    section.hide()
    session.undo()
    section.show()
    presenter.show_state("KAZ")
    assert len(shown(section).rows) == before


def test_a_mark_set_by_key_is_a_step_that_can_be_undone_and_redone(
    atlas: Atlas, session: Session, section: HypothesesSection, item: str, qtbot: QtBot
) -> None:
    section.table.setCurrentIndex(section.table.matrix.index(0, 3))
    wanted = "I" if shown(section).rows[0].cells[2].rule != "I" else "II"
    QTest.keyClick(section.table, Qt.Key.Key_I)
    key = ("KAZ", item, atlas.rungs[2].id)
    assert dict(session.workspace.marks) == {key: wanted}
    assert shown(section).is_overruled
    QTest.keyClick(section.table, Qt.Key.Key_I)
    again = session.workspace.marks.get(key, "")
    assert again != wanted
    session.undo()
    assert session.workspace.marks[key] == wanted
    session.undo()
    assert not session.workspace.marks
    assert not shown(section).is_overruled
    session.redo()
    assert session.workspace.marks[key] == wanted


def test_delete_takes_a_mark_back_as_a_step(
    atlas: Atlas, session: Session, section: HypothesesSection, item: str, qtbot: QtBot
) -> None:
    rung = atlas.rungs[0].id
    mark = "N" if shown(section).rows[0].cells[0].rule != "N" else "I"
    section.mark_chosen.emit(item, rung, mark)
    section.table.setCurrentIndex(section.table.matrix.index_of(item, 1))
    QTest.keyClick(section.table, Qt.Key.Key_Delete)
    assert not session.workspace.marks
    session.undo()
    assert dict(session.workspace.marks) == {("KAZ", item, rung): mark}


def test_all_returns_to_the_rule_in_one_step_and_other_states_keep_their_marks(
    atlas: Atlas, session: Session, section: HypothesesSection, item: str
) -> None:
    first, second = atlas.rungs[0].id, atlas.rungs[1].id
    session.edit(set_mark(session.workspace, "UZB", "E001", first, "II"))
    section.mark_chosen.emit(item, first, "N")
    section.mark_chosen.emit(item, second, "N")
    section.marks_cleared.emit()
    assert list(session.workspace.marks) == [("UZB", "E001", first)]
    assert not shown(section).is_overruled
    session.undo()
    assert len(session.workspace.marks) == 3


def test_count_and_order_are_ways_of_looking_and_no_steps(
    session: Session, presenter: HypothesesPresenter, section: HypothesesSection
) -> None:
    section.count_chosen.emit("squared")
    section.order_chosen.emit("date")
    assert (shown(section).count, shown(section).order) == ("squared", "date")
    assert not session.can_undo
    presenter.show_state("TJK")
    assert (shown(section).count, shown(section).order) == ("squared", "date")


def test_what_the_user_says_elsewhere_leaves_the_matrix_as_it_is(
    session: Session, section: HypothesesSection, item: str
) -> None:
    from datetime import UTC, datetime

    before = shown(section)
    assert before.rows[0].item.id == item
    session.edit(
        write_note(session.workspace, "cell:KAZ:iran_wedge", "mine", datetime.now(tz=UTC))
    )
    assert shown(section) is before


def test_the_matrix_is_copied_with_the_users_own_marks(
    atlas: Atlas, session: Session, section: HypothesesSection, item: str
) -> None:
    mark = "N" if shown(section).rows[0].cells[0].rule != "N" else "I"
    section.mark_chosen.emit(item, atlas.rungs[0].id, mark)
    section.copy_wanted.emit()
    part = compose_matrix(atlas, session.workspace, "KAZ")
    assert QGuiApplication.clipboard().text() == as_tsv(part.table)
    html = QGuiApplication.clipboard().mimeData().html()
    assert part.title in html
    assert "(own; rule " in html


def test_the_matrix_is_saved_as_a_file_for_spreadsheets(
    section: HypothesesSection, presenter: HypothesesPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    del presenter
    path = tmp_path / "matrix.csv"
    section.save_wanted.emit()
    dialog = section.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "Kazakhstan evidence against the rungs.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(path.exists)
    lines = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert lines[0][0] == "Evidence"
    assert len(lines) == len(shown(section).rows) + 3


def test_a_session_that_opens_with_marks_shows_them(
    atlas: Atlas, section: HypothesesSection
) -> None:
    evidence = next(item.id for item in atlas.evidence if "TKM" in item.countries)
    own = set_mark(Workspace(), "TKM", evidence, atlas.rungs[4].id, "CC")
    own = set_mark(own, "TKM", evidence, atlas.rungs[0].id, "CC")
    session = Session(atlas, own, View("AZE", ("TKM",)), Target("country", "TKM"))
    tasks = TaskDoor()
    HypothesesPresenter(session, tasks, section).show_state("TKM")
    assert shown(section).own == "You have overruled the rule in 2 cells."
    tasks.close()
