from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from explorer.ui.presenters.copied import COPIED, CopiedPresenter
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.status_line import StatusLine


@pytest.fixture
def line(qtbot: QtBot, themes: ThemeKeeper) -> StatusLine:
    del themes
    made = StatusLine()
    qtbot.addWidget(made)
    made.show()
    CopiedPresenter(made).is_ours = lambda: True  # the offscreen platform never says so
    return made


def copy_text(_qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("a\tb")


def copy_image(_qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))


def copy_from_a_field(qtbot: QtBot) -> None:
    field = QLineEdit("marked")
    qtbot.addWidget(field)
    field.show()
    field.selectAll()
    QTest.keySequence(field, "Ctrl+C")


@pytest.mark.parametrize("copy", [copy_text, copy_image, copy_from_a_field])
def test_every_copy_is_told(qtbot: QtBot, line: StatusLine, copy: Callable[[QtBot], None]) -> None:
    assert line.told_words == ""
    copy(qtbot)
    qtbot.waitUntil(lambda: line.told_words == COPIED)


def test_what_other_programs_copy_is_not_told(qtbot: QtBot, line: StatusLine) -> None:
    presenter = line.findChild(CopiedPresenter)
    assert presenter is not None
    presenter.is_ours = lambda: False
    copy_text(qtbot)
    qtbot.wait(20)
    assert line.told_words == ""


def test_a_line_that_is_gone_is_told_nothing(qtbot: QtBot, themes: ThemeKeeper) -> None:
    del themes
    gone = StatusLine()
    CopiedPresenter(gone).is_ours = lambda: True
    told: list[str] = []
    gone.destroyed.connect(lambda: told.append("gone"))
    gone.deleteLater()
    qtbot.waitUntil(lambda: told == ["gone"])
    copy_text(qtbot)  # an exception in a slot would fail the test
