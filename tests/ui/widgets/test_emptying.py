"""A layout is emptied at once, and can be filled anew."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.emptying import empty


def test_what_was_in_a_layout_vanishes_at_once_and_is_let_go(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    room = QVBoxLayout(whole)
    for words in ("one", "two"):
        room.addWidget(QLabel(words))
    room.addStretch(1)
    gone: list[str] = []
    for label in whole.findChildren(QLabel):
        label.destroyed.connect(lambda: gone.append("gone"))
    whole.show()
    empty(room)
    assert room.count() == 0
    assert whole.findChildren(QLabel) == []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gone == ["gone", "gone"]
    room.addWidget(QLabel("three"))
    assert [label.text() for label in whole.findChildren(QLabel)] == ["three"]
