from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.analysis.forecast import Setting, forecast
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import JudgedLadder
from explorer.pages.agreement import compose_agreement
from explorer.pages.view import Target, View
from explorer.pages.what_if import NOTHING, pooled_weights
from explorer.style import DARK
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.panels.what_if import WhatIfPanel
from explorer.ui.presenters.what_if import _KEYS_MS, WhatIfPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.slider import Slider
from explorer.ui.widgets.slider_line import SliderLine
from explorer.workspace.document import WhatIf, Workspace
from explorer.workspace.judgements import set_own_ladder

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
KEY = ("KAZ", "public_opinion")


@dataclass
class Desk:
    """The view What if with all that it stands on."""

    session: Session
    outlooks: OutlookKeeper
    tasks: TaskDoor
    themes: ThemeKeeper
    panel: WhatIfPanel
    presenter: WhatIfPresenter

    @property
    def what_if(self) -> WhatIf:
        return self.session.workspace.what_if

    @property
    def steps(self) -> int:
        return len(self.session._history.past)

    def line(self, factor: str = "public_opinion", tab: str = "ratings") -> SliderLine:
        return self.panel.sliders.lists[tab].lines[factor]

    def slider(self, factor: str = "public_opinion", tab: str = "ratings") -> Slider:
        return self.line(factor, tab).slider

    def bars(self) -> dict[str, tuple[float, ...]]:
        shown = self.panel.results.bars.bars
        assert shown is not None
        return {row.iso3: row.shares for row in shown.chart.rows}

    def whiskers(self) -> dict[str, tuple[tuple[float, float], ...]]:
        shown = self.panel.results.bars.bars
        assert shown is not None
        return {row.iso3: row.bounds for row in shown.chart.rows}


@pytest.fixture
def desk(qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper) -> Iterator[Desk]:
    view = View("AZE", ("KAZ", "UZB"))
    session = Session(atlas, Workspace(), view, Target("cell", "KAZ", "iran_wedge"))
    tasks = TaskDoor()
    outlooks = OutlookKeeper(session, tasks)
    panel = WhatIfPanel(themes.theme)
    qtbot.addWidget(panel)
    panel.resize(1180, 700)
    presenter = WhatIfPresenter(session, outlooks, tasks, themes, panel)
    with qtbot.waitExposed(panel):
        panel.show()
    whole(qtbot, presenter)
    yield Desk(session, outlooks, tasks, themes, panel, presenter)
    outlooks.close()
    tasks.close()


def whole(qtbot: QtBot, presenter: WhatIfPresenter) -> None:
    """Wait until the parts that come later have come."""
    qtbot.waitUntil(lambda: not presenter.is_behind)


