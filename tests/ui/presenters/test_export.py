import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QMainWindow, QMessageBox, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from explorer import paths, report
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.errors import ExportError
from explorer.packs.observations import read_observations
from explorer.pages.view import Target, View
from explorer.settings import LastBrief
from explorer.ui.panels.export import ExportChoice, ExportDialog
from explorer.ui.presenters import export as export_module
from explorer.ui.presenters.export import ExportPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.workspace.assumptions import choose_base
from explorer.workspace.document import Workspace

LONG = 60_000


@dataclass
class Desk:
    """A window with an exporter, and what the exporter said."""

    session: Session
    tasks: TaskDoor
    window: QMainWindow
    exporter: ExportPresenter
    written: list[object] = field(default_factory=list[object])

    def dialog(self) -> ExportDialog:
        found = [each for each in self.window.findChildren(ExportDialog) if each.isVisible()]
        assert len(found) == 1
        return found[0]

    def choose(self, place: Path, paper: str = "a4", marking: str = "") -> None:
        dialog = self.dialog()
        dialog.accept()
        dialog.chosen.emit(ExportChoice(paper, marking, place))

    def box(self) -> QMessageBox | None:
        found = [each for each in self.window.findChildren(QMessageBox) if each.isVisible()]
        return found[0] if found else None

    def press(self, words: str) -> None:
        box = self.box()
        assert box is not None
        next(b for b in box.buttons() if b.text().replace("&", "") == words).click()

    def progress(self) -> QProgressDialog | None:
        found = [each for each in self.window.findChildren(QProgressDialog) if each.isVisible()]
        return found[0] if found else None


@pytest.fixture(scope="module")
def observations(atlas: Atlas) -> Observations:
    return read_observations(paths.bundled_pack(), atlas)


@pytest.fixture
def desk(qtbot: QtBot, atlas: Atlas, observations: Observations) -> Iterator[Desk]:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
    session.take_observations(observations)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    tasks = TaskDoor()
    made = Desk(session, tasks, window, ExportPresenter(session, tasks, window))
    made.exporter.finished.connect(made.written.append)
    yield made
    tasks.close()


def press_cancel(progress: QProgressDialog) -> None:
    button = progress.findChild(QPushButton)
    assert button is not None
    button.click()


def folder_of(tmp_path: Path) -> list[str]:
    return sorted(each.name for each in tmp_path.iterdir())


def test_the_name_of_the_pair_is_proposed_in_the_documents_folder(desk: Desk) -> None:
    desk.exporter.export()
    proposed = desk.dialog().choice
    assert proposed.place == paths.documents() / "Azerbaijan and Kazakhstan.pdf"
    assert proposed.paper == "a4"
    desk.dialog().reject()


def test_a_brief_under_a_scenario_is_named_by_it(desk: Desk) -> None:
    desk.session.edit(choose_base(desk.session.workspace, "calm_south"))
    desk.exporter.export()
    assert desk.dialog().choice.place.name.endswith(", Calm in the south.pdf")
    desk.dialog().reject()


@pytest.mark.parametrize("is_late", [True, False])
def test_without_series_there_is_no_waiting_and_it_is_said(
    qtbot: QtBot, atlas: Atlas, is_late: bool
) -> None:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    desk = Desk(session, TaskDoor(), window, ExportPresenter(session, TaskDoor(), window))
    desk.exporter.finished.connect(desk.written.append)
    if not is_late:
        session.give_up_observations("bilateral.csv, row 3")
    desk.exporter.export()
    if is_late:
        assert desk.progress() is not None
        session.give_up_observations("bilateral.csv, row 3")
    assert desk.progress() is None
    assert desk.written == [()]
    box = desk.box()
    assert box is not None
    assert "bilateral.csv, row 3" in box.text()
    box.close()
    desk.exporter.export()  # and the exporter is not stuck
    assert desk.written == [(), ()]


