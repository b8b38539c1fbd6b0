"""Forecasts with their scores: the judged ones in a table, an own one with what can be done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from explorer.pages.record import ForecastLine
from explorer.pages.tables import Table
from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import BODY, CLOSE, SMALL, font
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import Text, hairline

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_HEADS = ("", "", "Likelihood", "", "Brier", "Logarithmic")
_STRETCHES = (30, 24, 15, 27, 14, 18)
_ACTIONS = {
    "seal": "Seal",
    "edit_forecast": "Edit…",
    "copy": "Copy seal",
    "withdraw": "Withdraw…",
    "drop_forecast": "Delete",
}
_HINTS = {
    "seal": "Seal it: a later change will show. It can then be neither edited nor deleted",
    "copy": "Put the seal on the clipboard, to send it to somebody who can vouch for it",
    "withdraw": "Let it stand no longer; it stays on record",
}


def judged_table(lines: Sequence[ForecastLine], theme: Theme) -> QWidget:
    """Give judged likelihoods one below the other; columns of scores only where there are any."""
    count = len(_HEADS) if any(each.is_scored for each in lines) else len(_HEADS) - 2
    rows = tuple(
        (each.who, each.when, each.likelihood, each.word, each.brier, each.log)[:count]
        for each in lines
    )
    table = Table(_HEADS[:count], rows, (False, False, True, False, True, True)[:count])
    whole = figures_table(table, theme, _STRETCHES[:count])
    whole.setAccessibleName("; ".join(spoken(line) for line in lines))
    return whole


def figures_table(
    table: Table, theme: Theme, stretches: Sequence[int] = (), *, is_first_strong: bool = True
) -> QWidget:
    """Give a table between hairlines; columns share the width alike without `stretches`."""
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(3)
    for column, words in enumerate(table.columns):
        head = Text(words, font(SMALL, SEMIBOLD), theme.mute)
        head.setAlignment(_RIGHT if table.numeric[column] else _LEFT)
        grid.addWidget(head, 0, column)
        grid.setColumnStretch(column, stretches[column] if stretches else 1)
    for at, row in enumerate(table.rows):
        grid.addWidget(hairline(theme), 2 * at + 1, 0, 1, len(table.columns))
        is_strong = is_first_strong and at == 0
        letters = font(CLOSE, SEMIBOLD) if is_strong else font(CLOSE)
        for column, words in enumerate(row):
            cell = Text(words, letters, theme.ink)
            cell.setAlignment(_RIGHT if table.numeric[column] else _LEFT)
            grid.addWidget(cell, 2 * at + 2, column)
    whole.setAccessibleName("; ".join(" ".join(row) for row in table.rows))
    return whole


def spoken(line: ForecastLine) -> str:
    """Say a forecast in words, as a screen reader reads it."""
    return (
        f"{line.who}, {line.when}: {line.likelihood}, {line.word}. Brier {line.brier}, "
        f"logarithmic {line.log}"
    )


class OwnForecastLine(QWidget):
    """One forecast of the user's. `acted` carries an action and the id that it is on."""

    acted = Signal(str, str)

    def __init__(self, line: ForecastLine, theme: Theme) -> None:
        """Show a forecast, with what the user may do with it."""
        super().__init__()
        self.setAccessibleName(spoken(line))
        self.buttons: dict[str, LinkButton] = {}
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 2, 0, 4)
        room.setSpacing(2)
        room.addWidget(hairline(theme))
        room.addLayout(self._figures(line, theme))
        is_broken = line.seal == "altered"
        for words in line.notes:
            is_alarm = is_broken and words.startswith("Altered")
            letters = font(SMALL, SEMIBOLD) if is_alarm else font(SMALL)
            room.addWidget(Text(words, letters, theme.hold if is_alarm else theme.mute))
        room.addLayout(self._actions(line, theme))

    def _figures(self, line: ForecastLine, theme: Theme) -> QHBoxLayout:
        ink = theme.mute if line.is_given_up else theme.ink
        row = QHBoxLayout()
        row.setSpacing(10)
        score = f"Brier {line.brier} · log {line.log}" if line.is_scored else line.brier
        cells = (
            (f"{line.likelihood}  {line.word}", font(BODY, SEMIBOLD), _LEFT, 40),
            (f"{line.who} · {line.when}", font(SMALL), _LEFT, 44),
            (score, font(SMALL), _RIGHT, 38),
        )
        for at, (words, letters, side, share) in enumerate(cells):
            cell = Text(words, letters, ink)
            cell.setAlignment(side)
            cell.setContentsMargins(0, 2 if at else 0, 0, 0)  # so that all stand on one line
            row.addWidget(cell, share)
        return row

    def _actions(self, line: ForecastLine, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        for name in line.actions:
            words = _ACTIONS[name]
            button = LinkButton(words, theme, font(SMALL))
            button.setAccessibleName(f"{words.rstrip('…')} {line.key}")
            button.setToolTip(_HINTS.get(name, ""))
            button.clicked.connect(partial(self._act, name, line.key))
            row.addWidget(button)
            self.buttons[name] = button
        row.addStretch(1)
        return row

    def _act(self, name: str, key: str, _checked: object = None) -> None:
        self.acted.emit(name, key)
