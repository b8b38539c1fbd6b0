from dataclasses import replace

from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.outcomes import OUTCOME
from explorer.pages.detail import DetailPage, EvidenceBlock, Paragraph
from explorer.pages.detail_page import compose_detail
from explorer.pages.view import Target, View
from explorer.workspace.document import Workspace


def detail(atlas: Atlas, target: Target) -> DetailPage:
    return compose_detail(atlas, Workspace(), View("AZE", ("KAZ",)), target)


def test_every_item_on_the_region_and_the_outcome_is_shown(atlas: Atlas) -> None:
    regional = [
        item for item in atlas.evidence if REGION in item.countries and item.factor == OUTCOME
    ]
    assert regional
    for target in (Target("outcome"), Target("outcome", "KAZ")):
        blocks = detail(atlas, target).blocks
        [evidence] = [block for block in blocks if isinstance(block, EvidenceBlock)]
        named = {item.id: item.country_names for item in evidence.items}
        for item in regional:
            assert "The region" in named[item.id]


def test_the_raters_of_the_ladders_shown_are_counted(atlas: Atlas) -> None:
    kept = tuple(each for each in atlas.ladders if (each.iso3, each.rater) != ("KAZ", "R4"))
    page = detail(replace(atlas, ladders=kept), Target("outcome", "KAZ"))
    said = [block.body.text for block in page.blocks if isinstance(block, Paragraph)]
    assert "Each bar is the mean of 3 raters, judged 23 Nov 2026." in said
