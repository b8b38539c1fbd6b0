"""The dialog that says what the app is, and under which licences its data and parts come."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.about import AboutPage, AboutSection
from explorer.pages.tables import Table
from explorer.ui.theme import BOLD, TITLE_PX, font, mark


class AboutDialog(QDialog):
    """Shows an AboutPage: a tab a section."""

    def __init__(self, page: AboutPage, parent: QWidget) -> None:
        """Show the page."""
        super().__init__(parent)
        self.setWindowTitle("About Country Explorer")
        title = QLabel(page.title)
        title.setFont(font(TITLE_PX, BOLD))
        text = QLabel(page.text)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        for section in page.sections:
            tabs.addTab(_section(section), section.title)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(10)
        rows.addWidget(title)
        rows.addWidget(text)
        rows.addWidget(tabs, 1)
        self.resize(min(820, parent.width() - 40), min(560, parent.height() - 40))


def _section(section: AboutSection) -> QWidget:
    widget = QWidget()
    text = QLabel(section.text)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setWordWrap(True)
    mark(text, "mute")
    rows = QVBoxLayout(widget)
    rows.setContentsMargins(0, 10, 0, 0)
    rows.addWidget(text)
    rows.addWidget(_table(section.table), 1)
    return widget


def _table(table: Table) -> QTableWidget:
    widget = QTableWidget(len(table.rows), len(table.columns))
    widget.setHorizontalHeaderLabels(table.columns)
    widget.verticalHeader().hide()
    widget.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    widget.setAlternatingRowColors(True)
    widget.setShowGrid(False)
    widget.setTabKeyNavigation(False)
    for row, texts in enumerate(table.rows):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>")
            widget.setItem(row, column, item)
    header = widget.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setStretchLastSection(True)
    widths = (270, 170, 130) if len(table.columns) > 3 else (300, 110)
    for column, width in enumerate(widths):
        widget.setColumnWidth(column, width)
    return widget
