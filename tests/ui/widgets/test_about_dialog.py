import pytest
from PySide6.QtWidgets import QLabel, QTableWidget, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.about import AboutPage, compose_about
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.about_dialog import AboutDialog


@pytest.fixture
def page(atlas: Atlas) -> AboutPage:
    return compose_about(atlas)


@pytest.fixture
def parent(qtbot: QtBot, themes: ThemeKeeper) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    return made


def test_the_app_and_its_data_are_named(parent: QWidget, page: AboutPage) -> None:
    dialog = AboutDialog(page, parent)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert page.title in texts
    assert page.text in texts


def test_each_section_is_a_tab_with_its_whole_table(parent: QWidget, page: AboutPage) -> None:
    dialog = AboutDialog(page, parent)
    tabs = dialog.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    assert [tabs.tabText(place) for place in range(tabs.count())] == [
        section.title for section in page.sections
    ]
    for place, section in enumerate(page.sections):
        tab = tabs.widget(place)
        assert tab is not None
        (table,) = tab.findChildren(QTableWidget)
        model = table.model()
        shown = [
            tuple(model.index(row, column).data() for column in range(table.columnCount()))
            for row in range(table.rowCount())
        ]
        assert shown == [tuple(row) for row in section.table.rows]


def test_nothing_in_the_tables_can_be_written_over(parent: QWidget, page: AboutPage) -> None:
    dialog = AboutDialog(page, parent)
    for table in dialog.findChildren(QTableWidget):
        assert table.editTriggers() == QTableWidget.EditTrigger.NoEditTriggers


def test_the_dialog_is_not_larger_than_a_small_window(parent: QWidget, page: AboutPage) -> None:
    parent.resize(640, 400)
    dialog = AboutDialog(page, parent)
    assert dialog.width() <= 640
    assert dialog.height() <= 400
