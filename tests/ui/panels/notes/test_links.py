from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.pages.note_links import CitedLine, LinkedLine
from explorer.style import LIGHT
from explorer.ui.panels.notes.links import NoteLinks
from explorer.ui.widgets.link import LinkButton

CITED = tuple(CitedLine(f"evidence:E{n:03d}", f"E{n:03d}", f"Claim {n}", "B2") for n in range(12))
LINKED = (LinkedLine("note:country/KAZ", "Kazakhstan and Israel", "Bundled note", "1 item"),)


def buttons(links: NoteLinks) -> list[LinkButton]:
    return [each for each in links.findChildren(LinkButton) if not each.isHidden()]


def test_every_line_leads_somewhere_and_says_what_it_is(qtbot: QtBot) -> None:
    links = NoteLinks(CITED, LINKED, LIGHT)
    qtbot.addWidget(links)
    links.show()
    followed: list[str] = []
    links.followed.connect(followed.append)
    first, *_, last = buttons(links)
    first.click()
    last.click()
    assert followed == ["evidence:E000", "note:country/KAZ"]
    assert first.accessibleName() == "E000: Claim 0"
    assert last.accessibleName() == "Bundled note: Kazakhstan and Israel"


def test_many_lines_are_shown_when_asked_for(qtbot: QtBot) -> None:
    links = NoteLinks(CITED, (), LIGHT)
    qtbot.addWidget(links)
    links.show()
    unfolded: list[bool] = []
    links.unfolded.connect(lambda: unfolded.append(True))
    assert len(buttons(links)) == 9  # eight, and the one that shows the rest
    buttons(links)[-1].click()
    assert len(buttons(links)) == len(CITED)
    assert unfolded == [True]


def test_headings_give_counts_and_a_kind_without_lines_has_none(qtbot: QtBot) -> None:
    links = NoteLinks((), LINKED, LIGHT)
    qtbot.addWidget(links)
    words = [label.text() for label in links.findChildren(QLabel)]
    assert "Linked from · 1" in words
    assert not any(word.startswith("Cited here") for word in words)
