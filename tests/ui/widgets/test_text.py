from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.widgets.text import aside, body


def test_markup_in_a_text_is_shown_as_it_stands(qtbot: QtBot) -> None:
    words = body("<h1>Big</h1><img src='/etc/passwd'>", LIGHT)
    qtbot.addWidget(words)
    assert words.textFormat() == Qt.TextFormat.PlainText


def test_words_can_be_selected_once_the_pointer_has_come(qtbot: QtBot) -> None:
    words = body("Some words", LIGHT)
    qtbot.addWidget(words)
    assert not words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    QApplication.sendEvent(words, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    assert words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_quiet_words_keep_their_ink_when_they_become_selectable(qtbot: QtBot) -> None:
    words = aside("Quiet", LIGHT)
    qtbot.addWidget(words)
    before: QImage = words.grab().toImage()
    QApplication.sendEvent(words, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    after = words.grab().toImage()
    assert darkest(before) == darkest(after)


def darkest(image: QImage) -> QColor:
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return min(colours, key=lambda colour: colour.lightness())
