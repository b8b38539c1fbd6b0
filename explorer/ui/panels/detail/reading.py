"""A window in which one thing that was found is read, in the blocks of the details."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.detail import Block
from explorer.pages.search_reading import Reading
from explorer.style import Theme
from explorer.ui.panels.detail.blocks import BlockView
from explorer.ui.theme import mark
from explorer.ui.widgets.text import aside, title

_WIDTH, _LEAST, _MOST = 560, 180, 620


class ReadingWindow(QDialog):
    """Shows a reading as high as it is, up to a limit, beyond which it scrolls.

    `evidence_opened` carries the id of an item, `series_chosen` the short form of a series, and
    `link_opened` an address.
    """

    evidence_opened = Signal(str)
    series_chosen = Signal(str)
    link_opened = Signal(str)

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        """Show a reading."""
        super().__init__(parent)
        self.setWindowTitle(reading.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        body = QWidget()
        # As high as its words at the window's width; Qt would guess more for words that wrap.
        body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        rows = QVBoxLayout(body)
        rows.setContentsMargins(20, 16, 20, 12)
        rows.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(title(reading.title, theme))
        if reading.kicker:
            head.addWidget(aside(reading.kicker, theme))
        rows.addLayout(head)
        for block in reading.blocks:
            rows.addWidget(self._view(block, theme))
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(reading.title)
        scroll.setWidget(body)
        for clear in (body, scroll.viewport()):
            clear.setAutoFillBackground(False)
        whole = QFrame()
        mark(whole, "detail")
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(scroll, 1)
        inside.addLayout(self._foot())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(whole)
        wanted = rows.heightForWidth(_WIDTH - 4) + 52
        room = parent.height() - 80 if parent else _MOST
        self.resize(_WIDTH, max(_LEAST, min(wanted, _MOST, room)))

    def _view(self, block: Block, theme: Theme) -> BlockView:
        view = BlockView(block, theme)
        view.evidence_opened.connect(self.evidence_opened)
        view.chart_chosen.connect(self.series_chosen)
        view.link_opened.connect(self.link_opened)
        return view

    def _foot(self) -> QHBoxLayout:
        close = QPushButton("Close")
        mark(close, "primary")
        close.clicked.connect(self.accept)
        close.setFocus()
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 20, 14)
        foot.addStretch(1)
        foot.addWidget(close)
        return foot
