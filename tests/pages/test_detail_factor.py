import re
from dataclasses import replace
from datetime import date

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.judgement import Rating
from explorer.domain.outcomes import OUTCOME
from explorer.pages.detail import (
    DetailPage,
    EvidenceBlock,
    Reason,
    ReasonsBlock,
    ScaleBlock,
    ViewsBlock,
)
from explorer.pages.detail_page import compose_detail
from explorer.pages.outlook import compose_outlook
from explorer.pages.view import Target, View
from explorer.workspace.document import OWN_RATER, Pooling, Workspace, frozen
from explorer.workspace.judgements import pool_judgement, set_own_rating

DAY = date(2026, 11, 24)


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


def test_the_factors_on_which_votes_bear_lead_to_the_view_votes_and_no_other_does(
    atlas: Atlas,
) -> None:
    for factor in atlas.factors:
        for target in (Target("factor", factor=factor.id), Target("cell", "KAZ", factor.id)):
            blocks = [x for x in detail(atlas, target).blocks if isinstance(x, ViewsBlock)]
            wanted = factor.id in {"public_opinion", "diplomatic_legitimacy"}
            assert [link.view for block in blocks for link in block.links] == ["votes"] * wanted
    bare = detail(replace(atlas, key_votes=()), Target("factor", factor="public_opinion"))
    assert not any(isinstance(block, ViewsBlock) for block in bare.blocks)


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


def judged(*, is_pooled: bool) -> Workspace:
    rating = Rating("", DAY, "KAZ", "iran_wedge", 3.0, 3.5, 4.0, "low", "", "Grain", ())
    workspace = set_own_rating(Workspace(), rating)
    return pool_judgement(workspace, OWN_RATER, is_pooled=is_pooled)


def reason_under(atlas: Atlas, workspace: Workspace) -> Reason:
    outlook = compose_outlook(atlas, workspace)
    target = Target("cell", "KAZ", "iran_wedge")
    page = compose_detail(atlas, workspace, View("AZE", ("KAZ",)), target, outlook)
    [block] = [each for each in page.blocks if isinstance(each, ReasonsBlock)]
    return block.reasons[0]


def test_an_own_rating_kept_apart_is_marked_and_moves_nothing(atlas: Atlas) -> None:
    plain, apart = reason_under(atlas, Workspace()), reason_under(atlas, judged(is_pooled=False))
    assert plain.mark is not None
    assert apart.mark == replace(plain.mark, own=3.5)
    assert "kept apart from the pool" in apart.own
    assert (apart.rating, apart.raters, apart.change) == (
        plain.rating,
        plain.raters,
        plain.change,
    )


def test_an_own_rating_pooled_in_moves_the_rating_and_that_is_said(atlas: Atlas) -> None:
    plain, pooled = reason_under(atlas, Workspace()), reason_under(atlas, judged(is_pooled=True))
    assert pooled.rating != plain.rating
    assert [each.rater for each in pooled.raters] == ["R1", "R2", "R3", "R4", OWN_RATER]
    assert pooled.raters[-1].summary == "Grain"
    assert pooled.change.endswith("raters then, 5 now.")
    alike = " by the same 4 raters; 4 raters then, 5 now."
    assert pooled.change == plain.change.removesuffix(".") + alike
    assert pooled.own.endswith("pooled in.")


def test_what_raters_count_for_holds_for_rating_scale_and_move(atlas: Atlas) -> None:
    only = dict.fromkeys(("R2", "R3", "R4"), 0.0)
    workspace = Workspace(pooling=Pooling("linear", frozen({**only})))
    reason = reason_under(atlas, workspace)
    assert reason.rating == reason.raters[0].rating
    now = reason.rating.split()[0]
    assert f"{now} now" in reason.change or "the same now" in reason.change
