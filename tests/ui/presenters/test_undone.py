import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.view import Target, View
from explorer.ui.presenters.undone import UndonePresenter
from explorer.ui.session import Session
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.status_line import StatusLine
from explorer.workspace.assumptions import set_rating
from explorer.workspace.document import Workspace


@pytest.fixture
def session(atlas: Atlas) -> Session:
    return Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome"))


@pytest.fixture
def line(qtbot: QtBot, themes: ThemeKeeper, session: Session) -> StatusLine:
    del themes
    made = StatusLine()
    qtbot.addWidget(made)
    made.show()
    UndonePresenter(session, made)
    return made


def test_what_is_undone_and_redone_is_said(session: Session, line: StatusLine) -> None:
    session.edit(set_rating(session.workspace, "KAZ", "public_opinion", 2.5))
    assert line.told_words == ""
    session.undo()
    assert line.told_words.startswith("Undone: Kazakhstan, ")
    assert line.told_words.endswith("set to 2.5")
    session.redo()
    assert line.told_words.startswith("Redone: Kazakhstan, ")


def test_where_there_is_nothing_to_undo_nothing_is_said(
    session: Session, line: StatusLine
) -> None:
    session.undo()
    session.redo()
    assert line.told_words == ""
