"""What the user can choose of the matrix of competing hypotheses: the count and the order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.hypotheses import MatrixPart
from explorer.style import Theme
from explorer.ui.theme import SMALL_PX
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.lettering import font, set_ink
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.segments import Segments
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
        self.counts = Segments("How inconsistency is counted", theme)
        self.counts.chosen.connect(self.count_chosen)
        self._labels = (fixed(aside("Count", theme)), fixed(aside("Order", theme)))
        for label in self._labels:
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.order = ChoiceBox(theme)
        self.order.setFont(font(SMALL_PX))
        self.order.setAccessibleName("Order of the items")
        self.order.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.order.activated.connect(self._choose_order)
        self.copy = LinkButton("Copy table", theme, font(SMALL_PX))
        self.copy.clicked.connect(self.copy_wanted)
        self.save = LinkButton("Save as CSV…", theme, font(SMALL_PX))
        self.save.clicked.connect(self.save_wanted)
        self._words = aside("", theme)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._labels[0])
        row.addWidget(self.counts)
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

    def show_part(self, part: MatrixPart) -> None:
        """Show which count and order are in force."""
        if not self.order.count():
            self._offer(part)
        self.counts.show_chosen(part.count)
        self.order.setCurrentIndex(self.order.findData(part.order))
        self._words.setText(part.count_words)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        for label in (*self._labels, self._words):
            set_ink(label, theme.mute)
        for part in (self.counts, self.order, self.copy, self.save):
            part.set_theme(theme)

    def _offer(self, part: MatrixPart) -> None:
        self.counts.show_choices(
            tuple((each.count, each.title, each.title) for each in part.counts)
        )
        for button, choice in zip(self.counts.buttons, part.counts, strict=True):
            button.setAccessibleName(f"{choice.title} count")
            button.setAccessibleDescription(choice.words)
        for key, title in part.orders:
            self.order.addItem(title, key)
        self.order.fit()

    def _choose_order(self, index: int) -> None:
        self.order_chosen.emit(str(self.order.itemData(index)))
