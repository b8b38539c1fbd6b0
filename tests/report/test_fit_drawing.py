from xml.etree import ElementTree as ET

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.charts import FitChart
from explorer.pages.fit import compose_fit
from explorer.pages.outlook import compose_outlook
from explorer.report import chart_svg
from explorer.report.fit_drawing import HEIGHT
from explorer.report.lettering import text_width
from explorer.report.pads import SIZE
from explorer.report.pictures import plate_svg
from explorer.workspace.document import Workspace

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def chart(atlas: Atlas) -> FitChart:
    return compose_fit(atlas, compose_outlook(atlas, Workspace())).chart


def placed(chart: FitChart, width: float) -> dict[str, tuple[float, float]]:
    root = ET.fromstring(plate_svg(chart, width, HEIGHT))  # noqa: S314 - made here
    return {
        "".join(text.itertext()): (float(text.get("x", "0")), float(text.get("y", "0")))
        for text in root.iter(f"{_SVG}text")
    }


@pytest.mark.parametrize("width", [240.0, 500.0])
def test_the_key_stays_on_the_picture(chart: FitChart, width: float) -> None:
    found = placed(chart, width)
    for _, name in chart.names:
        assert found[name][0] + text_width(name, SIZE, 600) <= width


def test_slope_error_and_both_axes_are_named(chart: FitChart) -> None:
    found = placed(chart, 500.0)
    assert {"slope 13.2", "± 2.4", chart.x_title, chart.y_title} <= set(found)


def test_a_true_minus_stands_before_what_is_below_zero(chart: FitChart) -> None:
    found = placed(chart, 500.0)
    assert "\u22121.0" in found
    assert not any("-1.0" in words for words in found)


def test_the_picture_is_the_same_each_time_and_set_in_the_font_of_the_app(
    chart: FitChart,
) -> None:
    drawn = chart_svg(chart)
    assert drawn == chart_svg(chart)
    assert b"Inter" in drawn
    assert b"DejaVu" not in drawn
    assert chart.caption.title.encode() in drawn
