import re

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.outcomes import OUTCOME
from explorer.pages.detail import DetailPage, EvidenceBlock, ReasonsBlock, ScaleBlock
from explorer.pages.detail_page import compose_detail
from explorer.pages.view import Target, View
from explorer.workspace.document import Workspace


def detail(atlas: Atlas, target: Target) -> DetailPage:
    return compose_detail(atlas, Workspace(), View("AZE", ("KAZ",)), target)


def test_every_item_on_the_region_and_a_factor_is_shown_with_factor_and_cells(
    atlas: Atlas,
) -> None:
    regional = [
        item for item in atlas.evidence if REGION in item.countries and item.factor != OUTCOME
    ]
    assert regional
    for item in regional:
        for target in (
            Target("factor", factor=item.factor),
            Target("cell", "KAZ", item.factor),
        ):
            blocks = detail(atlas, target).blocks
            [evidence] = [block for block in blocks if isinstance(block, EvidenceBlock)]
            [found] = [each for each in evidence.items if each.id == item.id]
            assert "The region" in found.country_names


def test_the_scale_holds_the_figures_that_are_shown(atlas: Atlas) -> None:
    for factor in atlas.factors:
        page = detail(atlas, Target("factor", factor=factor.id))
        [scale] = [block for block in page.blocks if isinstance(block, ScaleBlock)]
        assert all(mark.value == round(mark.value, 1) for mark in scale.marks)


def test_a_move_is_the_figure_now_less_the_figure_before(atlas: Atlas) -> None:
    told = 0
    for factor in atlas.factors:
        page = detail(atlas, Target("factor", factor=factor.id))
        [block] = [each for each in page.blocks if isinstance(each, ReasonsBlock)]
        for reason in block.reasons:
            found = re.search(r"^([\d.]+) as of .*, ([\d.]+) now \((.*)\)\.$", reason.change)
            if found:
                before, now, change = found[1], found[2], found[3].replace("\u2212", "-")
                assert float(change) == pytest.approx(float(now) - float(before), abs=1e-9)
                assert reason.rating.startswith(f"{now} (")
                told += 1
    assert told
