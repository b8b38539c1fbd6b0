"""The fields in which the user rates a cell, or gives each rung a per cent."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.pages.own_figures import moved_range, read_number
from explorer.pages.own_judgement import OwnLadder, OwnLadderBlock, OwnRating, OwnRatingBlock
from explorer.pages.view import Target
from explorer.style import Theme
from explorer.ui.panels.detail.own_basis import FaultLine, OwnBasis, label_text
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.ladder_editor import LadderEditor
from explorer.ui.widgets.lettering import SMALL, font
from explorer.ui.widgets.range_editor import BEST, HANDLES, RangeEditor
from explorer.ui.widgets.text import aside, fixed
from explorer.ui.widgets.typed_field import TypedField

What = Literal["figures", "confidence", "reason", "day"]
NO_RATING = "Type a number on the scale from 0 to 4."
HOW_TO_RATE = "Click on the scale or type a best value. The grey tick is the pooled rating."
HOW_TO_SHARE = (
    "Drag or type: what you set stays, the other rungs share the rest, at first in the "
    "proportions of the pooled ladder, which the grey ticks show."
)
Confidence = Literal["low", "moderate", "high"]
_CONFIDENCES: tuple[Confidence, ...] = ("low", "moderate", "high")


@dataclass(frozen=True, slots=True)
class OwnChange:
    """What the user changed in a judgement, and the whole judgement as it is to be now.

    `is_held` says that it is a drag, which goes on until the form has `settled`.
    """

    target: Target
    what: What
    own: OwnRating | OwnLadder
    scenario: str = ""
    is_held: bool = False


class OwnForm(QWidget):
    """The parts that both forms share.

    `changed` carries an `OwnChange`, `removed` the target (and the scenario of a ladder);
    `settled` says that one movement or edit is over.
    """

    changed = Signal(object)
    removed = Signal(object, str)
    settled = Signal()
    escaped = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, theme: Theme, hint: str) -> None:
        """Make the parts; the form that inherits puts its own above them."""
        super().__init__()
        self.fault = FaultLine(theme)
        self.hint = aside(hint, theme)
        self.basis = OwnBasis(theme)
        self.basis.left.connect(self.settled)
        self.basis.escaped.connect(self.escaped)
        self.basis.undo_wanted.connect(self.undo_wanted)
        self.basis.redo_wanted.connect(self.redo_wanted)
        self.basis.refused.connect(self.fault.say)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(6)


class RatingForm(OwnForm):
    """Edits low, best and high, confidence, reason and date of the user's rating of a cell."""

    def __init__(self, block: OwnRatingBlock, theme: Theme) -> None:
        """Show a block."""
        super().__init__(theme, HOW_TO_RATE)
        self._block = block
        self.scale = RangeEditor(block.target.iso3, theme)
        self.scale.moved.connect(self._move)
        self.scale.released.connect(self.settled)
        self.fields = [self._field(at, name, theme) for at, name in enumerate(HANDLES)]
        self._boxes = [
            _beside(name, field, theme) for name, field in zip(HANDLES, self.fields, strict=True)
        ]
        self.confidences: dict[Confidence, QToolButton] = {
            each: _choice(each) for each in _CONFIDENCES
        }
        self._group = QButtonGroup(self)
        for word, button in self.confidences.items():
            self._group.addButton(button)
            button.clicked.connect(partial(self._choose, word))
        self.basis.reason_edited.connect(partial(self._edit, "reason"))
        self.basis.day_entered.connect(partial(self._edit, "day"))
        self.basis.removed.connect(self._remove)
        self._sure = QWidget()
        self._lay_out(theme)
        self.show_block(block)

    def show_block(self, block: OwnRatingBlock) -> None:
        """Show a block, of this cell or of another."""
        if block.target != self._block.target:
            for field in (*self.fields, self.basis.day):
                field.take_typed()  # it is of the cell that is left
            self.fault.say("")
        self._block = block
        own = block.own
        figures = (own.low, own.mode, own.high) if own else None
        self.scale.show_range(block.target.iso3, figures, block.pooled)
        for at, field in enumerate(self.fields):
            field.show_text(f"{figures[at]:.1f}" if figures else "")
            self._boxes[at].setVisible(own is not None or at == BEST)
        for part in (self._sure, self.basis):
            part.setVisible(own is not None)
        self.hint.setVisible(own is None)
        if own is not None:
            self.basis.show_basis(block.label, own.reason, own.day)
            for word, button in self.confidences.items():
                button.setChecked(word == own.confidence)
                button.setFont(font(SMALL, SEMIBOLD) if word == own.confidence else font(SMALL))

    def _field(self, at: int, name: str, theme: Theme) -> TypedField:
        field = TypedField(f"{name} value of your rating, 0 to 4", theme)
        field.entered.connect(partial(self._type, at))
        field.stepped.connect(partial(self._step, at))
        field.undo_wanted.connect(self.undo_wanted)
        field.redo_wanted.connect(self.redo_wanted)
        return field

    def _lay_out(self, theme: Theme) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(14)
        for box in self._boxes:
            figures.addWidget(box)
        figures.addStretch(1)
        sure = QHBoxLayout(self._sure)
        sure.setContentsMargins(0, 0, 0, 0)
        sure.setSpacing(4)
        sure.addWidget(label_text("Confidence", theme))
        for button in self.confidences.values():
            sure.addWidget(button)
        sure.addStretch(1)
        self.rows.addWidget(self.scale)
        self.rows.addLayout(figures)
        for part in (self.fault, self.hint, self._sure, self.basis):
            self.rows.addWidget(part)

    def _type(self, at: int, text: str) -> None:
        value = read_number(text)
        if value is None or not 0.0 <= value <= 4.0:  # noqa: PLR2004 - the ends of the scale
            self.fault.say(NO_RATING)
            return
        self._set(at, value)
        self.settled.emit()

    def _step(self, at: int, step: int) -> None:
        if self._block.own is not None:
            figures = (self._block.own.low, self._block.own.mode, self._block.own.high)
            self._set(at, figures[at] + step / 10)

    def _set(self, at: int, value: float) -> None:
        own = self._block.own
        present = (own.low, own.mode, own.high) if own else None
        found = moved_range(present, at, value)
        if found != present:
            self._move(*found)

    def _move(self, low: float, best: float, high: float) -> None:
        own = self._block.own or OwnRating(low, best, high, "low", "", "")
        self._tell("figures", replace(own, low=low, mode=best, high=high))

    def _choose(self, word: Confidence, _checked: object = None) -> None:
        if self._block.own is not None and self._block.own.confidence != word:
            self._tell("confidence", replace(self._block.own, confidence=word))
            self.settled.emit()

    def _edit(self, what: Literal["reason", "day"], text: str) -> None:
        own = self._block.own
        if own is not None:
            is_reason = what == "reason"
            changed = replace(own, reason=text) if is_reason else replace(own, day=text)
            self._tell(what, changed)

    def _tell(self, what: What, own: OwnRating) -> None:
        self.fault.say("")
        self._block = replace(self._block, own=own)
        is_held = self.scale.is_held
        self.changed.emit(OwnChange(self._block.target, what, own, is_held=is_held))

    def _remove(self) -> None:
        self.removed.emit(self._block.target, "")


