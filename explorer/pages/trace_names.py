"""The records of an Atlas by the names that things go by, and those names by the records."""

from collections.abc import Iterable, Mapping

from explorer.domain.atlas import Atlas
from explorer.domain.countries import Border, Country, Membership, PopulationShare
from explorer.domain.evidence import (
    ArmsOrder,
    Assessment,
    Event,
    Evidence,
    ForecastQuestion,
    KeyVote,
    Relation,
    Tie,
)
from explorer.domain.indicators import Indicator
from explorer.domain.judgement import (
    Cell,
    Conclusion,
    Dissent,
    Factor,
    PairConclusion,
    Rating,
    Signpost,
    Weight,
)
from explorer.domain.notes import Note
from explorer.domain.outcomes import (
    BASELINE_SCENARIO,
    Actor,
    JudgedLadder,
    Rung,
    Scenario,
    ScenarioShift,
)
from explorer.domain.sources import Source
from explorer.pages.trace import KEYS, Thing, ThingKind, thing

Record = (
    Actor
    | ArmsOrder
    | Assessment
    | Border
    | Cell
    | Conclusion
    | Country
    | Dissent
    | Event
    | Evidence
    | Factor
    | ForecastQuestion
    | Indicator
    | JudgedLadder
    | KeyVote
    | Membership
    | Note
    | PairConclusion
    | PopulationShare
    | Rating
    | Relation
    | Rung
    | Scenario
    | ScenarioShift
    | Signpost
    | Source
    | Tie
    | Weight
)

_ID_COLUMNS = {("source", "source_id"): "id", ("indicator", "indicator_id"): "id"}


def records_of_kind(atlas: Atlas, kind: ThingKind) -> tuple[Record, ...]:
    """Give all records of a kind, in the order of the pack; none for figures, series and files."""
    found: Mapping[ThingKind, tuple[Record, ...]] = {
        "actor": atlas.actors,
        "arms_order": atlas.arms_orders,
        "assessment": atlas.assessments,
        "border": atlas.borders,
        "cell": atlas.cells,
        "conclusion": atlas.conclusions,
        "country": atlas.countries,
        "dissent": atlas.dissents,
        "ethnic": atlas.ethnic_groups,
        "event": atlas.events,
        "evidence": atlas.evidence,
        "factor": atlas.factors,
        "indicator": atlas.indicators,
        "ladder": atlas.ladders,
        "membership": atlas.memberships,
        "note": atlas.notes,
        "pair": atlas.pair_conclusions,
        "question": atlas.questions,
        "rating": atlas.ratings,
        "relation": atlas.relations,
        "religion": atlas.religions,
        "rung": atlas.rungs,
        "scenario": atlas.scenarios,
        "shift": atlas.scenario_shifts,
        "signpost": atlas.signposts,
        "source": atlas.sources,
        "tie": atlas.ties,
        "vote": atlas.key_votes,
        "weight": atlas.weights,
    }
    return found.get(kind, ())


RECORD_KINDS: tuple[ThingKind, ...] = tuple(
    kind for kind in KEYS if kind not in {"figure", "file", "own", "roll_call", "series"}
)
"""The kinds of things that are records of the Atlas."""


def name_of(kind: ThingKind, record: Record) -> Thing:
    """Name a record in full."""
    return thing(kind, *(_cell(kind, column, record) for column in KEYS[kind]))


def records_named(atlas: Atlas, named: Thing) -> tuple[Record, ...]:
    """Give the records that agree with a name in all parts that it has.

    Ratings and ladders without a date are those of the newest judgement that the Atlas has, and
    ladders without a scenario those of the baseline.
    """
    wanted = named.fields
    if named.kind == "ladder":
        wanted.setdefault("scenario", BASELINE_SCENARIO)
    if named.kind in {"rating", "ladder"}:
        wanted.setdefault("as_of", atlas.subject.as_of.isoformat())
    return tuple(
        record
        for record in records_of_kind(atlas, named.kind)
        if all(_cell(named.kind, column, record) == part for column, part in wanted.items())
    )


def sources_of(record: Record) -> tuple[str, ...]:
    """Give the ids of the sources that a record names; one cell may hold several."""
    several: Iterable[str] = getattr(record, "source_ids", ())
    single = getattr(record, "source_id", "")
    texts = tuple(several) or ((single,) if single else ())
    return tuple(dict.fromkeys(part.strip() for text in texts for part in text.split(";")))


def evidence_of(record: Record) -> tuple[str, ...]:
    """Give the ids of the evidence that a record cites."""
    if isinstance(record, Conclusion):
        return record.counter_evidence_ids
    return tuple(getattr(record, "evidence_ids", ()))


def _cell(kind: ThingKind, column: str, record: Record) -> str:
    found = getattr(record, _ID_COLUMNS.get((kind, column), column))
    return str(found)
