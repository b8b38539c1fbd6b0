from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from explorer.pages.rating_marks import RatingMark
from explorer.style import LIGHT
from explorer.ui.widgets.rating_scale import paint_scale, place

RECT = QRectF(0, 0, 160, 16)


def painted(mark: RatingMark | None, baseline: float | None = None) -> QImage:
    image = QImage(160, 16, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_scale(painter, RECT, mark, "KAZ", LIGHT, baseline)
    painter.end()
    return image


def test_the_ends_of_the_scale_lie_inside_the_rectangle() -> None:
    assert place(0, RECT) == 5
    assert place(4, RECT) == 155
    assert place(2, RECT) == 80


def test_the_dot_stands_at_the_value(qtbot: QtBot) -> None:
    image = painted(RatingMark(3.0, 2.5, 3.4, ()))
    assert image.pixelColor(int(place(3.0, RECT)), 8).name() == "#e69f00"
    assert image.pixelColor(int(place(1.0, RECT)) + 9, 8).name() != "#e69f00"


def test_the_range_and_the_raters_and_the_baseline_leave_their_marks(qtbot: QtBot) -> None:
    narrow = painted(RatingMark(2.0, 1.9, 2.1, ()))
    assert painted(RatingMark(2.0, 1.0, 3.0, ())) != narrow
    assert painted(RatingMark(2.0, 1.9, 2.1, (0.5,))) != narrow
    assert painted(RatingMark(2.0, 1.9, 2.1, ()), baseline=3.5) != narrow


def test_the_users_own_rating_is_a_triangle_above_the_track(qtbot: QtBot) -> None:
    image = painted(RatingMark(1.0, 0.5, 1.5, (), own=3.0))
    assert image.pixelColor(int(place(3.0, RECT)), 2).name() == LIGHT.ink
    assert image.pixelColor(int(place(2.0, RECT)), 2).name() == "#ffffff"


def test_an_unrated_cell_has_a_track_and_no_dot(qtbot: QtBot) -> None:
    image = painted(None)
    colours = {image.pixelColor(x, 8).name() for x in range(160)}
    assert "#e69f00" not in colours
    assert len(colours) > 1
