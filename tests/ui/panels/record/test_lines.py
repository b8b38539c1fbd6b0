from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.pages.record import ForecastLine
from explorer.pages.tables import Table
from explorer.style import LIGHT
from explorer.ui.panels.record.lines import (
    OwnForecastLine,
    figures_table,
    judged_table,
    spoken,
)

LINE = ForecastLine(
    *("F001", "F001", "24 Nov 2026", "35 %", "unlikely", "0.423", "−1.050"),
    notes=("Clouds.",),
    actions=("seal", "edit_forecast", "withdraw", "drop_forecast"),
)
ALTERED = replace(LINE, notes=("Altered: it is not as it was sealed.",), seal="altered")


@pytest.mark.parametrize("offered", [LINE.actions, ("copy", "withdraw"), ("copy",), ()])
def test_a_forecast_offers_what_may_be_done_with_it(
    qtbot: QtBot, offered: tuple[str, ...]
) -> None:
    made = OwnForecastLine(replace(LINE, actions=offered), LIGHT)
    qtbot.addWidget(made)
    assert tuple(made.buttons) == offered


def test_a_button_says_what_is_wanted_of_which_forecast(qtbot: QtBot) -> None:
    made = OwnForecastLine(LINE, LIGHT)
    qtbot.addWidget(made)
    said: list[tuple[str, ...]] = []

    def hear(*words: str) -> None:
        said.append(words)

    made.acted.connect(hear)
    made.buttons["seal"].click()
    assert said == [("seal", "F001")]
    assert made.buttons["edit_forecast"].accessibleName() == "Edit F001"


def test_an_altered_forecast_is_marked_in_words(qtbot: QtBot) -> None:
    made = OwnForecastLine(ALTERED, LIGHT)
    qtbot.addWidget(made)
    assert any("not as it was sealed" in each.text() for each in made.findChildren(QLabel))


def test_tables_say_all_their_cells(qtbot: QtBot) -> None:
    table = figures_table(Table(("Who", "Brier"), (("You", "0.1"),), (False, True)), LIGHT)
    judged = judged_table((LINE,), LIGHT)
    for made in (table, judged):
        qtbot.addWidget(made)
    assert table.accessibleName() == "You 0.1"
    assert judged.accessibleName() == spoken(LINE)
    assert "Brier 0.423" in spoken(LINE)
