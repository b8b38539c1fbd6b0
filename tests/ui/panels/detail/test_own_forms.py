from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from explorer.pages.own_judgement import (
    OwnLadder,
    OwnLadderBlock,
    OwnRating,
    OwnRatingBlock,
)
from explorer.pages.view import Target
from explorer.style import LIGHT
from explorer.ui.panels.detail.own_forms import (
    NO_RATING,
    LadderForm,
    OwnChange,
    OwnForm,
    RatingForm,
)

CELL = Target("cell", "KAZ", "iran_wedge")
OUTCOME = Target("outcome", "KAZ")
RATING = OwnRating(1.0, 2.0, 3.0, "low", "Grain", "2026-11-20")
LADDER = OwnLadder((20, 60, 20), "Rail", "2026-11-20")
NO_RATING_YET = OwnRatingBlock("Own", CELL, "Kazakhstan · Iran", None, 1.4, "none yet", "", "", ())
RATED = replace(NO_RATING_YET, own=RATING)
NO_LADDER_YET = OwnLadderBlock(
    "Own", OUTCOME, "Kazakhstan", "baseline", ("a", "b", "c"), None, (), "none yet", "", "", ()
)
JUDGED = replace(NO_LADDER_YET, own=LADDER)
F = TypeVar("F", bound=OwnForm)


def shown(qtbot: QtBot, form: F) -> F:
    qtbot.addWidget(form)
    form.resize(320, 400)
    form.show()
    return form


def changes(form: OwnForm) -> list[OwnChange]:
    found: list[OwnChange] = []
    form.changed.connect(found.append)
    return found


def enter(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_before_a_rating_only_scale_and_best_value_are_in_sight(qtbot: QtBot) -> None:
    form = shown(qtbot, RatingForm(NO_RATING_YET, LIGHT))
    assert [field.isVisible() for field in form.fields] == [False, True, False]
    assert not form.basis.isVisible()
    assert form.hint.isVisible()
    found = changes(form)
    enter(form.fields[1], "2,5")
    assert found == [OwnChange(CELL, "figures", OwnRating(2.0, 2.5, 3.0, "low", "", ""))]


def test_typed_figures_keep_low_best_and_high_in_order(qtbot: QtBot) -> None:
    form = shown(qtbot, RatingForm(RATED, LIGHT))
    found = changes(form)
    enter(form.fields[0], "2.5")
    assert found[-1].own == replace(RATING, low=2.5, mode=2.5)
    QTest.keyClick(form.fields[2], Qt.Key.Key_Up)
    assert found[-1].own == replace(RATING, low=2.5, mode=2.5, high=3.1)


@pytest.mark.parametrize("text", ["5", "-1", "many", ""])
def test_what_is_not_on_the_scale_is_refused_in_words(qtbot: QtBot, text: str) -> None:
    form = shown(qtbot, RatingForm(RATED, LIGHT))
    found = changes(form)
    form.fields[1].setText(text)
    QTest.keyClick(form.fields[1], Qt.Key.Key_Return)
    assert found == []
    assert form.fault.text() == NO_RATING
    assert form.fault.isVisible()
    assert form.fields[1].text() == "2.0"
    enter(form.fields[1], "2.1")
    assert not form.fault.isVisible()


def test_confidence_reason_and_date_are_told_with_the_whole_rating(qtbot: QtBot) -> None:
    form = shown(qtbot, RatingForm(RATED, LIGHT))
    found = changes(form)
    QTest.mouseClick(form.confidences["high"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(form.basis.reason, "!")
    enter(form.basis.day, "2026-10-01")
    assert [each.what for each in found] == ["confidence", "reason", "day"]
    own = found[-1].own
    assert isinstance(own, OwnRating)
    assert (own.confidence, own.day) == ("high", "2026-10-01")
    assert sorted(own.reason) == sorted("Grain!")


def test_another_rating_fills_the_fields_and_checks_its_confidence(qtbot: QtBot) -> None:
    form = shown(qtbot, RatingForm(NO_RATING_YET, LIGHT))
    form.show_block(replace(RATED, own=replace(RATING, confidence="moderate")))
    assert [field.text() for field in form.fields] == ["1.0", "2.0", "3.0"]
    assert [word for word, each in form.confidences.items() if each.isChecked()] == ["moderate"]
    assert form.basis.reason.toPlainText() == "Grain"
    form.show_block(NO_RATING_YET)
    assert form.fields[1].text() == ""
    assert not form.basis.isVisible()


def test_a_ladder_is_told_with_its_scenario(qtbot: QtBot) -> None:
    form = shown(qtbot, LadderForm(NO_LADDER_YET, LIGHT))
    assert not form.basis.isVisible()
    found = changes(form)
    enter(form.ladder.fields[1], "60")
    assert found == [OwnChange(OUTCOME, "figures", OwnLadder((20, 60, 20), "", ""), "baseline")]
    form.show_block(JUDGED)
    assert form.basis.isVisible()
    QTest.keyClicks(form.basis.reason, "!")
    assert found[-1].what == "reason"
    enter(form.basis.day, "2026-10-01")
    assert found[-1].own == replace(LADDER, reason=found[-2].own.reason, day="2026-10-01")


def test_a_wrong_per_cent_is_said_below_the_ladder(qtbot: QtBot) -> None:
    form = shown(qtbot, LadderForm(JUDGED, LIGHT))
    enter(form.ladder.fields[0], "300")
    assert "0 to 100" in form.fault.text()
    form.show_block(replace(JUDGED, target=Target("outcome", "UZB")))
    assert not form.fault.isVisible()


def test_taking_it_back_names_the_rating_or_the_ladder(qtbot: QtBot) -> None:
    for form, what in (
        (shown(qtbot, RatingForm(RATED, LIGHT)), [(CELL, "")]),
        (shown(qtbot, LadderForm(JUDGED, LIGHT)), [(OUTCOME, "baseline")]),
    ):
        found: list[tuple[object, str]] = []

        def take(target: object, scenario: str, into: list[tuple[object, str]] = found) -> None:
            into.append((target, scenario))

        form.removed.connect(take)
        QTest.mouseClick(form.basis.remove, Qt.MouseButton.LeftButton)
        assert found == what
