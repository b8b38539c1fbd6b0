from explorer.domain.atlas import Atlas
from explorer.pages.detail import FactsBlock
from explorer.pages.detail_page import compose_detail
from explorer.pages.rival_blocks import rival_blocks
from explorer.pages.view import Target, View
from explorer.workspace.document import Workspace


def test_figures_of_items_for_one_quantity_stand_in_a_block_with_their_sources(
    atlas: Atlas,
) -> None:
    blocks = rival_blocks(atlas, "energy_diversification", ("AZE", "KAZ"))
    titles = [block.heading for block in blocks]
    differ = "(spans and units differ) · rival figures"
    assert titles[0] == f"Kazakh oil for Israel {differ}"
    assert f"Azerbaijani oil for Israel: on the books and by tanker {differ}" in titles
    [seed, *_] = blocks[0].facts
    assert (seed.label, seed.value) == (
        "Seed article",
        "Kazakhstan: 22 % of Israeli oil imports, 2025 (E164)",
    )
    assert all(fact.source for block in blocks for fact in block.facts)


def test_only_figures_of_the_states_shown_and_of_the_factor_are_given(atlas: Atlas) -> None:
    assert rival_blocks(atlas, "energy_diversification", ("UZB", "TJK")) == ()
    assert rival_blocks(atlas, "public_opinion", ("AZE", "KAZ")) == ()


def test_the_detail_of_a_factor_has_them(atlas: Atlas) -> None:
    view = View("AZE", ("KAZ",))
    target = Target("factor", factor="energy_diversification")
    page = compose_detail(atlas, Workspace(), view, target)
    headings = [block.heading for block in page.blocks if isinstance(block, FactsBlock)]
    assert any("rival figures" in heading for heading in headings)
