"""What the records of a pack are called in a chain: a title and a line on each."""

from collections.abc import Callable, Iterable
from typing import Any

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
    OWN_RATER,
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
from explorer.pages.chain import ChainLink
from explorer.pages.evidence_items import direction_words
from explorer.pages.evidence_pool import factor_title
from explorer.pages.numbers import share_text
from explorer.pages.sources import source_link
from explorer.pages.trace import Thing, ThingKind, thing
from explorer.pages.trace_names import Record, name_of, records_named
from explorer.pages.words import (
    country_name,
    country_names,
    date_words,
    day_words,
    listing,
    rating_text,
)

KIND_WORDS: dict[ThingKind, str] = {
    "actor": "Actor, as one rater sees it",
    "arms_order": "Arms order",
    "assessment": "Assessment by a named author",
    "border": "Border",
    "cell": "Text of the comparison",
    "conclusion": "Conclusion on a state",
    "country": "State",
    "dissent": "Dissent by a named author",
    "ethnic": "Ethnic group",
    "event": "Event",
    "evidence": "Evidence",
    "factor": "Factor",
    "figure": "Figure",
    "file": "File of the pack",
    "indicator": "Indicator",
    "ladder": "Outcome ladder",
    "membership": "Membership",
    "note": "Bundled note",
    "own": "Your own",
    "pair": "Conclusion on a pair",
    "question": "Forecast question",
    "rating": "Rating",
    "relation": "Relations with Israel",
    "religion": "Religious group",
    "roll_call": "Roll call",
    "rung": "Rung of the ladder",
    "scenario": "Scenario",
    "series": "Series",
    "shift": "Shift of a scenario",
    "signpost": "Signpost",
    "source": "Source",
    "tie": "Event in relations with Israel",
    "vote": "Vote",
    "weight": "Weight of a factor",
}
PLURALS: dict[ThingKind, str] = {
    "actor": "Actors",
    "arms_order": "Arms orders",
    "assessment": "Assessments",
    "border": "Borders",
    "cell": "Texts of the comparison",
    "conclusion": "Conclusions",
    "country": "States",
    "dissent": "Dissents",
    "ethnic": "Ethnic groups",
    "event": "Events",
    "evidence": "Evidence",
    "indicator": "Indicators",
    "ladder": "Ladders",
    "membership": "Memberships",
    "note": "Notes",
    "pair": "Conclusions on pairs",
    "question": "Forecast questions",
    "rating": "Ratings",
    "relation": "Relations with Israel",
    "religion": "Religious groups",
    "signpost": "Signposts",
    "source": "Sources",
    "tie": "Events in relations with Israel",
    "vote": "Votes",
    "weight": "Weights",
}


def link_to(atlas: Atlas, kind: ThingKind, record: Record) -> ChainLink:
    """Give the way to a record."""
    title, words = called(atlas, kind, record)
    return ChainLink(str(name_of(kind, record)), title, words)


def links_to(atlas: Atlas, kind: ThingKind, records: Iterable[Record]) -> tuple[ChainLink, ...]:
    """Give the ways to records of one kind."""
    return tuple(link_to(atlas, kind, record) for record in records)


def link_by_name(atlas: Atlas, named: Thing) -> ChainLink | None:
    """Give the way to the first record of a name; `None` where the Atlas has none."""
    records = records_named(atlas, named)
    return link_to(atlas, named.kind, records[0]) if records else None


def named_links(atlas: Atlas, kind: ThingKind, keys: Iterable[str]) -> tuple[ChainLink, ...]:
    """Give the ways to records by their ids; those that the Atlas lacks are left out."""
    found = (link_by_name(atlas, thing(kind, key)) for key in dict.fromkeys(keys))
    return tuple(link for link in found if link is not None)


def called(atlas: Atlas, kind: ThingKind, record: Record) -> tuple[str, str]:
    """Give the title of a record, and a line on it."""
    return _NAMERS[kind](atlas, record)


def cell_title(atlas: Atlas, iso3: str, factor: str) -> str:
    """Give the place of a rating: “Kazakhstan · Iran trade routes”."""
    return f"{country_name(atlas, iso3)} · {factor_title(atlas, factor)}"


def _joined(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if str(part))


def _actor(atlas: Atlas, x: Actor) -> tuple[str, str]:
    return f"{country_name(atlas, x.iso3)}: {x.actor}, as {x.rater} sees it", x.note


def _arms(atlas: Atlas, x: ArmsOrder) -> tuple[str, str]:
    title = f"{country_name(atlas, x.iso3)} orders {x.weapon} in {x.order_year}"
    return title, x.category


def _assessment(_atlas: Atlas, x: Assessment) -> tuple[str, str]:
    return f"{x.author}, {x.publisher}", _joined(x.date.words, x.position)


def _border(atlas: Atlas, x: Border) -> tuple[str, str]:
    names = country_names(atlas, (x.iso3, x.neighbour_iso3))
    return f"Border of {listing(names)}", f"{x.km:,.0f} km"


def _cell(atlas: Atlas, x: Cell) -> tuple[str, str]:
    return f"{cell_title(atlas, x.iso3, x.factor)}: the text", x.summary


def _conclusion(atlas: Atlas, x: Conclusion) -> tuple[str, str]:
    return f"{country_name(atlas, x.iso3)}: the conclusion", x.headline


