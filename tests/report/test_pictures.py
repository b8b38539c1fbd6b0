from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from explorer.pages.charts import Chart, LadderChart, LadderRow, RangeChart, RangeRow
from explorer.report import chart_png, chart_svg
from explorer.report.lettering import text_width
from explorer.report.pads import SIZE
from explorer.report.pictures import plate_svg
from explorer.style import DARK, LIGHT, Theme

STATES = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")
SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: bytes) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314 - the text was made here
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def test_a_picture_of_each_kind_holds_title_unit_and_source_as_text(chart: Chart) -> None:
    found = texts(chart_svg(chart))
    for words in (chart.caption.title, chart.caption.unit, chart.caption.source):
        assert words in found


def test_a_picture_is_the_same_each_time_and_bears_no_date(chart: Chart) -> None:
    assert chart_svg(chart) == chart_svg(chart)
    assert chart_png(chart, 80) == chart_png(chart, 80)
    assert b"<dc:date>" not in chart_svg(chart)


def test_text_is_set_in_the_font_of_the_app(chart: Chart) -> None:
    svg = chart_svg(chart)
    assert b"font-family: 'Inter'" in svg or b"'Inter'" in svg
    assert b"DejaVu" not in svg


@pytest.mark.parametrize(("theme", "ground"), [(LIGHT, "#ffffff"), (DARK, DARK.card)])
def test_a_picture_stands_on_the_ground_of_its_theme(
    charts: dict[str, Chart], theme: Theme, ground: str
) -> None:
    image = Image.open(BytesIO(chart_png(charts["lines"], 80, theme))).convert("RGB")
    red, green, blue = (int(ground[place : place + 2], 16) for place in (1, 3, 5))
    assert image.getpixel((1, 1)) == (red, green, blue)


def test_a_picture_at_twice_the_resolution_is_twice_as_wide(charts: dict[str, Chart]) -> None:
    small = Image.open(BytesIO(chart_png(charts["bars"], 80)))
    large = Image.open(BytesIO(chart_png(charts["bars"], 160)))
    assert large.width == pytest.approx(2 * small.width, abs=1)


def test_a_missing_value_is_said_and_never_drawn_as_zero(charts: dict[str, Chart]) -> None:
    assert "no value found" in texts(plate_svg(charts["bars"], 240, 60))
    assert "Turkmenistan: no value found" in texts(plate_svg(charts["lines"], 240, 100))


def test_each_line_is_named_at_its_end_with_value_and_an_older_year(
    charts: dict[str, Chart],
) -> None:
    found = texts(plate_svg(charts["lines"], 240, 100))
    assert "Azerbaijan 4.0" in found
    assert "Kazakhstan 6.0 (2001)" in found


def test_a_minus_is_a_true_minus(charts: dict[str, Chart]) -> None:
    assert "\u22123.0 (2020)" in texts(plate_svg(charts["bars"], 240, 60))


def test_a_share_is_rounded_as_in_the_text_halves_up(charts: dict[str, Chart]) -> None:
    """88.5 % is “89 %” wherever it is told; `:.0f` would make it 88."""
    ladder = charts["ladder"]
    assert isinstance(ladder, LadderChart)
    row = LadderRow("AZE", "Azerbaijan", (0.115, 0.885))
    found = texts(chart_svg(replace(ladder, rows=(row,))))
    assert {"12", "89"} <= set(found)


def test_the_key_of_the_ranges_names_the_countries(charts: dict[str, Chart]) -> None:
    found = texts(chart_svg(charts["ranges"]))
    assert {"Azerbaijan", "Kazakhstan"} <= set(found)
    assert not {"AZE", "KAZ"} & set(found)


def test_the_key_of_six_countries_stays_on_the_picture(charts: dict[str, Chart]) -> None:
    ranges = charts["ranges"]
    assert isinstance(ranges, RangeChart)
    names = tuple((iso3, f"{iso3} with a long name") for iso3 in STATES)
    marks = tuple((iso3, ranges.rows[0].marks[0][1]) for iso3 in STATES)
    rows = tuple(RangeRow(f"Row {number}", marks) for number in range(12))
    svg = plate_svg(replace(ranges, rows=rows, names=names), 360, 340)
    root = ET.fromstring(svg)  # noqa: S314 - the text was made here
    key = {
        "".join(text.itertext()): (float(text.get("x", "0")), float(text.get("y", "0")))
        for text in root.iter(f"{SVG}text")
    }
    for _, name in names:
        across, down = key[name]
        assert across + text_width(name, SIZE, 600) <= 360
        assert down > SIZE
