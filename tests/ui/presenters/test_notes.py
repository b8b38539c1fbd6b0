from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.packs.observations import read_observations
from explorer.pages.search import Hit
from explorer.pages.view import Target, View
from explorer.ui.panels.notes import NotesPanel
from explorer.ui.panels.notes.own import EMPTY, READ
from explorer.ui.presenters import detail as detail_module
from explorer.ui.presenters.notes import NOT_READ, NotesPresenter
from explorer.ui.session import Session
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import UserNote, Workspace, frozen
from explorer.workspace.edits import write_note

NOW = datetime(2026, 11, 24, tzinfo=UTC)
UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
REDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
RED = "#ff0000"
LONGEST_WAIT = 0.05


@dataclass
class Side:
    """The view Notes in a session."""

    session: Session
    panel: NotesPanel
    presenter: NotesPresenter
    jumps: list[Hit]

    @property
    def read(self) -> str:
        return self.panel.own.paper.note.toPlainText()

    def text(self, place: str) -> str:
        return self.session.workspace.note(place)


@pytest.fixture(scope="module")
def observations(atlas: Atlas) -> Observations:
    return read_observations(paths.bundled_pack(), atlas)


@pytest.fixture
def side(qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper) -> Iterator[Side]:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("country", "KAZ"))
    panel = NotesPanel(themes.theme)
    qtbot.addWidget(panel)
    panel.resize(1180, 720)
    jumps: list[Hit] = []
    presenter = NotesPresenter(session, themes, panel, jumps.append)
    panel.show()
    made = Side(session, panel, presenter, jumps)
    wait(qtbot, made)
    yield made
    panel.close()


def wait(qtbot: QtBot, side: Side) -> None:
    qtbot.waitUntil(lambda: not side.presenter.is_behind)


def test_the_view_begins_with_the_note_on_what_is_selected(side: Side) -> None:
    assert side.presenter.key == "country/KAZ"
    assert side.panel.side.rows.key == "country/KAZ"
    assert "Relations date from" in side.panel.bundled.paper.note.toPlainText()


def test_nothing_is_composed_while_the_view_is_out_of_sight(
    qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper
) -> None:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("country", "KAZ"))
    panel = NotesPanel(themes.theme)
    qtbot.addWidget(panel)
    presenter = NotesPresenter(session, themes, panel, list[Hit]().append)
    session.edit(write_note(session.workspace, "country:KAZ", "Hi", NOW))
    qtbot.wait(20)
    assert panel.page is None
    panel.show()
    qtbot.waitUntil(lambda: not presenter.is_behind)
    assert panel.own.editor.toPlainText() == "Hi"


def test_the_arrows_in_the_list_show_note_after_note(qtbot: QtBot, side: Side) -> None:
    QTest.keyClick(side.panel.side.rows, Qt.Key.Key_Down)
    wait(qtbot, side)
    assert side.presenter.key == "country/UZB"
    assert side.panel.own.place == "country:UZB"


def test_what_is_typed_is_kept_at_once_and_read_and_listed_in_a_later_turn(
    qtbot: QtBot, side: Side
) -> None:
    side.panel.own.modes.buttons[1].click()
    side.panel.own.focus()
    QTest.keyClicks(side.panel.own.editor, "So *it* is [E002]")
    assert side.text("country:KAZ") == "So *it* is [E002]"
    assert side.read == EMPTY.strip("*")
    wait(qtbot, side)
    assert side.read == "So it is E002"
    assert "country:KAZ" in [
        side.panel.side.rows.item(at).data(Qt.ItemDataRole.UserRole)
        for at in range(side.panel.side.rows.count())
    ]
    assert side.panel.side.rows.key == "country/KAZ"


def test_a_burst_of_typing_is_one_step_and_another_note_another(qtbot: QtBot, side: Side) -> None:
    editor = side.panel.own.editor
    QTest.keyClicks(editor, "first")
    side.presenter.open_note("country:UZB")
    wait(qtbot, side)
    QTest.keyClicks(editor, "second")
    assert (side.text("country:KAZ"), side.text("country:UZB")) == ("first", "second")
    QTest.keyClick(editor, *UNDO)
    assert (side.text("country:KAZ"), side.text("country:UZB")) == ("first", "")
    assert editor.toPlainText() == ""
    QTest.keyClick(editor, *UNDO)
    assert side.text("country:KAZ") == ""
    QTest.keyClick(editor, *REDO)
    QTest.keyClick(editor, *REDO)
    assert editor.toPlainText() == "second"


