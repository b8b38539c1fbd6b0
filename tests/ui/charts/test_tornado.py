from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.charts import Caption, Swing, TornadoChart
from explorer.pages.events import default_event
from explorer.pages.outlook import compose_outlook
from explorer.pages.swings import compose_swings
from explorer.pages.tables import Table
from explorer.style import DARK, LIGHT, Theme
from explorer.ui.charts.tornado import TornadoPlot
from explorer.workspace.document import Workspace

CAPTION = Caption("What moves it", "%", "Source: x", "", "All of it.", Table((), (), ()))
LONG = "Turkish stance through the Turkic bond and all that goes with it"
CHART = TornadoChart(
    CAPTION,
    0.6,
    (
        Swing("Washington", 0.2, 0.9, "1.0", "3.0", True, "70", "Washington tells."),
        Swing("Public opinion", 0.65, 0.55, "0.5", "2.5", False, "10", "Opinion tells."),
        Swing(LONG, 0.6, 0.6, "0.0", "0.1", False, "<1", "The bond tells."),
    ),
    (0.0, 0.2, 0.4, 0.6, 0.8, 1.0),
)


@pytest.fixture
def plot(qtbot: QtBot) -> TornadoPlot:
    made = TornadoPlot(LIGHT)
    qtbot.addWidget(made)
    made.resize(640, 10)
    made.show_chart(CHART, LIGHT)
    made.show()
    return made


def columns(image: QImage, row: int, colour: str, theme: Theme = LIGHT) -> list[int]:
    """Give where in a line of pixels a bar of a colour lies."""
    soft, card = QColor(colour), QColor(theme.card)
    part = 0.62

    def near(x: int) -> bool:
        pixel = image.pixelColor(x, row)
        pairs = (
            (pixel.red(), soft.red(), card.red()),
            (pixel.green(), soft.green(), card.green()),
            (pixel.blue(), soft.blue(), card.blue()),
        )
        return all(abs(got - part * full - (1 - part) * back) < 4 for got, full, back in pairs)

    return [x for x in range(image.width()) if near(x)]


def middle_of(plot: TornadoPlot, place: int) -> int:
    """Give the height of a row's middle, found as the pointer finds it."""
    rows = [y for y in range(plot.height()) if plot.place_at(QPointF(100, y)) == place]
    return (rows[0] + rows[-1]) // 2


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_less_likely_lies_to_the_left_and_likelier_to_the_right(
    plot: TornadoPlot, theme: Theme
) -> None:
    plot.show_chart(CHART, theme)
    image = plot.grab().toImage()
    for place in (0, 1):
        row = middle_of(plot, place)
        less = columns(image, row, theme.hold, theme)
        more = columns(image, row, theme.pull, theme)
        assert max(less) < min(more)
        assert len(less) > 5
        assert len(more) > 5


def test_lengths_are_in_proportion_to_the_likelihoods(plot: TornadoPlot) -> None:
    image = plot.grab().toImage()
    less = columns(image, middle_of(plot, 0), LIGHT.hold)
    more = columns(image, middle_of(plot, 0), LIGHT.pull)
    assert len(less) / len(more) == pytest.approx(0.4 / 0.3, rel=0.05)


def test_both_bars_on_one_side_lie_one_over_the_other(plot: TornadoPlot) -> None:
    one_sided = replace(CHART.swings[0], low=0.2, high=0.4)
    plot.show_chart(replace(CHART, swings=(one_sided,)), LIGHT)
    image, row = plot.grab().toImage(), middle_of(plot, 0)
    upper, lower = (columns(image, row + step, LIGHT.hold) for step in (-3, 3))
    assert len(upper) > len(lower) > 10
    assert not columns(image, row, LIGHT.pull)


def test_a_name_too_long_for_its_column_takes_more_lines(plot: TornadoPlot) -> None:
    wide = plot.height()
    plot.resize(320, plot.height())
    assert plot.height() > wide
    assert plot.height() == plot.height_for(CHART)


