"""What of the user's own judgements and evidence was there on an earlier day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from explorer.domain.as_of import was_known
from explorer.domain.atlas import Atlas
from explorer.workspace.document import OwnEvidence, RaterJudgement, Workspace, frozen


def judged_by(judgement: RaterJudgement, day: date | None) -> RaterJudgement:
    """Give a judgement with what was judged on a day or before; without a day, all of it."""
    if day is None:
        return judgement
    return replace(
        judgement,
        ratings=frozen({key: x for key, x in judgement.ratings.items() if x.as_of <= day}),
        ladders=frozen({key: x for key, x in judgement.ladders.items() if x.as_of <= day}),
    )


def judgements_by(
    judgements: Mapping[str, RaterJudgement], day: date | None
) -> Mapping[str, RaterJudgement]:
    """Give the judgements, by rater, with what was judged on a day or before."""
    if day is None:
        return judgements
    return frozen({rater: judged_by(each, day) for rater, each in judgements.items()})


def judged_then(atlas: Atlas, workspace: Workspace) -> Workspace:
    """Give the workspace with the judgements of the day that an Atlas is seen on, or before."""
    day = atlas.subject.seen_on
    if day is None:
        return workspace
    return replace(workspace, judgements=judgements_by(workspace.judgements, day))


def evidence_by(workspace: Workspace, day: date | None) -> Mapping[str, OwnEvidence]:
    """Give the user's own items by id, without those dated after a day.

    An item dated to a month or year counts from the end of it.
    """
    if day is None:
        return workspace.own_evidence
    own = workspace.own_evidence
    return frozen({key: each for key, each in own.items() if was_known(each.item.date, day)})
