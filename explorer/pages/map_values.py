"""What colours the states on the map: a rating, a likelihood, a figure or a membership."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from explorer.analysis.classes import class_of, round_breaks
from explorer.analysis.likelihood import likelihood_word, whole_percent
from explorer.analysis.pooling import rating_of
from explorer.analysis.tenths import to_tenth
from explorer.domain.atlas import Atlas
from explorer.domain.countries import Membership
from explorer.domain.indicators import Series, SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.map_parts import ClassRole
from explorer.pages.numbers import decimals_for, number_text, scale_for, share_text
from explorer.pages.outlook import Outlook
from explorer.pages.series import source_line
from explorer.pages.sources import source_words
from explorer.pages.words import (
    SCALE_WORDS,
    counted,
    country_name,
    date_words,
    horizon_words,
    in_sentences,
    judged_on,
    listing,
    no_value,
    not_judged,
    rating_text,
    study_states,
    tenth_text,
)

MapKind = Literal["rating", "likelihood", "indicator", "bloc"]
LEADING = "leading"
MOST_CLASSES = 5
_RATING_BREAKS = (1.0, 2.0, 3.0)
_SHARE_BREAKS = (20.0, 40.0, 60.0, 80.0)
_GROUPS = ("Member, signatory or party", "Other standing, as recorded", "On record as outside")
_INSIDE = {"member", "signatory", "party", "nonregional member"}
_OUTSIDE = ("not a member", "never joined", "former")
_JUDGEMENT = "the raters' judgement in this pack"
_SHARED_EVIDENCE = (
    "The raters worked from the same evidence, so their agreement understates doubt."
)


@dataclass(frozen=True, slots=True)
class MapChoice:
    """Something that can colour the map: its kind, the text that names it, label and group."""

    kind: MapKind
    ref: str
    label: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found of a state: its class, counted from 0, or `None` where nothing was found.

    `value` stands under its name, `year` says when it is of, `facts` tell the rest.
    """

    place: int | None
    value: str
    year: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure of states: what it is called, its classes, and what was found of each."""

    title: str
    unit: str
    source: str
    caveat: str
    role: ClassRole
    labels: tuple[str, ...]
    readings: Mapping[str, Reading]
    nothing: str = "no value found"


def map_choices(atlas: Atlas) -> tuple[MapChoice, ...]:
    """Give all that can colour the map, kind by kind; without series whose values are withheld."""
    factors = [
        MapChoice("rating", each.id, each.title, f"{each.group}s") for each in atlas.factors
    ]
    events = [
        MapChoice("likelihood", each.id, f"{each.title} or higher") for each in atlas.rungs[1:]
    ]
    figures = sorted(
        (
            MapChoice("indicator", each.id, _with_unit(each.name, each.unit), each.topic)
            for each in atlas.indicators
            if not each.withheld
        ),
        key=lambda each: (each.group, each.label),
    )
    known = Counter(each.organisation for each in atlas.memberships)
    blocs = [MapChoice("bloc", name, name) for name in sorted(known, key=str.casefold)]
    leading = MapChoice("likelihood", LEADING, "Likeliest rung")
    return (*factors, leading, *events, *figures, *blocs)


def measure(
    atlas: Atlas, outlook: Outlook, observations: Observations | None, choice: MapChoice
) -> Measured:
    """Measure the states of a choice: of the pack's question, or all that the pack knows.

    Figures read as missing while `observations` are `None`.

    Raises:
        KeyError: if the pack has no such factor, rung, indicator or organisation.
    """
    match choice.kind:
        case "rating":
            return _ratings(outlook.ground.atlas, outlook, choice)
        case "likelihood":
            return _likelihoods(atlas, outlook, choice)
        case "indicator":
            return _figures(atlas, observations, choice)
        case "bloc":
            return _memberships(atlas, choice)


def _judged_day(atlas: Atlas) -> str:
    """Give the day of a judgement, with its hindsight under an earlier day."""
    return judged_on(atlas).removeprefix("judged ")


def _with_unit(name: str, unit: str) -> str:
    return f"{name} ({unit})" if unit else name


def _ratings(atlas: Atlas, outlook: Outlook, choice: MapChoice) -> Measured:
    factor = atlas.factor_by_id[choice.ref]
    day, judged = _judged_day(atlas), judged_on(atlas)
    readings: dict[str, Reading] = {}
    for iso3 in study_states(atlas):
        found = rating_of(atlas, iso3, factor.id, None, outlook.ground.choices.rater_weights)
        if found is None:
            readings[iso3] = _missing(not_judged(atlas, "Nobody has rated this"))
            continue
        shown = to_tenth(found.mode)
        facts = (
            (factor.title, f"{rating_text(found.low, found.mode, found.high)}, of {SCALE_WORDS}"),
            ("Judged", f"{day}, by {counted(len(found.modes), 'rater')}"),
            ("Confidence", found.confidence),
            ("Source", _JUDGEMENT),
        )
        place = class_of(shown, _RATING_BREAKS)
        readings[iso3] = Reading(place, tenth_text(found.mode), day, facts)
    return Measured(
        title=factor.title,
        unit=f"Pooled rating, {SCALE_WORDS}, {judged}",
        source=f"Source: {_JUDGEMENT}, {judged}",
        caveat=_SHARED_EVIDENCE,
        role="step",
        labels=_labels(_RATING_BREAKS, ""),
        readings=readings,
    )


def _likelihoods(atlas: Atlas, outlook: Outlook, choice: MapChoice) -> Measured:
    titles = tuple(rung.title for rung in atlas.rungs)
    is_leading = choice.ref == LEADING
    at = 0 if is_leading else {rung.id: at for at, rung in enumerate(atlas.rungs)}[choice.ref]
    until, day = horizon_words(atlas.subject.horizon), _judged_day(atlas)
    judged = judged_on(atlas)
    readings: dict[str, Reading] = {}
    for iso3 in study_states(atlas):
        found = outlook.after.get(iso3)
        if found is None:
            readings[iso3] = _missing(not_judged(atlas, "Nobody has judged this"))
            continue
        if is_leading:
            place, value = found.leading, titles[found.leading]
            facts = tuple(
                (title, share_text(share))
                for title, share in zip(titles, found.shares, strict=True)
            )
        else:
            chance = found.at_least[at]
            place, value = class_of(whole_percent(chance), _SHARE_BREAKS), share_text(chance)
            facts = ((choice.label, f"{value}, {likelihood_word(chance)}, by {until}"),)
        facts = (*facts, ("Judged", day), ("Source", _JUDGEMENT))
        readings[iso3] = Reading(place, value, day, facts)
    under = "" if outlook.is_plain else f", under {outlook.title or 'your assumptions'}"
    what = "The likeliest of the rungs" if is_leading else "Pooled likelihood"
    return Measured(
        title=choice.label,
        unit=f"{what} by {until}, {judged}{under}",
        source=f"Source: {_JUDGEMENT}, {judged}",
        caveat=_SHARED_EVIDENCE,
        role="rung" if is_leading else "step",
        labels=titles if is_leading else _labels(_SHARE_BREAKS, " %"),
        readings=readings,
    )


def _figures(atlas: Atlas, observations: Observations | None, choice: MapChoice) -> Measured:
    indicator = atlas.indicator_by_id[choice.ref]
    ref = SeriesRef("indicator", indicator.id)
    states = [country.iso3 for country in atlas.countries]
    found = [_latest(observations, ref, iso3) for iso3 in states]
    values = [each.points[-1].value for each in found if each.points]
    # By the middle value: the largest of twenty states would count the others in hundredths.
    divisor, unit = scale_for([median(map(abs, values))] if values else [], indicator.unit)
    decimals = decimals_for(value / divisor for value in values)
    shown = {
        each.iso3: round(each.points[-1].value / divisor, decimals)
        for each in found
        if each.points
    }
    breaks = round_breaks(shown.values(), MOST_CLASSES)
    years = Counter(each.points[-1].year for each in found if each.points)
    usual = max(years, key=lambda year: (years[year], year), default=0)
    readings: dict[str, Reading] = {}
    for each in found:
        if not each.points:
            readings[each.iso3] = _missing(no_value(atlas))
            continue
        point, figure = each.points[-1], number_text(shown[each.iso3], decimals)
        source = atlas.source_by_id.get(point.source_id)
        facts = [(indicator.name, _in_unit(figure, unit)), ("Year", str(point.year))]
        facts += [("Note", point.note)] if point.note else []
        facts += [("Source", source_words(source))] if source else []
        value = figure if point.year == usual else f"{figure} ({point.year})"
        place = class_of(shown[each.iso3], breaks)
        readings[each.iso3] = Reading(place, value, str(point.year), tuple(facts))
    return Measured(
        title=indicator.name,
        unit=", ".join(part for part in (unit, _span_words(years, usual)) if part),
        source=source_line(atlas, ref, found),
        caveat=indicator.caveat,
        role="step",
        labels=_labels(breaks, "") if values else (),
        readings=readings,
    )


def _in_unit(figure: str, unit: str) -> str:
    """Give a figure with its unit: “4.2 % of GDP”, “35.9 (index 0-100)”."""
    is_scale = unit[:1].isdigit() or unit.startswith(("index", "score", "rating"))
    return f"{figure} ({unit})" if is_scale else f"{figure} {unit}".strip()


def _latest(observations: Observations | None, ref: SeriesRef, iso3: str) -> Series:
    points = observations.series(ref, iso3).points[-1:] if observations else ()
    return Series(ref, iso3, points)


def _span_words(years: Mapping[int, int], usual: int) -> str:
    """Say of which years the latest values are."""
    if len(years) < 2:  # noqa: PLR2004 - one year is no difference
        return f"{usual}" if years else ""
    return f"latest value of each state: {usual}, or the year in brackets"


def _memberships(atlas: Atlas, choice: MapChoice) -> Measured:
    rows = {each.iso3: each for each in atlas.memberships if each.organisation == choice.ref}
    if not rows:
        raise KeyError(choice.ref)
    states = [country.iso3 for country in atlas.countries]
    readings = {
        iso3: _standing(atlas, rows[iso3]) if iso3 in rows else _missing("No entry found")
        for iso3 in states
    }
    names = dict.fromkeys(rows[iso3].source_id for iso3 in states if iso3 in rows)
    sources = [atlas.source_by_id[key] for key in names if key in atlas.source_by_id]
    return Measured(
        title=f"{choice.ref}: who belongs to it",
        unit="Standing of each state, as recorded",
        source=f"Source: {listing(tuple(dict.fromkeys(map(source_words, sources))))}",
        caveat="No entry does not say that a state stands outside: the tables may not cover it.",
        role="group",
        labels=_GROUPS,
        readings=readings,
        nothing="no entry found",
    )


def _standing(atlas: Atlas, row: Membership) -> Reading:
    status = row.status
    place = 0 if status in _INSIDE else 2 if status.startswith(_OUTSIDE) else 1
    facts = [(row.organisation, status)]
    facts += [("Since", date_words(row.since))] if row.since else []
    facts += [("Basis", row.basis)] if row.basis else []
    facts += [("Note", row.note)] if row.note else []
    source = atlas.source_by_id.get(row.source_id)
    facts += [("Source", source_words(source))] if source else []
    short = status.partition(" (")[0].partition(",")[0]
    return Reading(place, short, date_words(row.since) if row.since else "", tuple(facts))


def _missing(words: str = "No value found") -> Reading:
    said = words[0].lower() + words[1:]
    return Reading(None, said, "", (("Value", said),))


def _labels(breaks: Sequence[float], sign: str) -> tuple[str, ...]:
    """Name the classes between breaks: “under 5”, “5 to 10”, “10 and more”."""
    if not breaks:
        return ("all values found",)
    decimals = next(
        (places for places in range(5) if all(_is_exact(each, places) for each in breaks)), 5
    )
    texts = [number_text(each, decimals) for each in breaks]
    between = [f"{low} to {high}{sign}" for low, high in pairwise(texts)]
    return (f"under {texts[0]}{sign}", *between, f"{texts[-1]}{sign} and more")


def _is_exact(value: float, places: int) -> bool:
    return abs(round(value, places) - value) <= 1e-9 * max(abs(value), 1.0)


def missing_words(atlas: Atlas, measured: Measured) -> str:
    """Name the states of which nothing was found; blank where each has a value."""
    names = [
        country_name(atlas, iso3)
        for iso3, reading in measured.readings.items()
        if reading.place is None
    ]
    return in_sentences([f"{measured.nothing} for {listing(names)}"]) if names else ""
