from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox
from pytestqt.qtbot import QtBot

from explorer.pages.raters import METHODS, RaterRow, RatersPart
from explorer.style import LIGHT
from explorer.ui.panels.raters import NOTHING_YET, RatersDialog
from explorer.ui.widgets.text import Text

R1 = RaterRow("R1", "72 ratings, 30 ladders", False, True, True, 1.0)
AIGUL = RaterRow("Aigul", "2 ratings, 1 ladder", False, False, True, 1.0)
YOU = RaterRow("You", "1 rating, 0 ladders", True, False, False, 1.0)
PART = RatersPart((R1, AIGUL, YOU), METHODS, "linear", "They err together.")


@pytest.fixture
def dialog(qtbot: QtBot) -> RatersDialog:
    made = RatersDialog(PART, LIGHT, None)
    qtbot.addWidget(made)
    made.show()
    return made


def words_of(dialog: RatersDialog) -> set[str]:
    return {text.text() for text in dialog.findChildren(Text) if text.isVisible()}


def test_each_rater_has_a_row_with_what_was_judged(dialog: RatersDialog) -> None:
    assert {"R1", "72 ratings, 30 ladders", "Aigul", "You", "They err together."} <= words_of(
        dialog
    )
    assert dialog.line("R1").pooled is None
    boxes = [dialog.line(each).pooled for each in ("Aigul", "You")]
    assert [box.isChecked() for box in boxes if box] == [True, False]


def test_a_rater_kept_apart_has_no_weight_to_choose(dialog: RatersDialog) -> None:
    assert dialog.line("R1").weight.isEnabled()
    assert not dialog.line("You").weight.isEnabled()


def test_pooling_in_is_said(qtbot: QtBot, dialog: RatersDialog) -> None:
    box = dialog.line("You").pooled
    assert box is not None
    found: list[tuple[str, bool]] = []

    def take(rater: str, is_pooled: bool) -> None:
        found.append((rater, is_pooled))

    dialog.pooled.connect(take)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert found == [("You", True)]


def test_a_weight_is_chosen_by_keys_and_the_focus_stays(dialog: RatersDialog) -> None:
    found: list[tuple[str, float]] = []

    def take(rater: str, weight: float) -> None:
        found.append((rater, weight))
        rows = (replace(R1, weight=weight), AIGUL, YOU)
        dialog.show_part(replace(PART, rows=rows))

    dialog.weighed.connect(take)
    box = dialog.line("R1").weight
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert found == [("R1", 1.5), ("R1", 2.0)]
    assert dialog.line("R1").weight is box
    assert box.currentText() == "2"


def test_a_weight_from_elsewhere_is_shown_as_it_is(dialog: RatersDialog) -> None:
    dialog.show_part(replace(PART, rows=(replace(R1, weight=0.7), AIGUL, YOU)))
    assert dialog.line("R1").weight.currentText() == "0.7"


def test_all_count_alike_is_offered_only_where_they_do_not(
    qtbot: QtBot, dialog: RatersDialog
) -> None:
    assert not dialog._even.isVisible()
    dialog.show_part(replace(PART, rows=(replace(R1, weight=2.0), AIGUL, YOU)))
    with qtbot.waitSignal(dialog.evened):
        QTest.mouseClick(dialog._even, Qt.MouseButton.LeftButton)


def test_the_method_is_chosen_and_explained(qtbot: QtBot, dialog: RatersDialog) -> None:
    assert {method.words for method in METHODS} <= words_of(dialog)
    found: list[str] = []
    dialog.method_chosen.connect(found.append)
    dialog.methods["geometric"].click()
    assert found == ["geometric"]
    dialog.show_part(PART)
    assert dialog.methods["linear"].isChecked()


def test_without_an_own_judgement_there_is_nothing_to_export(dialog: RatersDialog) -> None:
    assert dialog.export.isEnabled()
    dialog.show_part(replace(PART, rows=(R1,)))
    assert not dialog.export.isEnabled()
    assert NOTHING_YET in words_of(dialog)


def test_what_was_refused_is_said_and_taken_away(dialog: RatersDialog) -> None:
    dialog.say("At least one must count.")
    assert "At least one must count." in words_of(dialog)
    dialog.say("")
    assert not dialog._fault.isVisible()


def test_the_buttons_and_keys_say_what_is_wanted(qtbot: QtBot, dialog: RatersDialog) -> None:
    for button, signal in (
        (dialog.export, dialog.export_wanted),
        (dialog.take, dialog.import_wanted),
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.undo_wanted):
        QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_removing_names_the_rater(dialog: RatersDialog) -> None:
    found: list[str] = []
    dialog.removed.connect(found.append)
    links = [
        each
        for each in dialog.findChildren(QAbstractButton)
        if each.accessibleName() == "Remove all that Aigul judged"
    ]
    links[0].click()
    assert found == ["Aigul"]


def test_every_control_has_a_name(dialog: RatersDialog) -> None:
    controls = [*dialog.findChildren(QAbstractButton), *dialog.findChildren(QComboBox)]
    unnamed = [each for each in controls if not (each.accessibleName() or _text(each))]
    assert unnamed == []


def _text(control: object) -> str:
    return control.text() if isinstance(control, QAbstractButton) else ""
