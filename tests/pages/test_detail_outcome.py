from dataclasses import replace

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.outcomes import OUTCOME, JudgedLadder
from explorer.pages.detail import (
    DetailPage,
    EstimatesBlock,
    EvidenceBlock,
    LadderBlock,
    Paragraph,
    ViewsBlock,
)
from explorer.pages.detail_page import compose_detail
from explorer.pages.outlook import compose_outlook
from explorer.pages.view import Target, View
from explorer.workspace.document import OWN_RATER, Pooling, WhatIf, Workspace
from explorer.workspace.judgements import pool_judgement, set_own_ladder


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


def test_the_outcome_leads_to_what_others_expect_and_to_the_record(atlas: Atlas) -> None:
    for target in (Target("outcome"), Target("outcome", "KAZ")):
        [block] = [x for x in detail(atlas, target).blocks if isinstance(x, ViewsBlock)]
        assert [link.view for link in block.links] == ["assessments", "record"]
    bare = detail(replace(atlas, assessments=(), questions=()), Target("outcome"))
    assert not any(isinstance(block, ViewsBlock) for block in bare.blocks)


def under(atlas: Atlas, workspace: Workspace, target: Target) -> DetailPage:
    outlook = compose_outlook(atlas, workspace)
    return compose_detail(atlas, workspace, View("AZE", ("KAZ",)), target, outlook)


def test_each_rung_or_a_higher_one_has_its_likelihood_in_figures(atlas: Atlas) -> None:
    page = under(atlas, Workspace(), Target("outcome", "KAZ"))
    [block] = [block for block in page.blocks if isinstance(block, EstimatesBlock)]
    assert len(block.table.rows) == len(atlas.rungs) - 1
    assert block.table.rows[1][:2] == ("Token accession or higher", "89\u00a0%")
    without = detail(atlas, Target("outcome", "KAZ"))
    assert not any(isinstance(block, EstimatesBlock) for block in without.blocks)


def test_a_scenario_in_force_is_said_first_with_what_it_assumes(atlas: Atlas) -> None:
    workspace = Workspace(what_if=WhatIf("calm_south"))
    first, *rest = under(atlas, workspace, Target("outcome", "KAZ")).blocks
    assert isinstance(first, Paragraph)
    assert first.heading.startswith("Under the scenario “Calm in the south”")
    assert "It moves ratings" in first.body.text
    [ladder] = [block for block in rest if isinstance(block, LadderBlock)][:1]
    assert ladder.chart.rows[0].before
    said = [block.body.text for block in rest if isinstance(block, Paragraph)]
    assert any(text.startswith("Each bar is what the assumptions make of") for text in said)


def test_the_raters_table_names_the_way_of_pooling(atlas: Atlas) -> None:
    page = under(atlas, Workspace(pooling=Pooling("geometric")), Target("outcome", "KAZ"))
    [ladder] = [block for block in page.blocks if isinstance(block, LadderBlock)][:1]
    of = [row[1] for row in ladder.raters.rows]
    assert "Geometric pool" in of
    assert "Geometric pool as of 31 Oct 2025" in of


def test_the_raters_table_sets_the_same_raters_side_by_side(atlas: Atlas) -> None:
    ladder = JudgedLadder("", atlas.subject.as_of, "KAZ", "baseline", (0.0, 0.0, 0.0, 0.0, 1.0))
    own = pool_judgement(set_own_ladder(Workspace(), ladder), OWN_RATER, is_pooled=True)
    tables = [
        next(block for block in page.blocks if isinstance(block, LadderBlock)).raters
        for page in (under(atlas, each, Target("outcome", "KAZ")) for each in (Workspace(), own))
    ]
    plain, pooled = ({row[1]: row[2:] for row in table.rows} for table in tables)
    assert pooled["Mean"] != plain["Mean"]
    same = "Mean of the 4 raters of both dates"
    assert pooled[same] == plain["Mean"]
    assert pooled[f"{same}, as of 31 Oct 2025"] == plain["Mean as of 31 Oct 2025"]


def test_the_ladders_under_each_scenario_are_pooled_as_those_in_force(atlas: Atlas) -> None:
    alone = dict.fromkeys(atlas.raters, 0.0) | {"R1": 1.0}
    page = under(atlas, Workspace(pooling=Pooling(rater_weights=alone)), Target("outcome", "KAZ"))
    blocks = [block for block in page.blocks if isinstance(block, LadderBlock)]
    day = atlas.subject.as_of
    for scenario, row in zip(atlas.scenarios, blocks[1].chart.rows, strict=True):
        own = next(x for x in atlas.ladders_of("KAZ", scenario.id, day) if x.rater == "R1")
        assert row.shares == pytest.approx(own.probabilities, abs=1e-3)
    assert "weighted mean of 4 raters" in blocks[1].chart.caption.source
