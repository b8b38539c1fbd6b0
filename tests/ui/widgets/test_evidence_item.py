from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from explorer.pages.detail import EvidenceItem, SourceLink
from explorer.style import LIGHT
from explorer.ui.widgets.evidence_item import EvidenceCard
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import Text
from explorer.ui.widgets.trace_link import TraceLink

ITEM = EvidenceItem(
    id="E123",
    claim="Sanctions led shippers to reroute",
    countries=("AZE", "KAZ"),
    direction="-",
    direction_words="holds back",
    strength_words="moderate",
    kind="statistic",
    date="Aug 2025",
    grade="B2",
    grade_words="Source usually reliable. Information probably true.",
    note="",
    cited=True,
    sources=(SourceLink("S1", "Title", "Daryo.uz, Aug 2025", "https://example.org"),),
)


def card_of(qtbot: QtBot, item: EvidenceItem) -> EvidenceCard:
    card = EvidenceCard(item, LIGHT)
    qtbot.addWidget(card)
    card.resize(320, card.heightForWidth(320))
    return card


def test_all_that_is_known_of_an_item_is_said_in_words(qtbot: QtBot) -> None:
    card = card_of(qtbot, ITEM)
    said = " ".join(text.text() for text in card.findChildren(Text))
    for words in (
        "Sanctions led",
        "B2",
        "Aug 2025",
        "moderate",
        "holds back",
        "AZE, KAZ",
        "cited",
    ):
        assert words in said


def test_the_grade_is_spelt_out_in_the_tooltip(qtbot: QtBot) -> None:
    card = card_of(qtbot, ITEM)
    assert any("usually reliable" in text.toolTip() for text in card.findChildren(Text))


@pytest.mark.parametrize(
    ("direction", "colour"), [("+", LIGHT.pull), ("-", LIGHT.hold), ("0", LIGHT.track)]
)
def test_the_bar_wears_the_colour_of_the_direction(
    qtbot: QtBot, direction: str, colour: str
) -> None:
    card = card_of(qtbot, replace(ITEM, direction=direction))
    assert card.grab().toImage().pixelColor(1, 12).name() == colour


def test_a_source_is_opened_by_the_users_click(qtbot: QtBot) -> None:
    card = card_of(qtbot, ITEM)
    came: list[str] = []
    card.link_opened.connect(came.append)
    link = next(x for x in card.findChildren(LinkButton) if not isinstance(x, TraceLink))
    link.click()
    assert came == ["https://example.org"]


def test_an_item_that_the_reader_was_led_to_is_tinted(qtbot: QtBot) -> None:
    card = card_of(qtbot, ITEM)
    place = (card.width() - 10, 4)
    before = card.grab().toImage().pixelColor(*place).name()
    card.mark(is_marked=True)
    assert card.grab().toImage().pixelColor(*place).name() == LIGHT.tint != before
