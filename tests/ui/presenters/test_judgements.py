from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import JudgedLadder
from explorer.packs.judgement_file import JudgementFile, read_judgement, write_judgement
from explorer.pages.own_judgement import HEADING, compose_own
from explorer.pages.view import Target, View
from explorer.ui.panels.detail import DetailPanel
from explorer.ui.panels.detail.own import OwnJudgement
from explorer.ui.panels.detail.own_forms import LadderForm, RatingForm
from explorer.ui.panels.raters import RatersDialog
from explorer.ui.presenters.detail import DetailPresenter
from explorer.ui.presenters.judgements import SETTLE_MS, JudgementsPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.message_window import MessageWindow
from explorer.workspace.document import OWN_RATER, RaterJudgement, Workspace
from explorer.workspace.judgements import judgement_of, pool_judgement, set_own_ladder
from explorer.workspace.storage import decode, encode

CELL = Target("cell", "KAZ", "iran_wedge")
OUTCOME = Target("outcome", "KAZ")
TODAY = date(2026, 11, 24)
UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@dataclass
class Side:
    """A panel with the details, and what edits judgements in it."""

    session: Session
    tasks: TaskDoor
    panel: DetailPanel
    details: DetailPresenter
    presenter: JudgementsPresenter
    window: QWidget

    def own(self) -> OwnJudgement:
        found = self.panel.own
        assert found is not None
        if not found.is_open:
            found.button.click()
        return found

    def rating_form(self) -> RatingForm:
        form = self.own().form
        assert isinstance(form, RatingForm)
        return form

    def ladder_form(self) -> LadderForm:
        form = self.own().form
        assert isinstance(form, LadderForm)
        return form

    def dialog(self) -> RatersDialog:
        [found] = [each for each in self.window.findChildren(RatersDialog) if each.isVisible()]
        return found

    @property
    def workspace(self) -> Workspace:
        return self.session.workspace

    def rating(self) -> tuple[float, float, float]:
        own = self.workspace.judgements[OWN_RATER].ratings["KAZ", "iran_wedge"]
        return own.low, own.mode, own.high


@pytest.fixture
def side(qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper) -> Iterator[Side]:
    window = QWidget()
    qtbot.addWidget(window)
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), CELL)
    tasks = TaskDoor()
    panel = DetailPanel()
    panel.setParent(window)
    panel.resize(352, 900)
    window.resize(352, 900)
    window.show()
    details = DetailPresenter(session, tasks, themes, panel)
    presenter = JudgementsPresenter(session, tasks, themes, panel, window)
    presenter.today = lambda: TODAY
    yield Side(session, tasks, panel, details, presenter, window)
    tasks.close()


