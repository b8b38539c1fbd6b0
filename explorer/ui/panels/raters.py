"""The dialog in which one chooses whose judgements are pooled, and how."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.raters import WEIGHTS, RaterRow, RatersPart
from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD, mark
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.lettering import BODY, CLOSE, font
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import Text, aside, fixed, hairline, heading, title

ALWAYS = "Always"
NOTHING_YET = (
    "You have judged nothing yet. Select a cell or an outcome in Compare and unfold “Your own "
    "judgement” in the details."
)
_COLUMNS = ("Rater", "Has judged", "In the pool", "Counts for", "")


@dataclass(slots=True)
class _Line:
    """The controls of one rater's row."""

    words: Text
    pooled: QCheckBox | None
    weight: ChoiceBox


class RatersDialog(QDialog):
    """Lists the raters and the ways to pool them, and says what the user chooses.

    `pooled` carries a rater and whether to pool, `weighed` a rater and a weight, `method_chosen`
    `linear` or `geometric`, `removed` a rater; `evened` asks that all count alike.
    """

    pooled = Signal(str, bool)
    weighed = Signal(str, float)
    method_chosen = Signal(str)
    removed = Signal(str)
    evened = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, part: RatersPart, theme: Theme, parent: QWidget | None) -> None:
        """Show the raters."""
        super().__init__(parent)
        self.setWindowTitle("Raters and pooling")
        self.setMinimumWidth(620)
        self._theme = theme
        self._part = part
        self._lines: dict[str, _Line] = {}
        self._table = QWidget()
        self.methods: dict[str, QRadioButton] = {}
        self._fault = Text("", font(CLOSE, SEMIBOLD), theme.hold)
        self._fault.hide()
        self._told = Text("", font(CLOSE, SEMIBOLD), theme.ink)
        self._told.hide()
        self._nothing = aside(NOTHING_YET, theme)
        self._even = LinkButton("Let all count alike", theme)
        self._even.clicked.connect(self.evened)
        self.export = _button("&Export my judgement…")
        self.take = _button("&Import a colleague’s judgement…")
        self.export.clicked.connect(self.export_wanted)
        self.take.clicked.connect(self.import_wanted)
        self._lay_out()
        for keys, signal in (
            (QKeySequence.StandardKey.Undo, self.undo_wanted),
            (QKeySequence.StandardKey.Redo, self.redo_wanted),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)
        self.show_part(part)

    def line(self, rater: str) -> _Line:
        """Give the controls of a rater's row."""
        return self._lines[rater]

    def show_part(self, part: RatersPart) -> None:
        """Show the raters as they are now; rows that stay keep the focus."""
        if tuple(self._lines) != tuple(row.rater for row in part.rows):
            self._build_table(part)
        self._part = part
        for row in part.rows:
            self._show_row(row)
        self.methods[part.method].setChecked(True)
        has_own = any(row.is_own for row in part.rows)
        self._nothing.setVisible(not has_own)
        self.export.setEnabled(has_own)
        self._even.setVisible(len({row.weight for row in part.rows}) > 1)
        self._fit()

    def say(self, fault: str) -> None:
        """Say why something was refused; nothing takes it away again."""
        self._told.hide()
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self._fit()

    def tell(self, words: str) -> None:
        """Say what was done with a file; the next thing said takes it away."""
        self.say("")
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words want; Qt would guess more for words that wrap."""
        self.resize(self.width(), self._rows.heightForWidth(self.width()))

    def _lay_out(self) -> None:
        theme = self._theme
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(22, 18, 22, 16)
        self._rows.setSpacing(10)
        self._rows.addWidget(title("Raters and pooling", theme))
        self._rows.addWidget(self._table)
        self._rows.addWidget(self._nothing)
        self._rows.addWidget(self._even)
        self._rows.addWidget(self._fault)
        self._rows.addWidget(self._told)
        self._rows.addSpacing(4)
        self._rows.addWidget(heading("How ladders are pooled", theme))
        for method in self._part.methods:
            choice = QRadioButton(method.title)
            choice.setFont(font(BODY))
            choice.setAccessibleDescription(method.words)
            choice.clicked.connect(partial(self._choose, method.key))
            words = aside(method.words, theme)
            words.setContentsMargins(22, 0, 0, 0)
            both = QVBoxLayout()
            both.setSpacing(2)
            both.addWidget(choice)
            both.addWidget(words)
            self._rows.addLayout(both)
            self.methods[method.key] = choice
        self._rows.addWidget(aside(self._part.caution, theme))
        buttons = QHBoxLayout()
        buttons.addWidget(self.export)
        buttons.addWidget(self.take)
        buttons.addStretch(1)
        close = _button("&Close")
        close.clicked.connect(self.accept)
        mark(close, "primary")
        buttons.addWidget(close)
        self._rows.addSpacing(6)
        self._rows.addLayout(buttons)
        close.setFocus()

    def _build_table(self, part: RatersPart) -> None:
        """Make the rows anew, since a rater came or went."""
        self._lines.clear()
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(5)
        for column, words in enumerate(_COLUMNS):
            grid.addWidget(heading(words, self._theme), 0, column)
        for at, row in enumerate(part.rows):
            grid.addWidget(hairline(self._theme), 2 * at + 1, 0, 1, len(_COLUMNS))
            self._add_row(grid, 2 * at + 2, row)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 4)
        grid.setColumnStretch(2, 2)
        grid.setColumnMinimumWidth(3, 84)
        self._rows.replaceWidget(self._table, table)
        self._table.hide()
        self._table.deleteLater()
        self._table = table

    def _add_row(self, grid: QGridLayout, at: int, row: RaterRow) -> None:
        theme, middle = self._theme, Qt.AlignmentFlag.AlignVCenter
        name = fixed(Text(row.rater, font(BODY, SEMIBOLD), theme.ink))
        name.setMaximumWidth(170)
        name.setToolTip(row.rater)
        words = Text("", font(CLOSE), theme.mute)
        grid.addWidget(name, at, 0, middle)
        grid.addWidget(words, at, 1, middle)
        box: QCheckBox | None = None
        if row.is_bundled:
            grid.addWidget(Text(ALWAYS, font(CLOSE), theme.mute), at, 2, middle)
        else:
            box = QCheckBox("Pooled in")
            box.setAccessibleName(f"Pool {row.rater} in")
            box.clicked.connect(partial(self._pool, row.rater))
            grid.addWidget(box, at, 2, middle)
            remove = LinkButton("Remove", theme)
            remove.setAccessibleName(f"Remove all that {row.rater} judged")
            remove.clicked.connect(partial(self._remove, row.rater))
            grid.addWidget(remove, at, 4, middle)
        weight = ChoiceBox(theme)
        weight.setFont(font(CLOSE))
        weight.setAccessibleName(f"What {row.rater} counts for")
        for value in sorted({*WEIGHTS, row.weight}):
            weight.addItem(f"{value:g}", value)
        weight.activated.connect(partial(self._weigh, row.rater))
        grid.addWidget(weight, at, 3, middle)
        self._lines[row.rater] = _Line(words, box, weight)

    def _show_row(self, row: RaterRow) -> None:
        line = self._lines[row.rater]
        line.words.setText(row.words)
        if line.pooled is not None:
            line.pooled.setChecked(row.is_pooled)
            line.pooled.setToolTip("" if row.is_pooled else "Kept apart from the pool")
        at = line.weight.findData(row.weight)
        if at < 0:
            line.weight.addItem(f"{row.weight:g}", row.weight)
            at = line.weight.count() - 1
        line.weight.setCurrentIndex(at)
        line.weight.setEnabled(row.is_pooled)

    def _pool(self, rater: str, _checked: object = None) -> None:
        box = self._lines[rater].pooled
        if box is not None:
            self.pooled.emit(rater, box.isChecked())

    def _weigh(self, rater: str, at: int) -> None:
        self.weighed.emit(rater, float(self._lines[rater].weight.itemData(at)))

    def _choose(self, method: str, _checked: object = None) -> None:
        self.method_chosen.emit(method)

    def _remove(self, rater: str, _checked: object = None) -> None:
        self.removed.emit(rater)


def _button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.setAccessibleName(words.replace("&", "").rstrip("…"))
    return button
