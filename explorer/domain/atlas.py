"""The Atlas: everything a pack says, parsed once and frozen."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from explorer.domain.countries import Border, Country, Membership, PopulationShare
from explorer.domain.evidence import (
    ArmsOrder,
    Assessment,
    Event,
    Evidence,
    ForecastQuestion,
    KeyVote,
    QuestionTerms,
    Relation,
    Tie,
)
from explorer.domain.indicators import FactorSeries, Indicator
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
from explorer.domain.outcomes import Actor, JudgedLadder, Rung, Scenario, ScenarioShift
from explorer.domain.rivals import Rival
from explorer.domain.sources import Source

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a pack is about, from its descriptor.

    `title` names the subject (“Closer ties with Israel”), `question` asks what the ladder answers,
    `baseline` and `compared` are ISO codes, `as_of` is the date of the newest judgements.
    `seen_on` is the day whose knowledge the Atlas is cut to (`explorer.domain.as_of`), and `None`
    for the newest. `judged_in` is the day, month or year the judgements were made
    in, whatever date they bear (“2026-11”), so one dated before it was made in hindsight; blank
    where a pack does not say.
    """

    pack: str
    title: str
    question: str
    horizon: date
    edition: str
    as_of: date
    baseline: str
    compared: tuple[str, ...]
    seen_on: date | None = None
    judged_in: str = ""


@dataclass(frozen=True)
class Atlas:
    """All that the small tables of a pack hold. Long series live in `Observations`.

    `uncut` is the whole Atlas that one of an earlier day was cut from, and `None` for a whole one.
    Order is the pack's own order throughout. Look-ups by id raise `KeyError` for an id that the
    pack does not hold: a loaded pack has none, so that is a bug.
    """

    subject: Subject
    countries: tuple[Country, ...]
    sources: tuple[Source, ...]
    factors: tuple[Factor, ...]
    ratings: tuple[Rating, ...]
    weights: tuple[Weight, ...]
    cells: tuple[Cell, ...]
    conclusions: tuple[Conclusion, ...]
    pair_conclusions: tuple[PairConclusion, ...]
    signposts: tuple[Signpost, ...]
    dissents: tuple[Dissent, ...]
    rungs: tuple[Rung, ...]
    scenarios: tuple[Scenario, ...]
    scenario_shifts: tuple[ScenarioShift, ...]
    ladders: tuple[JudgedLadder, ...]
    actors: tuple[Actor, ...]
    evidence: tuple[Evidence, ...]
    assessments: tuple[Assessment, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    ties: tuple[Tie, ...]
    questions: tuple[ForecastQuestion, ...]
    key_votes: tuple[KeyVote, ...]
    arms_orders: tuple[ArmsOrder, ...]
    memberships: tuple[Membership, ...]
    borders: tuple[Border, ...]
    religions: tuple[PopulationShare, ...]
    ethnic_groups: tuple[PopulationShare, ...]
    indicators: tuple[Indicator, ...]
    factor_series: tuple[FactorSeries, ...]
    notes: tuple[Note, ...]
    rivals: tuple[Rival, ...] = ()
    question_terms: tuple[QuestionTerms, ...] = ()
    uncut: "Atlas | None" = field(default=None, compare=False, repr=False)

    @cached_property
    def country_by_iso3(self) -> Mapping[str, Country]:
        """Give countries by ISO code."""
        return MappingProxyType({country.iso3: country for country in self.countries})

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """Give sources by id."""
        return MappingProxyType({source.id: source for source in self.sources})

    @cached_property
    def factor_by_id(self) -> Mapping[str, Factor]:
        """Give factors by id."""
        return MappingProxyType({factor.id: factor for factor in self.factors})

    @cached_property
    def evidence_by_id(self) -> Mapping[str, Evidence]:
        """Give evidence items by id."""
        return MappingProxyType({item.id: item for item in self.evidence})

    @cached_property
    def indicator_by_id(self) -> Mapping[str, Indicator]:
        """Give indicators by id."""
        return MappingProxyType({indicator.id: indicator for indicator in self.indicators})

    @cached_property
    def terms_by_question(self) -> Mapping[str, QuestionTerms]:
        """Give the terms of forecast questions by the question's id; not each has any."""
        return MappingProxyType({each.question: each for each in self.question_terms})

    @cached_property
    def cell_by_key(self) -> Mapping[tuple[str, str], Cell]:
        """Give cell texts by (ISO code, factor id)."""
        return MappingProxyType({(cell.iso3, cell.factor): cell for cell in self.cells})

    @cached_property
    def conclusion_by_iso3(self) -> Mapping[str, Conclusion]:
        """Give the conclusion on each state by ISO code."""
        return MappingProxyType({item.iso3: item for item in self.conclusions})

    @cached_property
    def pair_conclusion_by_iso3(self) -> Mapping[str, PairConclusion]:
        """Give the conclusion on each pair with the pack's baseline, by the other's code."""
        return MappingProxyType({item.iso3: item for item in self.pair_conclusions})

    @cached_property
    def raters(self) -> tuple[str, ...]:
        """Give the raters' names, sorted."""
        return tuple(sorted({rating.rater for rating in self.ratings}))

    @cached_property
    def judgement_dates(self) -> tuple[date, ...]:
        """Give the dates for which ratings exist, oldest first."""
        return tuple(sorted({rating.as_of for rating in self.ratings}))

    @cached_property
    def _ratings_by_key(self) -> Mapping[tuple[str, str, date], tuple[Rating, ...]]:
        return _grouped(((r.iso3, r.factor, r.as_of), r) for r in self.ratings)

    @cached_property
    def _ladders_by_key(self) -> Mapping[tuple[str, str, date], tuple[JudgedLadder, ...]]:
        return _grouped(((x.iso3, x.scenario, x.as_of), x) for x in self.ladders)

    @cached_property
    def _evidence_by_key(self) -> Mapping[tuple[str, str], tuple[Evidence, ...]]:
        return _grouped(
            ((iso3, item.factor), item) for item in self.evidence for iso3 in item.countries
        )

    @cached_property
    def _notes_by_target(self) -> Mapping[str, tuple[Note, ...]]:
        return _grouped((target, note) for note in self.notes for target in note.about)

    def ratings_of(self, iso3: str, factor: str, as_of: date) -> tuple[Rating, ...]:
        """Give all raters' ratings of one factor for one state as judged on `as_of`."""
        return self._ratings_by_key.get((iso3, factor, as_of), ())

    def ladders_of(self, iso3: str, scenario: str, as_of: date) -> tuple[JudgedLadder, ...]:
        """Give all raters' ladders for one state and scenario as judged on `as_of`."""
        return self._ladders_by_key.get((iso3, scenario, as_of), ())

    def evidence_of(self, iso3: str, factor: str) -> tuple[Evidence, ...]:
        """Give the items tagged with a cell or cited by its text, newest first."""
        items = {item.id: item for item in self._evidence_by_key.get((iso3, factor), ())}
        cell = self.cell_by_key.get((iso3, factor))
        if cell is not None:
            items.update({key: self.evidence_by_id[key] for key in cell.evidence_ids})
        return tuple(sorted(items.values(), key=lambda item: (item.date, item.id), reverse=True))

    def notes_about(self, target: str) -> tuple[Note, ...]:
        """Give the bundled notes about a target such as `factor:iran_wedge`."""
        return self._notes_by_target.get(target, ())


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    """Collect values under their keys, in the order given."""
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})