def enter(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def look_at(qtbot: QtBot, side: Side, target: Target) -> None:
    side.session.select(target)
    qtbot.waitUntil(lambda: not side.details.is_behind)


def file_of(path: Path, atlas: Atlas, rater: str, side: Side) -> Path:
    """Write the user's own judgement as that of a colleague."""
    own = side.workspace.judgements[OWN_RATER]
    ladders = tuple(own.ladders.values())
    write_judgement(path, JudgementFile(rater, tuple(own.ratings.values()), ladders), atlas)
    return path


def test_a_rating_typed_is_in_the_workspace_with_todays_date(side: Side) -> None:
    enter(side.rating_form().fields[1], "2.5")
    assert side.rating() == (2.0, 2.5, 3.0)
    own = side.workspace.judgements[OWN_RATER]
    assert own.ratings["KAZ", "iran_wedge"].as_of == TODAY
    assert not own.is_pooled
    assert side.rating_form().basis.isVisible()
    assert "Kept apart" in side.own().block.standing


def test_one_drag_is_one_step(side: Side) -> None:
    form = side.rating_form()
    enter(form.fields[1], "1.0")
    scale = form.scale
    QTest.mousePress(scale, Qt.MouseButton.LeftButton, pos=scale.place_of(1.0).toPoint())
    for value in (1.5, 2.0, 2.5, 3.0):
        QTest.mouseMove(scale, scale.place_of(value).toPoint())
    QTest.mouseRelease(scale, Qt.MouseButton.LeftButton, pos=scale.place_of(3.0).toPoint())
    assert side.rating() == (0.5, 3.0, 3.0)
    side.session.undo()
    assert side.rating() == (0.5, 1.0, 1.5)
    assert form.fields[1].text() == "1.0"
    side.session.undo()
    assert side.workspace == Workspace()
    assert form.fields[1].text() == ""


def rest(qtbot: QtBot) -> None:
    """Let the hand rest for longer than a pause that ends a step."""
    qtbot.wait(SETTLE_MS + 100)


def test_a_drag_of_the_range_in_which_the_hand_rests_is_one_step(qtbot: QtBot, side: Side) -> None:
    form = side.rating_form()
    enter(form.fields[1], "1.0")
    scale = form.scale
    QTest.mousePress(scale, Qt.MouseButton.LeftButton, pos=scale.place_of(1.0).toPoint())
    QTest.mouseMove(scale, scale.place_of(2.0).toPoint())
    rest(qtbot)
    QTest.mouseMove(scale, scale.place_of(3.0).toPoint())
    QTest.mouseRelease(scale, Qt.MouseButton.LeftButton, pos=scale.place_of(3.0).toPoint())
    assert side.rating() == (0.5, 3.0, 3.0)
    side.session.undo()
    assert side.rating() == (0.5, 1.0, 1.5)


def test_a_drag_of_a_rung_in_which_the_hand_rests_is_one_step(qtbot: QtBot, side: Side) -> None:
    look_at(qtbot, side, OUTCOME)
    form = side.ladder_form()
    enter(form.ladder.fields[0], "40")
    before = side.workspace
    bar = form.ladder.bars[0]
    middle = bar.height() // 2
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.x_of(40)), middle))
    QTest.mouseMove(bar, QPoint(round(bar.x_of(60)), middle))
    rest(qtbot)
    QTest.mouseMove(bar, QPoint(round(bar.x_of(80)), middle))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.x_of(80)), middle))
    assert side.workspace != before
    side.session.undo()
    assert side.workspace == before


def test_an_editor_hidden_in_mid_drag_lets_go(side: Side) -> None:
    form = side.rating_form()
    enter(form.fields[1], "1.0")
    QTest.mousePress(form.scale, Qt.MouseButton.LeftButton, pos=form.scale.place_of(1.0).toPoint())
    side.panel.hide()
    assert not form.scale.is_held


def test_a_pause_in_keys_still_ends_a_step(qtbot: QtBot, side: Side) -> None:
    form = side.rating_form()
    enter(form.fields[1], "1.0")
    QTest.keyClick(form.scale, Qt.Key.Key_Right)
    rest(qtbot)
    QTest.keyClick(form.scale, Qt.Key.Key_Right)
    side.session.undo()
    assert side.rating()[1] == pytest.approx(1.1)


def test_a_reason_typed_is_one_step_and_keeps_its_date(side: Side) -> None:
    form = side.rating_form()
    enter(form.fields[1], "2.5")
    enter(form.basis.day, "2026-10-01")
    QTest.keyClicks(form.basis.reason, "Grain and rail")
    rating = side.workspace.judgements[OWN_RATER].ratings["KAZ", "iran_wedge"]
    assert (rating.rationale, rating.as_of) == ("Grain and rail", date(2026, 10, 1))
    QTest.keyClick(form.basis.reason, *UNDO)
    assert form.basis.reason.toPlainText() == ""
    assert side.rating() == (2.0, 2.5, 3.0)
    enter(form.fields[1], "2.6")
    rating = side.workspace.judgements[OWN_RATER].ratings["KAZ", "iran_wedge"]
    assert rating.as_of == TODAY


def test_what_is_judged_comes_back_from_the_users_file(side: Side, tmp_path: Path) -> None:
    form = side.rating_form()
    enter(form.fields[1], "2.5")
    QTest.keyClicks(form.basis.reason, "Grain")
    path = tmp_path / "workspace.json"
    assert decode(encode(side.workspace), path) == side.workspace


