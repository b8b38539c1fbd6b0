from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.hypotheses import ORDERS, compose_matrix
from explorer.style import DARK, LIGHT
from explorer.ui.panels.outcomes.columns import MEASURE
from explorer.ui.panels.outcomes.hypotheses import HypothesesSection
from explorer.ui.panels.outcomes.hypotheses_cells import RungHeads
from explorer.ui.panels.outcomes.hypotheses_model import SHOWN_AT_FIRST
from explorer.ui.widgets.text import Text
from explorer.workspace.document import Workspace
from explorer.workspace.marks import set_mark


@pytest.fixture
def page(atlas: Atlas, qtbot: QtBot) -> Iterator[QScrollArea]:
    """Give a page that scrolls, with the section in it below something else."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    body = QWidget()
    room = QVBoxLayout(body)
    above = QWidget()
    above.setFixedHeight(300)
    room.addWidget(above)
    section = HypothesesSection(LIGHT)
    section.show_part(compose_matrix(atlas, Workspace(), "TJK"))
    room.addWidget(section)
    area.setWidget(body)
    area.resize(1000, 700)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    yield area
    for menu in section.findChildren(QMenu):
        menu.close()


@pytest.fixture
def section(page: QScrollArea) -> HypothesesSection:
    found = page.findChild(HypothesesSection)
    assert found is not None
    return found


def words_of(section: HypothesesSection) -> str:
    return " ".join(label.text() for label in section.findChildren(Text))


def test_the_section_says_the_lead_what_hangs_on_it_the_rule_and_the_caution(
    atlas: Atlas, section: HypothesesSection
) -> None:
    part = compose_matrix(atlas, Workspace(), "TJK")
    said = words_of(section)
    for words in (part.lead, part.telling, part.agreement, part.rule, part.caution):
        assert words in said
    assert part.count_words in said
    assert "All marks are by the rule." in said


def test_its_sentences_do_not_get_longer_on_a_wide_screen(
    qtbot: QtBot, page: QScrollArea, section: HypothesesSection
) -> None:
    page.resize(1900, 700)
    qtbot.waitUntil(lambda: section.width() > 1700)
    sentences = [each for each in section.findChildren(Text) if len(each.text()) > 150]
    assert len(sentences) >= 2
    for each in sentences:
        longest = min(each.width(), each.fontMetrics().horizontalAdvance(each.text()))
        assert longest <= MEASURE
        assert each.height() >= each.heightForWidth(each.width())


def test_the_count_is_chosen_among_three_and_the_one_in_force_is_pressed(
    atlas: Atlas, section: HypothesesSection, qtbot: QtBot
) -> None:
    heard: list[str] = []
    section.count_chosen.connect(heard.append)
    counts = section.controls.counts
    assert [button.text() for button in counts.buttons] == ["Plain", "Weighted", "Squared"]
    assert counts.key == "plain"
    QTest.mouseClick(counts.buttons[1], Qt.MouseButton.LeftButton)
    assert heard == ["weighted"]
    weighted = compose_matrix(atlas, Workspace(), "TJK", "weighted")
    section.show_part(weighted)
    assert counts.key == "weighted"
    assert heard == ["weighted"]
    assert weighted.count_words in words_of(section)


def test_the_order_is_chosen_from_a_list(section: HypothesesSection) -> None:
    heard: list[str] = []
    section.order_chosen.connect(heard.append)
    box = section.controls.order
    assert [box.itemData(at) for at in range(box.count())] == [order for order, _ in ORDERS]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert heard == ["date"]


def test_all_returns_to_the_rule_only_when_something_is_overruled(
    atlas: Atlas, section: HypothesesSection, qtbot: QtBot
) -> None:
    heard: list[bool] = []
    section.marks_cleared.connect(lambda: heard.append(True))
    assert not section.back.isEnabled()
    item = section.table.matrix.row_at(0).item.id
    own = set_mark(Workspace(), "TJK", item, atlas.rungs[0].id, "N")
    section.show_part(compose_matrix(atlas, own, "TJK"))
    assert "You have overruled the rule in 1 cell." in words_of(section)
    QTest.mouseClick(section.back, Qt.MouseButton.LeftButton)
    assert heard == [True]


def test_the_rest_of_the_items_come_when_asked_for(
    atlas: Atlas, section: HypothesesSection, qtbot: QtBot
) -> None:
    total = len(compose_matrix(atlas, Workspace(), "TJK").rows)
    assert section.more.text() == f"Show all {total} items"
    QTest.mouseClick(section.more, Qt.MouseButton.LeftButton)
    assert section.table.matrix.rowCount() == total
    assert section.more.isHidden()
    current = section.table.currentIndex()
    assert (current.row(), current.column()) == (SHOWN_AT_FIRST, 1)


def test_the_page_stays_where_it_is_when_the_rest_is_shown(
    page: QScrollArea, section: HypothesesSection, qtbot: QtBot
) -> None:
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    with qtbot.waitActive(page):
        page.activateWindow()
    bar.setValue(bar.maximum())
    before = bar.value()
    QTest.mouseClick(section.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.maximum() > section.table.height() - 700)
    assert abs(bar.value() - before) < 120


def test_the_order_in_force_is_named_whole_though_the_part_came_late(
    atlas: Atlas, qtbot: QtBot
) -> None:
    late = HypothesesSection(LIGHT)
    qtbot.addWidget(late)
    late.resize(1000, 700)
    with qtbot.waitExposed(late):
        late.show()
    late.show_part(compose_matrix(atlas, Workspace(), "TJK"))
    box = late.controls.order
    qtbot.waitUntil(lambda: box.words() == box.currentText() == "Most telling first")


def test_the_rungs_names_stay_in_sight_while_the_rows_scroll(
    page: QScrollArea, section: HypothesesSection, qtbot: QtBot
) -> None:
    QTest.mouseClick(section.more, Qt.MouseButton.LeftButton)
    heads, bar = section.matrix.heads, page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > section.table.height() - 700)

    def top() -> int:
        return heads.mapTo(page.viewport(), QPoint(0, 0)).y()

    bar.setValue(0)
    assert heads.y() == 0
    assert top() > 0
    bar.setValue(top() + 500)
    assert top() == 0
    bar.setValue(bar.maximum())
    assert heads.geometry().bottom() < section.matrix.height()


def test_a_cell_that_the_user_goes_to_by_key_comes_into_sight_below_the_names(
    page: QScrollArea, section: HypothesesSection, qtbot: QtBot
) -> None:
    QTest.mouseClick(section.more, Qt.MouseButton.LeftButton)
    table, viewport = section.table, page.viewport()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > table.height() - 700)
    with qtbot.waitActive(page):
        page.activateWindow()
    table.setFocus()
    for row in (40, 3):
        table.setCurrentIndex(table.matrix.index(row, 2))
        place = table.row_rect()
        top = table.mapTo(viewport, place.topLeft()).y()
        assert top >= RungHeads.HEIGHT
        assert top + place.height() <= viewport.height()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen has no grabs
def test_the_page_stands_still_under_a_click(
    page: QScrollArea, section: HypothesesSection, qtbot: QtBot
) -> None:
    """A row of which only the upper edge is in sight is clicked there."""
    table, viewport, bar = section.table, page.viewport(), page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    rect = table.visualRect(table.matrix.index(3, 2))
    low = table.mapTo(viewport, rect.topLeft()).y() + 20
    bar.setValue(bar.value() + low - viewport.height())
    before = bar.value()
    place = rect.topLeft() + QPoint(rect.width() // 2, 10)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bar.value() == before
    menu = table.findChild(QMenu)
    assert menu is not None
    assert menu.actions()[-1].text().startswith("Return to the rule")


def test_the_names_are_over_their_columns_and_say_totals_and_lead(
    atlas: Atlas, section: HypothesesSection
) -> None:
    part = compose_matrix(atlas, Workspace(), "TJK")
    said = section.matrix.heads.accessibleDescription()
    for column in part.columns:
        assert f"{column.title}: {column.total} against" in said
    assert said.count("in the lead") == sum(column.is_leading for column in part.columns)
    assert section.matrix.heads.width() == section.table.width()


def test_every_control_has_a_name(section: HypothesesSection) -> None:
    controls = section.controls
    for part in (*controls.counts.buttons, controls.order, controls.copy, controls.save):
        assert part.accessibleName()
    for part in (section.table, section.matrix.heads, section.more, section.back):
        assert part.accessibleName()


def test_another_theme_paints_the_section_otherwise(section: HypothesesSection) -> None:
    before = section.grab().toImage()
    section.set_theme(DARK)
    assert section.grab().toImage() != before
    section.set_theme(LIGHT)
    assert section.grab().toImage() == before


def test_copies_are_asked_for(section: HypothesesSection, qtbot: QtBot) -> None:
    heard: list[str] = []
    section.copy_wanted.connect(lambda: heard.append("copy"))
    section.save_wanted.connect(lambda: heard.append("save"))
    for button in (section.controls.copy, section.controls.save):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == ["copy", "save"]
