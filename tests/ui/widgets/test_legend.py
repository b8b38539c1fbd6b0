from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from explorer.pages.compare import ComparePage
from explorer.style import LIGHT, rung_colours
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.legend import Legend, paint_rungs, rungs_width

RUNGS = ("Ordinary ties", "Low-stakes cooperation", "Token accession")


@pytest.fixture
def legend(qtbot: QtBot, themes: ThemeKeeper) -> Legend:
    made = Legend(themes)
    qtbot.addWidget(made)
    made.resize(960, 40)
    made.show()
    return made


def painted_rungs(width: int) -> QImage:
    image = QImage(width, 22, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_rungs(painter, QRect(0, 0, width, 22), RUNGS, LIGHT)
    painter.end()
    return image


def test_the_legend_takes_one_line_where_the_window_has_its_usual_width(legend: Legend) -> None:
    one_line = legend.height()
    legend.resize(300, 40)
    assert legend.height() > one_line
    legend.resize(960, 40)
    assert legend.height() == one_line < 24


def test_no_mark_of_the_legend_leaves_a_narrow_window(legend: Legend) -> None:
    legend.resize(300, 40)
    assert all(place.left() >= 0 for place in legend._places())
    assert all(place.right() - 13 <= 300 for place in legend._places())
    assert legend._places()[-1].bottom() < legend.height()


def test_each_mark_is_painted_beside_its_words(legend: Legend) -> None:
    image = legend.grab().toImage()
    ground = image.pixelColor(image.width() - 1, image.height() - 1)
    for place in legend._places():
        mark = QRect(place.left(), 0, 15, place.height())
        inks = {
            image.pixelColor(x, y).name()
            for x in range(mark.left(), mark.right())
            for y in range(mark.height())
        }
        assert inks - {ground.name()}, place


def test_the_legend_says_in_words_what_it_shows(legend: Legend) -> None:
    assert "pulls closer" in legend.accessibleDescription()
    assert "one rater" in legend.accessibleDescription()


def test_each_rung_is_shown_by_its_fill(qtbot: QtBot, themes: ThemeKeeper) -> None:
    image = painted_rungs(rungs_width(RUNGS))
    row = [image.pixelColor(x, 11).name() for x in range(image.width())]
    places = [row.index(fill) for fill in rung_colours(LIGHT)[: len(RUNGS)]]
    assert places == sorted(places)


def test_the_rungs_fit_in_the_width_they_ask_for(qtbot: QtBot, themes: ThemeKeeper) -> None:
    width = rungs_width(RUNGS)
    exact, roomy = painted_rungs(width), painted_rungs(width + 100)
    assert roomy.copy(0, 0, width, 22) == exact
    assert all(
        roomy.pixelColor(x, y).name() == "#ffffff"
        for x in range(width, width + 100)
        for y in range(22)
    )


def test_all_rungs_of_the_pack_fit_in_a_line_of_a_narrow_grid(
    themes: ThemeKeeper, page_of: Callable[..., ComparePage]
) -> None:
    assert 400 < rungs_width(page_of("KAZ").outcomes.rungs) < 640


def test_further_marks_are_shown_and_said_after_the_usual_ones(legend: Legend) -> None:
    usual = len(legend._places())
    legend.show_key(
        (("own", "your own rating"), ("whisker", "80 % interval"), ("before", "the judgement"))
    )
    assert len(legend._places()) == usual + 3
    assert legend.accessibleDescription().endswith("80 % interval; the judgement")
    image = legend.grab().toImage()
    ground = image.pixelColor(image.width() - 1, image.height() - 1).name()
    for place in legend._places()[-3:]:
        mark = QRect(place.left(), place.top(), 15, place.height())
        inks = {
            image.pixelColor(x, y).name()
            for x in range(mark.left(), mark.right())
            for y in range(mark.top(), mark.bottom())
        }
        assert inks - {ground}
    legend.show_key(())
    assert len(legend._places()) == usual