def test_a_ladder_is_judged_for_the_scenario_in_force(qtbot: QtBot, side: Side) -> None:
    look_at(qtbot, side, OUTCOME)
    form = side.ladder_form()
    enter(form.ladder.fields[2], "60")
    enter(form.ladder.fields[1], "25")
    own = side.workspace.judgements[OWN_RATER].ladders["KAZ", "baseline"]
    # The rest is shared as the pool has it.
    assert own.probabilities == pytest.approx((0.01, 0.25, 0.6, 0.13, 0.01))
    QTest.keyClicks(form.basis.reason, "Rail")
    assert side.workspace.judgements[OWN_RATER].ladders["KAZ", "baseline"].reason == "Rail"
    QTest.mouseClick(form.basis.remove, Qt.MouseButton.LeftButton)
    assert side.workspace == Workspace()
    side.session.undo()
    assert form.basis.reason.toPlainText() == "Rail"


def test_a_new_reason_leaves_the_shares_of_a_ladder_as_they_are(qtbot: QtBot, side: Side) -> None:
    thirds = (1 / 3, 1 / 3, 1 / 3, 0.0, 0.0)
    ladder = JudgedLadder(OWN_RATER, TODAY, "KAZ", "baseline", thirds)
    side.session.edit(set_own_ladder(side.workspace, ladder))
    look_at(qtbot, side, OUTCOME)
    form = side.ladder_form()
    assert [field.text() for field in form.ladder.fields] == ["33.4", "33.3", "33.3", "0", "0"]
    QTest.keyClicks(form.basis.reason, "Rail")
    enter(form.basis.day, "2026-10-01")
    own = side.workspace.judgements[OWN_RATER].ladders["KAZ", "baseline"]
    assert (own.probabilities, own.reason) == (thirds, "Rail")
    assert own.as_of == date(2026, 10, 1)
    enter(form.ladder.fields[0], "50")
    own = side.workspace.judgements[OWN_RATER].ladders["KAZ", "baseline"]
    assert own.probabilities == pytest.approx((0.5, 0.25, 0.25, 0.0, 0.0))


def test_a_rating_is_removed_and_comes_back_with_undo(qtbot: QtBot, side: Side) -> None:
    form = side.rating_form()
    enter(form.fields[1], "2.5")
    qtbot.wait(1)  # until what came into sight has its place
    QTest.mouseClick(form.basis.remove, Qt.MouseButton.LeftButton)
    assert side.workspace == Workspace()
    assert not form.basis.isVisible()
    side.session.undo()
    assert side.rating() == (2.0, 2.5, 3.0)


def test_a_figure_still_being_typed_goes_to_the_cell_it_was_typed_for(
    qtbot: QtBot, side: Side
) -> None:
    enter(side.rating_form().fields[1], "2.5")
    QTest.keyClicks(side.rating_form().fields[1], "3.5")
    look_at(qtbot, side, Target("cell", "AZE", "iran_wedge"))
    assert side.rating() == (2.0, 3.5, 3.5)
    assert list(side.workspace.judgements[OWN_RATER].ratings) == [("KAZ", "iran_wedge")]
    assert side.rating_form().fields[1].text() == ""


def test_a_figure_still_being_typed_is_taken_when_the_window_closes(side: Side) -> None:
    enter(side.rating_form().fields[1], "2.5")
    QTest.keyClicks(side.rating_form().fields[1], "3.5")
    side.window.hide()
    assert side.rating() == (2.0, 3.5, 3.5)


def test_the_block_stays_unfolded_from_cell_to_cell(qtbot: QtBot, side: Side) -> None:
    enter(side.rating_form().fields[1], "2.5")
    look_at(qtbot, side, Target("cell", "AZE", "iran_wedge"))
    assert side.panel.own is not None
    assert side.panel.own.is_open
    assert side.rating_form().fields[1].text() == ""
    look_at(qtbot, side, Target("country", "KAZ"))
    assert side.panel.own is None
    look_at(qtbot, side, CELL)
    assert side.rating_form().fields[1].text() == "2.5"


