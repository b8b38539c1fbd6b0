import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.timeline import TimelineEvent, compose_timeline
from explorer.style import LIGHT
from explorer.ui.panels.timeline.listing import EventList

ROLE = Qt.ItemDataRole


@pytest.fixture(scope="module")
def events(atlas: Atlas) -> tuple[TimelineEvent, ...]:
    return compose_timeline(atlas, ("AZE", "KAZ")).events


@pytest.fixture
def table(qtbot: QtBot, events: tuple[TimelineEvent, ...]) -> EventList:
    made = EventList(LIGHT)
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show_events(events, "")
    made.show()
    return made


def test_a_line_says_date_state_kind_and_title(
    table: EventList, events: tuple[TimelineEvent, ...]
) -> None:
    model = table.model()
    at = next(at for at, each in enumerate(events) if each.title.startswith("Reuters"))
    cells = [model.data(model.index(at, column), ROLE.DisplayRole) for column in range(4)]
    assert cells[:3] == ["1 Aug 2025", "Azerbaijan and Kazakhstan", "Accords"]
    assert cells[3] == events[at].title
    assert model.rowCount() == len(events)


def test_the_kind_wears_its_mark_and_keeps_its_colour_when_chosen(table: EventList) -> None:
    icon = table.model().data(table.model().index(0, 2), ROLE.DecorationRole)
    assert isinstance(icon, QIcon)
    plain = icon.pixmap(18, 18).toImage()
    assert plain == icon.pixmap(18, 18, QIcon.Mode.Selected).toImage()


def test_a_screen_reader_is_told_all_of_an_event(
    table: EventList, events: tuple[TimelineEvent, ...]
) -> None:
    index = table.model().index(3, 0)
    assert table.model().data(index, ROLE.AccessibleDescriptionRole) == events[3].told


def test_what_is_shown_chosen_is_brought_into_sight_and_not_said(
    table: EventList, events: tuple[TimelineEvent, ...]
) -> None:
    said: list[str] = []
    table.chosen.connect(said.append)
    table.show_chosen(events[40].key)
    row = table.currentIndex().row()
    assert row == 40
    assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))
    table.show_chosen("")
    assert not table.selectionModel().hasSelection()
    assert said == []


def test_the_arrows_say_the_event_gone_to(
    table: EventList, events: tuple[TimelineEvent, ...]
) -> None:
    said: list[str] = []
    table.chosen.connect(said.append)
    table.show_chosen(events[4].key)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert said == [events[5].key]


def test_ctrl_c_asks_for_the_list(qtbot: QtBot, table: EventList) -> None:
    table.setFocus()
    with qtbot.waitSignal(table.copy_wanted):
        QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_tab_leaves_the_list(table: EventList) -> None:
    assert not table.tabKeyNavigation()