def test_the_bar_under_the_pointer_tells_its_figures(plot: TornadoPlot) -> None:
    before = plot.grab().toImage()
    QTest.mouseMove(plot, QPoint(100, middle_of(plot, 0)))
    QTest.mouseMove(plot, QPoint(101, middle_of(plot, 1)))
    assert plot.pointed == 1
    assert plot.accessibleDescription() == "Opinion tells."
    assert plot.grab().toImage() != before
    plot.point_at(None)
    assert plot.accessibleDescription() == "All of it."
    assert plot.grab().toImage() == before


def test_the_pointer_is_at_no_bar_over_the_axis(plot: TornadoPlot) -> None:
    assert plot.place_at(QPointF(300, 2)) is None
    assert plot.place_at(QPointF(300, plot.height() - 3)) is None


def test_keys_step_through_the_bars_and_leave_the_page_its_own_at_the_ends(
    plot: TornadoPlot, qtbot: QtBot
) -> None:
    with qtbot.waitActive(plot):
        plot.activateWindow()
    plot.clearFocus()
    plot.point_at(None)  # wherever the pointer of the tests before was left
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    assert plot.pointed == 0
    for key, place in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_End, 2),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
    ):
        QTest.keyClick(plot, key)
        assert plot.pointed == place
    assert plot.accessibleDescription() == "Washington tells."
    plot.clearFocus()
    assert plot.pointed is None


def test_a_bar_pointed_at_stays_so_when_the_figures_change(plot: TornadoPlot) -> None:
    plot.point_at(1)
    moved = replace(CHART.swings[1], description="Opinion tells anew.")
    plot.show_chart(replace(CHART, swings=(CHART.swings[0], moved)), LIGHT)
    assert plot.accessibleDescription() == "Opinion tells anew."
    plot.show_chart(replace(CHART, swings=CHART.swings[:1]), LIGHT)
    assert plot.pointed is None


@pytest.mark.parametrize(("now", "ends"), [(0.0, (0.0, 0.01)), (1.0, (0.99, 1.0))])
def test_an_event_at_an_end_of_the_scale_is_drawn_within_the_widget(
    plot: TornadoPlot, now: float, ends: tuple[float, float]
) -> None:
    swing = replace(CHART.swings[0], low=ends[0], high=ends[1])
    plot.show_chart(replace(CHART, now=now, swings=(swing,), ticks=ends), LIGHT)
    image, row = plot.grab().toImage(), middle_of(plot, 0)
    found = columns(image, row, LIGHT.hold) + columns(image, row, LIGHT.pull)
    assert min(found) > 30
    assert max(found) < image.width() - 50


def test_a_chart_without_bars_takes_no_room(plot: TornadoPlot) -> None:
    plot.show_chart(replace(CHART, swings=()), LIGHT)
    assert plot.height_for(replace(CHART, swings=())) == 0
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert plot.pointed is None


def test_every_state_is_drawn_at_any_width(plot: TornadoPlot, atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace())
    for iso3 in outlook.after:
        plot.show_chart(compose_swings(atlas, outlook, iso3, default_event(atlas)), DARK)
        for width in (280, 560, 1100):
            plot.resize(width, plot.height())
            assert not plot.grab().isNull()


def test_below_the_bars_stands_no_empty_line(plot: TornadoPlot) -> None:
    short = plot.height()
    told = "Washington tells at length what it would do to the likelihood of the event. " * 2
    swings = (replace(CHART.swings[0], description=told), *CHART.swings[1:])
    plot.show_chart(replace(CHART, swings=swings), LIGHT)
    assert 12 <= plot.height() - short <= 16  # a second line for what the bar tells, and the key
    plain = QColor(plot.palette().color(plot.backgroundRole())).name()
    for height in (short, plot.height()):
        image = plot.grab().toImage()
        last = range(height - 16, height)
        inked = {image.pixelColor(x, y).name() for y in last for x in range(image.width())}
        assert len(inked - {plain}) > 4
