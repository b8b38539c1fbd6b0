from xml.etree import ElementTree as ET

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.assessments import assessment_chart
from explorer.pages.charts import StanceChart
from explorer.report import chart_svg
from explorer.report.lettering import text_width
from explorer.report.pads import SMALL
from explorer.report.pictures import plate_svg
from explorer.report.stance_drawing import stance_height

_SVG = "{http://www.w3.org/2000/svg}"
_WIDTH = 480.0
SIX = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")


@pytest.fixture(scope="module", params=[SIX, SIX[:2]], ids=["all six", "a pair"])
def chart(atlas: Atlas, request: pytest.FixtureRequest) -> StanceChart:
    return assessment_chart(atlas, request.param)


def placed(chart: StanceChart) -> list[tuple[str, float, float]]:
    root = ET.fromstring(plate_svg(chart, _WIDTH, stance_height(chart)))  # noqa: S314 - made here
    return [
        ("".join(text.itertext()), float(text.get("x", "0")), float(text.get("y", "0")))
        for text in root.iter(f"{_SVG}text")
    ]


def test_no_words_reach_over_others_or_out_of_the_picture(chart: StanceChart) -> None:
    found = placed(chart)
    for words, x, y in found:
        end = x + text_width(words, SMALL, 600 if " · " in words else 400)
        assert end <= _WIDTH + 1.0
        beside = [other for other, at, level in found if x < at < end and abs(level - y) < SMALL]
        assert beside == []


def test_authors_stand_with_their_own_word_and_the_unplaced_are_headed(
    chart: StanceChart,
) -> None:
    words = [each[0] for each in placed(chart)]
    assert "Andrew D'Anieri" in words
    assert "(hedging)" in words
    assert words.count("symbolic") == 5
    assert "names no likelihood · 6" in words


def test_the_picture_is_the_same_each_time_and_set_in_the_font_of_the_app(
    chart: StanceChart,
) -> None:
    drawn = chart_svg(chart)
    assert drawn == chart_svg(chart)
    assert b"Inter" in drawn
    assert b"DejaVu" not in drawn
