import pytest
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets import status_line
from explorer.ui.widgets.status_line import StatusLine

DATA, COUNTS = "Offline · bundled data 2026.11", "Evidence 446 · Sources 422"
FAULT = "Not saved: the disk is full, so your last changes are only in this window. " * 2


@pytest.fixture
def line(qtbot: QtBot, themes: ThemeKeeper) -> StatusLine:
    made = StatusLine()
    qtbot.addWidget(made)
    made.resize(900, 26)
    made.show_data(DATA)
    made.show_saved("Saved 21:04")
    made.show_counts(COUNTS)
    made.show()
    return made


def label_of(line: StatusLine, text: str) -> QLabel:
    return next(label for label in line.findChildren(QLabel) if label.text() == text)


def test_data_and_saved_state_stand_left_and_counts_right(line: StatusLine) -> None:
    data, saved, counts = (label_of(line, text) for text in (DATA, "Saved 21:04", COUNTS))
    assert data.geometry().right() < saved.x()
    assert saved.geometry().right() < counts.x()
    assert counts.geometry().right() >= line.width() - 20


def test_a_fault_in_saving_looks_other_than_success(line: StatusLine) -> None:
    line.show_saved(FAULT)
    assert label_of(line, FAULT).property("kind") == "warning"
    assert line.saved_words == FAULT
    line.show_saved("Saved 21:05")
    assert label_of(line, "Saved 21:05").property("kind") == "mute"


def test_words_too_long_for_the_line_are_whole_in_the_tool_tip(line: StatusLine) -> None:
    line.show_saved(FAULT)
    QApplication.processEvents()
    saved = label_of(line, FAULT)
    assert saved.width() < saved.sizeHint().width()
    assert saved.toolTip() == FAULT
    assert label_of(line, COUNTS).geometry().right() <= line.width()
    assert label_of(line, COUNTS).width() >= label_of(line, COUNTS).sizeHint().width()


def test_what_was_done_is_said_for_a_moment_between_the_rest(
    qtbot: QtBot, line: StatusLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status_line, "TOLD_MS", 60)
    line.tell("Copied")
    qtbot.wait(10)
    told = label_of(line, "\u2713 Copied")
    assert told.accessibleName() == line.told_words == "Copied"
    assert told.isVisible()
    assert label_of(line, "Saved 21:04").geometry().right() < told.x()
    assert told.geometry().right() < label_of(line, COUNTS).x()
    qtbot.waitUntil(lambda: line.told_words == "")
    assert not told.isVisible()


def test_a_screen_reader_is_told_what_was_done(
    line: StatusLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        said.append(event.message())

    monkeypatch.setattr(status_line.QAccessible, "updateAccessibility", hear)
    line.tell("Copied")
    assert said == ["Copied"]


def test_a_sentence_stays_longer_than_a_word_and_widens_no_window(
    qtbot: QtBot, line: StatusLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status_line, "TOLD_MS", 20)
    least = line.minimumSizeHint().width()
    line.tell("Undone: scenario “Thaw” deleted" + " and more" * 30)
    qtbot.wait(60)
    assert line.told_words.startswith("Undone")
    assert line.minimumSizeHint().width() <= least + 60


def test_what_is_under_way_stays_until_it_is_done_or_ended(line: StatusLine) -> None:
    line.tell("Copied")
    line.show_work("Composing…")
    assert line.told_words == "Composing…"
    assert not line._end.isActive()
    line.show_work("")
    assert line.told_words == ""
