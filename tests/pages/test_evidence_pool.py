from datetime import UTC, datetime

from explorer.domain.atlas import Atlas
from explorer.pages.evidence_pool import factor_title, pool_evidence
from explorer.pages.own_evidence import Draft, drafted
from explorer.workspace.document import Workspace
from explorer.workspace.evidence import put_own_evidence

DRAFT = Draft(
    claim="So",
    date="2026",
    states="KAZ",
    factor="outcome",
    direction="-",
    strength="1",
    kind="event",
    reliability="B",
    credibility="2",
    source_ids="S001",
    source_title="A talk",
)


def test_an_own_item_stands_with_the_pack_s_and_bears_its_own_source(atlas: Atlas) -> None:
    own = drafted(DRAFT, "U001", datetime(2026, 11, 24, tzinfo=UTC))
    pool = pool_evidence(atlas, put_own_evidence(Workspace(), own))
    assert pool.own == {"U001"}
    assert pool.items["U001"].source_ids == ("S001", "U001")
    assert pool.sources["U001"].title == "A talk"
    assert set(atlas.evidence_by_id) < set(pool.items)


def test_what_rests_on_a_source_alone_is_known_by_the_source(atlas: Atlas) -> None:
    pool = pool_evidence(atlas, Workspace())
    for key, ids in pool.resting.items():
        assert all(pool.items[each].source_ids == (key,) for each in ids)
    assert max(len(ids) for ids in pool.resting.values()) > 1


def test_the_outcome_has_a_title_beside_the_factors(atlas: Atlas) -> None:
    assert factor_title(atlas, "outcome") == "The outcome itself"
    assert factor_title(atlas, "iran_wedge") == atlas.factor_by_id["iran_wedge"].title
