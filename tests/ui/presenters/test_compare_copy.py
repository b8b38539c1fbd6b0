import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from explorer.analysis.pooling import rating_of
from explorer.analysis.tenths import to_tenth
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import OWN_RATER, Rating
from explorer.pages.charts import RangeChart
from explorer.pages.compare_page import compose_compare
from explorer.pages.compare_table import comparison_table
from explorer.pages.tables import as_tsv
from explorer.pages.view import Target, View
from explorer.style import Theme
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.presenters import chart_file
from explorer.ui.presenters.compare_copy import CompareCopyPresenter
from explorer.ui.presenters.file_saving import Offer
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.assumptions import choose_base
from explorer.workspace.document import Pooling, Workspace, frozen
from explorer.workspace.edits import write_note
from explorer.workspace.judgements import pool_judgement, set_own_rating, set_pooling

CELL = Target("cell", "KAZ", "iran_wedge")
VIEW = View("AZE", ("KAZ",))
NOTED = write_note(Workspace(), str(CELL), "mine", datetime(2026, 11, 24, tzinfo=UTC))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def session(atlas: Atlas) -> Session:
    return Session(atlas, NOTED, VIEW, CELL)


@pytest.fixture
def copying(
    session: Session, window: QWidget, themes: ThemeKeeper
) -> Iterator[CompareCopyPresenter]:
    tasks = TaskDoor()
    yield CompareCopyPresenter(session, tasks, themes, window)
    tasks.close()


def pasted() -> str:
    return QGuiApplication.clipboard().text()


def answer(window: QWidget, path: Path) -> str:
    """Name a file in the dialog and give the name that it proposed."""
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    proposed = Path(dialog.selectedFiles()[0]).name
    dialog.fileSelected.emit(str(path))
    dialog.close()
    return proposed


def test_the_selected_cell_is_copied_in_its_sentences_and_no_note_is_told_of(
    atlas: Atlas, copying: CompareCopyPresenter
) -> None:
    copying.copy_selected()
    page = compose_compare(atlas, Workspace(), VIEW)
    cells = [
        row.cells[1] for part in page.sections for row in part.rows if row.factor == "iran_wedge"
    ]
    assert pasted() == cells[0].description
    assert "note" not in pasted().lower()


def test_of_a_difference_it_alone_is_copied(
    session: Session, copying: CompareCopyPresenter
) -> None:
    session.select(Target("factor", factor="iran_wedge"))
    copying.copy_selected(as_difference=True)
    assert "than Azerbaijan" in pasted()
    assert "\n" not in pasted()
    copying.copy_selected()
    assert len(pasted().split("\n")) == 3


def test_what_is_not_shown_leaves_the_clipboard_as_it_is(
    session: Session, copying: CompareCopyPresenter
) -> None:
    QGuiApplication.clipboard().setText("before")
    session.select(Target("country", "UZB"))
    copying.copy_selected()
    assert pasted() == "before"


def test_the_comparison_is_copied_for_spreadsheets_and_for_texts_at_once(
    atlas: Atlas, copying: CompareCopyPresenter
) -> None:
    copying.copy_table()
    page = compose_compare(atlas, Workspace(), VIEW)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == as_tsv(comparison_table(page))
    html = data.html()
    assert page.title in html
    assert "judged 23 Nov 2026 · mean of 4 raters" in html
    assert html.count("<tr>") == len(atlas.factors) + len(atlas.rungs) + 1


def test_the_comparison_is_saved_as_a_file_that_spreadsheets_read(
    qtbot: QtBot, atlas: Atlas, window: QWidget, copying: CompareCopyPresenter, tmp_path: Path
) -> None:
    path = tmp_path / "it.csv"
    copying.save_csv()
    proposed = answer(window, path)
    assert proposed == "Closer ties with Israel Azerbaijan and Kazakhstan.csv"
    qtbot.waitUntil(path.exists, timeout=20_000)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfFactor or rung,")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(atlas.factors) + len(atlas.rungs) + 1


@pytest.mark.parametrize(("kind", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_the_ratings_are_saved_as_a_picture(
    qtbot: QtBot,
    window: QWidget,
    copying: CompareCopyPresenter,
    tmp_path: Path,
    kind: str,
    start: bytes,
) -> None:
    path = tmp_path / f"it.{kind}"
    copying.save_picture()
    proposed = answer(window, path)
    assert proposed == "Closer ties with Israel Azerbaijan and Kazakhstan, ratings.png"
    qtbot.waitUntil(path.exists, timeout=20_000)
    assert path.read_bytes().startswith(start)


def test_what_is_copied_under_a_scenario_names_it(
    session: Session, window: QWidget, themes: ThemeKeeper
) -> None:
    tasks = TaskDoor()
    keeper = OutlookKeeper(session, tasks)
    copying = CompareCopyPresenter(session, tasks, themes, window, keeper)
    session.edit(choose_base(session.workspace, "calm_south"))
    copying.copy_table()
    assert "What if: Calm in the south" in pasted()
    assert "What if: Calm in the south" in QGuiApplication.clipboard().mimeData().html()
    session.select(Target("outcome", "KAZ"))
    copying.copy_selected()
    assert "Under the scenario Calm in the south; judged 69" in pasted()
    keeper.close()
    tasks.close()


def test_the_ratings_as_a_picture_are_of_the_raters_and_weights_in_force(
    session: Session,
    window: QWidget,
    themes: ThemeKeeper,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tasks = TaskDoor()
    keeper = OutlookKeeper(session, tasks)
    copying = CompareCopyPresenter(session, tasks, themes, window, keeper)
    rating = Rating("", date(2026, 11, 24), "KAZ", "iran_wedge", 4.0, 4.0, 4.0, "low", "", "", ())
    workspace = set_own_rating(session.workspace, rating)
    workspace = pool_judgement(workspace, OWN_RATER, is_pooled=True)
    counts = frozen({"R1": 0.0, "R2": 0.0, "R3": 0.0, "R4": 0.5})
    session.edit(set_pooling(workspace, Pooling(rater_weights=counts)))
    drawn: list[RangeChart] = []
    offer = chart_file.chart_offer

    def noted(chart: RangeChart, theme: Theme, *, title: str, name: str) -> Offer:
        drawn.append(chart)
        return offer(chart, theme, title=title, name=name)

    monkeypatch.setattr(chart_file, "chart_offer", noted)
    copying.save_picture()
    [chart] = drawn
    assert "R4 counting 0.5, You counting 1" in chart.caption.source
    [row] = [row for row in chart.rows if row.label == "Shared wariness of Iran"]
    shown = dict(row.marks)["KAZ"].value
    ground = keeper.outlook.ground
    wanted = rating_of(ground.atlas, "KAZ", "iran_wedge", None, ground.choices.rater_weights)
    assert wanted is not None
    assert len(wanted.modes) == 5
    assert shown == to_tenth(wanted.mode)
    keeper.close()
    tasks.close()
