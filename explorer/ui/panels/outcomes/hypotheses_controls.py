"""What the user can choose of the matrix of competing hypotheses: the count and the order."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.pages.hypotheses import MatrixPart
from explorer.style import Theme
from explorer.ui.theme import SMALL_PX
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.lettering import font, set_ink
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import aside, fixed


class MatrixControls(QWidget):
    """Offers the three counts, with what the one in force does, the orders, and copies."""

    count_chosen = Signal(str)
    order_chosen = Signal(str)
    copy_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without choices."""
        super().__init__()
        self._counts: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._segments = QHBoxLayout()
        self._segments.setSpacing(0)
        self._labels = (fixed(aside("Count", theme)), fixed(aside("Order", theme)))
        for label in self._labels:
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.order = ChoiceBox(theme)
        self.order.setFont(font(SMALL_PX))
        self.order.setAccessibleName("Order of the items")
        self.order.activated.connect(self._choose_order)
        self.copy = LinkButton("Copy table", theme, font(SMALL_PX))
        self.copy.clicked.connect(self.copy_wanted)
        self.save = LinkButton("Save as CSV…", theme, font(SMALL_PX))
        self.save.clicked.connect(self.save_wanted)
        self._words = aside("", theme)
        self._theme = theme
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._labels[0])
        row.addLayout(self._segments)
        row.addSpacing(12)
        row.addWidget(self._labels[1])
        row.addWidget(self.order)
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.save)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(5)
        room.addLayout(row)
        room.addWidget(self._words)

    @property
    def counts(self) -> dict[str, QToolButton]:
        """Give the buttons of the counts by their keys."""
        return self._counts

    def show_part(self, part: MatrixPart) -> None:
        """Show which count and order are in force."""
        if not self._counts:
            self._offer(part)
        self._counts[part.count].setChecked(True)
        self.order.setCurrentIndex(self.order.findData(part.order))
        self._words.setText(part.count_words)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        for label in (*self._labels, self._words):
            set_ink(label, theme.mute)
        for part in (self.order, self.copy, self.save):
            part.set_theme(theme)
        self._dress()

    def _offer(self, part: MatrixPart) -> None:
        for choice in part.counts:
            button = QToolButton()
            button.setText(choice.title)
            button.setCheckable(True)
            button.setFont(font(SMALL_PX))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(f"{choice.title} count")
            button.setAccessibleDescription(choice.words)
            button.setToolTip(f"<p>{html.escape(choice.words)}</p>")
            button.clicked.connect(lambda _=False, key=choice.count: self.count_chosen.emit(key))
            self._group.addButton(button)
            self._segments.addWidget(button)
            self._counts[choice.count] = button
        for key, title in part.orders:
            self.order.addItem(title, key)
        self._dress()

    def _choose_order(self, index: int) -> None:
        self.order_chosen.emit(str(self.order.itemData(index)))

    def _dress(self) -> None:
        """Give the segments the look of one field."""
        theme, buttons = self._theme, tuple(self._counts.values())
        for place, button in enumerate(buttons):
            left = 6 if place == 0 else 0
            right = 6 if place == len(buttons) - 1 else 0
            edge = "" if place == 0 else "border-left: none;"
            button.setStyleSheet(
                f"QToolButton {{ color: {theme.ink}; background: {theme.card};"
                f" border: 1px solid {theme.line}; {edge} padding: 4px 11px;"
                f" border-top-left-radius: {left}px; border-bottom-left-radius: {left}px;"
                f" border-top-right-radius: {right}px; border-bottom-right-radius: {right}px; }}"
                f"QToolButton:checked {{ background: {theme.tint}; font-weight: 600; }}"
                f"QToolButton:focus {{ border: 2px solid {theme.accent}; padding: 3px 10px; }}"
            )
