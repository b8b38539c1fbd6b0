from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from explorer.style import DARK, LIGHT, Theme, rung_colours
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.ladder_bar import (
    BAR_HEIGHT,
    BEFORE_HEIGHT,
    LANE_HEIGHT,
    all_whiskers,
    paint_before,
    paint_ladder,
    paint_whiskers,
    whiskers_beside,
)

WIDTH = 240


def painted(shares: tuple[float, ...], theme: Theme = LIGHT, width: int = WIDTH) -> QImage:
    image = QImage(width + 20, BAR_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    paint_ladder(painter, QRectF(0, 0, width, BAR_HEIGHT), shares, theme)
    painter.end()
    return image


def fills_along(image: QImage, theme: Theme = LIGHT, y: int = 3) -> list[int]:
    """Give the number of the rung at each pixel of a line, -1 where there is none."""
    fills = rung_colours(theme)
    names = [image.pixelColor(x, y).name() for x in range(image.width())]
    return [fills.index(name) if name in fills else -1 for name in names]


@given(first=st.floats(0.1, 0.8))
def test_each_rung_is_as_long_as_its_share(first: float) -> None:
    along = fills_along(painted((first, 1 - first, 0.0, 0.0, 0.0)))
    assert abs(along.count(0) - first * WIDTH) <= 5
    assert abs(along.count(1) - (1 - first) * WIDTH) <= 5


def test_the_lowest_rung_stands_at_the_left(themes: ThemeKeeper) -> None:
    along = [rung for rung in fills_along(painted((0.2, 0.2, 0.2, 0.2, 0.2))) if rung >= 0]
    assert along == sorted(along)
    assert set(along) == {0, 1, 2, 3, 4}


def test_a_share_has_its_number_where_there_is_room(themes: ThemeKeeper) -> None:
    numbered = painted((0.0, 1.0, 0.0, 0.0, 0.0))
    middle = numbered.copy(WIDTH // 2 - 15, 0, 30, BAR_HEIGHT)
    plain = numbered.copy(20, 0, 30, BAR_HEIGHT)
    assert middle != plain
    narrow = painted((0.97, 0.03, 0.0, 0.0, 0.0), width=160)
    sliver = narrow.copy(157, 8, 2, 4)
    assert {sliver.pixelColor(x, y).name() for x in range(2) for y in range(4)} == {
        rung_colours(LIGHT)[1]
    }


def test_nothing_is_painted_beside_the_bar(qtbot: QtBot, themes: ThemeKeeper) -> None:
    image = painted((0.1, 0.2, 0.3, 0.2, 0.2))
    beside = {image.pixelColor(x, 10).name() for x in range(WIDTH + 1, WIDTH + 20)}
    assert beside == {"#ff00ff"}


def test_the_bar_follows_the_theme(themes: ThemeKeeper) -> None:
    shares = (0.2, 0.2, 0.2, 0.2, 0.2)
    assert painted(shares) != painted(shares, DARK)
    assert 4 in fills_along(painted(shares, DARK), DARK)


def test_a_share_is_written_as_the_text_tells_it_halves_up(qtbot: QtBot) -> None:
    """88.5 % is “89 %” in words, as 88.54 % is, so the bar may not say 88."""
    del qtbot
    exact, above = painted((0.115, 0.885)), painted((0.1146, 0.8854))
    figures = QRect(60, 0, WIDTH - 60, BAR_HEIGHT)
    assert exact.copy(figures) == above.copy(figures)


SHARES, BOUNDS = (0.1, 0.2, 0.4, 0.3), ((0.85, 0.95), (0.55, 0.85), (0.2, 0.4))


def inked(image: QImage, y: int) -> list[int]:
    """Give the columns of a line that are not of the ground."""
    return [x for x in range(image.width()) if image.pixelColor(x, y).name() != "#ffffff"]


def under(height: int) -> tuple[QImage, QPainter, QRectF]:
    image = QImage(WIDTH, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image, QPainter(image), QRectF(0, -BAR_HEIGHT, WIDTH, BAR_HEIGHT)


def test_a_whisker_spans_its_interval_under_the_bar(qtbot: QtBot) -> None:
    del qtbot
    image, painter, bar = under(LANE_HEIGHT)
    [whisker] = whiskers_beside((0.4, 0.6), ((0.5, 0.75),), WIDTH)
    paint_whiskers(painter, bar, 0, (whisker,), LIGHT)
    painter.end()
    columns = inked(image, LANE_HEIGHT // 2)
    assert abs(min(columns) - 0.25 * WIDTH) <= 2
    assert abs(max(columns) - 0.5 * WIDTH) <= 2


def test_only_the_edges_beside_the_likeliest_rung_have_whiskers_in_a_narrow_place() -> None:
    assert [each.place for each in whiskers_beside(SHARES, BOUNDS, WIDTH)] == [2, 3]
    assert [each.place for each in all_whiskers(SHARES, BOUNDS, WIDTH)] == [1, 2, 3]


def test_whiskers_that_would_meet_are_painted_in_lanes_of_their_own(qtbot: QtBot) -> None:
    del qtbot
    whiskers = all_whiskers(SHARES, BOUNDS, WIDTH)
    assert {each.lane for each in whiskers} == {0, 1}
    image, painter, bar = under(2 * LANE_HEIGHT)
    paint_whiskers(painter, bar, 0, whiskers, LIGHT)
    painter.end()
    assert inked(image, LANE_HEIGHT // 2)
    assert inked(image, LANE_HEIGHT + LANE_HEIGHT // 2)


def test_the_thin_bar_is_paler_and_says_how_much_room_it_took(qtbot: QtBot) -> None:
    del qtbot
    image, painter, bar = under(BEFORE_HEIGHT)
    assert paint_before(painter, bar, (0.5, 0.5), LIGHT) == BEFORE_HEIGHT
    painter.end()
    assert set(fills_along(image, y=4)) == {-1}
    assert len(inked(image, 4)) > 0.9 * WIDTH
    assert inked(image, BEFORE_HEIGHT - 1) == []