def test_the_page_marks_the_own_rating_beside_the_raters(atlas: Atlas, side: Side) -> None:
    enter(side.rating_form().fields[1], "2.5")
    block = compose_own(atlas, side.workspace, CELL)
    assert block is not None
    assert block.heading == HEADING
    assert side.own().block == block


def test_pooling_in_and_weights_are_edits_that_can_be_undone(side: Side) -> None:
    enter(side.rating_form().fields[1], "2.5")
    side.own().raters.click()
    dialog = side.dialog()
    box = dialog.line(OWN_RATER).pooled
    assert box is not None
    box.click()
    assert side.workspace.judgements[OWN_RATER].is_pooled
    assert side.own().block.standing == "Pooled in: mean of 5 raters, one of them you."
    dialog.line("R1").weight.setFocus()
    QTest.keyClick(dialog.line("R1").weight, Qt.Key.Key_End)
    assert dict(side.workspace.pooling.rater_weights) == {"R1": 3.0}
    dialog._even.click()
    assert dict(side.workspace.pooling.rater_weights) == {}
    dialog.methods["geometric"].click()
    assert side.workspace.pooling.method == "geometric"
    for _ in range(3):
        dialog.undo_wanted.emit()
    assert side.workspace.pooling.method == "linear"
    assert dialog.methods["linear"].isChecked()
    dialog.undo_wanted.emit()
    assert not side.workspace.judgements[OWN_RATER].is_pooled
    assert not box.isChecked()


def test_weights_that_are_all_nought_are_refused_in_words(side: Side) -> None:
    side.presenter.open()
    dialog = side.dialog()
    for rater in ("R1", "R2", "R3", "R4"):
        QTest.keyClick(dialog.line(rater).weight, Qt.Key.Key_Home)
    assert dict(side.workspace.pooling.rater_weights) == {"R1": 0.0, "R2": 0.0, "R3": 0.0}
    assert "At least one rater" in dialog._fault.text()
    assert dialog.line("R4").weight.currentText() == "1"


def test_a_ladder_that_would_leave_no_rung_is_refused_where_it_is_typed(
    qtbot: QtBot, side: Side, atlas: Atlas, tmp_path: Path
) -> None:
    look_at(qtbot, side, OUTCOME)
    form = side.ladder_form()
    enter(form.ladder.fields[0], "100")
    path = file_of(tmp_path / "aigul.csv", atlas, "Aigul", side)
    with qtbot.waitSignal(side.presenter.files.taken):
        side.presenter.files.read(path)
    side.session.edit(pool_judgement(side.workspace, "Aigul", is_pooled=True))
    side.session.edit(pool_judgement(side.workspace, OWN_RATER, is_pooled=True))
    side.presenter.open()
    side.dialog().methods["geometric"].click()
    assert side.workspace.pooling.method == "geometric"
    before = side.workspace
    enter(form.ladder.fields[4], "100")
    assert side.workspace == before
    assert "rule out every rung" in form.fault.text()
    assert form.ladder.fields[0].text() == "100"


def test_a_judgement_goes_to_a_file_and_comes_back_as_a_colleagues(
    qtbot: QtBot, side: Side, atlas: Atlas, tmp_path: Path
) -> None:
    form = side.rating_form()
    enter(form.fields[1], "2.5")
    QTest.keyClicks(form.basis.reason, "Grain")
    side.presenter.open()
    side.dialog().export.click()
    asked = side.window.findChild(QInputDialog, "judgement name")
    assert asked is not None
    asked.setTextValue("Aigul")
    asked.accept()
    chooser = side.window.findChild(QFileDialog, "save file")
    assert chooser is not None
    assert chooser.selectedFiles()[0].endswith("Judgement Aigul.csv")
    path = tmp_path / "aigul.csv"
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    qtbot.waitUntil(path.exists)
    assert read_judgement(path, atlas).rater == "Aigul"
    with qtbot.waitSignal(side.presenter.files.taken) as taken:
        side.presenter.files.read(path)
    assert taken.signal_triggered
    assert side.workspace.judgements["Aigul"].ratings["KAZ", "iran_wedge"].rationale == "Grain"
    assert side.dialog().line("Aigul").words.text() == "1 rating, 0 ladders"
    side.session.undo()
    assert "Aigul" not in side.workspace.judgements


