import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.pages.charts import TimelineKind
from explorer.style import DARK, LIGHT, Theme, event_colour
from explorer.ui.widgets.event_mark import event_path, paint_event, paint_several

FAMILIES = ("ties", "powers", "neighbours", "voices", "means", "other")


def drawn(family: str, theme: Theme, *, letter: str = "", is_exact: bool = True) -> QImage:
    image = QImage(30, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.card))
    painter = QPainter(image)
    kind = TimelineKind("key", letter, "Title", family)
    paint_event(painter, kind, theme, QPointF(15, 15), is_exact=is_exact)
    painter.end()
    return image


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("family", FAMILIES[:-1])
def test_a_letter_stands_out_from_its_mark_by_four_and_a_half(family: str, theme: Theme) -> None:
    one, other = luminance(QColor(event_colour(family, theme))), luminance(QColor(theme.card))
    assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5


def test_no_two_families_have_one_shape() -> None:
    shapes = [event_path(family, QPointF(0, 0), 10.0) for family in FAMILIES]
    for at, shape in enumerate(shapes):
        assert all(shape != other for other in shapes[at + 1 :])


def test_a_mark_is_full_where_the_day_is_known_and_an_outline_where_not() -> None:
    full, outline = drawn("ties", LIGHT), drawn("ties", LIGHT, is_exact=False)
    assert full.pixelColor(15, 15) == QColor(event_colour("ties", LIGHT))
    assert outline.pixelColor(15, 15) == QColor(LIGHT.card)


def test_two_kinds_of_a_family_differ_by_their_letter() -> None:
    assert drawn("ties", LIGHT, letter="A") != drawn("ties", LIGHT, letter="V")


def test_a_mark_of_several_says_how_many() -> None:
    images: list[QImage] = []
    for count in (2, 15):
        image = QImage(40, 30, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.card))
        painter = QPainter(image)
        paint_several(painter, count, LIGHT, QPointF(20, 15))
        painter.end()
        images.append(image)
    assert images[0] != images[1]
