"""Chains of what is the user's own end in the workspace, and say so."""

from datetime import UTC, date, datetime

import pytest

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate
from explorer.domain.evidence import Evidence
from explorer.domain.judgement import OWN_RATER, Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.packs.rows import PackFiles
from explorer.pages.chain import WORKSPACE_FILE, ChainPage
from explorer.pages.provenance import compose_chain
from explorer.pages.provenance_own import ENDS_HERE
from explorer.pages.trace import parse_thing
from explorer.workspace.document import (
    OwnEvidence,
    OwnSource,
    RaterJudgement,
    Workspace,
    frozen,
)

DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, tzinfo=UTC)


def rating(rater: str) -> Rating:
    return Rating(
        rater, DAY, "KAZ", "iran_wedge", 1.0, 2.0, 3.0, "low", "", "Because", ("E342", "U001")
    )


def judged(rater: str, *, is_pooled: bool) -> RaterJudgement:
    ladder = JudgedLadder(rater, DAY, "KAZ", "baseline", (0.1, 0.2, 0.3, 0.2, 0.2), "So")
    return RaterJudgement(
        rater,
        is_pooled,
        frozen({("KAZ", "iran_wedge"): rating(rater)}),
        frozen({("KAZ", "baseline"): ladder}),
    )


@pytest.fixture
def workspace() -> Workspace:
    item = Evidence(
        "U001",
        PartialDate(2026, 11),
        ("KAZ",),
        "iran_wedge",
        "+",
        1,
        "event",
        "A talk",
        "",
        "",
        ("S001",),
        "B",
        2,
        "",
    )
    own = OwnEvidence(item, OwnSource(title="Notes of a talk", url="https://example.org"), NOW)
    return Workspace(
        judgements=frozen(
            {
                OWN_RATER: judged(OWN_RATER, is_pooled=False),
                "Bob": judged("Bob", is_pooled=True),
                "C: D": judged("C: D", is_pooled=False),
            }
        ),
        own_evidence=frozen({"U001": own}),
    )


def chain(atlas: Atlas, workspace: Workspace, goal: str) -> ChainPage:
    named = parse_thing(goal)
    assert named is not None
    return compose_chain(atlas, PackFiles(paths.bundled_pack()), workspace, named)


def goals(page: ChainPage) -> list[str]:
    return [link.goal for each in (*page.rests_on, *page.used_by) for link in each.links]


@pytest.mark.parametrize(
    "goal",
    [
        "own:rating:KAZ:iran_wedge",
        "own:ladder:KAZ",
        "own:evidence:U001",
        "own:rating:KAZ:iran_wedge:Bob",
    ],
)
def test_what_is_ones_own_ends_in_the_workspace_and_not_in_the_pack(
    atlas: Atlas, workspace: Workspace, goal: str
) -> None:
    page = chain(atlas, workspace, goal)
    assert page.is_own
    assert [place.file for place in page.places] == [WORKSPACE_FILE]
    assert not page.places[0].sha256
    assert "no part of the pack" in page.says[0]


def test_an_own_rating_leads_to_the_items_it_cites_of_the_pack_and_of_ones_own(
    atlas: Atlas, workspace: Workspace
) -> None:
    page = chain(atlas, workspace, "own:rating:KAZ:iran_wedge")
    assert page.says[0] == ENDS_HERE
    assert {"evidence:E342", "own:evidence:U001"} <= set(goals(page))
    assert "rating:KAZ:iran_wedge" in goals(page)


def test_a_pooled_rating_names_own_and_colleagues_ratings_apart_from_the_pack(
    atlas: Atlas, workspace: Workspace
) -> None:
    page = chain(atlas, workspace, "rating:KAZ:iran_wedge")
    mine = next(each for each in page.rests_on if each.heading.startswith("In your workspace"))
    assert [link.is_own for link in mine.links] == [True, True, True]
    for link in mine.links:
        assert chain(atlas, workspace, link.goal).is_known
    assert len(page.places) == 1
    before = chain(atlas, Workspace(), "rating:KAZ:iran_wedge")
    assert before.title != page.title  # Bob is pooled in


@pytest.mark.parametrize("goal", ["ladder:KAZ", "rating:KAZ:iran_wedge"])
def test_what_is_pooled_leads_to_what_each_rater_of_the_workspace_judged(
    atlas: Atlas, workspace: Workspace, goal: str
) -> None:
    page = chain(atlas, workspace, goal)
    mine = next(each for each in page.rests_on if each.heading.startswith("In your workspace"))
    found = [chain(atlas, workspace, link.goal) for link in mine.links]
    assert all(each.is_known for each in found)
    noun = "outcome ladder" if goal.startswith("ladder") else "rating"
    kickers = [each.kicker for each in found]
    by_others = [f"{noun.capitalize()} by {name}" for name in ("Bob", "C: D")]
    assert kickers == [f"Your own {noun}", *by_others]
    assert all(goal in goals(each) for each in found)


def test_an_own_item_leads_to_its_sources_and_opens_none_that_is_not_safe(
    atlas: Atlas, workspace: Workspace
) -> None:
    page = chain(atlas, workspace, "own:evidence:U001")
    assert "source:S001" in goals(page)
    assert dict(page.facts)["Your source"].startswith("Notes of a talk")
    assert [link.url for link in page.addresses] == ["https://example.org"]


def test_what_was_taken_back_is_not_known_any_more(atlas: Atlas) -> None:
    assert not chain(atlas, Workspace(), "own:rating:KAZ:iran_wedge").is_known
    assert not chain(atlas, Workspace(), "own:evidence:U001").is_known
