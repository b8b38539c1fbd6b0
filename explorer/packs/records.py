"""Turns the checked columns of a pack into the frozen records of the domain."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from explorer.domain.atlas import Atlas, Subject
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
from explorer.domain.rivals import Rival
from explorer.domain.sources import Source
from explorer.packs.columns import Columns
from explorer.packs.rules import probability_columns

_Plain = tuple[Callable[..., object], str, str]
_PLAIN: dict[str, _Plain] = {
    "countries": (
        Country,
        "countries",
        (
            "iso3 name role landlocked doubly_landlocked coastline_km caspian_shore_km area_km2"
            " land_border_km capital capital_lat capital_lon source_id"
        ),
    ),
    "sources": (
        Source,
        "sources",
        (
            "source_id title publisher author =date url kind language licence edition read_via"
            " caveat addresses bundle"
        ),
    ),
    "ratings": (
        Rating,
        "ratings",
        "rater as_of iso3 factor low mode high confidence summary rationale evidence_ids",
    ),
    "weights": (
        Weight,
        "weights",
        "rater factor weight",
    ),
    "cells": (
        Cell,
        "cells",
        "iso3 factor summary rationale evidence_ids would_raise would_lower",
    ),
    "conclusions": (
        Conclusion,
        "conclusions",
        (
            "iso3 headline judgement confidence confidence_because counter_argument"
            " counter_evidence_ids what_changed"
        ),
    ),
    "pair_conclusions": (
        PairConclusion,
        "pair_conclusions",
        "iso3 headline judgement shared differs",
    ),
    "signposts": (
        Signpost,
        "signposts",
        "iso3 signpost direction factor",
    ),
    "dissents": (
        Dissent,
        "dissent",
        "iso3 author publisher =date position source_id",
    ),
    "rungs": (
        Rung,
        "rungs",
        "order id title definition",
    ),
    "scenarios": (
        Scenario,
        "scenarios",
        "id title description",
    ),
    "scenario_shifts": (
        ScenarioShift,
        "scenario_shifts",
        "scenario factor shift",
    ),
    "actors": (
        Actor,
        "actors",
        "rater iso3 actor position salience capability note",
    ),
    "evidence": (
        Evidence,
        "evidence",
        (
            "id date iso3 factor direction strength kind claim quantity unit source_ids"
            " reliability credibility note"
        ),
    ),
    "assessments": (
        Assessment,
        "assessments",
        "author publisher date iso3 position stance source_id note",
    ),
    "events": (
        Event,
        "timeline",
        "date iso3 title detail category source_ids",
    ),
    "ties": (
        Tie,
        "israel_ties",
        "iso3 date event detail source_id",
    ),
    "questions": (
        ForecastQuestion,
        "forecast_questions",
        (
            "id question seed_basis iso3 resolution what_happened evidence_ids =date_resolved"
            " =last_checked confidence note"
        ),
    ),
    "question_terms": (
        QuestionTerms,
        "question_ladders",
        "question presupposes iso3 rung why_not",
    ),
    "key_votes": (
        KeyVote,
        "votes",
        "resolution date topic iso3 vote source_id",
    ),
    "arms_orders": (
        ArmsOrder,
        "arms_from_israel",
        (
            "iso3 supplier_iso3 order_year weapon category delivered delivery_years tiv_order"
            " tiv_delivered source_id"
        ),
    ),
    "memberships": (
        Membership,
        "memberships",
        "iso3 organisation status =since source_id basis note",
    ),
    "borders": (
        Border,
        "borders",
        "iso3 neighbour_iso3 km source_id",
    ),
    "religions": (
        PopulationShare,
        "religion",
        "iso3 group share year note source_id",
    ),
    "ethnic_groups": (
        PopulationShare,
        "ethnic",
        "iso3 group share year note source_id",
    ),
    "indicators": (
        Indicator,
        "indicators",
        (
            "indicator_id name unit description topic higher_means source_id origin caveat"
            " withheld basis"
        ),
    ),
    "rivals": (
        Rival,
        "rivals",
        "quantity title kind key label",
    ),
}
"""The tables whose rows become records one by one: by the Atlas's name for them, the record, the
table, and its columns in the order of the fields. A column marked `=` is taken as written.
"""


def make_atlas(subject: Subject, tables: Mapping[str, Columns], notes: Sequence[Note]) -> Atlas:
    """Build the Atlas from tables in which no fault was found."""
    plain: dict[str, Any] = {
        name: _records(kind, tables[table], columns)
        for name, (kind, table, columns) in _PLAIN.items()
    }
    return Atlas(
        subject=subject,
        factors=_factors(tables["factors"]),
        ladders=_ladders(tables["ladders"]),
        relations=_relations(tables["relations"]),
        factor_series=_factor_series(tables["factor_series"]),
        notes=tuple(notes),
        **plain,
    )


def _records(kind: Callable[..., object], columns: Columns, names: str) -> tuple[object, ...]:
    """Make one record a row."""
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
