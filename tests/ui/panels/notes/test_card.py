import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.pages.note_cards import CardRow, NoteCard
from explorer.style import DARK, LIGHT
from explorer.ui.panels.notes.card import HoverCard

CARD = NoteCard(
    "Series · % of GDP",
    "Military spending",
    (CardRow("AZE", "Azerbaijan", "4.5", "2023"), CardRow("TKM", "Turkmenistan", "no value", "")),
    ("Source: SIPRI",),
)


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


def at(ground: QWidget, x: int, y: int) -> QRect:
    return QRect(ground.mapToGlobal(QPoint(x, y)), QSize(30, 15))


def words(card: HoverCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_a_card_shows_every_part_and_says_it_to_a_screen_reader(ground: QWidget) -> None:
    card = HoverCard(ground, LIGHT)
    assert card.card is None
    card.show_card(CARD, at(ground, 100, 100))
    assert words(card) == [
        "Series · % of GDP",
        "Military spending",
        "Azerbaijan",
        "4.5",
        "2023",
        "Turkmenistan",
        "no value",
        "Source: SIPRI",
    ]
    assert "Azerbaijan 4.5 in 2023." in card.accessibleName()


@pytest.mark.parametrize(("x", "y"), [(5, 5), (780, 10), (400, 490), (790, 490), (300, 250)])
def test_a_card_stays_inside_the_panel_and_off_its_link(ground: QWidget, x: int, y: int) -> None:
    card = HoverCard(ground, LIGHT)
    place = at(ground, x, y)
    card.show_card(CARD, place)
    assert ground.rect().contains(card.geometry())
    assert not card.geometry().intersects(QRect(QPoint(x, y), QSize(30, 15)))


def test_a_card_takes_the_place_of_the_one_before(ground: QWidget) -> None:
    card = HoverCard(ground, LIGHT)
    card.show_card(CARD, at(ground, 10, 10))
    tall = card.height()
    card.show_card(NoteCard("Your note", "Kazakhstan", (), ()), at(ground, 10, 10))
    assert words(card) == ["Your note", "Kazakhstan"]
    assert card.height() < tall
    card.set_theme(DARK)
    assert card.card is None


def test_words_of_packs_and_users_are_never_markup(ground: QWidget) -> None:
    card = HoverCard(ground, LIGHT)
    card.show_card(NoteCard("<b>k</b>", "<img src='file:///x'>", (), ("<i>l</i>",)), QRect())
    assert words(card) == ["<b>k</b>", "<img src='file:///x'>", "<i>l</i>"]
