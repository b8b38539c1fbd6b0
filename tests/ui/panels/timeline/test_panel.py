import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.timeline import Timeline, compose_timeline, within
from explorer.pages.timeline_chart import chart_of, first_window
from explorer.pages.words import study_states
from explorer.style import LIGHT
from explorer.ui.panels.timeline import TimelinePanel


@pytest.fixture(scope="module")
def timeline(atlas: Atlas) -> Timeline:
    return compose_timeline(atlas, study_states(atlas))


@pytest.fixture
def panel(qtbot: QtBot, timeline: Timeline) -> TimelinePanel:
    made = TimelinePanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    made.show()
    made.show_timeline(timeline)
    window = first_window(timeline.events)
    made.show_chart(chart_of(timeline, timeline.events, window, rows=made.rows))
    made.show_events(within(timeline.events, *window), "All")
    QTest.qWait(1)
    return made


@pytest.mark.parametrize("size", [(1180, 720), (1340, 820), (1820, 1000)])
def test_nothing_is_cut_off_and_list_and_card_have_room(
    qtbot: QtBot, panel: TimelinePanel, timeline: Timeline, size: tuple[int, int]
) -> None:
    panel.resize(*size)
    window = first_window(timeline.events)
    panel.show_chart(chart_of(timeline, timeline.events, window, rows=panel.rows))
    plot = panel.plot
    assert plot is not None
    qtbot.waitUntil(lambda: panel.view.rect().contains(plot.geometry()))
    for part in (panel.head, panel.view, panel.list, panel.card, panel.csv_link):
        place = part.geometry()
        assert panel.rect().contains(place), part
    key = panel.head.key
    assert all(key.rect().contains(each.geometry()) for each in key.buttons)
    assert panel.list.height() > 0.2 * size[1]


def test_tab_goes_from_head_to_axis_to_list_to_card(
    panel: TimelinePanel, timeline: Timeline
) -> None:
    event = next(each for each in timeline.events if each.title.startswith("Kazakhstan announces"))
    panel.show_event(event)
    panel.head.field.setFocus(Qt.FocusReason.TabFocusReason)
    order: list[QWidget] = []
    for _ in range(60):
        now = QApplication.focusWidget()
        assert isinstance(now, QWidget)
        if now in order:
            break
        order.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    plot = panel.plot
    assert plot is not None
    wanted = [panel.head.field, panel.head.lanes, *panel.head.zooms, panel.head.key.buttons[0]]
    wanted += [panel.head.key.all_link, plot, panel.view.buttons["Copy image"], panel.list]
    wanted += [panel.csv_link, panel.card, *panel.card.links.values()]
    assert [order.index(each) for each in wanted] == sorted(order.index(each) for each in wanted)


def test_the_panel_hands_the_keys_to_the_axis(panel: TimelinePanel) -> None:
    panel.setFocus()
    assert panel.plot is not None
    assert panel.plot.hasFocus()


def test_enter_in_the_list_goes_on_to_the_sources(
    panel: TimelinePanel, timeline: Timeline
) -> None:
    panel.show_event(timeline.events[-1])
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert panel.card.isAncestorOf(focus)


def test_every_control_has_a_name(panel: TimelinePanel) -> None:
    for stop in (*panel.head.stops, panel.plot, panel.list, panel.csv_link, panel.card):
        assert stop is not None
        assert stop.accessibleName()


def test_the_zoom_buttons_zoom(panel: TimelinePanel) -> None:
    plot = panel.plot
    assert plot is not None
    first, last = plot.window_shown
    panel.head.zooms[1].click()
    assert plot.window_shown[1] - plot.window_shown[0] < last - first
    panel.head.zooms[0].click()
    assert plot.window_shown == pytest.approx((first, last), abs=1)
    panel.head.zooms[2].click()
    assert plot.window_shown[0] < first
