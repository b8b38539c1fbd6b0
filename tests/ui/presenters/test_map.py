from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.packs.observations import read_observations
from explorer.pages.charts import MapChart
from explorer.pages.view import Target, View
from explorer.paths import bundled_pack
from explorer.style import DARK
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.panels.map import MapPanel
from explorer.ui.presenters.map import NO_MAP, READING, MapPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import Workspace


@dataclass
class Desk:
    """The view Map with all that it stands on."""

    session: Session
    tasks: TaskDoor
    panel: MapPanel
    presenter: MapPresenter
    qtbot: QtBot

    @property
    def chart(self) -> MapChart:
        chart = self.panel.view.chart
        assert isinstance(chart, MapChart)
        return chart

    def value(self, iso3: str) -> str:
        return next(area.value for area in self.chart.areas if area.iso3 == iso3)

    def open(self) -> None:
        self.panel.show()
        self.qtbot.waitUntil(lambda: self.tasks.is_idle)


@pytest.fixture(scope="module")
def observations(atlas: Atlas) -> Observations:
    return read_observations(bundled_pack(), atlas)


@pytest.fixture
def desk(qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper) -> Iterator[Desk]:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))
    tasks = TaskDoor()
    panel = MapPanel(themes.theme)
    panel.resize(1100, 700)
    qtbot.addWidget(panel)
    outlooks = OutlookKeeper(session, tasks)
    presenter = MapPresenter(session, outlooks, tasks, themes, panel)
    yield Desk(session, tasks, panel, presenter, qtbot)
    outlooks.close()
    tasks.close()


def test_no_outline_is_read_before_the_map_is_opened(desk: Desk) -> None:
    desk.session.show(View("AZE", ("UZB",)))
    assert desk.tasks.is_idle
    assert desk.presenter.plane is None
    desk.open()
    assert desk.presenter.plane is not None
    assert desk.chart.caption.title == desk.session.atlas.factors[0].title


def test_the_outlines_are_read_once(desk: Desk) -> None:
    desk.open()
    plane = desk.presenter.plane
    desk.panel.hide()
    desk.open()
    assert desk.presenter.plane is plane


def test_figures_come_once_they_are_read(desk: Desk, observations: Observations) -> None:
    desk.open()
    desk.panel.head.choose("indicator", "gini")
    assert desk.panel.said == READING
    desk.session.take_observations(observations)
    assert desk.panel.said == ""
    assert desk.value("KAZ") == "29.2 (2021)"


def test_figures_that_cannot_be_read_are_told(desk: Desk) -> None:
    desk.open()
    desk.session.give_up_observations("data/observations.csv: the file is missing.")
    desk.panel.head.choose("indicator", "gini")
    assert desk.panel.said == "data/observations.csv: the file is missing."
    desk.panel.head.choose("bloc", "SCO")
    assert desk.panel.said == ""


def test_the_map_follows_the_day_that_is_looked_at(desk: Desk) -> None:
    desk.open()
    desk.panel.head.choose("bloc", "Abraham Accords")
    assert desk.value("KAZ") == "accession announced"
    desk.session.look_as_of(date(2025, 6, 1))
    assert desk.value("KAZ") == "no entry found"
    desk.session.look_as_of(None)
    assert desk.value("KAZ") == "accession announced"


def test_the_map_follows_what_is_assumed(desk: Desk) -> None:
    desk.open()
    desk.panel.head.choose("likelihood", desk.session.atlas.rungs[2].id)
    before = desk.chart.caption.unit
    workspace = desk.session.workspace
    assumed = replace(workspace, what_if=replace(workspace.what_if, base="calm_south"))
    desk.session.edit(assumed)
    assert desk.chart.caption.unit.startswith(before)
    assert ", under " in desk.chart.caption.unit


def test_a_pack_without_a_map_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "bundled_pack", lambda: tmp_path)
    desk.open()
    assert desk.panel.said == NO_MAP


def test_a_map_at_fault_is_told_with_file_and_feature(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/outlines.geojson").write_text("{}", "utf-8")
    monkeypatch.setattr(paths, "bundled_pack", lambda: tmp_path)
    desk.open()
    assert "data/outlines.geojson: it is no FeatureCollection." in desk.panel.said
    assert caplog.records


def test_the_map_takes_the_theme(desk: Desk, themes: ThemeKeeper) -> None:
    desk.open()
    themes.choose("dark")
    assert desk.panel.plot is not None
    assert desk.panel.plot.theme == DARK