def test_what_another_view_changes_is_shown_at_once(side: Side) -> None:
    session = side.session
    session.edit(write_note(session.workspace, "country:KAZ", "From the details", NOW))
    assert side.panel.own.editor.toPlainText() == "From the details"


def test_a_place_is_chosen_to_write_on(qtbot: QtBot, side: Side) -> None:
    side.panel.begun.emit("cell:UZB:iran_wedge")
    assert side.panel.own.editor.hasFocus()
    assert side.panel.side.rows.key == ""
    QTest.keyClicks(side.panel.own.editor, "x")
    wait(qtbot, side)
    assert side.text("cell:UZB:iran_wedge") == "x"
    assert side.panel.side.rows.key == "cell:UZB:iran_wedge"


def test_a_pair_is_written_on_and_saved_under_its_place(side: Side) -> None:
    side.panel.begun.emit("pair:AZE-KAZ")
    QTest.keyClicks(side.panel.own.editor, "Both.")
    assert side.text("pair:AZE-KAZ") == "Both."
    assert side.panel.bundled.isVisible()


def test_the_filter_narrows_the_list_and_leaves_the_note(side: Side) -> None:
    side.panel.side.filter.setText("tungsten")
    rows = side.panel.side.rows
    assert rows.key == "country/KAZ"
    side.panel.side.filter.setText("nothing of the kind")
    assert rows.key == ""
    assert side.presenter.key == "country/KAZ"


@pytest.mark.parametrize(
    ("href", "kind", "key"),
    [
        ("evidence:E002", "evidence", "E002"),
        ("series:indicator/gini", "series", "indicator/gini"),
    ],
)
def test_a_citation_jumps_to_what_it_cites(side: Side, href: str, kind: str, key: str) -> None:
    side.panel.followed.emit(href)
    [hit] = side.jumps
    assert (hit.kind, hit.key) == (kind, key)


def test_a_cell_that_cites_the_same_is_selected_in_the_comparison(side: Side) -> None:
    side.panel.followed.emit("place:cell:KAZ:iran_wedge")
    assert [hit.target for hit in side.jumps] == [Target("cell", "KAZ", "iran_wedge")]


def test_a_link_to_a_note_opens_it_here(qtbot: QtBot, side: Side) -> None:
    side.panel.followed.emit("note:pair/AZE-KAZ")
    wait(qtbot, side)
    assert side.presenter.key == "pair/AZE-KAZ"
    assert side.jumps == []


def test_a_link_to_a_note_that_is_not_there_falls_back(qtbot: QtBot, side: Side) -> None:
    side.panel.followed.emit("note:no/such")
    wait(qtbot, side)
    assert side.presenter.key == "country/KAZ"


def test_notes_that_are_searched_for_are_shown_and_nothing_else(qtbot: QtBot, side: Side) -> None:
    assert side.presenter.open_hit(Hit("note", "", "", None, key="outcome/ladder"))
    wait(qtbot, side)
    assert side.presenter.key == "outcome/ladder"
    assert side.presenter.open_hit(Hit("own_note", "", "", None, key="country:UZB"))
    assert not side.presenter.open_hit(Hit("evidence", "", "", None, key="E002"))


def test_writing_begins_beside_the_note_while_the_view_is_in_sight(side: Side) -> None:
    own = side.panel.own
    own.modes.buttons[1].click()
    side.presenter.begin_note()
    assert own.editor.hasFocus()
    own.modes.buttons[1].click()
    side.panel.hide()
    side.presenter.begin_note()
    assert own.modes.key == READ


