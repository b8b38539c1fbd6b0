from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from explorer.pages.changes_dates import DateChoice
from explorer.style import LIGHT, MARKINGS
from explorer.ui.panels.export import ExportChoice, ExportDialog, SinceChoices

PAIR = ("Azerbaijan and Kazakhstan",)
FILE = Path("/tmp/somewhere/Azerbaijan and Kazakhstan.pdf")  # noqa: S108 - never written


SINCE = SinceChoices(
    (DateChoice("judgement", "The judgement before (31 Oct 2025)", date(2025, 10, 31)),),
    date(2026, 11, 23),
)


def dialog_of(qtbot: QtBot, pairs: tuple[str, ...], choice: ExportChoice) -> ExportDialog:
    dialog = ExportDialog(pairs, choice, SINCE, LIGHT, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_what_was_chosen_last_is_proposed(qtbot: QtBot) -> None:
    choice = ExportChoice("letter", "amber+strict", FILE)
    assert dialog_of(qtbot, PAIR, choice).choice == choice


def test_every_marking_is_offered_in_its_exact_form(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, PAIR, ExportChoice("a4", "", FILE))
    labels = [dialog._marking.itemText(at) for at in range(dialog._marking.count())]
    assert labels == ["None", *(label for label in MARKINGS.values() if label)]


def test_enter_goes_ahead_with_what_is_chosen(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, PAIR, ExportChoice("a4", "", FILE))
    came: list[object] = []
    dialog.chosen.connect(came.append)
    dialog._paper.setCurrentIndex(1)
    QTest.keyClick(dialog._place, Qt.Key.Key_Return)
    assert came == [ExportChoice("letter", "", FILE)]


def test_notes_stay_private_unless_they_are_asked_for(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, PAIR, ExportChoice("a4", "", FILE, own_notes=False))
    assert dialog._notes.isVisible()
    assert dialog.choice.own_notes is False
    dialog._notes.setChecked(True)
    assert dialog.choice.own_notes is True


def test_who_wrote_no_notes_is_not_asked_about_them(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, PAIR, ExportChoice("a4", "", FILE))
    assert not dialog._notes.isVisible()
    assert dialog.choice.own_notes is None


def test_escape_chooses_nothing(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, PAIR, ExportChoice("a4", "", FILE))
    came: list[object] = []
    dialog.chosen.connect(came.append)
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert came == []


def test_without_a_place_there_is_no_going_ahead(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, PAIR, ExportChoice("a4", "", FILE))
    dialog._place.setText("  ")
    assert not dialog._export.isEnabled()


@pytest.mark.parametrize(("pairs", "label"), [(PAIR, "File"), (("A and B", "A and C"), "Folder")])
def test_one_brief_asks_for_a_file_and_several_for_a_folder(
    qtbot: QtBot, pairs: tuple[str, ...], label: str
) -> None:
    dialog = dialog_of(qtbot, pairs, ExportChoice("a4", "", FILE))
    assert dialog._place.accessibleName() == label


def test_every_control_has_a_name_and_takes_the_focus(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, PAIR, ExportChoice("a4", "", FILE))
    controls = [
        *dialog.findChildren(QComboBox),
        *dialog.findChildren(QLineEdit),
        *dialog.findChildren(QPushButton),
    ]
    assert all(each.accessibleName() or getattr(each, "text", str)() for each in controls)
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in controls)


def test_appendices_are_added_unless_they_are_put_off(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, PAIR, ExportChoice("a4", "", FILE))
    assert dialog.choice.appendices
    dialog._appendices.setChecked(False)
    assert not dialog.choice.appendices


def test_what_changed_is_told_since_the_day_chosen(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, PAIR, ExportChoice("a4", "", FILE))
    assert dialog.choice.since is None
    dialog._since.box.setCurrentIndex(1)
    assert dialog.choice.since == date(2025, 10, 31)


def test_a_day_that_cannot_be_read_stops_the_export_until_it_is_mended(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, PAIR, ExportChoice("a4", "", FILE))
    since = dialog._since
    since.box.setCurrentIndex(since.box.count() - 1)
    since.line.setText("sometime")
    assert not dialog._export.isEnabled()
    since.line.setText("6 Nov 2025")
    assert dialog._export.isEnabled()
    assert dialog.choice.since == date(2025, 11, 6)
