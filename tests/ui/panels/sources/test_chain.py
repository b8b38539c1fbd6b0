"""The page of one thing: its words, its links, its rows, and nothing opened but by a click."""

import pytest
from pytestqt.qtbot import QtBot

from explorer.pages.chain import ChainGroup, ChainLink, ChainPage, PackPlace
from explorer.pages.detail import SourceLink
from explorer.style import DARK, LIGHT
from explorer.ui.panels.sources.chain import ChainView
from explorer.ui.panels.sources.links import AT_FIRST, MORE, ChainLinks
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.text import Text

PAGE = ChainPage(
    goal="source:S1",
    kicker="Source · news",
    title="A title",
    says=("It says so.",),
    facts=(("Licence", "not recorded"),),
    addresses=(
        SourceLink("S1", "A title", "https://example.org", "https://example.org"),
        SourceLink("S1", "A title", "file:///etc", ""),
    ),
    places=(PackPlace("data/sources.csv", "17", "ab" * 32, (("source_id", "S1"),)),),
    used_by=(ChainGroup("Evidence · 1", (ChainLink("evidence:E001", "E001 · So", "C3"),)),),
)


@pytest.fixture
def view(qtbot: QtBot) -> ChainView:
    made = ChainView(LIGHT)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show_page(PAGE)
    made.show()
    return made


def link(view: ChainView, words: str) -> LinkButton:
    return next(each for each in view.findChildren(LinkButton) if each.text() == words)


def said(view: ChainView) -> list[str]:
    return [each.text() for each in view.findChildren(Text)]


def test_a_page_says_what_it_is_and_what_is_not_recorded(view: ChainView) -> None:
    assert {"Source · news", "A title", "It says so.", "Licence", "not recorded"} <= set(
        said(view)
    )


def test_links_carry_their_goals_and_the_row_leads_to_its_file(view: ChainView) -> None:
    came: list[str] = []
    view.followed.connect(came.append)
    link(view, "E001 · So").click()
    link(view, "data/sources.csv, row 17").click()
    assert came == ["evidence:E001", "file:data/sources.csv"]


def test_an_address_opens_by_a_click_and_one_that_is_not_safe_is_words(view: ChainView) -> None:
    came: list[str] = []
    view.link_opened.connect(came.append)
    link(view, "https://example.org").click()
    assert came == ["https://example.org"]
    assert "file:///etc" in said(view)


def test_the_hash_is_copied_in_full(view: ChainView) -> None:
    came: list[str] = []
    view.hash_copied.connect(came.append)
    link(view, "Copy SHA-256").click()
    assert came == ["ab" * 32]


def test_in_a_narrow_window_the_hash_is_cut_and_the_way_to_copy_it_is_not(
    qtbot: QtBot, view: ChainView
) -> None:
    view.resize(340, 600)
    copy = link(view, "Copy SHA-256")
    view.show()
    qtbot.waitUntil(lambda: 0 < view.viewport().width() <= 340)
    qtbot.wait(30)
    assert copy.width() >= copy.sizeHint().width()
    assert copy.geometry().right() <= view.viewport().width()


def test_the_same_page_stays_as_it_is_and_another_theme_keeps_it(view: ChainView) -> None:
    before = view.widget()
    view.show_page(PAGE)
    assert view.widget() is before
    view.set_theme(DARK)
    assert view.page == PAGE
    assert "A title" in said(view)


def test_what_is_ones_own_is_said_in_words(qtbot: QtBot) -> None:
    links = ChainLinks((ChainLink("own:rating:KAZ:x", "You: 2.0", "beside", is_own=True),), LIGHT)
    qtbot.addWidget(links)
    assert [each.text() for each in links.findChildren(Text)] == ["Yours · beside"]


def test_many_uses_come_by_the_step(qtbot: QtBot) -> None:
    every = tuple(ChainLink(f"evidence:E{at}", f"E{at}") for at in range(100))
    links = ChainLinks(every, LIGHT)
    qtbot.addWidget(links)

    def count() -> int:
        return len(links.findChildren(LinkButton)) - 1

    assert count() == AT_FIRST
    assert links.button.text() == f"Show {MORE} more of {100 - AT_FIRST}"
    links.button.click()
    assert count() == AT_FIRST + MORE
    links.show_more()
    links.show_more()
    assert count() == 100
    assert links.button.isHidden()
