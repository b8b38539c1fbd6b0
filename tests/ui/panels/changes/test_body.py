from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.changes import ChangesPage, compose_changes
from explorer.style import DARK, LIGHT
from explorer.ui.panels.changes.body import ChangesBody
from explorer.ui.widgets.text import Text
from explorer.workspace.document import Workspace

SIX = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")


def page_of(atlas: Atlas, *states: str) -> ChangesPage:
    return compose_changes(atlas, Workspace(), date(2025, 10, 31), None, states)


@pytest.fixture
def body(qtbot: QtBot) -> ChangesBody:
    made = ChangesBody(LIGHT)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    with qtbot.waitExposed(made):
        made.show()
    return made


def heads_of(body: ChangesBody) -> list[tuple[str, int, int]]:
    """Give the names of the states with their places in the page."""
    inner = body.widget()
    assert inner is not None
    names = ("Azerbaijan", "Kazakhstan", "Uzbekistan", "Turkmenistan", "Kyrgyzstan", "Tajikistan")
    found = [each for each in inner.findChildren(Text) if each.text() in names]
    places = ((each.text(), each.mapTo(inner, each.rect().topLeft())) for each in found)
    return [(text, place.x(), place.y()) for text, place in places]


def test_two_states_stand_side_by_side_and_six_in_bands(
    qtbot: QtBot, body: ChangesBody, atlas: Atlas
) -> None:
    body.show_page(page_of(atlas, "AZE", "KAZ"))
    qtbot.wait(10)
    assert len({y for _, _, y in heads_of(body)}) == 1
    body.show_page(page_of(atlas, *SIX))
    qtbot.wait(10)
    assert len({x for _, x, _ in heads_of(body)}) == 3
    assert len({y for _, _, y in heads_of(body)}) == 2


def test_a_narrow_window_puts_the_states_below_one_another(
    qtbot: QtBot, body: ChangesBody, atlas: Atlas
) -> None:
    body.show_page(page_of(atlas, "AZE", "KAZ"))
    body.resize(600, 640)
    qtbot.wait(10)
    assert len({x for _, x, _ in heads_of(body)}) == 1
    assert len({y for _, _, y in heads_of(body)}) == 2
    assert not body.horizontalScrollBar().isVisible()
    inner = body.widget()
    assert inner is not None
    assert inner.width() <= body.viewport().width()


def test_changes_of_one_kind_begin_on_one_line(
    qtbot: QtBot, body: ChangesBody, atlas: Atlas
) -> None:
    body.show_page(page_of(atlas, "AZE", "KAZ"))
    qtbot.wait(10)
    tops: dict[str, set[int]] = {}
    for view in body.groups[: -len(body.groups) // 3]:
        tops.setdefault(view.group.kind, set()).add(view.y())
    assert tops
    assert all(len(found) == 1 for found in tops.values())


def test_what_is_unfolded_stays_so_in_another_theme(body: ChangesBody, atlas: Atlas) -> None:
    body.show_page(page_of(atlas, "AZE", "KAZ"))
    long = next(each for each in body.groups if not each.is_whole)
    name = long.accessibleName()
    long.unfold()
    body.set_theme(DARK)
    again = next(each for each in body.groups if each.accessibleName() == name)
    assert again is not long
    assert again.is_whole


def test_a_line_gone_to_comes_into_sight(qtbot: QtBot, body: ChangesBody, atlas: Atlas) -> None:
    body.show_page(page_of(atlas, "AZE", "KAZ"))
    qtbot.wait(10)
    last = body.groups[-1]
    body.window().activateWindow()
    last.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(last, Qt.Key.Key_End)
    inner = body.widget()
    assert inner is not None
    top = last.mapTo(body.viewport(), last.place_of(len(last.lines) - 1).topLeft()).y()
    assert 0 <= top < body.viewport().height()


def test_where_nothing_changed_the_page_says_so(body: ChangesBody, atlas: Atlas) -> None:
    days = date(2026, 9, 1), date(2026, 9, 20)
    page = compose_changes(atlas, Workspace(), *days, ("AZE", "TJK"))
    body.show_page(page)
    inner = body.widget()
    assert inner is not None
    assert page.nothing in [each.text() for each in inner.findChildren(Text)]
    assert not body.groups


def test_without_two_judgements_there_is_no_ladder_and_it_is_said_once(
    body: ChangesBody, atlas: Atlas
) -> None:
    days = date(2025, 11, 5), date(2025, 11, 8)
    page = compose_changes(atlas, Workspace(), *days, ("AZE", "KAZ"))
    body.show_page(page)
    kinds = {view.group.kind for view in body.groups}
    assert kinds.isdisjoint({"ladder", "ratings"})
    assert "evidence" in kinds
    inner = body.widget()
    assert inner is not None
    assert [each.text() for each in inner.findChildren(Text)].count(page.judged) == 1


@pytest.mark.parametrize("width", [1180, 1345])
def test_every_group_has_the_height_of_all_its_lines(
    qtbot: QtBot, body: ChangesBody, atlas: Atlas, width: int
) -> None:
    body.resize(width, 640)
    body.show_page(page_of(atlas, "AZE", "KAZ"))
    qtbot.wait(10)
    assert all(each.height() >= each.heightForWidth(each.width()) for each in body.groups)
