"""Turns the checked columns of a pack into the frozen records of the domain."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from explorer.domain.atlas import Atlas, Subject
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
from explorer.domain.indicators import FactorSeries, Indicator, SeriesRef
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
from explorer.domain.sources import Source
from explorer.packs.columns import Columns
from explorer.packs.rules import probability_columns

T = TypeVar("T")


def make_atlas(subject: Subject, tables: Mapping[str, Columns], notes: Sequence[Note]) -> Atlas:
    """Build the Atlas from tables in which no fault was found."""

    def each(kind: Callable[..., T], table: str, names: str) -> tuple[T, ...]:
        """Make one record a row; `names` are the columns in the order of the record's fields."""
        return _records(kind, tables[table], names)

    return Atlas(
        subject=subject,
        countries=each(
            Country,
            "countries",
            "iso3 name role landlocked doubly_landlocked coastline_km caspian_shore_km area_km2"
            " land_border_km capital capital_lat capital_lon source_id",
        ),
        sources=each(
            Source,
            "sources",
            "source_id title publisher author =date url kind language licence edition read_via"
            " caveat addresses",
        ),
        factors=_factors(tables["factors"]),
        ratings=each(
            Rating,
            "ratings",
            "rater as_of iso3 factor low mode high confidence summary rationale evidence_ids",
        ),
        weights=each(Weight, "weights", "rater factor weight"),
        cells=each(
            Cell, "cells", "iso3 factor summary rationale evidence_ids would_raise would_lower"
        ),
        conclusions=each(
            Conclusion,
            "conclusions",
            "iso3 headline judgement confidence confidence_because counter_argument"
            " counter_evidence_ids what_changed",
        ),
        pair_conclusions=each(
            PairConclusion, "pair_conclusions", "iso3 headline judgement shared differs"
        ),
        signposts=each(Signpost, "signposts", "iso3 signpost direction factor"),
        dissents=each(Dissent, "dissent", "iso3 author publisher =date position source_id"),
        rungs=each(Rung, "rungs", "order id title definition"),
        scenarios=each(Scenario, "scenarios", "id title description"),
        scenario_shifts=each(ScenarioShift, "scenario_shifts", "scenario factor shift"),
        ladders=_ladders(tables["ladders"]),
        actors=each(Actor, "actors", "rater iso3 actor position salience capability note"),
        evidence=each(
            Evidence,
            "evidence",
            "id date iso3 factor direction strength kind claim quantity unit source_ids"
            " reliability credibility note",
        ),
        assessments=each(
            Assessment,
            "assessments",
            "author publisher date iso3 position stance source_id note",
        ),
        events=each(Event, "timeline", "date iso3 title detail category source_ids"),
        relations=_relations(tables["relations"]),
        ties=each(Tie, "israel_ties", "iso3 date event detail source_id"),
        questions=each(
            ForecastQuestion,
            "forecast_questions",
            "id question seed_basis iso3 resolution what_happened evidence_ids =date_resolved"
            " =last_checked confidence note",
        ),
        key_votes=each(KeyVote, "votes", "resolution date topic iso3 vote source_id"),
        arms_orders=each(
            ArmsOrder,
            "arms_from_israel",
            "iso3 supplier_iso3 order_year weapon category delivered delivery_years tiv_order"
            " tiv_delivered source_id",
        ),
        memberships=each(
            Membership, "memberships", "iso3 organisation status =since source_id basis note"
        ),
        borders=each(Border, "borders", "iso3 neighbour_iso3 km source_id"),
        religions=each(PopulationShare, "religion", "iso3 group share year note source_id"),
        ethnic_groups=each(PopulationShare, "ethnic", "iso3 group share year note source_id"),
        indicators=each(
            Indicator,
            "indicators",
            "indicator_id name unit description topic higher_means source_id origin caveat"
            " withheld",
        ),
        factor_series=_factor_series(tables["factor_series"]),
        notes=tuple(notes),
    )


def _records(kind: Callable[..., T], columns: Columns, names: str) -> tuple[T, ...]:
    """Make one record a row. A name marked `=` gives the text as written, not the value read."""
    chosen: list[Sequence[Any]] = [
        columns.texts[name[1:]] if name[0] == "=" else columns.parsed[name]
        for name in names.split()
    ]
    return tuple(map(kind, *chosen))


def _factors(columns: Columns) -> tuple[Factor, ...]:
    names = ("id", "group", "holder", "title", "short", "question")
    points = zip(*(columns.parsed[f"scale_{point}"] for point in range(5)), strict=True)
    return tuple(
        map(
            Factor, *(columns.parsed[name] for name in names), points, columns.parsed["seed_basis"]
        )
    )


def _ladders(columns: Columns) -> tuple[JudgedLadder, ...]:
    names = ("rater", "as_of", "iso3", "scenario")
    chances = zip(*(columns.parsed[name] for name in probability_columns(columns)), strict=True)
    return tuple(map(JudgedLadder, *(columns.parsed[name] for name in names), chances))


def _factor_series(columns: Columns) -> tuple[FactorSeries, ...]:
    refs = map(SeriesRef, *(columns.parsed[name] for name in ("kind", "key", "partner")))
    return tuple(map(FactorSeries, columns.parsed["factor"], refs, columns.parsed["bearing"]))


def _relations(columns: Columns) -> tuple[Relation, ...]:
    names = ("iso3", "item", "value")
    sources: Sequence[tuple[str, ...]] = columns.parsed["source_id"]
    heads = [*(columns.parsed[name] for name in names), columns.texts["date"]]
    first = [ids[0] for ids in sources]
    return tuple(map(Relation, *heads, first, columns.parsed["note"], sources))