def _country(_atlas: Atlas, x: Country) -> tuple[str, str]:
    return x.name, f"Capital {x.capital}"


def _dissent(atlas: Atlas, x: Dissent) -> tuple[str, str]:
    where = country_name(atlas, x.iso3)
    return f"{x.author} on {where}", _joined(date_words(x.date), x.position)


def _event(_atlas: Atlas, x: Event) -> tuple[str, str]:
    return x.title, _joined(x.date.words, x.detail)


def _evidence(atlas: Atlas, x: Evidence) -> tuple[str, str]:
    words = (
        x.date.words,
        f"{x.reliability}{x.credibility}",
        direction_words(atlas, x),
        ", ".join(x.countries),
    )
    return f"{x.id} · {x.claim}", _joined(*words)


def _factor(_atlas: Atlas, x: Factor) -> tuple[str, str]:
    return x.title, x.question


def _indicator(_atlas: Atlas, x: Indicator) -> tuple[str, str]:
    return f"{x.name}: definition and caveat", _joined(x.unit, x.origin)


def _ladder(atlas: Atlas, x: JudgedLadder) -> tuple[str, str]:
    shares = (
        f"{rung.title} {share_text(share)}"
        for rung, share in zip(atlas.rungs, x.probabilities, strict=False)
    )
    what = f"{x.rater}: ladder of {country_name(atlas, x.iso3)}"
    return what, _joined(day_words(x.as_of), ", ".join(shares))


def _membership(atlas: Atlas, x: Membership) -> tuple[str, str]:
    return f"{country_name(atlas, x.iso3)} in {x.organisation}", _joined(x.status, x.since)


def _note(_atlas: Atlas, x: Note) -> tuple[str, str]:
    return x.title, f"Updated {day_words(x.updated)}"


def _pair(atlas: Atlas, x: PairConclusion) -> tuple[str, str]:
    names = country_names(atlas, (atlas.subject.baseline, x.iso3))
    return f"{listing(names)}: the conclusion", x.headline


def _question(_atlas: Atlas, x: ForecastQuestion) -> tuple[str, str]:
    return f"{x.id} · {x.question}", _joined(x.resolution.capitalize(), x.what_happened)


def _rating(atlas: Atlas, x: Rating) -> tuple[str, str]:
    who = "Your own rating" if x.rater == OWN_RATER else x.rater
    title = f"{who}: {cell_title(atlas, x.iso3, x.factor)} {rating_text(x.low, x.mode, x.high)}"
    words = (day_words(x.as_of), f"confidence {x.confidence}", x.summary or x.rationale)
    return title, _joined(*words)


def _relation(atlas: Atlas, x: Relation) -> tuple[str, str]:
    item = x.item.replace("_", " ")
    return f"{country_name(atlas, x.iso3)}, relations: {item}", _joined(
        x.value, date_words(x.date)
    )


def _share(atlas: Atlas, x: PopulationShare) -> tuple[str, str]:
    title = f"{country_name(atlas, x.iso3)}: {x.group}, {x.share:g} % of the population"
    return title, _joined(x.year or "no year printed", x.note)


def _rung(_atlas: Atlas, x: Rung) -> tuple[str, str]:
    return x.title, x.definition


def _scenario(_atlas: Atlas, x: Scenario) -> tuple[str, str]:
    return x.title, x.description


def _shift(atlas: Atlas, x: ScenarioShift) -> tuple[str, str]:
    return f"{factor_title(atlas, x.factor)} by {x.shift:+.1f}", f"Scenario {x.scenario}"


def _signpost(atlas: Atlas, x: Signpost) -> tuple[str, str]:
    return x.signpost, _joined(country_name(atlas, x.iso3), factor_title(atlas, x.factor))


def _source(_atlas: Atlas, x: Source) -> tuple[str, str]:
    return x.title, _joined(source_link(x).line, x.id)


def _tie(atlas: Atlas, x: Tie) -> tuple[str, str]:
    title = f"{country_name(atlas, x.iso3)} and Israel: {x.event}"
    return title, _joined(x.date.words, x.detail)


def _vote(atlas: Atlas, x: KeyVote) -> tuple[str, str]:
    title = f"{country_name(atlas, x.iso3)} on {x.resolution}: {x.vote}"
    return title, _joined(day_words(x.date), x.topic)


def _weight(atlas: Atlas, x: Weight) -> tuple[str, str]:
    return f"{x.rater} gives {factor_title(atlas, x.factor)} the weight {x.weight:g}", ""


_NAMERS: dict[ThingKind, Callable[[Atlas, Any], tuple[str, str]]] = {
    "actor": _actor,
    "arms_order": _arms,
    "assessment": _assessment,
    "border": _border,
    "cell": _cell,
    "conclusion": _conclusion,
    "country": _country,
    "dissent": _dissent,
    "ethnic": _share,
    "event": _event,
    "evidence": _evidence,
    "factor": _factor,
    "indicator": _indicator,
    "ladder": _ladder,
    "membership": _membership,
    "note": _note,
    "pair": _pair,
    "question": _question,
    "rating": _rating,
    "relation": _relation,
    "religion": _share,
    "rung": _rung,
    "scenario": _scenario,
    "shift": _shift,
    "signpost": _signpost,
    "source": _source,
    "tie": _tie,
    "vote": _vote,
    "weight": _weight,
}
