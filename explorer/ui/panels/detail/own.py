"""The user's own judgement of what is selected, folded to one line until it is wanted."""

from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.own_judgement import OwnBlock, OwnLadderBlock, OwnRatingBlock
from explorer.style import Theme
from explorer.ui.panels.detail.own_forms import LadderForm, OwnForm, RatingForm
from explorer.ui.panels.detail.own_lines import RaterLines
from explorer.ui.widgets.lettering import SMALL, font
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import Text, aside


class OwnJudgement(QWidget):
    """Shows an own judgement beside the raters', and has it edited.

    `changed` carries an `OwnChange`, `removed` a target and a scenario, blank for a rating;
    `settled` says that one edit is over, `raters_wanted` that the user wants to choose who is
    pooled, `unfolded` that the block grew or shrank.
    """

    changed = Signal(object)
    removed = Signal(object, str)
    settled = Signal()
    escaped = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    raters_wanted = Signal()
    unfolded = Signal()

    def __init__(self, block: OwnBlock, theme: Theme, *, is_open: bool = False) -> None:
        """Show a block, folded or not."""
        super().__init__()
        self._theme = theme
        self._block = block
        self.form: RatingForm | LadderForm | None = None
        self.lines: RaterLines | None = None
        self.button = LinkButton("", theme)
        self.button.setCheckable(True)
        self.button.setAccessibleName(block.heading)
        self.button.toggled.connect(self._toggle)
        self._summary = Text("", font(SMALL), theme.mute)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._standing = aside("", theme)
        self._caution = aside("", theme)
        self.raters = LinkButton("Raters and pooling…", theme)
        self.raters.clicked.connect(self.raters_wanted)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.button)
        head.addWidget(self._summary, 1)
        self._content = QWidget()
        self._rows = QVBoxLayout(self._content)
        self._rows.setContentsMargins(0, 2, 0, 0)
        self._rows.setSpacing(7)
        for part in (self._standing, self.raters, self._caution):
            self._rows.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(head)
        rows.addWidget(self._content)
        self._content.hide()
        self._say()
        self.button.setChecked(is_open)

    @property
    def is_open(self) -> bool:
        """Say whether the fields are in sight."""
        return self.button.isChecked()

    @property
    def block(self) -> OwnBlock:
        """Give the block that is shown."""
        return self._block

    def show_block(self, block: OwnBlock) -> None:
        """Show a block: what differs changes, and what is being typed stays."""
        self._block = block
        self._say()
        if self.is_open:
            self._show_content()

    def _toggle(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal hands a lone bool
        if is_open:
            self._show_content()
        self._content.setVisible(is_open)
        self._say()
        self.button.updateGeometry()
        self.unfolded.emit()

    def _say(self) -> None:
        """Say on the one line what there is."""
        block = self._block
        self.button.setText(f"{'▾' if self.is_open else '▸'} {block.heading}")
        self.button.setAccessibleDescription(
            f"{block.summary}. {'Shown; press to fold away' if self.is_open else 'Press to show'}"
        )
        self._summary.setText(block.summary)
        self._standing.setText(block.standing)
        self._standing.setVisible(bool(block.standing))
        self._caution.setText(block.caution)

    def _show_content(self) -> None:
        block = self._block
        if self.lines is None or not self.lines.take(block.lines, block.target.iso3):
            self._show_lines(block)
        match block:
            case OwnRatingBlock():
                if isinstance(self.form, RatingForm):
                    self.form.show_block(block)
                else:
                    self._put(RatingForm(block, self._theme))
            case OwnLadderBlock():
                if isinstance(self.form, LadderForm):
                    self.form.show_block(block)
                else:
                    self._put(LadderForm(block, self._theme))
            case _:
                assert_never(block)

    def _put(self, form: RatingForm | LadderForm) -> None:
        """Put a form in its place and connect it."""
        self._drop(self.form)
        self.form = form
        base: OwnForm = form
        base.changed.connect(self.changed)
        base.removed.connect(self.removed)
        base.settled.connect(self.settled)
        base.escaped.connect(self.escaped)
        base.undo_wanted.connect(self.undo_wanted)
        base.redo_wanted.connect(self.redo_wanted)
        self._rows.insertWidget(0, form)
        form.show()
        self.unfolded.emit()

    def _show_lines(self, block: OwnBlock) -> None:
        """Show the raters anew; their reasons stay unfolded if they were."""
        was_open = self.lines is not None and self.lines.reasons.button.isChecked()
        self._drop(self.lines)
        self.lines = RaterLines(block.lines, block.target.iso3, self._theme)
        self._rows.insertWidget(self._rows.indexOf(self._standing), self.lines)
        self.lines.show()
        self.lines.reasons.button.setChecked(was_open)
        self.lines.reasons.unfolded.connect(self.unfolded)

    def _drop(self, widget: QWidget | None) -> None:
        if widget is not None:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