def test_a_rater_who_is_there_is_replaced_only_after_asking(
    qtbot: QtBot, side: Side, atlas: Atlas, tmp_path: Path
) -> None:
    enter(side.rating_form().fields[1], "2.5")
    path = file_of(tmp_path / "aigul.csv", atlas, "Aigul", side)
    with qtbot.waitSignal(side.presenter.files.taken):
        side.presenter.files.read(path)
    enter(side.rating_form().fields[1], "3.5")
    file_of(path, atlas, "Aigul", side)
    before = side.workspace
    for button, changes in (("Cancel", False), ("&Replace", True)):
        side.presenter.files.read(path)
        qtbot.waitUntil(lambda: bool(side.window.findChildren(QMessageBox, "replace judgement")))
        [box] = side.window.findChildren(QMessageBox, "replace judgement")
        assert box.defaultButton() is not None
        assert box.defaultButton().text().replace("&", "") == "Cancel"
        [wanted] = [each for each in box.buttons() if each.text().strip("&") == button.strip("&")]
        wanted.click()
        assert (side.workspace != before) is changes
        qtbot.waitUntil(lambda: not side.window.findChildren(QMessageBox, "replace judgement"))
    found = side.workspace.judgements["Aigul"].ratings["KAZ", "iran_wedge"]
    assert found.mode == 3.5


def test_a_namesake_in_other_letters_is_asked_about_and_replaced(
    qtbot: QtBot, side: Side, atlas: Atlas, tmp_path: Path
) -> None:
    enter(side.rating_form().fields[1], "2.5")
    with qtbot.waitSignal(side.presenter.files.taken):
        side.presenter.files.read(file_of(tmp_path / "one.csv", atlas, "Anna", side))
    enter(side.rating_form().fields[1], "3.5")
    side.presenter.files.read(file_of(tmp_path / "two.csv", atlas, "anna", side))
    qtbot.waitUntil(lambda: bool(side.window.findChildren(QMessageBox, "replace judgement")))
    [box] = side.window.findChildren(QMessageBox, "replace judgement")
    assert "a judgement by Anna already" in box.text()
    next(each for each in box.buttons() if "Replace" in each.text()).click()
    assert list(side.workspace.judgements) == [OWN_RATER, "Anna"]
    assert side.workspace.judgements["Anna"].ratings["KAZ", "iran_wedge"].mode == 3.5


def test_a_judgement_that_is_refused_is_not_told_to_be_taken(
    qtbot: QtBot, side: Side, atlas: Atlas, tmp_path: Path
) -> None:
    look_at(qtbot, side, OUTCOME)
    form = side.ladder_form()
    enter(form.ladder.fields[2], "100")
    wanted = file_of(tmp_path / "wanted.csv", atlas, "Aigul", side)
    enter(form.ladder.fields[0], "100")
    with qtbot.waitSignal(side.presenter.files.taken):
        side.presenter.files.read(file_of(tmp_path / "first.csv", atlas, "Aigul", side))
    side.session.edit(pool_judgement(side.workspace, OWN_RATER, is_pooled=True))
    side.session.edit(pool_judgement(side.workspace, "Aigul", is_pooled=True))
    side.presenter.open()
    side.dialog().methods["geometric"].click()
    before = side.workspace
    told: list[str] = []
    side.presenter.files.taken.connect(told.append)
    side.presenter.files._put(read_as_judgement(wanted, atlas))
    assert side.workspace == before
    assert told == []
    assert "rule out every rung" in side.dialog()._fault.text()


def read_as_judgement(path: Path, atlas: Atlas) -> RaterJudgement:
    found = read_judgement(path, atlas)
    return judgement_of(found.rater, found.ratings, found.ladders)


