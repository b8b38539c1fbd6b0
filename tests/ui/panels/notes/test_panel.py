import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.note_cards import NoteCard
from explorer.pages.note_places import place_choices
from explorer.pages.notes_view import NotePage, compose_note_list, compose_note_page
from explorer.pages.view import View
from explorer.style import DARK, LIGHT
from explorer.ui.panels.notes import NotesPanel
from explorer.workspace.document import Workspace


def press_tab() -> QWidget:
    """Press Tab where the focus is, and give where it is then."""
    before = QApplication.focusWidget()
    assert before is not None
    QTest.keyClick(before, Qt.Key.Key_Tab)
    after = QApplication.focusWidget()
    assert after is not None
    return after


def page_of(atlas: Atlas, key: str) -> NotePage:
    page = compose_note_page(atlas, Workspace(), key)
    assert page is not None
    return page


@pytest.fixture
def panel(qtbot: QtBot, atlas: Atlas) -> NotesPanel:
    made = NotesPanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.show_list(compose_note_list(atlas, Workspace()), "country/KAZ")
    made.show_places(place_choices(atlas, View("AZE", ("KAZ",))))
    made.show_page(page_of(atlas, "country/KAZ"))
    return made


def test_a_bundled_note_stands_beside_ones_own(panel: NotesPanel) -> None:
    assert panel.bundled.isVisible()
    assert panel.own.isVisible()
    assert panel.bundled.geometry().right() <= panel.own.geometry().left()
    assert panel.own.place == "country:KAZ"


def test_what_has_no_counterpart_takes_the_whole_room(panel: NotesPanel, atlas: Atlas) -> None:
    panel.show_page(page_of(atlas, "method/glossary"))
    assert panel.bundled.isVisible()
    assert not panel.own.isVisible()
    panel.show_page(page_of(atlas, "cell:KAZ:iran_wedge"))
    assert not panel.bundled.isVisible()
    assert panel.own.editor.isVisible()
    assert panel.own.paper.isVisible()


def test_where_both_do_not_fit_side_by_side_ones_own_stands_below(
    qtbot: QtBot, panel: NotesPanel
) -> None:
    panel.resize(700, 720)
    qtbot.waitUntil(lambda: panel.bundled.geometry().bottom() <= panel.own.geometry().top())
    panel.resize(1180, 720)
    qtbot.waitUntil(lambda: panel.bundled.geometry().right() <= panel.own.geometry().left())


def test_tab_goes_through_the_view_as_it_is_read(panel: NotesPanel) -> None:
    order = [
        panel.side.button,
        panel.side.filter,
        panel.side.rows,
        panel.bundled.trace,
        panel.bundled.paper.note,
    ]
    order[0].setFocus()
    for widget in order[1:]:
        assert press_tab() is widget
    seen: list[QWidget] = []
    for _ in range(120):
        seen.append(press_tab())
        if seen[-1] is panel.own.editor:
            break
    assert seen[-1] is panel.own.editor
    assert any(each in panel.bundled.stops[1:] for each in seen)
    assert seen[-2] in panel.own.modes.buttons


def test_enter_in_the_list_goes_to_the_note_and_esc_in_the_editor_back(
    panel: NotesPanel, atlas: Atlas
) -> None:
    QTest.keyClick(panel.side.rows, Qt.Key.Key_Return)
    assert panel.bundled.paper.note.hasFocus()
    panel.show_page(page_of(atlas, "cell:KAZ:iran_wedge"))
    panel.side.rows.setFocus()
    QTest.keyClick(panel.side.rows, Qt.Key.Key_Return)
    assert panel.own.editor.hasFocus()
    QTest.keyClick(panel.own.editor, Qt.Key.Key_Escape)
    assert panel.side.rows.hasFocus()


def test_a_card_is_read_out_and_goes_when_nothing_is_pointed_at(panel: NotesPanel) -> None:
    card = NoteCard("Evidence E002", "A claim", (), ())
    panel.show_card(card, QRect(panel.mapToGlobal(QPoint(500, 200)), panel.size() / 40))
    assert panel.card.card == card
    assert panel.bundled.paper.note.accessibleDescription() == "Evidence E002. A claim."
    panel.bundled.paper.note.left.emit()
    assert panel.card.card is None
    assert panel.bundled.paper.note.accessibleDescription() == ""
    panel.show_card(card, QRect())
    panel.show_card(None, QRect())
    assert panel.card.card is None


def test_another_theme_keeps_the_note_and_what_is_typed(panel: NotesPanel) -> None:
    QTest.keyClicks(panel.own.editor, "typed")
    light = panel.grab().toImage()
    panel.set_theme(DARK)
    assert panel.grab().toImage() != light
    assert panel.own.editor.toPlainText() == "typed"
    assert "Relations date from" in panel.bundled.paper.note.toPlainText()
