from datetime import UTC, date, datetime

from explorer.domain.as_of import known_on
from explorer.domain.dates import PartialDate
from explorer.domain.evidence import Evidence
from explorer.domain.judgement import OWN_RATER, Rating
from explorer.domain.outcomes import BASELINE_SCENARIO, JudgedLadder
from explorer.packs.reading import read_atlas
from explorer.paths import bundled_pack
from explorer.workspace.as_of import evidence_by, judged_by, judged_then, judgements_by
from explorer.workspace.document import (
    OwnEvidence,
    OwnSource,
    RaterJudgement,
    Workspace,
    frozen,
)

THEN, NOW = date(2025, 11, 5), date(2026, 11, 24)


def rating(factor: str, day: date) -> Rating:
    return Rating(OWN_RATER, day, "KAZ", factor, 1.0, 2.0, 3.0, "low", "", "", ())


def judgement() -> RaterJudgement:
    ladders = {
        ("KAZ", BASELINE_SCENARIO): JudgedLadder(OWN_RATER, NOW, "KAZ", BASELINE_SCENARIO, (1.0,))
    }
    ratings = {("KAZ", "a"): rating("a", THEN), ("KAZ", "b"): rating("b", NOW)}
    return RaterJudgement(OWN_RATER, is_pooled=True, ratings=ratings, ladders=ladders)


def test_what_was_judged_after_the_day_is_left_out() -> None:
    found = judged_by(judgement(), THEN)
    assert list(found.ratings) == [("KAZ", "a")]
    assert not found.ladders
    assert found.is_pooled


def test_without_a_day_everything_counts() -> None:
    judgements = {OWN_RATER: judgement()}
    assert judgements_by(judgements, None) is judgements
    assert judged_by(judgement(), None) == judgement()


def test_a_workspace_is_seen_as_of_the_day_of_the_atlas() -> None:
    atlas = read_atlas(bundled_pack())
    workspace = Workspace(judgements=frozen({OWN_RATER: judgement()}))
    assert judged_then(atlas, workspace) is workspace
    seen = judged_then(known_on(atlas, THEN), workspace)
    assert list(seen.own.ratings) == [("KAZ", "a")]
    assert len(workspace.own.ratings) == 2


def test_own_items_count_from_their_date() -> None:
    def own(key: str, when: PartialDate) -> OwnEvidence:
        item = Evidence(
            key, when, ("KAZ",), "outcome", "+", 1, "", "Claim", "", "", (), "A", 1, ""
        )
        return OwnEvidence(item, OwnSource(), datetime(2026, 11, 24, tzinfo=UTC))

    items = {
        "U001": own("U001", PartialDate(2025, 10)),
        "U002": own("U002", PartialDate(2025, 11)),
        "U003": own("U003", PartialDate(2025, 11, 5)),
    }
    workspace = Workspace(own_evidence=frozen(items))
    assert list(evidence_by(workspace, THEN)) == ["U001", "U003"]
    assert evidence_by(workspace, None) is workspace.own_evidence
