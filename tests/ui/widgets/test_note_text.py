from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QPixmap,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.widgets.note_text import NoteText, SealedDocument

RED = "#ff0000"


def note_of(qtbot: QtBot, markdown: str) -> NoteText:
    note = NoteText(markdown, LIGHT)
    qtbot.addWidget(note)
    note.resize(300, 10)
    note.show()
    return note


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(RED))
    path = tmp_path / "red.png"
    image.save(str(path))
    return path


@pytest.mark.parametrize(
    "markdown",
    [
        "![picture](file://{path})",
        "![picture]({path})",
        '<img src="file://{path}">',
        "text\n\n<p><img src='{path}'></p>",
    ],
)
def test_no_picture_of_the_disk_is_loaded(qtbot: QtBot, picture: Path, markdown: str) -> None:
    note = note_of(qtbot, markdown.replace("{path}", str(picture)))
    image = note.grab().toImage()
    seen = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert RED not in seen


def test_a_plain_document_would_have_loaded_it(qtbot: QtBot, picture: Path) -> None:
    """Shows that the test above can fail: Qt itself does load local files."""
    del qtbot
    kind = QTextDocument.ResourceType.ImageResource
    place = QUrl.fromLocalFile(str(picture))
    opened = QTextDocument().resource(kind, place)
    sealed = SealedDocument().resource(kind, place)
    assert isinstance(opened, QPixmap)
    assert opened.width() == 40
    assert isinstance(sealed, QImage)
    assert sealed.width() == 1


def test_markup_is_shown_as_the_text_it_is(qtbot: QtBot) -> None:
    note = note_of(qtbot, "<b>bold</b> <script>x</script>")
    assert "<b>bold</b>" in note.toPlainText()


@pytest.mark.parametrize(
    ("link", "signal", "carried"),
    [
        ("evidence:E123", "evidence_opened", "E123"),
        ("series:indicator/gdp", "series_chosen", "indicator/gdp"),
        ("https://example.org/a?b=c", "link_opened", "https://example.org/a?b=c"),
        ("mailto:desk@example.org", "link_opened", "mailto:desk@example.org"),
    ],
)
def test_a_link_is_told_by_its_kind(qtbot: QtBot, link: str, signal: str, carried: str) -> None:
    note = note_of(qtbot, f"[go]({link})")
    came: list[str] = []
    getattr(note, signal).connect(came.append)
    note.anchorClicked.emit(QUrl(link))
    assert came == [carried]


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "javascript:alert(1)", "ftp://example.org", "data:text/html,x"]
)
def test_a_link_of_another_kind_does_nothing(qtbot: QtBot, link: str) -> None:
    note = note_of(qtbot, f"[go]({link})")
    before = note.toPlainText()
    came: list[str] = []
    for signal in (note.evidence_opened, note.series_chosen, note.link_opened):
        signal.connect(came.append)
    note.anchorClicked.emit(QUrl(link))
    assert came == []
    assert note.toPlainText() == before


def test_a_link_that_may_not_be_followed_is_shown_as_plain_words(qtbot: QtBot) -> None:
    note = note_of(qtbot, "[bad](file:///etc/passwd) and [good](https://example.org)")
    document = note.document()
    cursor = QTextCursor(document)
    cursor.setPosition(2)
    assert not cursor.charFormat().isAnchor()
    assert cursor.charFormat().foreground() == QTextCharFormat().foreground()
    cursor.setPosition(10)
    assert cursor.charFormat().anchorHref() == "https://example.org"


def test_another_text_takes_the_place_and_the_height(qtbot: QtBot) -> None:
    note = note_of(qtbot, "One line.")
    before = note.height()
    note.show_markdown("Many words and more. " * 60)
    assert note.height() > 5 * before
    note.show_markdown("Two.")
    assert note.toPlainText() == "Two."
    assert note.height() == before


def test_a_note_is_as_tall_as_its_text(qtbot: QtBot) -> None:
    short = note_of(qtbot, "One line.")
    long = note_of(qtbot, "Many words and more. " * 60)
    assert long.height() > 5 * short.height()
    qtbot.waitUntil(lambda: long.verticalScrollBar().maximum() == 0)
