from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.charts import TimelineChart
from explorer.pages.timeline import Timeline, compose_timeline
from explorer.pages.timeline_chart import chart_of, first_window
from explorer.style import DARK, LIGHT
from explorer.ui.charts.timelines import TimelinePlot
from explorer.ui.charts.view import ChartView

JOINED = "Kazakhstan announces it will join the Abraham Accords"


@pytest.fixture(scope="module")
def timeline(atlas: Atlas) -> Timeline:
    return compose_timeline(atlas, ("AZE", "KAZ"))


@pytest.fixture(scope="module")
def chart(timeline: Timeline) -> TimelineChart:
    return chart_of(timeline, timeline.events, first_window(timeline.events))


@pytest.fixture
def plot(qtbot: QtBot, chart: TimelineChart) -> Iterator[TimelinePlot]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1100, 400)
    made = TimelinePlot(LIGHT)
    made.setParent(window)
    made.resize(1100, 10)
    made.show_chart(chart, LIGHT)
    window.show()
    yield made
    window.close()


def key_of(plot: TimelinePlot, title: str) -> str:
    marks = plot.chart.marks if plot.chart else ()
    return next(mark.key for mark in marks if mark.title == title)


def title_of(plot: TimelinePlot) -> str:
    marks = plot.chart.marks if plot.chart else ()
    return next((mark.title for mark in marks if mark.key == plot.key), "")


def span(plot: TimelinePlot) -> float:
    first, last = plot.window_shown
    return last - first


def turn(plot: TimelinePlot, x: float, down: int, modifier: Qt.KeyboardModifier) -> None:
    place = QPointF(x, 40)
    event = QWheelEvent(
        place,
        plot.mapToGlobal(place),
        QPoint(),
        QPoint(0, down),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot, event)


def test_it_begins_with_the_days_that_the_chart_asks_for(
    plot: TimelinePlot, chart: TimelineChart
) -> None:
    assert plot.window_shown == (chart.first, chart.last)
    assert plot.frame is not None
    assert set(plot.frame.marks) == {mark.key for mark in chart.shown}


def test_every_event_in_sight_is_drawn_once_in_each_of_its_lanes(plot: TimelinePlot) -> None:
    frame = plot.frame
    assert frame is not None
    drawn = sorted((each.lane, key) for each in frame.shown for key in each.placed.keys)
    assert drawn == sorted(
        (lane, mark.key) for mark in frame.marks.values() for lane in mark.lanes
    )


def test_the_wheel_zooms_about_the_day_under_the_pointer(plot: TimelinePlot) -> None:
    frame = plot.frame
    assert frame is not None
    day, before = frame.day(700.0), span(plot)
    turn(plot, 700.0, 240, Qt.KeyboardModifier.NoModifier)
    assert span(plot) < 0.8 * before
    assert plot.frame is not None
    assert plot.frame.day(700.0) == pytest.approx(day, abs=0.01)


def test_the_wheel_with_shift_moves_along(plot: TimelinePlot) -> None:
    plot.zoom(4.0)
    first, last = plot.window_shown
    turn(plot, 700.0, 120, Qt.KeyboardModifier.ShiftModifier)
    assert plot.window_shown[0] < first
    assert span(plot) == pytest.approx(last - first, abs=1)


def test_a_drag_moves_the_days_with_the_pointer_and_chooses_nothing(plot: TimelinePlot) -> None:
    plot.zoom(3.0)
    frame = plot.frame
    assert frame is not None
    held = frame.day(600.0)
    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(plot, left, none, QPoint(600, 3))
    QTest.mouseMove(plot, QPoint(650, 3))
    QTest.mouseMove(plot, QPoint(700, 3))
    QTest.mouseRelease(plot, left, none, QPoint(700, 3))
    assert plot.frame is not None
    assert plot.frame.day(700.0) == pytest.approx(held, abs=2)
    assert plot.key == ""


def test_keys_zoom_and_home_shows_all(plot: TimelinePlot, chart: TimelineChart) -> None:
    before = span(plot)
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    assert span(plot) < before
    QTest.keyClick(plot, Qt.Key.Key_Minus)
    assert span(plot) == pytest.approx(before, abs=2)
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.frame is not None
    assert len(plot.frame.marks) == len(chart.marks)


def test_no_zoom_leads_beyond_the_events_or_below_a_fortnight(
    plot: TimelinePlot, chart: TimelineChart
) -> None:
    for _ in range(40):
        plot.zoom(2.0)
    assert 14 <= span(plot) <= 16
    for _ in range(40):
        plot.zoom(0.5)
    first, last = plot.window_shown
    assert first > chart.marks[0].first - 800
    assert last < chart.marks[-1].last + 800


def test_arrows_go_from_event_to_event_in_the_order_of_time(
    plot: TimelinePlot, chart: TimelineChart
) -> None:
    gone: list[str] = []
    plot.chosen.connect(gone.append)
    for _ in range(4):
        QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    keys = [mark.key for mark in chart.shown]
    assert gone == [*keys[:4], keys[2]]