def at(slider: Slider, value: float) -> QPoint:
    return QPoint(round(slider.place(value)), slider.height() // 2)


def drag(slider: Slider, *values: float) -> None:
    QTest.mousePress(slider, LEFT, pos=at(slider, slider.row.value))
    for value in values:
        QTest.mouseMove(slider, at(slider, value))
    QTest.mouseRelease(slider, LEFT, pos=at(slider, values[-1]))


def test_the_view_begins_at_the_judgement(desk: Desk) -> None:
    page = desk.panel.page
    assert page is not None
    assert (page.title, page.iso3) == (NOTHING, "KAZ")
    assert desk.bars() == {
        iso3: desk.outlooks.outlook.before[iso3].shares for iso3 in ("AZE", "KAZ", "UZB")
    }


def test_a_drag_moves_rating_and_bar_in_the_same_turn(desk: Desk) -> None:
    slider = desk.slider()
    QTest.mousePress(slider, LEFT, pos=at(slider, slider.row.value))
    QTest.mouseMove(slider, at(slider, 0.6))
    value = desk.what_if.ratings[KEY]
    assert value == pytest.approx(0.6, abs=0.11)
    basis, beta = desk.outlooks.outlook.ground.bases["KAZ"], desk.outlooks.outlook.ground.fit.beta
    exact = forecast(basis, beta, Setting({"public_opinion": value}))
    assert desk.bars()["KAZ"] == exact.shares
    assert slider.row.value == value
    assert desk.line().number.text() == f"{value:.1f}"
    QTest.mouseRelease(slider, LEFT, pos=at(slider, 0.6))


def test_a_drag_is_one_step_to_undo_and_redo(desk: Desk) -> None:
    before = desk.session.workspace
    drag(desk.slider(), 1.5, 1.0, 0.5, 0.8)
    after = desk.session.workspace
    assert desk.steps == 1
    desk.session.undo()
    assert desk.session.workspace == before
    assert desk.slider().row.value == desk.slider().row.judged
    desk.session.redo()
    assert desk.session.workspace == after
    assert desk.slider().row.value == after.what_if.ratings[KEY]


def test_two_drags_are_two_steps(desk: Desk) -> None:
    drag(desk.slider(), 1.0)
    drag(desk.slider(), 2.6)
    assert desk.steps == 2


def test_a_double_click_returns_to_the_judgement(desk: Desk) -> None:
    slider = desk.slider()
    drag(slider, 0.5)
    assert KEY in desk.what_if.ratings
    QTest.mouseClick(slider, LEFT, pos=at(slider, 2.0))
    QTest.mouseDClick(slider, LEFT, pos=at(slider, 2.0))
    assert KEY not in desk.what_if.ratings
    assert desk.what_if.is_plain
    assert desk.steps == 2  # the drag, and the return with the click before it


def test_the_keys_move_by_a_tenth_and_by_half_a_point(desk: Desk) -> None:
    slider = desk.slider()
    start = round(slider.row.judged + 1e-9, 1)
    for key, wanted in (
        (Key.Key_Right, start + 0.1),
        (Key.Key_Up, start + 0.2),
        (Key.Key_Left, start + 0.1),
        (Key.Key_PageUp, start + 0.6),
        (Key.Key_PageDown, start + 0.1),
        (Key.Key_End, 4.0),
        (Key.Key_Home, 0.0),
    ):
        QTest.keyClick(slider, key)
        assert desk.what_if.ratings[KEY] == pytest.approx(wanted)


def test_keys_in_quick_succession_are_one_step(qtbot: QtBot, desk: Desk) -> None:
    for _ in range(4):
        QTest.keyClick(desk.slider(), Key.Key_Left)
    assert desk.steps == 1
    qtbot.waitUntil(lambda: not desk.presenter._settling.isActive(), timeout=3000)
    QTest.keyClick(desk.slider(), Key.Key_Left)
    assert desk.steps == 2


def test_keys_back_to_the_figure_of_the_judgement_leave_no_change(desk: Desk) -> None:
    QTest.keyClick(desk.slider(), Key.Key_Right)
    QTest.keyClick(desk.slider(), Key.Key_Left)
    assert desk.what_if.is_plain


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_Delete])
def test_a_key_returns_to_the_judgement(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(desk.slider(), Key.Key_Home)
    QTest.keyClick(desk.slider(), key)
    assert desk.what_if.is_plain


def test_the_link_returns_and_leaves_the_focus_at_the_slider(desk: Desk) -> None:
    QTest.keyClick(desk.slider(), Key.Key_Home)
    link = desk.line().link
    assert link.isVisible()
    link.setFocus()
    QTest.keyClick(link, Key.Key_Space)
    assert desk.what_if.is_plain
    assert not link.isVisible()


def test_a_number_can_be_typed_on_the_slider(desk: Desk) -> None:
    slider, number = desk.slider(), desk.line().number
    slider.setFocus()
    QTest.keyClick(slider, Key.Key_2)
    assert number.text() == "2"
    QTest.keyClicks(number, ",7")
    QTest.keyClick(number, Key.Key_Return)
    assert desk.what_if.ratings[KEY] == 2.7
    assert desk.steps == 1


def test_under_a_scenario_the_slider_returns_to_the_scenario(desk: Desk) -> None:
    desk.panel.base_chosen.emit("calm_south")
    assert desk.what_if == WhatIf("calm_south")
    drag(desk.slider(), 3.0)
    QTest.keyClick(desk.slider(), Key.Key_Backspace)
    assert desk.what_if == WhatIf("calm_south")
    row = desk.slider().row
    assert row.value == row.home != row.judged


def test_weights_sum_to_a_hundred_whatever_is_dragged(desk: Desk) -> None:
    desk.panel.tab_chosen.emit("weights")
    slider = desk.slider("iran_wedge", "weights")
    drag(slider, 20.0, 39.9, 0.0, 25.0)
    weights = desk.what_if.weights
    assert sum(weights.values()) == pytest.approx(1.0)
    assert weights["iran_wedge"] == pytest.approx(0.25, abs=0.003)
    pooled = pooled_weights(desk.outlooks.outlook)
    shares = dict(zip(pooled.factors, pooled.shares, strict=True))
    kept = {weights[key] / shares[key] for key in shares if key != "iran_wedge"}
    assert max(kept) == pytest.approx(min(kept))  # also after the drag through nought and forty
    assert desk.steps == 1


def test_a_weight_returned_alone_is_the_pooled_set_again(desk: Desk) -> None:
    desk.panel.tab_chosen.emit("weights")
    slider = desk.slider("iran_wedge", "weights")
    drag(slider, 30.0)
    QTest.keyClick(slider, Key.Key_Backspace)
    assert desk.what_if.is_plain


def test_all_weights_return_together(desk: Desk) -> None:
    desk.panel.tab_chosen.emit("weights")
    drag(desk.slider("iran_wedge", "weights"), 30.0)
    drag(desk.slider("public_opinion", "weights"), 3.0)
    desk.panel.all_returned.emit()
    assert desk.what_if.is_plain


def test_after_an_undo_a_weight_moves_from_what_is_in_force(desk: Desk) -> None:
    desk.panel.tab_chosen.emit("weights")
    drag(desk.slider("iran_wedge", "weights"), 30.0)
    QTest.keyClick(desk.slider("public_opinion", "weights"), Key.Key_End)
    desk.session.undo()
    desk.session.undo()
    QTest.keyClick(desk.slider("public_opinion", "weights"), Key.Key_End)
    pooled = pooled_weights(desk.outlooks.outlook)
    share = dict(zip(pooled.factors, pooled.shares, strict=True))["iran_wedge"]
    others = 1 - dict(zip(pooled.factors, pooled.shares, strict=True))["public_opinion"]
    assert desk.what_if.weights["iran_wedge"] == pytest.approx(share * 0.6 / others)


def test_stale_intervals_are_not_shown(qtbot: QtBot, desk: Desk) -> None:
    desk.outlooks.begin()
    qtbot.waitUntil(lambda: all(desk.whiskers().values()), timeout=10_000)
    before = desk.whiskers()["KAZ"]
    drag(desk.slider(), 0.3)
    assert not any(desk.whiskers().values())
    qtbot.waitUntil(lambda: all(desk.whiskers().values()), timeout=10_000)
    intervals = desk.outlooks.intervals
    assert intervals is not None
    found = intervals["KAZ"].at_least[1:]
    assert desk.whiskers()["KAZ"] == tuple((each.low, each.high) for each in found) != before


def test_words_tornado_levers_and_methods_follow_in_later_turns(qtbot: QtBot, desk: Desk) -> None:
    results = desk.panel.results
    before = results.tornado.chart
    drag(desk.slider("washington_profile"), 3.8)
    assert desk.presenter.is_behind
    assert results.tornado.chart == before
    whole(qtbot, desk.presenter)
    assert results.tornado.chart != before
    assert "Token accession still leads: 69" in results.change.words


def test_looking_is_no_history(qtbot: QtBot, desk: Desk) -> None:
    desk.panel.sliders.states.buttons[2].click()
    desk.panel.sliders.tabs.buttons[1].click()
    desk.panel.event_chosen.emit("exactly:ordinary_ties")
    desk.panel.wanted.emit("compare")
    desk.panel.columns_chosen.emit(("bundled:baseline",))
    whole(qtbot, desk.presenter)
    assert desk.panel.page is not None
    assert desk.panel.page.iso3 == "UZB"
    assert desk.steps == 0


def test_a_click_on_a_bar_chooses_its_state(desk: Desk) -> None:
    QTest.mouseClick(desk.panel.results.bars, LEFT, pos=QPoint(60, 30))
    assert desk.panel.page is not None
    assert desk.panel.page.iso3 == "AZE"


def test_a_state_that_is_compared_no_more_gives_way(desk: Desk) -> None:
    desk.panel.state_chosen.emit("UZB")
    desk.session.show(View("AZE", ("TKM",)))
    assert desk.panel.page is not None
    assert desk.panel.page.iso3 == "TKM"
    assert set(desk.bars()) == {"AZE", "TKM"}


def test_buttons_undo_redo_and_reset(desk: Desk) -> None:
    buttons = desk.panel.head.buttons
    assert not buttons["undo"].isEnabled()
    assert not buttons["reset"].isEnabled()
    drag(desk.slider(), 0.5)
    buttons["undo"].click()
    assert desk.what_if.is_plain
    buttons["redo"].click()
    assert KEY in desk.what_if.ratings
    buttons["reset"].click()
    assert desk.what_if.is_plain
    assert desk.steps == 2


def test_scenarios_stand_side_by_side_and_open_on_the_sliders(qtbot: QtBot, desk: Desk) -> None:
    drag(desk.slider(), 0.5)
    desk.panel.head.buttons["compare"].click()
    assert desk.panel.is_comparing
    page = desk.panel.scenarios.page
    assert page is not None
    assert [column.title for column in page.columns][:2] == [
        "Things as they stand",
        "Own assumptions",
    ]
    desk.panel.column_opened.emit("bundled:storm_south")
    assert not desk.panel.is_comparing
    assert desk.what_if == WhatIf("storm_south")
    assert desk.panel.page is not None
    assert desk.panel.page.title == "What if: Storm in the south"


def test_scenarios_are_told_apart_by_the_event_that_is_asked_about(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.panel.head.buttons["compare"].click()
    whole(qtbot, desk.presenter)
    events = desk.panel.scenarios.events
    assert events.currentText() == "At least token accession"
    events.setCurrentIndex(events.findData("at_least:substantive_accession"))
    events.activated.emit(events.currentIndex())
    whole(qtbot, desk.presenter)
    page = desk.panel.scenarios.page
    assert page is not None
    assert page.rows[0].cells[0].event.endswith("% at least substantive accession")
    assert desk.panel.results.events.currentText() == "At least substantive accession"


def test_a_hidden_view_waits_and_catches_up(qtbot: QtBot, desk: Desk) -> None:
    desk.panel.hide()
    desk.session.edit(desk.session.workspace)
    desk.panel.base_chosen.emit("calm_south")
    assert desk.presenter.is_behind
    assert desk.panel.page is not None
    assert desk.panel.page.title == NOTHING
    desk.panel.show()
    assert desk.panel.page.title == "What if: Calm in the south"
    whole(qtbot, desk.presenter)


def test_another_theme_shows_the_same(qtbot: QtBot, desk: Desk) -> None:
    drag(desk.slider(), 0.5)
    value, shares = desk.slider().row.value, desk.bars()
    desk.themes.choose("dark")
    assert desk.themes.theme is DARK
    whole(qtbot, desk.presenter)
    assert desk.slider().row.value == value
    assert desk.bars() == shares


def test_the_table_of_the_bars_is_copied(desk: Desk) -> None:
    desk.panel.results._copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("State\t")
    assert "Kazakhstan\tas assumed\t" in copied


def test_a_judgement_kept_apart_comes_into_the_methods_at_once(qtbot: QtBot, desk: Desk) -> None:
    desk.presenter._choose_state("KAZ")
    whole(qtbot, desk.presenter)
    before = desk.panel.results.methods._sentence.text()
    ladder = JudgedLadder("", date(2026, 11, 24), "KAZ", "baseline", (0.0, 0.0, 0.0, 0.0, 1.0))
    desk.session.edit(set_own_ladder(desk.session.workspace, ladder))
    assert desk.presenter.is_behind
    whole(qtbot, desk.presenter)
    part = compose_agreement(
        desk.session.atlas, desk.outlooks.outlook, desk.session.workspace, "KAZ"
    )
    assert desk.panel.results.methods._sentence.text() == part.sentence != before


def rest(qtbot: QtBot) -> None:
    """Let the hand rest for longer than keys may pause within one step."""
    qtbot.wait(_KEYS_MS + 100)


def test_a_drag_in_which_the_hand_rests_is_one_step(qtbot: QtBot, desk: Desk) -> None:
    slider = desk.slider()
    before = desk.session.workspace
    QTest.mousePress(slider, LEFT, pos=at(slider, slider.row.value))
    QTest.mouseMove(slider, at(slider, 0.5))
    rest(qtbot)
    QTest.mouseMove(slider, at(slider, 1.5))
    QTest.mouseRelease(slider, LEFT, pos=at(slider, 1.5))
    assert desk.steps == 1
    desk.session.undo()
    assert desk.session.workspace == before


def test_weights_keep_their_proportions_over_a_rest_at_the_end_of_the_track(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.panel.tab_chosen.emit("weights")
    slider = desk.slider("iran_wedge", "weights")
    desk.line("iran_wedge", "weights").typed.emit("iran_wedge", 60.0)
    before = desk.what_if.weights
    QTest.mousePress(slider, LEFT, pos=at(slider, 60.0))
    QTest.mouseMove(slider, at(slider, 100.0))
    assert desk.what_if.weights["public_opinion"] == 0.0
    rest(qtbot)
    QTest.mouseMove(slider, at(slider, 60.0))
    QTest.mouseRelease(slider, LEFT, pos=at(slider, 60.0))
    kept = {key: desk.what_if.weights[key] / before[key] for key in before if key != "iran_wedge"}
    assert max(kept.values()) == pytest.approx(min(kept.values()))
    assert min(kept.values()) == pytest.approx(1.0, rel=0.02)


def test_the_track_of_a_weight_keeps_its_length_until_it_is_let_go(desk: Desk) -> None:
    desk.panel.tab_chosen.emit("weights")
    slider = desk.slider("iran_wedge", "weights")
    desk.line("iran_wedge", "weights").typed.emit("iran_wedge", 60.0)
    tracks = desk.panel.sliders.lists["weights"].lines.values()
    QTest.mousePress(slider, LEFT, pos=at(slider, 60.0))
    for value in (45.0, 38.0, 36.0, 30.0):
        QTest.mouseMove(slider, at(slider, value))
        assert slider.row.value == pytest.approx(value, abs=1.0)
        assert {line.slider.row.top for line in tracks} == {100.0}
    QTest.mouseRelease(slider, LEFT, pos=at(slider, 30.0))
    assert {line.slider.row.top for line in tracks} == {40.0}


def test_a_slider_that_is_hidden_in_mid_drag_is_let_go(desk: Desk) -> None:
    slider = desk.slider()
    QTest.mousePress(slider, LEFT, pos=at(slider, slider.row.value))
    QTest.mouseMove(slider, at(slider, 0.5))
    desk.panel.hide()
    assert not slider.is_held
    assert desk.presenter._settling.isActive()
