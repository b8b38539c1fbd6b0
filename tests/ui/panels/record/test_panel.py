from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.record import QuestionPage, compose_question, compose_question_list
from explorer.pages.record_scores import compose_scores
from explorer.style import DARK, LIGHT
from explorer.ui.panels.record import RecordPanel
from explorer.ui.panels.record.lines import OwnForecastLine
from explorer.ui.widgets.link import LinkButton
from explorer.workspace.document import OwnForecast, Workspace
from explorer.workspace.forecasts import put_forecast

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def panel(qtbot: QtBot, atlas: Atlas) -> RecordPanel:
    made = RecordPanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    made.show()
    made.activateWindow()
    made.rows.show_rows(compose_question_list(atlas, Workspace()).rows, "Q02")
    made.detail.show_page(compose_question(atlas, Workspace(), "Q02"))
    made.scores.show_page(compose_scores(atlas, Workspace()))
    return made


def test_enter_goes_to_the_question_and_esc_back_to_the_list(panel: RecordPanel) -> None:
    panel.rows.setFocus()
    QTest.keyClick(panel.rows, Qt.Key.Key_Return)
    assert panel.detail.hasFocus()
    QTest.keyClick(panel.detail, Qt.Key.Key_Escape)
    assert panel.rows.hasFocus()


def test_tab_goes_through_all_controls_from_the_head_to_the_forecast(panel: RecordPanel) -> None:
    first = panel.head.buttons["ask"]
    first.setFocus()
    seen: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in seen:
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert panel.head.buttons["export"] in seen
    assert panel.rows in seen
    assert panel.detail in seen
    adding = panel.detail.adding
    assert seen.index(panel.rows) < seen.index(panel.detail) < seen.index(adding.percent)
    assert seen.index(adding.percent) < seen.index(adding.confidence)


def test_every_control_has_a_name(panel: RecordPanel) -> None:
    for child in panel.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible():
            assert child.accessibleName(), child


def test_the_faces_are_shown_in_turn(panel: RecordPanel) -> None:
    assert panel.face == "questions"
    panel.show_face("scores")
    assert panel.face == "scores"
    assert panel.scores.isVisible()
    assert not panel.head.states.isVisible()
    panel.show_face("questions")
    assert panel.head.states.isVisible()


def test_the_window_is_painted_in_either_theme(panel: RecordPanel) -> None:
    light = panel.grab().toImage()
    panel.set_theme(DARK)
    dark = panel.grab().toImage()
    assert light.pixelColor(700, 76).lightness() > 200
    assert dark.pixelColor(700, 76).lightness() < 80


def test_a_narrow_window_cuts_nothing_off(panel: RecordPanel) -> None:
    panel.detail.adding.percent.setText("not a number")
    panel.resize(760, 600)
    QApplication.processEvents()
    bar = panel.detail.horizontalScrollBar()
    assert bar.maximum() == 0


def test_a_long_word_on_the_seals_does_not_widen_the_window(panel: RecordPanel) -> None:
    before = panel.minimumSizeHint().width()
    panel.head.show_said("Altered: " + "F001, " * 60, is_wrong=True)
    QApplication.processEvents()
    assert panel.minimumSizeHint().width() <= before + 40
    assert panel.head.said.toolTip().startswith("Altered")


def test_the_newest_forecasts_are_shown_and_earlier_ones_when_asked_for(
    panel: RecordPanel, atlas: Atlas
) -> None:
    def shown() -> list[str]:
        QApplication.processEvents()
        lines = panel.detail.findChildren(OwnForecastLine)
        return [each.buttons["seal"].accessibleName() for each in lines if each.isVisible()]

    def page(count: int) -> QuestionPage | None:
        workspace = Workspace()
        for number in range(1, count + 1):
            made = OwnForecast(f"F{number:03d}", "Q02", "", 0.3, NOW + timedelta(number), "")
            workspace = put_forecast(workspace, made)
        return compose_question(atlas, workspace, "Q02")

    panel.detail.show_page(page(22))
    assert shown() == [f"Seal F{number:03d}" for number in range(13, 23)]
    more = link(panel, "Show more: 12 earlier forecasts")
    more.click()
    assert len(shown()) == 20
    panel.detail.show_page(page(23))
    assert shown()[0] == "Seal F004"
    link(panel, "Show more: 3 earlier forecasts").click()
    assert len(shown()) == 23
    assert not any("Show more" in each.text() for each in links(panel))
    panel.detail.show_page(compose_question(atlas, Workspace(), "Q18"))
    panel.detail.show_page(page(22))
    assert len(shown()) == 10


def links(panel: RecordPanel) -> list[LinkButton]:
    return [each for each in panel.detail.findChildren(LinkButton) if each.isVisible()]


def link(panel: RecordPanel, words: str) -> LinkButton:
    return next(each for each in links(panel) if each.text() == words)
