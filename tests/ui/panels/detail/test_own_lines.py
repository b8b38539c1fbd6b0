from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from explorer.pages.own_judgement import RaterLine
from explorer.pages.rating_marks import RatingMark
from explorer.style import LIGHT
from explorer.ui.panels.detail.own_lines import LineMark, RaterLines
from explorer.ui.widgets.text import Text

R1 = RaterLine(
    "R1",
    "rater",
    "1.4 (0.9 to 2.0)",
    "Confidence low.",
    "Cordial",
    MARK := RatingMark(1.4, 0.9, 2.0, ()),
)
POOL = RaterLine("mean of 4 raters", "pool", "1.4 (0.8 to 2.0)", "Confidence low.", "", MARK)
OWN = RaterLine(
    "You", "own", "2.0 (1.0 to 3.0)", "Confidence low.", "Grain", RatingMark(2, 1, 3, ())
)
LINES = (R1, POOL, OWN)


@pytest.fixture
def lines(qtbot: QtBot) -> RaterLines:
    made = RaterLines(LINES, "KAZ", LIGHT)
    qtbot.addWidget(made)
    made.resize(320, 120)
    made.show()
    return made


def names(lines: RaterLines) -> list[str]:
    return [mark.accessibleName() for mark in lines.findChildren(LineMark)]


def test_each_line_is_read_out_with_its_figures(lines: RaterLines) -> None:
    assert names(lines) == [
        "R1: 1.4 (0.9 to 2.0)",
        "mean of 4 raters: 1.4 (0.8 to 2.0)",
        "You: 2.0 (1.0 to 3.0)",
    ]


def test_figures_of_the_user_and_the_pool_change_in_place(lines: RaterLines) -> None:
    before = lines.findChildren(LineMark)
    moved = replace(OWN, text="3.0 (2.0 to 4.0)", mark=RatingMark(3, 2, 4, ()))
    assert lines.take((R1, replace(POOL, text="1.5 (0.9 to 2.1)"), moved), "KAZ")
    assert lines.findChildren(LineMark) == before
    assert names(lines)[1:] == ["mean of 4 raters: 1.5 (0.9 to 2.1)", "You: 3.0 (2.0 to 4.0)"]


def test_other_raters_need_other_lines(lines: RaterLines) -> None:
    assert not lines.take((R1, POOL), "KAZ")
    assert not lines.take((replace(R1, text="1.5 (1.0 to 2.0)"), POOL, OWN), "KAZ")
    assert not lines.take((R1, replace(POOL, name="mean of 5 raters"), OWN), "KAZ")


def test_reasons_of_the_others_are_folded_away(lines: RaterLines) -> None:
    def said() -> set[str]:
        return {text.text() for text in lines.findChildren(Text)}

    assert "Cordial" not in said()
    lines.reasons.button.click()
    assert {"Cordial", "R1 · 1.4 (0.9 to 2.0)", "Mean of 4 raters · 1.4 (0.8 to 2.0)"} <= said()
    assert "Grain" not in said()  # it stands in its field


def test_a_ladder_is_painted_as_a_bar_and_a_rating_on_its_scale(qtbot: QtBot) -> None:
    ladder = RaterLine("R1", "rater", "Token 60 %", "", "", shares=(0.2, 0.6, 0.2))
    pictures: set[bytes] = set()
    for line in (R1, OWN, ladder):
        mark = LineMark(line, "KAZ", LIGHT)
        qtbot.addWidget(mark)
        mark.resize(120, 18)
        pictures.add(bytes(mark.grab().toImage().constBits()))
    assert len(pictures) == 3
