"""The details show the region's evidence beside the states', and figures that agree."""

import re
from dataclasses import replace

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.outcomes import OUTCOME
from explorer.pages.detail import (
    DetailPage,
    EvidenceBlock,
    Paragraph,
    ReasonsBlock,
    ScaleBlock,
)
from explorer.pages.detail_page import compose_detail
from explorer.pages.view import Target, View
from explorer.workspace.document import Workspace


def shown(page: DetailPage) -> dict[str, tuple[str, ...]]:
    """Give the names that stand with each evidence item of a page."""
    blocks = [block for block in page.blocks if isinstance(block, EvidenceBlock)]
    return {item.id: item.country_names for block in blocks for item in block.items}


def detail(atlas: Atlas, target: Target) -> DetailPage:
    return compose_detail(atlas, Workspace(), View("AZE", ("KAZ",)), target)


def test_every_item_on_the_region_can_be_reached_by_its_factor_or_outcome(atlas: Atlas) -> None:
    regional = [item for item in atlas.evidence if REGION in item.countries]
    assert regional
    for item in regional:
        is_outcome = item.factor == OUTCOME
        target = Target("outcome") if is_outcome else Target("factor", factor=item.factor)
        found = shown(detail(atlas, target))
        assert item.id in found
        assert "The region" in found[item.id]


def test_a_cell_and_one_states_outcome_show_them_too(atlas: Atlas) -> None:
    for item in atlas.evidence:
        if REGION in item.countries:
            is_outcome = item.factor == OUTCOME
            target = Target("outcome", "KAZ") if is_outcome else Target("cell", "KAZ", item.factor)
            assert item.id in shown(detail(atlas, target))


def test_the_scale_holds_the_figures_that_are_shown(atlas: Atlas) -> None:
    for factor in atlas.factors:
        page = detail(atlas, Target("factor", factor=factor.id))
        [scale] = [block for block in page.blocks if isinstance(block, ScaleBlock)]
        assert all(mark.value == round(mark.value, 1) for mark in scale.marks)


def test_a_move_is_the_figures_now_less_those_before(atlas: Atlas) -> None:
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


def test_the_outcome_counts_the_raters_of_the_ladders_shown(atlas: Atlas) -> None:
    kept = tuple(each for each in atlas.ladders if (each.iso3, each.rater) != ("KAZ", "R4"))
    page = detail(replace(atlas, ladders=kept), Target("outcome", "KAZ"))
    said = [block.body.text for block in page.blocks if isinstance(block, Paragraph)]
    assert "Each bar is the mean of 3 raters, judged 23 Nov 2026." in said
