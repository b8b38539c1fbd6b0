from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.view import Target, View
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.panels.what_if import WhatIfPanel
from explorer.ui.panels.what_if.naming import NameDialog
from explorer.ui.presenters.what_if import WhatIfPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.assumptions import set_rating
from explorer.workspace.document import WhatIf, Workspace

FACTOR = "public_opinion"


@pytest.fixture
def session(atlas: Atlas) -> Session:
    return Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))


@pytest.fixture
def panel(qtbot: QtBot, session: Session, themes: ThemeKeeper) -> Iterator[WhatIfPanel]:
    tasks = TaskDoor()
    made = WhatIfPanel(themes.theme)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    WhatIfPresenter(session, OutlookKeeper(session, tasks), tasks, themes, made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    tasks.close()


def assume(session: Session, value: float) -> None:
    session.edit(set_rating(session.workspace, "KAZ", FACTOR, value))


def answer(panel: WhatIfPanel, name: str, note: str = "") -> None:
    """Type a name into the dialog that asks for one, and go ahead."""
    (dialog,) = (each for each in panel.findChildren(NameDialog) if each.isVisible())
    dialog.name.setText(name)
    dialog.note.setPlainText(note)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)


def save(panel: WhatIfPanel, session: Session, name: str) -> str:
    panel.wanted.emit("save")
    answer(panel, name)
    return session.workspace.scenario


def titles(session: Session) -> list[str]:
    return [each.title for each in session.workspace.scenarios.values()]


def test_what_is_assumed_is_saved_under_a_name_and_is_then_in_force(
    panel: WhatIfPanel, session: Session
) -> None:
    assume(session, 1.0)
    panel.wanted.emit("save")
    answer(panel, "Quiet spring", "If the talks hold")
    own = session.workspace.scenarios[session.workspace.scenario]
    assert (own.title, own.note) == ("Quiet spring", "If the talks hold")
    assert own.what_if == session.workspace.what_if
    assert panel.page is not None
    assert panel.page.title == "What if: Quiet spring"


def test_a_saved_scenario_opens_again(panel: WhatIfPanel, session: Session) -> None:
    assume(session, 1.0)
    own = save(panel, session, "Quiet spring")
    panel.base_chosen.emit("storm_south")
    assert session.workspace.what_if == WhatIf("storm_south")
    panel.own_chosen.emit(own)
    assert session.workspace.what_if.ratings == {("KAZ", FACTOR): 1.0}
    assert session.workspace.scenario == own


def test_changes_are_saved_to_the_scenario_in_force(panel: WhatIfPanel, session: Session) -> None:
    assume(session, 1.0)
    own = save(panel, session, "Quiet spring")
    assume(session, 0.4)
    assert panel.page is not None
    assert panel.page.is_own_changed
    panel.wanted.emit("update")
    assert session.workspace.scenarios[own].what_if.ratings == {("KAZ", FACTOR): 0.4}
    assert not panel.page.is_own_changed


def test_a_scenario_is_duplicated_and_renamed(panel: WhatIfPanel, session: Session) -> None:
    assume(session, 1.0)
    save(panel, session, "Quiet spring")
    panel.wanted.emit("duplicate")
    assert titles(session) == ["Quiet spring", "Quiet spring (copy)"]
    panel.wanted.emit("rename")
    answer(panel, "Loud spring")
    assert titles(session) == ["Loud spring", "Quiet spring (copy)"]


def test_a_deleted_scenario_is_told_of_and_comes_back_with_undo(
    panel: WhatIfPanel, session: Session
) -> None:
    assume(session, 1.0)
    own = save(panel, session, "Quiet spring")
    panel.wanted.emit("delete")
    assert titles(session) == []
    assert session.workspace.what_if.ratings  # what it assumed is still in force
    assert "“Quiet spring” was deleted" in panel.head.notice
    panel.head._notice_undo.click()
    assert titles(session) == ["Quiet spring"]
    assert session.workspace.scenario == own
    assert panel.head.notice == ""


def test_unsaved_changes_that_an_opened_scenario_puts_aside_are_told_of(
    panel: WhatIfPanel, session: Session
) -> None:
    assume(session, 1.0)
    panel.base_chosen.emit("storm_south")
    assert panel.head.notice == "1 unsaved change put aside · Undo brings it back."
    panel.head._notice_undo.click()
    assert session.workspace.what_if.ratings == {("KAZ", FACTOR): 1.0}
    assert panel.head.notice == ""


def test_what_is_saved_is_not_said_to_be_put_aside(panel: WhatIfPanel, session: Session) -> None:
    assume(session, 1.0)
    own = save(panel, session, "Quiet spring")
    panel.base_chosen.emit("storm_south")
    assert panel.head.notice == ""
    panel.own_chosen.emit(own)
    assert panel.head.notice == ""
    assume(session, 2.0)
    panel.own_chosen.emit(own)
    assert "1 unsaved change" in panel.head.notice


def test_a_changed_scenario_is_still_the_one_to_rename(
    panel: WhatIfPanel, session: Session
) -> None:
    assume(session, 1.0)
    own = save(panel, session, "Quiet spring")
    assume(session, 2.0)
    panel.wanted.emit("rename")
    answer(panel, "Loud spring")
    assert session.workspace.scenarios[own].title == "Loud spring"


def test_a_notice_goes_with_the_next_change(panel: WhatIfPanel, session: Session) -> None:
    assume(session, 1.0)
    save(panel, session, "Quiet spring")
    panel.wanted.emit("delete")
    assume(session, 2.5)
    assert panel.head.notice == ""


def test_without_a_scenario_of_ones_own_there_is_nothing_to_change(
    panel: WhatIfPanel, session: Session
) -> None:
    before = session.workspace
    for word in ("update", "duplicate", "rename", "delete"):
        panel.wanted.emit(word)
    assert session.workspace == before
    assert panel.findChildren(NameDialog) == []


def test_a_dialog_that_is_left_saves_nothing(panel: WhatIfPanel, session: Session) -> None:
    assume(session, 1.0)
    panel.wanted.emit("save")
    (dialog,) = panel.findChildren(NameDialog)
    dialog.name.setText("Quiet spring")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert titles(session) == []
