from itertools import combinations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from explorer.pages.tables import NO_VALUE
from explorer.pages.votes import ORDER
from explorer.style import DARK, LIGHT
from explorer.ui.panels.votes.marks import VoteKey, VoteMarks


def shape(icon: QIcon | None) -> frozenset[tuple[int, int]]:
    """Give the places that a mark inks, whatever its colour."""
    assert icon is not None
    image = icon.pixmap(QSize(14, 14)).toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return frozenset(place for place in places if image.pixelColor(*place).alpha() > 128)


def test_votes_are_told_apart_by_shape_without_colour(qtbot: QtBot) -> None:
    del qtbot
    marks = VoteMarks(LIGHT)
    shapes = [shape(marks.mark_of(words)) for words in ORDER]
    assert all(shapes)
    assert all(one != other for one, other in combinations(shapes, 2))


def test_what_is_no_vote_has_no_mark(qtbot: QtBot) -> None:
    del qtbot
    assert VoteMarks(LIGHT).mark_of(NO_VALUE) is None


def test_marks_take_the_colours_of_the_theme_and_are_painted_once(qtbot: QtBot) -> None:
    del qtbot
    marks = VoteMarks(LIGHT)
    light = marks.mark_of("yes")
    assert marks.mark_of("yes") is light
    marks.set_theme(DARK)
    assert marks.mark_of("yes") is not light


def test_the_key_names_every_vote_and_fits_its_words(qtbot: QtBot) -> None:
    key = VoteKey(LIGHT)
    qtbot.addWidget(key)
    assert "not recorded as voting" in key.accessibleName()
    key.resize(key.sizeHint())
    light = key.grab().toImage()
    key.set_theme(DARK)
    assert key.grab().toImage() != light
