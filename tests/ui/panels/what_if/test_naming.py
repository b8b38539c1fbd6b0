import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.ui.panels.what_if.naming import NameDialog
from explorer.ui.theme import ThemeKeeper


@pytest.fixture
def dialog(qtbot: QtBot, themes: ThemeKeeper) -> NameDialog:
    made = NameDialog("Save", "Quiet spring", "", ("Loud spring",), themes.theme, None)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def named(dialog: NameDialog) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def take(name: str, note: str) -> None:
        found.append((name, note))

    dialog.named.connect(take)
    return found


def test_enter_saves_under_the_name_without_the_space_around_it(
    dialog: NameDialog, named: list[tuple[str, str]]
) -> None:
    dialog.name.setText("  Long peace ")
    dialog.note.setPlainText(" If the talks hold\n")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert named == [("Long peace", "If the talks hold")]


def test_a_scenario_needs_a_name(dialog: NameDialog, named: list[tuple[str, str]]) -> None:
    dialog.name.setText("   ")
    assert not dialog.save.isEnabled()
    assert dialog.hint.text() == "A scenario needs a name."
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert named == []


def test_a_name_that_is_taken_is_told_of(dialog: NameDialog) -> None:
    dialog.name.setText("Loud spring")
    assert "told apart by “(copy)”" in dialog.hint.text()
    assert dialog.save.isEnabled()


def test_esc_names_nothing(dialog: NameDialog, named: list[tuple[str, str]]) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert named == []


def test_the_limit_of_a_name_is_said_as_it_comes_near(dialog: NameDialog) -> None:
    dialog.name.setText("a" * 80)
    assert "characters" not in dialog.hint.text()
    dialog.name.setText("a" * 110)
    assert dialog.hint.text() == "A name has 120 characters at most: 10 left."
    dialog.name.setText("a" * 200)
    assert dialog.hint.text() == "A name has 120 characters at most: no more fit."
    assert dialog.save.isEnabled()