def test_a_brief_is_written_and_told_of(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    desk.exporter.export()
    desk.choose(path, "letter", "amber")
    qtbot.waitUntil(lambda: bool(desk.written), timeout=LONG)
    assert desk.written == [(path,)]
    assert path.read_bytes().startswith(b"%PDF")
    assert folder_of(tmp_path) == ["brief.pdf"]
    assert desk.progress() is None
    box = desk.box()
    assert box is not None
    assert "brief.pdf" in box.text()
    assert (desk.exporter.paper, desk.exporter.marking) == ("letter", "amber")
    assert desk.exporter.folder == tmp_path
    box.close()


def test_it_is_told_on_which_data_the_brief_of_a_pair_was_made(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    told: list[object] = []
    desk.exporter.briefs_made.connect(told.append)
    desk.session.look_as_of(date(2025, 11, 8))
    desk.exporter.export()
    desk.choose(tmp_path / "brief.pdf", "a4", "")
    qtbot.waitUntil(lambda: bool(desk.written), timeout=LONG)
    edition = desk.session.newest.subject.edition
    assert told == [(LastBrief("AZE", "KAZ", "2025-11-08", edition),)]
    box = desk.box()
    assert box is not None
    box.close()


def test_the_message_opens_the_file_or_its_folder(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(export_module.QDesktopServices, "openUrl", note)
    monkeypatch.setattr(report, "write_brief", write_a_word)
    for words in ("Open file", "Show folder"):
        desk.exporter.export()
        desk.choose(tmp_path / f"{words}.pdf")
        qtbot.waitUntil(lambda: desk.box() is not None, timeout=LONG)
        desk.press(words)
        qtbot.waitUntil(lambda: desk.box() is None)
    assert opened == [str(tmp_path / "Open file.pdf"), str(tmp_path)]


def write_a_word(path: Path, brief: object, overwrite: bool, progress: report.Progress) -> None:
    """Stand in for the report where only what happens round it matters."""
    del brief
    progress(0, 1, "Setting the pages")
    if path.exists() and not overwrite:
        raise ExportError(f"{path} exists already")
    path.write_text("%PDF", "utf-8")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "write_brief", write_a_word)


def test_several_briefs_go_to_one_folder(
    qtbot: QtBot, desk: Desk, tmp_path: Path, quick: None
) -> None:
    desk.session.show(View("AZE", ("KAZ", "UZB")))
    desk.exporter.export()
    desk.choose(tmp_path / "briefs")
    qtbot.waitUntil(lambda: bool(desk.written), timeout=LONG)
    assert folder_of(tmp_path / "briefs") == [
        "Azerbaijan and Kazakhstan.pdf",
        "Azerbaijan and Uzbekistan.pdf",
    ]
    box = desk.box()
    assert box is not None
    assert "Saved 2 briefs" in box.text()
    box.close()


def test_nothing_is_replaced_without_being_asked(
    qtbot: QtBot, desk: Desk, tmp_path: Path, quick: None
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_text("mine", "utf-8")
    desk.exporter.export()
    desk.choose(path)
    box = desk.box()
    assert box is not None
    assert "brief.pdf" in box.text()
    desk.press("Cancel")
    assert path.read_text("utf-8") == "mine"
    assert desk.written == [()]
    desk.exporter.export()
    desk.choose(path)
    desk.press("Replace")
    qtbot.waitUntil(lambda: len(desk.written) == 2, timeout=LONG)
    assert path.read_text("utf-8") == "%PDF"


def test_another_name_can_be_chosen_instead(desk: Desk, tmp_path: Path, quick: None) -> None:
    path = tmp_path / "brief.pdf"
    path.write_text("mine", "utf-8")
    desk.exporter.export()
    desk.choose(path)
    desk.press("Choose another name")
    assert desk.dialog().isVisible()
    desk.dialog().reject()
    assert path.read_text("utf-8") == "mine"


def test_a_file_that_comes_meanwhile_is_not_replaced(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.pdf"

    def late(place: Path, brief: object, overwrite: bool, progress: report.Progress) -> None:
        path.write_text("theirs", "utf-8")
        write_a_word(place, brief, overwrite, progress)

    monkeypatch.setattr(report, "write_brief", late)
    desk.exporter.export()
    desk.choose(path)
    qtbot.waitUntil(lambda: bool(desk.written), timeout=LONG)
    assert path.read_text("utf-8") == "theirs"
    box = desk.box()
    assert box is not None
    assert "exists already" in box.text()
    box.close()


def test_cancelling_leaves_no_file(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work, go_on = threading.Event(), threading.Event()
    real = report.write_brief

    def held(path: Path, brief: object, overwrite: bool, progress: report.Progress) -> None:
        at_work.set()
        go_on.wait(10)
        real(path, brief, overwrite=overwrite, progress=progress)  # pyright: ignore[reportArgumentType] - handed on as it came

    monkeypatch.setattr(report, "write_brief", held)
    desk.exporter.export()
    desk.choose(tmp_path / "brief.pdf")
    qtbot.waitUntil(at_work.is_set, timeout=LONG)
    progress = desk.progress()
    assert progress is not None
    press_cancel(progress)
    go_on.set()
    qtbot.waitUntil(lambda: bool(desk.written), timeout=LONG)
    assert desk.written == [()]
    assert folder_of(tmp_path) == []
    assert desk.progress() is None


def test_a_failure_is_said_in_its_own_words(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, brief: object, overwrite: bool, progress: report.Progress) -> None:
        del path, brief, overwrite, progress
        raise ExportError("The disk is full; free space or choose another folder.")

    monkeypatch.setattr(report, "write_brief", fail)
    desk.exporter.export()
    desk.choose(tmp_path / "brief.pdf")
    qtbot.waitUntil(lambda: desk.box() is not None, timeout=LONG)
    box = desk.box()
    assert box is not None
    assert box.text() == "The disk is full; free space or choose another folder."
    assert desk.exporter.folder != tmp_path, "a folder that took no file is not proposed again"
    box.close()


def test_the_ending_is_added_where_it_is_missing(
    qtbot: QtBot, desk: Desk, tmp_path: Path, quick: None
) -> None:
    desk.exporter.export()
    desk.choose(tmp_path / "v1.2 draft")
    qtbot.waitUntil(lambda: bool(desk.written), timeout=LONG)
    assert folder_of(tmp_path) == ["v1.2 draft.pdf"]


def test_before_the_series_are_read_the_export_waits(
    qtbot: QtBot, atlas: Atlas, observations: Observations, desk: Desk
) -> None:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
    desk.exporter = ExportPresenter(session, desk.tasks, desk.window)
    desk.exporter.export()
    assert desk.progress() is not None
    session.take_observations(observations)
    assert desk.progress() is None
    desk.dialog().reject()


def test_waiting_for_the_series_can_be_given_up(atlas: Atlas, desk: Desk) -> None:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
    exporter = ExportPresenter(session, desk.tasks, desk.window)
    exporter.export()
    progress = desk.progress()
    assert progress is not None
    press_cancel(progress)
    session.take_observations(object())
    assert desk.window.findChildren(ExportDialog) == []


def test_one_export_at_a_time(desk: Desk) -> None:
    desk.exporter.export()
    desk.exporter.export()
    desk.dialog().reject()
    desk.exporter.export()
    desk.dialog().reject()


def test_the_last_brief_of_the_pair_is_offered_as_the_day_to_begin_from(desk: Desk) -> None:
    desk.exporter.last_briefs = (LastBrief("AZE", "KAZ", "2026-03-01", "2026.03"),)
    desk.exporter.export()
    box = desk.dialog()._since.box
    labels = [box.itemText(at) for at in range(box.count())]
    assert labels[0] == "Nothing"
    assert "The judgement before (31 Oct 2025)" in labels
    assert any(
        label.startswith("The last brief of Azerbaijan and Kazakhstan (1 Mar 2026")
        for label in labels
    )
    desk.dialog().reject()


def test_a_brief_holds_the_appendices_that_were_asked_for(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    for name, appendices, since in (("all", True, date(2025, 10, 31)), ("none", False, None)):
        desk.exporter.export()
        dialog = desk.dialog()
        dialog.accept()
        choice = ExportChoice("a4", "", tmp_path / f"{name}.pdf", None, appendices, since)
        with qtbot.waitSignal(desk.exporter.finished, timeout=LONG):
            dialog.chosen.emit(choice)
        desk.press("Close")
    told = {
        name: [
            str(each.title)
            for each in PdfReader(tmp_path / f"{name}.pdf").outline
            if not isinstance(each, list)
        ]
        for name in ("all", "none")
    }
    assert [x for x in told["all"] if x.startswith("Appendix")] == [
        "Appendix A · What changed since 31 October 2025",
        "Appendix B · Events and evidence",
        "Appendix C · Where each figure stands in the data",
    ]
    assert not any(title.startswith("Appendix") for title in told["none"])
