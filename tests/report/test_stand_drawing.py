from xml.etree import ElementTree as ET

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.actors import compose_actors
from explorer.pages.charts import StandChart
from explorer.pages.outlook import compose_outlook
from explorer.report import chart_svg
from explorer.report.lettering import text_width
from explorer.report.pads import SMALL
from explorer.report.pictures import plate_svg
from explorer.report.stand_drawing import stand_height
from explorer.workspace.document import Workspace

_SVG = "{http://www.w3.org/2000/svg}"
_WIDTH = 480.0


@pytest.fixture(scope="module", params=["AZE", "KAZ", "TJK"])
def chart(atlas: Atlas, request: pytest.FixtureRequest) -> StandChart:
    part = compose_actors(atlas, compose_outlook(atlas, Workspace()), str(request.param))
    assert part is not None
    return part.chart


def placed(chart: StandChart) -> dict[str, tuple[float, float]]:
    root = ET.fromstring(plate_svg(chart, _WIDTH, stand_height(chart)))  # noqa: S314 - made here
    return {
        "".join(text.itertext()): (float(text.get("x", "0")), float(text.get("y", "0")))
        for text in root.iter(f"{_SVG}text")
    }


def test_each_actor_has_its_name_in_order_from_the_top(chart: StandChart) -> None:
    found = placed(chart)
    heights = [found[stand.label][1] for stand in chart.stands]
    assert heights == sorted(heights)


def test_mean_and_median_are_labelled_side_by_side_on_the_picture(chart: StandChart) -> None:
    found = placed(chart)
    labels = (f"mean {chart.mean:.2f}", f"median {chart.median:.2f}")
    (first, second) = sorted((found[label][0], label) for label in labels)
    assert first[0] + text_width(first[1], SMALL, 600) < second[0]
    assert second[0] + text_width(second[1], SMALL, 600) <= _WIDTH


def test_the_picture_is_the_same_each_time_and_set_in_the_font_of_the_app(
    chart: StandChart,
) -> None:
    drawn = chart_svg(chart)
    assert drawn == chart_svg(chart)
    assert b"Inter" in drawn
    assert b"DejaVu" not in drawn
    assert chart.caption.title.encode() in drawn
