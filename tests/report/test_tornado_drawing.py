from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.charts import TornadoChart
from explorer.pages.events import default_event
from explorer.pages.outlook import compose_outlook
from explorer.pages.swings import axis_text, compose_swings
from explorer.report import chart_png, chart_svg
from explorer.report.drawing import natural_height
from explorer.report.lettering import text_width
from explorer.report.pads import SIZE, SMALL
from explorer.report.pictures import plate_svg
from explorer.style import DARK
from explorer.workspace.document import Workspace

SVG = "{http://www.w3.org/2000/svg}"
WIDTH = 480.0


@pytest.fixture(scope="module", params=["AZE", "KAZ", "TJK"])
def chart(atlas: Atlas, request: pytest.FixtureRequest) -> TornadoChart:
    outlook = compose_outlook(atlas, Workspace())
    return compose_swings(atlas, outlook, str(request.param), default_event(atlas))


def texts(svg: bytes) -> list[tuple[str, float, float]]:
    root = ET.fromstring(svg)  # noqa: S314 - the text was made here
    return [
        ("".join(each.itertext()), float(each.get("x", "0")), float(each.get("y", "0")))
        for each in root.iter(f"{SVG}text")
    ]


def plate(chart: TornadoChart, width: float = WIDTH) -> list[tuple[str, float, float]]:
    return texts(plate_svg(chart, width, natural_height(chart)))


def test_each_factor_has_its_name_and_its_swing_in_order_from_the_top(
    chart: TornadoChart,
) -> None:
    found = plate(chart)
    heights = [next(y for words, _, y in found if words == each.label) for each in chart.swings]
    assert heights == sorted(heights)
    said = [words for words, _, _ in found]
    for each in chart.swings:
        assert {each.words, each.low_words, each.high_words} <= set(said)


def test_the_axis_is_in_per_cent_and_the_present_likelihood_is_named(chart: TornadoChart) -> None:
    found = [words for words, _, _ in plate(chart)]
    assert {axis_text(tick) for tick in chart.ticks} <= set(found)
    assert any(words.startswith("now ") for words in found)
    assert "to the left: less likely" in found
    assert "to the right: likelier" in found


def test_nothing_is_written_beyond_the_plate(chart: TornadoChart) -> None:
    root = ET.fromstring(plate_svg(chart, WIDTH, natural_height(chart)))  # noqa: S314 - made here
    for each in root.iter(f"{SVG}text"):
        words, style = "".join(each.itertext()), each.get("style", "")
        size = SMALL if words[:1].isdigit() else SIZE
        part = 1.0 if "anchor: end" in style else 0.5 if "anchor: middle" in style else 0.0
        left = float(each.get("x", "0")) - part * text_width(words, size)
        assert left >= -0.5
        assert left + text_width(words, size) <= WIDTH + 1.0
        assert 0.0 <= float(each.get("y", "0")) <= natural_height(chart)


def test_a_name_too_long_for_its_column_is_broken(chart: TornadoChart) -> None:
    name = "Turkish stance through the Turkic bond and all that goes with it"
    long = replace(chart, swings=(replace(chart.swings[0], label=name), *chart.swings[1:]))
    found = [words for words, _, _ in plate(long, 260.0)]
    assert name not in found
    assert any(words.startswith("Turkish stance") for words in found)


def test_in_a_narrow_column_no_two_figures_on_the_axis_touch(chart: TornadoChart) -> None:
    ticks = tuple(place / 200 for place in range(160, 175, 2))
    found = plate(replace(chart, now=0.84, ticks=ticks), 240.0)
    places = sorted(x for words, x, _ in found if words in {axis_text(tick) for tick in ticks})
    assert len(places) > 1
    assert min(after - before for before, after in pairwise(places)) > text_width("80.5 %", SMALL)


def test_a_picture_by_itself_holds_title_source_and_caveat(chart: TornadoChart) -> None:
    found = " ".join(words for words, _, _ in texts(chart_svg(chart)))
    for words in (chart.caption.title, chart.caption.source, "One factor at a time"):
        assert words in found
    assert chart_png(chart, 80, DARK) == chart_png(chart, 80, DARK)


def test_a_state_without_swings_has_a_picture_that_says_so(chart: TornadoChart) -> None:
    said = "Tajikistan: no value found, nobody judged this state."
    caption = replace(chart.caption, caveat=said, missing=said)
    found = [words for words, _, _ in texts(chart_svg(replace(chart, caption=caption, swings=())))]
    assert said in found
