from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from explorer.domain.atlas import Atlas
from explorer.pages.own_evidence import Draft
from explorer.pages.view import Target, View
from explorer.ui.panels.evidence import EvidencePanel
from explorer.ui.panels.evidence.form import EvidenceForm
from explorer.ui.presenters.own_evidence import OwnEvidencePresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.message_window import MessageWindow
from explorer.workspace.document import Workspace
from explorer.workspace.evidence import set_remark

NOW = datetime(2026, 11, 24, tzinfo=UTC)
DRAFT = Draft(
    claim="A pilot plant was agreed",
    date="2026-11",
    states="KAZ",
    factor="outcome",
    direction="+",
    strength="2",
    kind="event",
    reliability="C",
    credibility="3",
    source_title="Interview",
)


@pytest.fixture
def session(atlas: Atlas) -> Session:
    return Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("country", "KAZ"))


@pytest.fixture
def panel(qtbot: QtBot, themes: ThemeKeeper) -> EvidencePanel:
    made = EvidencePanel(themes.theme)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def presenter(
    session: Session, themes: ThemeKeeper, panel: EvidencePanel
) -> Iterator[OwnEvidencePresenter]:
    tasks = TaskDoor()
    yield OwnEvidencePresenter(session, tasks, themes, panel)
    tasks.close()


def form_of(panel: EvidencePanel) -> EvidenceForm:
    return next(each for each in panel.findChildren(EvidenceForm) if each.isVisible())


def keep(panel: EvidencePanel, draft: Draft) -> None:
    form_of(panel).drafted.emit(draft)


def carried(told: SignalBlocker) -> list[object]:
    """Give what a signal carried."""
    return list(told.args or ())  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - pytest-qt does not say what a signal may carry


def test_an_item_is_kept_under_the_next_id_and_shown(
    session: Session, presenter: OwnEvidencePresenter, panel: EvidencePanel, qtbot: QtBot
) -> None:
    presenter.act("add")
    with qtbot.waitSignal(presenter.kept) as told:
        keep(panel, DRAFT)
    assert carried(told) == ["U001"]
    assert session.workspace.own_evidence["U001"].item.claim == DRAFT.claim
    assert not [each for each in panel.findChildren(EvidenceForm) if each.isVisible()]
    session.undo()
    assert not session.workspace.own_evidence


def test_a_form_with_faults_stays_open_and_nothing_is_kept(
    session: Session, presenter: OwnEvidencePresenter, panel: EvidencePanel
) -> None:
    presenter.add()
    keep(panel, Draft(claim="So"))
    form = form_of(panel)
    assert "Date is blank" in form.faults["date"].text()
    assert not session.workspace.own_evidence
    form.reject()


def test_an_own_item_is_edited_and_deleted_and_undo_brings_it_back(
    session: Session, presenter: OwnEvidencePresenter, panel: EvidencePanel
) -> None:
    presenter.add()
    keep(panel, DRAFT)
    panel.detail.edit_wanted.emit("U001")
    form = form_of(panel)
    assert form.draft == DRAFT
    form.drafted.emit(Draft(**{**_fields(DRAFT), "claim": "Other"}))
    assert session.workspace.own_evidence["U001"].item.claim == "Other"
    panel.detail.delete_wanted.emit("U001")
    assert not session.workspace.own_evidence
    session.undo()
    assert session.workspace.own_evidence["U001"].item.claim == "Other"
    session.undo()
    assert session.workspace.own_evidence["U001"].item.claim == DRAFT.claim


def test_an_item_of_the_pack_cannot_be_edited(
    presenter: OwnEvidencePresenter, panel: EvidencePanel
) -> None:
    presenter.edit("E001")
    assert not panel.findChildren(EvidenceForm)


def exported(
    session: Session,
    presenter: OwnEvidencePresenter,
    panel: EvidencePanel,
    path: Path,
    qtbot: QtBot,
) -> None:
    presenter.add()
    keep(panel, DRAFT)
    session.edit(set_remark(session.workspace, "E001", "doubt", "Old", NOW))
    presenter.act("export")
    dialog = panel.findChild(QFileDialog, "save file")
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(path.exists)


def test_what_is_exported_is_taken_in_by_a_colleague_as_one_step(
    session: Session,
    presenter: OwnEvidencePresenter,
    panel: EvidencePanel,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    path = tmp_path / "mine.csv"
    exported(session, presenter, panel, path, qtbot)
    held = session.workspace
    session.edit(Workspace())
    with qtbot.waitSignal(presenter.kept) as told:
        presenter.read(path)
    assert carried(told) == ["U001"]
    taken = session.workspace
    assert taken.own_evidence["U001"].item == held.own_evidence["U001"].item
    assert taken.remarks["E001"].comment == "Old"
    box = panel.findChild(QMessageBox, "evidence taken")
    assert box is not None
    assert "The file held 1 item, and 1 remark" in box.text()
    box.close()
    session.undo()
    assert session.workspace == Workspace()


def test_a_file_at_fault_is_told_of_row_by_row_and_changes_nothing(
    session: Session,
    presenter: OwnEvidencePresenter,
    panel: EvidencePanel,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    path = tmp_path / "mine.csv"
    exported(session, presenter, panel, path, qtbot)
    path.write_text(path.read_text("utf-8-sig").replace("doubt", "perhaps"), "utf-8")
    before = session.workspace
    presenter.read(path)
    qtbot.waitUntil(lambda: panel.findChild(MessageWindow, "evidence faults") is not None)
    told = panel.findChild(MessageWindow, "evidence faults")
    assert told is not None
    assert session.workspace == before
    told.close()


def _fields(draft: Draft) -> dict[str, str]:
    return {name: str(getattr(draft, name)) for name in Draft.__dataclass_fields__}