def test_the_focus_on_a_citation_shows_its_card(side: Side, atlas: Atlas) -> None:
    note = side.panel.bundled.paper.note
    note.clearFocus()
    note.setFocus(Qt.FocusReason.TabFocusReason)
    card = side.panel.card.card
    assert card is not None
    assert card.title == atlas.evidence_by_id["E002"].claim
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert side.panel.card.card is None


def test_a_card_of_a_series_waits_for_the_series_and_follows_the_view(
    qtbot: QtBot, side: Side, observations: Observations
) -> None:
    def card() -> tuple[tuple[str, ...], tuple[str, ...]]:
        side.panel.bundled.pointed.emit("series:indicator/gini", side.panel.rect())
        shown = side.panel.card.card
        assert shown is not None
        return tuple(row.iso3 for row in shown.rows), shown.lines

    assert card() == ((), (NOT_READ,))
    side.session.take_observations(observations)
    assert card()[0] == ("AZE", "KAZ")
    side.session.show(View("AZE", ("UZB",)))
    wait(qtbot, side)
    assert card()[0] == ("AZE", "UZB")


def test_a_note_that_means_harm_loads_nothing_and_opens_nothing(
    qtbot: QtBot, side: Side, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(detail_module.QDesktopServices, "openUrl", opened.append)
    picture = tmp_path / "red.png"
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(RED))
    image.save(str(picture))
    text = (
        f"![a]({picture}) ![b](file://{picture}) <img src='{picture}'>\n\n"
        f"<script>alert(1)</script> <a href='file://{picture}'>raw</a>\n\n"
        f"[run](file://{picture}) [js](javascript:alert(1)) [data](data:text/html,x) "
        "[unc](//host/share) [x](smb://host/x) [e](evidence:../../etc) [s](series:a/b/c)\n\n"
        "[n](note:<script>) <https://example.org/fine> <file:///etc/passwd>\n"
    )
    side.session.edit(write_note(side.session.workspace, "country:KAZ", text, NOW))
    side.panel.own.modes.buttons[1].click()
    wait(qtbot, side)
    note = side.panel.own.paper.note
    seen = note.grab().toImage()
    colours = {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(80)}
    assert RED not in colours
    assert "<script>alert(1)</script>" in side.read
    assert "<img src=" in side.read
    links = anchors(side)
    for href in links:
        side.panel.pointed.emit(href, side.panel.rect())
    for address in ("file:///etc/passwd", f"file://{picture}", "javascript:alert(1)", "//host/x"):
        note.anchorClicked.emit(QUrl(address))
        side.panel.link_opened.emit(address)
    assert opened == []
    outside = [href for href in links if not href.startswith(("evidence:", "series:", "note:"))]
    assert outside == ["https://example.org/fine"]
    note.anchorClicked.emit(QUrl(outside[0]))
    assert len(opened) == 1


def anchors(side: Side) -> list[str]:
    """Give the links that the user's note has as it reads."""
    found: list[str] = []
    block = side.panel.own.paper.note.document().begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            if parts.fragment().charFormat().isAnchor():
                found.append(parts.fragment().charFormat().anchorHref())
            parts += 1
        block = block.next()
    return found


def test_what_is_typed_into_ten_thousand_words_is_read_in_a_later_turn(
    qtbot: QtBot, side: Side
) -> None:
    text = "\n\n".join(f"Word [E{n:03d}] {{gini}} " + "and more " * 20 for n in range(1, 240))
    assert len(text.split()) > 10_000
    place = "cell:KAZ:iran_wedge"
    session = side.session
    session.edit(
        Workspace(notes=frozen({place: UserNote(place, text, NOW)})), merge_key="long note"
    )
    side.presenter.write_on(place)
    wait(qtbot, side)
    for _ in range(12):
        QTest.keyClick(side.panel.own.editor, Qt.Key.Key_X)
    assert not side.read.startswith("xxxxxxxxxxxx")
    wait(qtbot, side)
    assert side.read.startswith("xxxxxxxxxxxxWord")


def test_another_theme_shows_the_same_note(qtbot: QtBot, side: Side, themes: ThemeKeeper) -> None:
    themes.choose("dark")
    wait(qtbot, side)
    assert "Relations date from" in side.panel.bundled.paper.note.toPlainText()
    themes.choose("light")