def test_it_is_said_under_what_name_a_judgement_was_saved(
    qtbot: QtBot, side: Side, tmp_path: Path
) -> None:
    enter(side.rating_form().fields[1], "2.5")
    side.presenter.open()
    side.presenter.files._export_as("Aigul")
    chooser = side.window.findChild(QFileDialog, "save file")
    assert chooser is not None
    chooser.fileSelected.emit(str(tmp_path / "ab.json"))
    chooser.reject()
    told = side.dialog()._told
    qtbot.waitUntil(told.isVisible)
    assert told.text() == f"Your judgement was saved as ab.json.csv in {tmp_path}."
    assert (tmp_path / "ab.json.csv").exists()
    side.dialog().say("Something else")
    assert not told.isVisible()


def test_a_figure_of_a_pooled_judgement_asks_about_its_own_cell_alone(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(side.rating_form().fields[1], "2.5")
    side.session.edit(pool_judgement(side.workspace, OWN_RATER, is_pooled=True))
    asked: list[Workspace] = []

    def ask(_atlas: Atlas, workspace: Workspace) -> str:
        asked.append(workspace)
        return ""

    monkeypatch.setattr("explorer.ui.presenters.judgements.pooling_fault", ask)
    enter(side.rating_form().fields[1], "3.5")
    assert side.rating()[1] == 3.5
    assert asked == []


def test_every_bad_row_of_a_file_is_named_and_nothing_is_taken(
    qtbot: QtBot, side: Side, atlas: Atlas, tmp_path: Path
) -> None:
    enter(side.rating_form().fields[1], "2.5")
    path = file_of(tmp_path / "aigul.csv", atlas, "Aigul", side)
    text = path.read_text("utf-8-sig")
    rows = text.splitlines()
    bad = rows[1].replace("2.5", "7.2")
    path.write_text("\n".join([rows[0], bad, rows[1].replace("KAZ", "XXX")]), "utf-8")
    before = side.workspace
    side.presenter.files.read(path)
    qtbot.waitUntil(lambda: bool(side.window.findChildren(MessageWindow)))
    [told] = side.window.findChildren(MessageWindow)
    said = told.text.toPlainText()
    assert "row 2" in said
    assert "row 3" in said
    assert side.workspace == before
    told.accept()


def test_a_name_that_stands_for_another_is_refused_in_words(
    qtbot: QtBot, side: Side, tmp_path: Path
) -> None:
    enter(side.rating_form().fields[1], "2.5")
    side.presenter.files._export_as("R1")
    chooser = side.window.findChild(QFileDialog, "save file")
    assert chooser is not None
    chooser.fileSelected.emit(str(tmp_path / "r1.csv"))
    chooser.reject()
    qtbot.waitUntil(lambda: bool(side.window.findChildren(QMessageBox, "save message")))
    [box] = side.window.findChildren(QMessageBox, "save message")
    assert "R1" in box.text()
    assert not (tmp_path / "r1.csv").exists()
    box.accept()


def test_the_dialog_of_raters_opens_once(qtbot: QtBot, side: Side) -> None:
    side.presenter.open()
    side.presenter.open()
    dialog = side.dialog()
    dialog.accept()
    qtbot.waitUntil(lambda: not side.window.findChildren(RatersDialog))
    side.presenter.open()
    assert side.dialog() is not dialog


def test_a_colleague_is_removed_with_what_they_counted_for(
    qtbot: QtBot, side: Side, atlas: Atlas, tmp_path: Path
) -> None:
    enter(side.rating_form().fields[1], "2.5")
    path = file_of(tmp_path / "aigul.csv", atlas, "Aigul", side)
    with qtbot.waitSignal(side.presenter.files.taken):
        side.presenter.files.read(path)
    side.presenter.open()
    side.dialog().removed.emit("Aigul")
    assert list(side.workspace.judgements) == [OWN_RATER]


def test_the_reasons_name_an_own_rating_that_is_kept_apart(qtbot: QtBot, side: Side) -> None:
    enter(side.rating_form().fields[1], "3.0")
    qtbot.waitUntil(lambda: not side.details.is_behind)
    said = [each.text() for each in side.panel.findChildren(QLabel)]
    assert any("kept apart from the pool" in each for each in said)
