from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.search import Hit
from explorer.pages.view import Target, View
from explorer.ui.presenters.search import SearchPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.widgets.search_list import HitGroup
from explorer.ui.widgets.shortcuts import SHORTCUTS
from explorer.workspace.document import Workspace
from explorer.workspace.edits import write_note


@pytest.fixture
def session(atlas: Atlas) -> Session:
    return Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))


@pytest.fixture
def actions() -> dict[str, QAction]:
    return {each.action: QAction(each.words) for each in SHORTCUTS if each.action}


@pytest.fixture
def searching(
    qtbot: QtBot, session: Session, actions: dict[str, QAction]
) -> Iterator[SearchPresenter]:
    made = SearchPresenter(session, session)
    tasks = TaskDoor()
    with qtbot.waitSignal(made.ready):
        made.begin(tasks, lambda name: actions[name])
    yield made
    tasks.close()


def group(searching: SearchPresenter, query: str, title: str) -> HitGroup:
    return next(each for each in searching.find(query) if each.title == title)


def goal(found: HitGroup, at: int = 0) -> Hit:
    hit = found.hits[at].goal
    assert isinstance(hit, Hit)
    return hit


def test_until_the_index_is_there_places_are_found(qtbot: QtBot, session: Session) -> None:
    made = SearchPresenter(session, session)
    assert not made.is_ready
    assert goal(made.find("tajik")[0]).target == Target("country", "TJK")
    assert {each.title for each in made.find("a")} <= {"Countries", "Factors", "Views"}
    assert made.find("netanyahu") == ()


def test_with_the_index_everything_is_found(searching: SearchPresenter) -> None:
    assert searching.is_ready
    assert goal(searching.find("netanyahu calls")[0]).kind == "event"


def test_an_action_is_found_by_its_words_and_triggered(
    searching: SearchPresenter, actions: dict[str, QAction]
) -> None:
    done: list[bool] = []
    actions["theme"].triggered.connect(lambda: done.append(True))
    hit = goal(group(searching, "light and dark", "Commands"))
    searching.jump(hit)
    assert done == [True]


def test_an_action_that_can_do_nothing_says_so(
    searching: SearchPresenter, actions: dict[str, QAction]
) -> None:
    actions["undo"].setEnabled(True)
    assert group(searching, "undo", "Commands").hits[0].kind == "Ctrl+Z"
    actions["undo"].setEnabled(False)
    assert group(searching, "undo", "Commands").hits[0].kind == "Nothing to do now"


def test_what_only_the_menu_offers_is_a_command_too(
    qtbot: QtBot, session: Session, actions: dict[str, QAction]
) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    done: list[str] = []
    menu.addAction("About and licences").triggered.connect(lambda: done.append("about"))
    menu.addMenu("Theme").addAction("Dark").triggered.connect(lambda: done.append("dark"))
    menu.addSeparator()
    menu.addAction(actions["undo"])
    made, tasks = SearchPresenter(session, session), TaskDoor()
    with qtbot.waitSignal(made.ready):
        made.begin(tasks, lambda name: actions[name], menu)
    for query in ("about and", "theme dark"):
        made.jump(goal(group(made, query, "Commands")))
    assert done == ["about", "dark"]
    assert len(group(made, "undo", "Commands").hits) == 1
    tasks.close()


def test_what_the_user_writes_is_found_at_once(
    searching: SearchPresenter, session: Session
) -> None:
    assert searching.find("zugzwang") == ()
    note = write_note(session.workspace, "country:KAZ", "zugzwang", datetime.now(UTC))
    session.edit(note)
    assert goal(group(searching, "zugzwang", "My work")).target == Target("country", "KAZ")
    session.undo()
    assert searching.find("zugzwang") == ()


def test_a_group_can_be_had_alone(searching: SearchPresenter) -> None:
    few = group(searching, "iran", "Evidence")
    (all_of_it,) = searching.find("iran", "Evidence")
    assert len(all_of_it.hits) > len(few.hits)
    assert few.more + len(few.hits) == all_of_it.more + len(all_of_it.hits)


def test_a_sentence_has_what_it_is_below_and_a_name_beside_it(
    searching: SearchPresenter,
) -> None:
    claim = group(searching, "E123", "Evidence").hits[0]
    assert claim.kind == ""
    assert claim.under.startswith("E123 · ")
    country = group(searching, "kazakhs", "Countries").hits[0]
    assert (country.kind, country.under) == ("Country", "")


def test_marks_below_stand_on_what_was_typed(searching: SearchPresenter) -> None:
    for hit in group(searching, "grain", "Notes").hits:
        marked = [hit.under[start : start + length] for start, length in hit.under_marks]
        assert marked
        assert all(text.casefold().startswith("grain") for text in marked)


def test_targets_and_views_are_asked_for(qtbot: QtBot, session: Session) -> None:
    made = SearchPresenter(session, session)
    wanted: list[object] = []
    made.target_wanted.connect(wanted.append)
    made.view_wanted.connect(wanted.append)
    made.jump(goal(made.find("tajik")[0]))
    made.jump(goal(made.find("compare")[0]))
    made.jump("nonsense")
    assert wanted == [Target("country", "TJK"), "compare"]


def test_the_last_jump_that_takes_a_hit_gets_it(qtbot: QtBot, session: Session) -> None:
    made = SearchPresenter(session, session)
    told: list[str] = []

    def jump(name: str, *, takes: bool) -> None:
        def take(_hit: Hit) -> bool:
            told.append(name)
            return takes

        made.add_jump(("event",), take)

    jump("first", takes=True)
    jump("second", takes=True)
    jump("third", takes=False)
    made.jump(Hit("event", "", "", None, key="0"))
    assert told == ["third", "second"]


def test_a_view_is_opened_first_and_then_shows_the_hit(qtbot: QtBot, session: Session) -> None:
    made = SearchPresenter(session, session)
    told: list[object] = []

    def build(view: str) -> None:
        told.append(view)
        made.add_view(view, lambda hit: bool(told.append(hit)) or True)

    made.view_wanted.connect(build)
    hit = Hit("evidence", "", "", None, key="E123")
    assert made.in_view("evidence")(hit)
    assert told == ["evidence", hit]
    assert not made.in_view("no such view")(hit)


def test_the_table_is_let_go_of_with_the_search(
    qtbot: QtBot, session: Session, actions: dict[str, QAction]
) -> None:
    owner = QObject()
    made, tasks = SearchPresenter(session, owner), TaskDoor()
    with qtbot.waitSignal(made.ready):
        made.begin(tasks, lambda name: actions[name])
    index = made._index
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    assert not getattr(index, "is_full_text", True)
    tasks.close()
