"""The place of a chart in a panel: which series to choose, and the chart itself."""

import html

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.detail import ChartsBlock
from explorer.style import Theme
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.lettering import CLOSE, font
from explorer.ui.widgets.text import aside, heading

WAITING = "Reading the series…"


class ChartFrame(QWidget):
    """Offers the series of a block. `chosen` carries the reference of the one the user picked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Begin without a block."""
        super().__init__()
        self._block: ChartsBlock | None = None
        self._chart: QWidget | None = None
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(5)
        self._heading = heading("", theme)
        self._choices = ChoiceBox(theme)
        self._choices.setFont(font(CLOSE))
        self._choices.setAccessibleName("Series to draw")
        self._choices.setMinimumContentsLength(12)
        self._choices.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._choices.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._bearing = aside("", theme)
        self._waiting = aside(WAITING, theme)
        for part in (self._heading, self._choices, self._bearing, self._waiting):
            self._room.addWidget(part)
        self._choices.activated.connect(self._choose)

    def show_block(self, block: ChartsBlock) -> None:
        """Offer the series of a block; the first is taken as chosen."""
        if block == self._block:
            self.show_chosen(block.choices[0].ref if block.choices else "")
            return
        self._block = block
        self._heading.setText(block.heading)
        self._heading.setVisible(bool(block.heading))
        self._choices.clear()
        group = ""
        for choice in block.choices:
            if choice.group and choice.group != group:
                self._choices.add_heading(choice.group)
            group = choice.group
            self._choices.addItem(choice.label, choice.ref)
        self._choices.setVisible(len(block.choices) > 1)
        self.show_chosen(block.choices[0].ref if block.choices else "")

    def show_chosen(self, ref: str) -> None:
        """Show which series is drawn."""
        at = self._choices.findData(ref)
        if at >= 0:
            self._choices.setCurrentIndex(at)
            self._say_bearing()

    @property
    def refs(self) -> tuple[str, ...]:
        """Give the references on offer."""
        return tuple(choice.ref for choice in self._block.choices) if self._block else ()

    def take(self, chart: QWidget) -> None:
        """Take the widget that draws; it stays here for good."""
        if self._chart is None:
            self._chart = chart
            self._room.addWidget(chart)

    def show_state(self, *, is_drawn: bool, words: str = WAITING) -> None:
        """Show the chart, or in its place words that say why there is none."""
        self._waiting.setText(words)
        self._waiting.setVisible(not is_drawn)
        if self._chart is not None:
            self._chart.setVisible(is_drawn)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        for part, kin in (
            (self._heading, heading("", theme)),
            (self._bearing, aside("", theme)),
            (self._waiting, aside("", theme)),
        ):
            part.setPalette(kin.palette())
        self._choices.set_theme(theme)

    def _choose(self, index: int) -> None:
        self._say_bearing()
        self.chosen.emit(str(self._choices.itemData(index)))

    def _say_bearing(self) -> None:
        ref = self._choices.currentData()
        choices = self._block.choices if self._block else ()
        words = next((choice.bearing for choice in choices if choice.ref == ref), "")
        self._choices.setToolTip(f"<p>{html.escape(self._choices.currentText())}</p>")
        self._bearing.setText(words)
        self._bearing.setVisible(bool(words))
