from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.note_places import place_choices
from explorer.pages.notes_view import compose_note_list
from explorer.pages.view import View
from explorer.pages.words import study_states
from explorer.style import LIGHT
from explorer.ui.panels.notes.side import NotesSide
from explorer.workspace.document import Workspace


@pytest.fixture
def side(qtbot: QtBot, atlas: Atlas) -> NotesSide:
    made = NotesSide(LIGHT)
    qtbot.addWidget(made)
    made.resize(272, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.show_list(compose_note_list(atlas, Workspace()), "country/KAZ")
    made.show_places(place_choices(atlas, View("AZE", ("KAZ",))))
    return made


def actions(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from actions(inner)
        else:
            yield action


def test_every_place_can_be_written_on_from_the_menu(side: NotesSide, atlas: Atlas) -> None:
    begun: list[str] = []
    side.begun.connect(begun.append)
    for action in actions(side.menu):
        action.trigger()
    assert len(set(begun)) == len(begun)
    cells = {f"cell:{x}:{f.id}" for x in study_states(atlas) for f in atlas.factors}
    assert cells | {"country:KAZ", "pair:AZE-KAZ", "outcome", "outcome:AZE"} <= set(begun)


def test_the_menu_follows_the_states_in_view(side: NotesSide, atlas: Atlas) -> None:
    side.show_places(place_choices(atlas, View("AZE", ("UZB",))))
    begun: list[str] = []
    side.begun.connect(begun.append)
    for action in actions(side.menu):
        action.trigger()
    assert [place for place in begun if place.startswith("pair:")] == ["pair:AZE-UZB"]


def test_from_the_filter_the_arrow_goes_to_the_list(side: NotesSide, atlas: Atlas) -> None:
    words: list[str] = []
    side.filtered.connect(words.append)
    side.filter.setFocus()
    QTest.keyClicks(side.filter, "oil")
    assert words[-1] == "oil"
    side.show_list(compose_note_list(atlas, Workspace(), "tungsten"), "country/AZE")
    assert side.rows.key == ""
    QTest.keyClick(side.filter, Qt.Key.Key_Down)
    assert side.rows.hasFocus()
    assert side.rows.key == "country/KAZ"


def test_every_stop_says_what_it_is(side: NotesSide) -> None:
    assert [stop.accessibleName() for stop in side.stops] == [
        "Write a note on…",
        "Filter notes",
        "Notes",
    ]
