"""The user's workspace: everything the user says, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal, TypeVar

from explorer.domain.evidence import Evidence, Mark
from explorer.domain.judgement import OWN_RATER, Confidence, Rating
from explorer.domain.outcomes import BASELINE_SCENARIO, JudgedLadder

FORMAT_VERSION = 2

K = TypeVar("K")
V = TypeVar("V")
Pool = Literal["linear", "geometric"]
Verdict = Literal["", "agree", "doubt", "irrelevant", "superseded"]
"""What the user holds of an item of evidence; blank where only a comment is kept."""
Outcome = Literal["yes", "no", "void"]
"""How a question came out; void where it can no longer be answered, and then nothing is scored."""


def frozen(values: Mapping[K, V]) -> Mapping[K, V]:
    """Give a copy that nobody can change."""
    return MappingProxyType(dict(values))


@dataclass(frozen=True, slots=True)
class UserNote:
    """A note in plain Markdown on a target such as `cell:KAZ:iran_wedge`."""

    target: str
    text: str
    edited: datetime


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Assumptions that differ from the judgement: a bundled scenario, and what is set apart.

    `base` is the id of the bundled scenario to start from. `ratings` are on the 0 to 4 scale, by
    (ISO code, factor id). `weights` are by factor id: either none, and then the pooled ones hold,
    or one for each factor, together summing to one.
    """

    base: str = BASELINE_SCENARIO
    ratings: Mapping[tuple[str, str], float] = field(default_factory=lambda: MappingProxyType({}))
    weights: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_plain(self) -> bool:
        """Say whether nothing is assumed: the judgement as it stands."""
        return self.base == BASELINE_SCENARIO and not self.ratings and not self.weights


@dataclass(frozen=True, slots=True)
class OwnScenario:
    """Assumptions that the user has named and saved."""

    id: str
    title: str
    note: str
    what_if: WhatIf
    edited: datetime


@dataclass(frozen=True, slots=True)
class RaterJudgement:
    """What one further rater judged: the user, or a colleague whose file was taken in.

    `ratings` are by (ISO code, factor id), `ladders` by (ISO code, scenario id). `is_pooled` says
    whether they count in the pool, or stand beside it.
    """

    rater: str
    is_pooled: bool = False
    ratings: Mapping[tuple[str, str], Rating] = field(default_factory=lambda: MappingProxyType({}))
    ladders: Mapping[tuple[str, str], JudgedLadder] = field(
        default_factory=lambda: MappingProxyType({})
    )


@dataclass(frozen=True, slots=True)
class Pooling:
    """How judgements are pooled; a rater whom `rater_weights` does not name counts one."""

    method: Pool = "linear"
    rater_weights: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Remark:
    """What the user holds of an item of evidence, and why."""

    verdict: Verdict
    comment: str
    edited: datetime


@dataclass(frozen=True, slots=True)
class OwnSource:
    """Where the user has an item from, where the pack has no such source; any part may be blank.

    `date` is as the user wrote it, and `url` is opened only where it is safe to open.
    """

    title: str = ""
    publisher: str = ""
    date: str = ""
    language: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class OwnEvidence:
    """An item of evidence that the user added; its id is `U001` or the like.

    The item's `source_ids` name sources of the pack, and `source` is a further one of the user's.
    """

    item: Evidence
    source: OwnSource
    edited: datetime


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question that the user asks of the future; its id is `P01` or the like.

    `yes_when` says what counts as a yes, so that it cannot be argued over afterwards. `closes` is
    the last day on which it may come true.
    """

    id: str
    text: str
    countries: tuple[str, ...]
    closes: date
    yes_when: str
    created: datetime


@dataclass(frozen=True, slots=True)
class OwnForecast:
    """A likelihood that the user gave to a yes; its id is `F001` or the like.

    `question` is the id of an own question or of one of the pack, and `asked` its words when the
    forecast was made. `likelihood` is from 0 to 1, `when` a moment in UTC. How sure the user is of
    it is kept apart in `confidence`, blank where nothing was said. `seal` is the hash of all this
    and of `sealed`, the moment of sealing; blank and `None` while it is not sealed.
    """

    id: str
    question: str
    asked: str
    likelihood: float
    when: datetime
    reason: str
    confidence: Confidence | Literal[""] = ""
    seal: str = ""
    sealed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A line that ends a forecast from a moment on; what stood before stays on record."""

    forecast: str
    when: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a question came out, on which day, and the items of evidence that show it."""

    question: str
    outcome: Outcome
    day: date
    evidence_ids: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Workspace:
    """All that the user has said. Values are replaced by edits, never changed.

    `what_if` is what is assumed now, and `scenario` the id of the saved scenario that it was
    opened from or saved as (blank for none). `judgements` are by the rater's name. `marks` are the
    user's own in the matrix of competing hypotheses, by (ISO code, evidence id, rung id).
    `remarks` are on items of evidence and `own_evidence` holds the user's own items, both by id.
    `questions` and `forecasts` are the user's own, by id; `withdrawals` are by the forecast's id,
    `resolutions` by the question's.
    """

    notes: Mapping[str, UserNote] = field(default_factory=lambda: MappingProxyType({}))
    what_if: WhatIf = field(default_factory=WhatIf)
    scenario: str = ""
    scenarios: Mapping[str, OwnScenario] = field(default_factory=lambda: MappingProxyType({}))
    judgements: Mapping[str, RaterJudgement] = field(default_factory=lambda: MappingProxyType({}))
    pooling: Pooling = field(default_factory=Pooling)
    marks: Mapping[tuple[str, str, str], Mark] = field(
        default_factory=lambda: MappingProxyType({})
    )
    remarks: Mapping[str, Remark] = field(default_factory=lambda: MappingProxyType({}))
    own_evidence: Mapping[str, OwnEvidence] = field(default_factory=lambda: MappingProxyType({}))
    questions: Mapping[str, OwnQuestion] = field(default_factory=lambda: MappingProxyType({}))
    forecasts: Mapping[str, OwnForecast] = field(default_factory=lambda: MappingProxyType({}))
    withdrawals: Mapping[str, Withdrawal] = field(default_factory=lambda: MappingProxyType({}))
    resolutions: Mapping[str, Resolution] = field(default_factory=lambda: MappingProxyType({}))

    def note(self, target: str) -> str:
        """Give the user's note on a target, or an empty text."""
        found = self.notes.get(target)
        return found.text if found else ""

    @property
    def own(self) -> RaterJudgement:
        """Give the user's own judgement; an empty one where there is none."""
        return self.judgements.get(OWN_RATER) or RaterJudgement(OWN_RATER)