class LadderForm(OwnForm):
    """Edits the per cents, the reason and the date of the user's ladder for a state."""

    def __init__(self, block: OwnLadderBlock, theme: Theme) -> None:
        """Show a block."""
        super().__init__(theme, HOW_TO_SHARE)
        self._block = block
        self.ladder = LadderEditor(block.rungs, theme)
        self.ladder.moved.connect(self._move)
        self.ladder.released.connect(self.settled)
        self.ladder.refused.connect(self.fault.say)
        self.ladder.undo_wanted.connect(self.undo_wanted)
        self.ladder.redo_wanted.connect(self.redo_wanted)
        self.basis.reason_edited.connect(partial(self._edit, "reason"))
        self.basis.day_entered.connect(partial(self._edit, "day"))
        self.basis.removed.connect(self._remove)
        for part in (self.ladder, self.fault, self.hint, self.basis):
            self.rows.addWidget(part)
        self.show_block(block)

    def show_block(self, block: OwnLadderBlock) -> None:
        """Show a block, of this state and scenario or of others."""
        if (block.target, block.scenario) != (self._block.target, self._block.scenario):
            self.ladder.take_typed()  # it is of the state that is left
            self.basis.day.take_typed()
            self.fault.say("")
            self.ladder.show_percents(None, ())
        self._block = block
        own = block.own
        self.ladder.show_percents(own.percents if own else None, block.pooled)
        self.basis.setVisible(own is not None)
        if own is not None:
            self.basis.show_basis(block.label, own.reason, own.day)

    def _move(self, percents: tuple[float, ...]) -> None:
        own = self._block.own or OwnLadder(percents, "", "")
        self._tell("figures", replace(own, percents=percents))

    def _edit(self, what: Literal["reason", "day"], text: str) -> None:
        own = self._block.own
        if own is not None:
            is_reason = what == "reason"
            changed = replace(own, reason=text) if is_reason else replace(own, day=text)
            self._tell(what, changed)

    def _tell(self, what: What, own: OwnLadder) -> None:
        self.fault.say("")
        self._block = replace(self._block, own=own)
        target, scenario = self._block.target, self._block.scenario
        self.changed.emit(OwnChange(target, what, own, scenario, self.ladder.is_held))

    def _remove(self) -> None:
        self.removed.emit(self._block.target, self._block.scenario)


def _choice(word: str) -> QToolButton:
    button = QToolButton()
    button.setText(word.capitalize())
    button.setAccessibleName(f"Confidence {word}")
    button.setCheckable(True)
    button.setFont(font(SMALL))
    return button


def _beside(name: str, field: TypedField, theme: Theme) -> QWidget:
    """Put a field beside its name."""
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(5)
    label = fixed(aside(name, theme))
    label.setBuddy(field)
    line.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(field)
    return box
