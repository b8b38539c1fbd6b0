from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from explorer.pages.changes_dates import DateChoice
from explorer.style import LIGHT
from explorer.ui.widgets.since_field import SinceField

UNTIL = date(2026, 11, 23)
CHOICES = (
    DateChoice("judgement", "The judgement before (31 Oct 2025)", date(2025, 10, 31)),
    DateChoice("brief", "The last brief (none exported yet)"),
    DateChoice("", "The day before an event"),
    DateChoice("event", "Kazakhstan announces (5 Nov 2025)", date(2025, 11, 5)),
)


@pytest.fixture
def since(qtbot: QtBot) -> SinceField:
    made = SinceField(CHOICES, UNTIL, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(since: SinceField, words: str) -> None:
    since.box.setCurrentIndex(since.box.findText(words))


def test_nothing_is_asked_for_at_first(since: SinceField) -> None:
    assert since.day is None
    assert since.fault == ""
    assert not since.line.isVisible()


def test_a_choice_gives_its_day(since: SinceField) -> None:
    choose(since, "Kazakhstan announces (5 Nov 2025)")
    assert since.day == date(2025, 11, 5)


def test_what_cannot_be_chosen_is_there_to_read(since: SinceField) -> None:
    at = since.box.findText("The last brief (none exported yet)")
    item = since.box.model().index(at, 0)
    assert at > 0
    assert not item.flags().value & 32  # Qt.ItemFlag.ItemIsEnabled


@pytest.mark.parametrize(
    ("typed", "fault"),
    [("", "is not read as a day"), ("31 Feb 2026", "not a day"), ("2027-01-01", "is after")],
)
def test_a_day_typed_that_cannot_be_used_is_no_day_and_says_why(
    since: SinceField, typed: str, fault: str
) -> None:
    choose(since, "Another date…")
    assert since.line.isVisible()
    since.line.setText(typed)
    assert since.day is None
    assert fault in since.fault


def test_a_day_typed_is_taken(since: SinceField) -> None:
    choose(since, "Another date…")
    with_signal: list[None] = []
    since.changed.connect(lambda: with_signal.append(None))
    since.line.setText("2025-11-06")
    assert since.day == date(2025, 11, 6)
    assert with_signal
