from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.charts import CalibrationChart, CalibrationPoint, Caption
from explorer.pages.record_scores import compose_scores
from explorer.pages.tables import Table
from explorer.style import DARK, LIGHT
from explorer.ui.panels.record.scores import ScoresFace
from explorer.workspace.document import Workspace

CHART = CalibrationChart(
    Caption("Calibration", "", "", "", "", Table((), (), ())),
    (CalibrationPoint(0.3, 0.2, 30, ""),),
    (0.0, 0.5, 1.0),
    0.2,
)


def test_calibration_is_told_in_words_until_it_is_drawn(qtbot: QtBot, atlas: Atlas) -> None:
    face = ScoresFace(LIGHT)
    qtbot.addWidget(face)
    face.resize(900, 700)
    face.show()
    page = compose_scores(atlas, Workspace())
    face.show_page(page)
    assert any("0 of 30" in each.text() for each in face.findChildren(QLabel))
    assert not face.chart.isVisible()
    face.show_page(replace(page, chart=CHART, parts=(("Reliability", "0.010"),)))
    assert face.chart.isVisible()
    assert face.chart.chart == CHART
    face.set_theme(DARK)
    assert face.chart.isVisible()
    face.show_page(page)
    assert not face.chart.isVisible()
