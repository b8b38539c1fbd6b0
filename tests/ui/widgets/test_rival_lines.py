from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.pages.rivals import HEADING, NEVER_AVERAGED, RivalGroup, RivalLine
from explorer.style import DARK, LIGHT
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.rival_lines import RivalLines

ARMS = RivalGroup("Arms", (RivalLine("Bank", "A 3 (2020)"), RivalLine("Factbook", "A 4 (2021)")))
OIL = RivalGroup("Oil", (RivalLine("Tanker count", "5.3 million tonnes"),))


def words(lines: RivalLines) -> list[str]:
    return [label.text() for label in lines.findChildren(QLabel) if not label.isHidden()]


def test_each_figure_stands_by_itself_and_is_said_never_to_be_averaged(qtbot: QtBot) -> None:
    lines = RivalLines(LIGHT)
    qtbot.addWidget(lines)
    lines.show_groups((ARMS,))
    assert words(lines) == [
        HEADING,
        "Bank",
        "A 3 (2020)",
        "Factbook",
        "A 4 (2021)",
        NEVER_AVERAGED,
    ]
    lines.set_theme(DARK)
    qtbot.waitUntil(lambda: words(lines)[:1] == [HEADING])


def test_several_quantities_are_named(qtbot: QtBot) -> None:
    lines = RivalLines(LIGHT)
    qtbot.addWidget(lines)
    lines.show_groups((ARMS, OIL))
    assert {"Arms", "Oil"} <= set(words(lines))


def test_without_rivals_nothing_is_shown(qtbot: QtBot) -> None:
    lines = RivalLines(LIGHT)
    qtbot.addWidget(lines)
    lines.show_groups((ARMS,))
    lines.show_groups(())
    assert lines.isHidden()
    assert words(lines) == []


def test_the_figure_of_an_item_leads_to_the_item_where_there_are_links(qtbot: QtBot) -> None:
    lines = RivalLines(LIGHT, has_links=True)
    qtbot.addWidget(lines)
    line = RivalLine("Seed article", "22 % of Israeli oil imports", evidence="E164")
    lines.show_groups((RivalGroup("Oil", (line,)),))
    [link] = lines.findChildren(LinkButton)
    assert link.accessibleName() == "Go to E164: Seed article"
    wanted: list[str] = []
    lines.item_wanted.connect(wanted.append)
    link.click()
    assert wanted == ["E164"]
