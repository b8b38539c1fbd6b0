from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.charts import TimelineChart
from explorer.pages.timeline import compose_timeline
from explorer.pages.timeline_chart import chart_of, first_window, timeline_chart
from explorer.pages.words import study_states
from explorer.report import chart_png, chart_svg
from explorer.report.lettering import text_width
from explorer.report.pads import SMALL
from explorer.report.pictures import plate_svg
from explorer.report.timeline_drawing import timeline_height
from explorer.style import DARK

_SVG = "{http://www.w3.org/2000/svg}"
_WIDTH = 500.0
SINCE, UNTIL = date(2023, 1, 1), date(2026, 11, 24)


@pytest.fixture(scope="module")
def pair(atlas: Atlas) -> TimelineChart:
    return timeline_chart(atlas, ("AZE", "KAZ"), SINCE, UNTIL, 12)


def placed(chart: TimelineChart) -> list[tuple[str, float, float]]:
    """Give each text with its left end and how far down it stands."""
    height = timeline_height(chart, _WIDTH)
    root = ET.fromstring(plate_svg(chart, _WIDTH, height))  # noqa: S314 - made here
    found: list[tuple[str, float, float]] = []
    for text in root.iter(f"{_SVG}text"):
        words = "".join(text.itertext())
        across = float(text.get("x", "0"))
        if "text-anchor: end" in (text.get("style") or ""):
            across -= text_width(words, SMALL)
        found.append((words, across, float(text.get("y", "0"))))
    return found


def test_each_event_of_a_brief_has_its_title_or_the_head_of_it(pair: TimelineChart) -> None:
    lanes = {lane.label for lane in pair.lanes}
    texts = [words for words, _, _ in placed(pair) if words not in lanes]
    for mark in pair.marks:
        heads = [x for x in texts if mark.title.startswith(x.rstrip("…")) and len(x) > 6]
        assert len(heads) == len(mark.lanes), mark.title


def test_most_titles_of_a_brief_stand_whole(pair: TimelineChart) -> None:
    texts = [words for words, _, _ in placed(pair)]
    wanted = [mark.title for mark in pair.marks for _ in mark.lanes]
    assert sum(title in texts for title in wanted) >= 0.6 * len(wanted)


def test_no_two_texts_of_a_row_lie_on_each_other(pair: TimelineChart) -> None:
    titles = {mark.title for mark in pair.marks}
    boxes: list[tuple[float, float, float]] = []
    for words, x, y in placed(pair):
        if words in titles or words.endswith("…"):
            boxes.append((round(y), x, x + text_width(words, SMALL)))
    boxes.sort()
    for before, after in pairwise(boxes):
        if before[0] == after[0]:
            assert before[2] <= after[1] + 1


def test_the_key_explains_each_letter_that_is_drawn(pair: TimelineChart) -> None:
    texts = [words for words, _, _ in placed(pair)]
    used = {mark.kind for mark in pair.marks}
    for kind in pair.kinds:
        assert (kind.title in texts) == (kind.key in used)
        assert texts.count(kind.letter) >= 2


def test_what_stands_too_close_is_drawn_as_its_number(atlas: Atlas) -> None:
    timeline = compose_timeline(atlas, study_states(atlas))
    chart = chart_of(timeline, timeline.events, first_window(timeline.events), rows=7)
    numbers = [int(words) for words, _, _ in placed(chart) if words.isdigit() and int(words) < 99]
    assert numbers
    assert min(numbers) > 1


def test_a_chart_without_events_still_has_lanes_and_axis(atlas: Atlas) -> None:
    chart = timeline_chart(atlas, ("AZE", "KAZ"), SINCE, UNTIL, 0)
    texts = [words for words, _, _ in placed(chart)]
    assert {"Azerbaijan", "Kazakhstan", "2024"} <= set(texts)


def test_the_picture_is_the_same_each_time_in_both_themes(pair: TimelineChart) -> None:
    assert chart_svg(pair) == chart_svg(pair)
    assert chart_png(pair, 80, DARK) == chart_png(pair, 80, DARK)
    assert b"DejaVu" not in chart_svg(pair)
