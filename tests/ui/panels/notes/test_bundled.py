import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.notes_view import BundledPart, compose_note_page
from explorer.style import DARK, LIGHT
from explorer.ui.panels.notes.bundled import BundledColumn
from explorer.ui.widgets.link import LinkButton
from explorer.workspace.document import Workspace


@pytest.fixture
def column(qtbot: QtBot) -> BundledColumn:
    made = BundledColumn(LIGHT)
    qtbot.addWidget(made)
    made.resize(500, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def part_of(atlas: Atlas, key: str) -> BundledPart:
    page = compose_note_page(atlas, Workspace(), key)
    assert page is not None
    assert page.bundled is not None
    return page.bundled


def test_a_note_is_shown_with_its_length_and_date(atlas: Atlas, column: BundledColumn) -> None:
    part = part_of(atlas, "country/KAZ")
    column.show_part(part)
    assert "Relations date from 10 April 1992" in column.paper.note.toPlainText()
    assert part.line in [label.text() for label in column.findChildren(QLabel)]


def test_other_notes_on_the_subject_are_a_click_away(atlas: Atlas, column: BundledColumn) -> None:
    chosen: list[str] = []
    column.chosen.connect(chosen.append)
    column.show_part(part_of(atlas, "outcome/ladder"))
    assert column.stops[0] is column.trace
    first = column.stops[1]
    assert isinstance(first, LinkButton)
    first.click()
    assert chosen == ["outcome/reference_cases"]
    column.set_theme(DARK)
    assert isinstance(column.stops[1], LinkButton)
    column.show_part(part_of(atlas, "country/KAZ"))
    assert column.stops[1] is column.paper.note


def test_another_note_begins_at_its_top_and_the_same_one_stays(
    qtbot: QtBot, atlas: Atlas, column: BundledColumn
) -> None:
    column.show_part(part_of(atlas, "outcome/ladder"))
    bar = column.paper.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(300)
    column.show_part(part_of(atlas, "outcome/ladder"))
    assert bar.value() == 300
    column.show_part(part_of(atlas, "country/KAZ"))
    assert bar.value() == 0