def test_arrows_reach_every_event_and_bring_it_into_sight(
    plot: TimelinePlot, chart: TimelineChart
) -> None:
    plot.zoom(6.0)
    plot.choose(chart.marks[0].key)
    for mark in chart.marks[1:]:
        QTest.keyClick(plot, Qt.Key.Key_Right)
        assert plot.key == mark.key
        assert plot.frame is not None
        assert mark.key in plot.frame.marks
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.key == chart.marks[-1].key


def test_up_and_down_stay_in_the_lane(plot: TimelinePlot) -> None:
    plot.choose(key_of(plot, JOINED))
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert title_of(plot) == "Hamas condemns Kazakhstan"
    for _ in range(3):
        QTest.keyClick(plot, Qt.Key.Key_Down)
    marks = plot.chart.marks if plot.chart else ()
    assert "KAZ" in next(mark.lanes for mark in marks if mark.key == plot.key)


def test_escape_lets_go_of_the_event_and_is_left_to_others_then(plot: TimelinePlot) -> None:
    plot.choose(key_of(plot, JOINED))
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.key == ""


def test_a_screen_reader_is_told_the_event_chosen_and_else_the_keys(plot: TimelinePlot) -> None:
    assert "Arrows: next event" in plot.accessibleDescription()
    plot.choose(key_of(plot, JOINED))
    told = plot.accessibleDescription()
    assert told.startswith(f"6 Nov 2025: {JOINED}.")
    assert "Source: " in told


def test_a_click_on_an_event_or_on_its_label_goes_to_it(plot: TimelinePlot) -> None:
    plot.show_days(738500, 739100)
    frame = plot.frame
    assert frame is not None
    each = next(each for each in frame.shown if each.placed.room > 60)
    for point in (each.centre, frame.label_of(each).center()):
        plot.choose("")
        QTest.mouseClick(
            plot, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point.toPoint()
        )
        assert plot.key == each.placed.keys[0]


def test_a_click_on_nothing_lets_go(plot: TimelinePlot) -> None:
    plot.choose(key_of(plot, JOINED))
    QTest.mouseClick(
        plot, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(300, 3)
    )
    assert plot.key == ""


def test_a_mark_of_several_opens_until_each_stands_alone(plot: TimelinePlot) -> None:
    plot.show_all()
    frame = plot.frame
    assert frame is not None
    several = max(frame.shown, key=lambda each: len(each.placed.keys))
    assert f"<b>{len(several.placed.keys)} events</b>" in plot.tip(several)
    key = several.placed.keys[0]
    for _ in range(12):
        assert plot.frame is not None
        own = next(each for each in plot.frame.shown if key in each.placed.keys)
        if not own.is_several:
            break
        plot.open_at(own)
    else:
        pytest.fail("the mark never opened")
    assert plot.key == key


def test_a_tip_shows_texts_as_texts(plot: TimelinePlot) -> None:
    frame = plot.frame
    assert frame is not None
    each = next(each for each in frame.shown if not each.is_several)
    mark = frame.marks[each.placed.keys[0]]
    assert f"<b>{mark.title}</b>" in plot.tip(each)
    assert mark.date in plot.tip(each)


def test_days_shown_stay_when_other_events_are_wanted(
    plot: TimelinePlot, timeline: Timeline
) -> None:
    plot.zoom(3.0)
    window, first = plot.window_shown, plot.frame.first if plot.frame else 0
    plot.show_chart(chart_of(timeline, timeline.events[20:], window), LIGHT)
    assert plot.window_shown == window
    assert plot.frame is not None
    assert plot.frame.first == first


def test_the_event_chosen_is_let_go_when_it_is_no_longer_there(
    plot: TimelinePlot, timeline: Timeline
) -> None:
    plot.choose(timeline.events[0].key)
    plot.show_chart(chart_of(timeline, timeline.events[1:], plot.window_shown), LIGHT)
    assert plot.key == ""


def test_the_chosen_event_is_ringed_and_its_date_stands_on_the_axis(plot: TimelinePlot) -> None:
    before = plot.grab().toImage()
    plot.choose(key_of(plot, JOINED))
    after = plot.grab().toImage()
    frame = plot.frame
    assert frame is not None
    x = round(frame.x(frame.marks[plot.key].middle))
    y = round(frame.bottom) + 6
    assert after.pixelColor(x, y).name() == LIGHT.accent
    assert before.pixelColor(x, y).name() != LIGHT.accent


def test_it_takes_the_colours_of_the_dark_theme(plot: TimelinePlot, chart: TimelineChart) -> None:
    light = plot.grab().toImage()
    plot.show_chart(chart, DARK)
    assert plot.grab().toImage() != light


def test_a_chart_view_shows_a_timeline_with_its_actions(
    qtbot: QtBot, chart: TimelineChart
) -> None:
    view = ChartView(LIGHT)
    qtbot.addWidget(view)
    view.show_chart(chart)
    assert isinstance(view.canvas, TimelinePlot)
    view.copy_table()
    assert JOINED in QApplication.clipboard().text()
