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
    *("F001", "F001", "24 Nov 2026", "35 %", "unlikely", "0.423", "−1.050"), notes=("Clouds.",)
)


def with_seal(seal: str, *, is_given_up: bool = False) -> ForecastLine:
    notes = ("Altered: it is not as it was sealed.",) if seal == "altered" else ()
    return ForecastLine(
        *("F001", "F001", "24 Nov 2026", "35 %", "unlikely", "0.423", "−1.050"),
        notes=notes,
        seal=seal,
        is_given_up=is_given_up,
    )


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        (LINE, ["seal", "edit_forecast", "drop_forecast"]),
        (with_seal("intact"), ["copy", "withdraw"]),
        (with_seal("altered"), ["copy", "withdraw"]),
        (with_seal("intact", is_given_up=True), ["copy"]),
    ],
)
def test_what_is_sealed_offers_neither_editing_nor_deleting(
    qtbot: QtBot, line: ForecastLine, offered: list[str]
) -> None:
    made = OwnForecastLine(line, LIGHT)
    qtbot.addWidget(made)
    assert list(made.buttons) == offered


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
    made = OwnForecastLine(with_seal("altered"), LIGHT)
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
