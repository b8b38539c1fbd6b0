from pytestqt.qtbot import QtBot

from explorer.pages.detail import Fact, SourceLink
from explorer.pages.tables import Table
from explorer.style import LIGHT
from explorer.ui.widgets.facts import FactLine, SmallTable
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import Text


def test_a_fact_stands_with_its_source(qtbot: QtBot) -> None:
    source = SourceLink("S1", "Title", "Embassy", "https://example.org")
    line = FactLine(Fact("Visas", "none needed", source), LIGHT)
    qtbot.addWidget(line)
    came: list[str] = []
    line.link_opened.connect(came.append)
    link = line.findChild(LinkButton)
    assert link is not None
    link.click()
    assert came == ["https://example.org"]
    assert [text.text() for text in line.findChildren(Text)] == ["Visas", "none needed"]


def test_a_small_table_shows_every_cell(qtbot: QtBot) -> None:
    table = SmallTable(Table(("Rater", "High"), (("R1", "12"), ("R2", "8")), (False, True)), LIGHT)
    qtbot.addWidget(table)
    assert [text.text() for text in table.findChildren(Text)] == [
        "Rater",
        "High",
        "R1",
        "12",
        "R2",
        "8",
    ]
