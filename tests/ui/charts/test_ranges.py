from pytestqt.qtbot import QtBot

from explorer.pages.charts import RangeChart
from explorer.style import LIGHT, country_colour
from explorer.ui.charts.ranges import RangePlot


def test_a_higher_rating_stands_further_right_in_a_lane_of_its_own(
    qtbot: QtBot, range_chart: RangeChart
) -> None:
    plot = RangePlot(LIGHT)
    qtbot.addWidget(plot)
    plot.resize(320, 10)
    plot.show_chart(range_chart, LIGHT)
    image = plot.grab().toImage()

    def middle(iso3: str) -> tuple[float, float]:
        colour = country_colour(iso3, LIGHT)
        area = ((x, y) for x in range(image.width()) for y in range(image.height()))
        found = [(x, y) for x, y in area if image.pixelColor(x, y).name() == colour]
        return (
            sum(x for x, _ in found) / len(found),
            sum(y for _, y in found) / len(found),
        )

    (aze_x, aze_y), (kaz_x, kaz_y) = middle("AZE"), middle("KAZ")
    assert kaz_x > aze_x + 50
    assert kaz_y > aze_y + 8
