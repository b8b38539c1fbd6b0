"""The figures of a series as the comparison wants them: year, source, basis, caveat, absence."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from explorer.analysis.comparability import (
    Absence,
    Figure,
    Rival,
    Verdict,
    compare,
    usual_pace,
    wilson_interval,
)
from explorer.domain.atlas import Atlas
from explorer.domain.indicators import Point, Series, SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.comparability import Named, row_cell
from explorer.pages.rivals import rivals_of
from explorer.pages.series_labels import withheld_because
from explorer.pages.sources import publisher_words
from explorer.pages.words import country_name, sentence

FEW_VOTES = 10
"""A share of fewer votes than this may not be compared: one vote moves it by over ten points."""
THIN = (
    f"Hollow marks: fewer than {FEW_VOTES} votes stand behind the share, so one vote moves it by "
    "more than ten points."
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_UNRANKED = re.compile(
    r"\bdo not (?:rank|compare)\b|\btoo old to compare\b|\bdefinition moved\b", re.IGNORECASE
)
_UNLIKE = re.compile(r"\b(?:definitions|lines|rules|waves) differ\b", re.IGNORECASE)
"""States measured in unlike ways: it holds of all, whatever the same sentence says of one next."""
_COVERAGE = re.compile(
    r"(?:[A-Z]\w+(?:, | and )?)+ (?:ends?|starts?)(?: in)? \d{4}\."
    r"|[A-Z]\w+ \d{4}\.|Not covered: .*|No figure for .*"
)
"""Sentences that tell only for which years or states there are values: the years say that."""
_ENDINGS = ("istan", "stan")


def named_figures(
    atlas: Atlas,
    observations: Observations,
    ref: SeriesRef,
    found: Sequence[Series],
    text: Callable[[float], str],
) -> tuple[Named, ...]:
    """Give each state's latest figure; `text` writes a value as it is shown."""
    return tuple(_named(atlas, observations, ref, series, text) for series in found)


def year_cells(
    figures: Sequence[Named], points: Sequence[Mapping[int, Point]], years: Sequence[int]
) -> tuple[str, ...]:
    """Say for each year whether the states' figures of that year may be compared with the first's.

    Within a year only sources, bases and caveats set most figures apart, so rows alike are worked
    out once: values play no part, and places stand for them. Where there are rivals or intervals
    each year is worked out by itself.
    """
    known: dict[tuple[tuple[str, str] | int | None, ...], str] = {}
    has_values = any(each.figure.rivals or each.figure.interval for each in figures)
    cells: list[str] = []
    for year in years:
        pairs = [(named, each.get(year)) for named, each in zip(figures, points, strict=True)]
        key = (
            year if has_values else None,
            *(
                (point.source_id, _caveat_in(named, point)) if point else None
                for named, point in pairs
            ),
        )
        if key not in known:
            found = [
                _of_year(named, point, point.value if has_values else float(at)) if point else None
                for at, (named, point) in enumerate(pairs)
            ]
            known[key] = row_cell(found[0], [each for each in found[1:] if each])
        cells.append(known[key])
    return tuple(cells)


def _caveat_in(named: Named, point: Point) -> str:
    """Give the caveat on a state's figure of one year: of votes, whether they are few in it."""
    return _few_votes(point) if _is_share(named) else named.figure.caveat


def _is_share(named: Named) -> bool:
    return named.figure.definition.startswith("un_agreement/")


def _of_year(named: Named, point: Point, value: float) -> Named:
    """Give the figure of one year; of its rivals only what they say of that year counts."""
    figure = replace(
        named.figure,
        source=point.source_id,
        year=point.year,
        value=value,
        caveat=_caveat_in(named, point),
        interval=share_interval(point) if _is_share(named) else None,
        absence="",
        rivals=tuple(each for each in named.figure.rivals if each.year == point.year),
    )
    return replace(named, figure=figure)


def _few_votes(point: Point) -> str:
    """Say that a share rests on few votes; blank where it does not."""
    is_few = vote_count(point) < FEW_VOTES
    return f"Behind the share of {point.year} stand only {point.note}." if is_few else ""


def comparison_of(
    atlas: Atlas, observations: Observations, ref: SeriesRef, one: str, other: str
) -> Verdict:
    """Say whether the latest figures of two states may be compared."""
    first, second = (
        _named(atlas, observations, ref, observations.series(ref, iso3), str).figure
        for iso3 in (one, other)
    )
    return compare(first, second)


def is_thin(ref: SeriesRef, point: Point | None) -> bool:
    """Say whether a value is a share of few votes."""
    return ref.kind == "un_agreement" and point is not None and vote_count(point) < FEW_VOTES


def vote_count(point: Point) -> int:
    """Give the number of votes behind a share, which the note of its point begins with."""
    return int(point.note.split()[0])


def share_interval(point: Point) -> tuple[float, float]:
    """Give the 95 % interval of a share of votes, in percent, as of a sample of so many votes."""
    low, high = wilson_interval(min(1.0, max(0.0, point.value / 100.0)), vote_count(point))
    return low * 100.0, high * 100.0


def _rivals(
    atlas: Atlas, observations: Observations, ref: SeriesRef, iso3: str
) -> tuple[Rival, ...]:
    """Give what other series for the same quantity say of a state, year by year.

    Series whose figures may not be shown are left out, and so are single items of evidence, which
    are of one state and order none.
    """
    if ref.kind != "indicator":
        return ()
    others = dict.fromkeys(
        (each.label, SeriesRef("indicator", each.key))
        for group in rivals_of(atlas, "indicator", ref.key)
        for each in group
        if each.kind == "indicator"
    )
    return tuple(
        Rival(label, point.year, point.value)
        for label, other in others
        if not withheld_because(atlas, other)
        for point in observations.series(other, iso3).points
    )


def caveat_of(atlas: Atlas, ref: SeriesRef, iso3: str) -> tuple[str, bool]:
    """Give what the caveat says of a state, or against ranking any; and if it names the state.

    The caveat is read sentence by sentence. A state is named by its name or its people's.
    """
    if ref.kind != "indicator":
        return "", False
    name = country_name(atlas, iso3)
    stem = next((name.removesuffix(end) for end in _ENDINGS if name.endswith(end)), name)
    named = re.compile(rf"\b{re.escape(stem)}")
    sentences = [
        each
        for each in _SENTENCE.split(atlas.indicator_by_id[ref.key].caveat)
        if not _COVERAGE.fullmatch(each)
    ]
    own = [each for each in sentences if named.search(each)]
    others = [each for each in sentences if _bars_all(atlas, each)]
    said = dict.fromkeys((*own, *others))
    return " ".join(sentence(each) for each in said), bool(own)


def _bars_all(atlas: Atlas, text: str) -> bool:
    """Say whether a sentence of a caveat keeps every state from being set above another."""
    clauses = (each for each in text.split(";") if _UNLIKE.search(each))
    if any(not _names_one(atlas, each.partition("(")[0]) for each in clauses):
        return True
    return _UNRANKED.search(text) is not None and not _names_one(atlas, text)


def _names_one(atlas: Atlas, text: str) -> bool:
    """Say whether a sentence speaks of a state by name, and so of that one only."""
    return any(
        country.name.removesuffix("istan").removesuffix("stan") in text
        for country in atlas.countries
    )


def _named(
    atlas: Atlas,
    observations: Observations,
    ref: SeriesRef,
    series: Series,
    text: Callable[[float], str],
) -> Named:
    latest = series.latest
    absence, year, listed = _absence(observations, ref, series)
    partner = country_name(atlas, ref.partner) if absence else ""
    name = country_name(atlas, series.iso3)
    if latest is None:
        empty = Figure(str(ref), "", year, None, absence=absence)
        return Named(name, empty, "", partner=partner, listed=listed)
    caveat, warned = caveat_of(atlas, ref, series.iso3)
    if ref.kind == "un_agreement":
        caveat, warned = _few_votes(latest), True
    indicator = atlas.indicator_by_id[ref.key] if ref.kind == "indicator" else None
    is_share = ref.kind == "un_agreement"
    figure = Figure(
        definition=str(ref),
        source=latest.source_id,
        year=latest.year,
        value=latest.value,
        basis=indicator.basis if indicator else "",
        caveat=caveat,
        interval=share_interval(latest) if is_share else None,
        absence=absence,
        pace=usual_pace([x.year for x in series.points], [x.value for x in series.points]),
        rivals=_rivals(atlas, observations, ref, series.iso3),
    )
    return Named(
        name,
        figure,
        text(latest.value),
        _whose(atlas, latest),
        partner,
        listed,
        warned,
        backing=latest.note if is_share else "",
        means=indicator.higher_means if indicator else "",
    )


def _whose(atlas: Atlas, point: Point) -> str:
    source = atlas.source_by_id.get(point.source_id)
    return publisher_words(source) or source.title if source else point.source_id


def _absence(
    observations: Observations, ref: SeriesRef, series: Series
) -> tuple[Absence, int, str]:
    """Say why a partner's share is missing, and of a list its year and its smallest share."""
    if ref.kind != "trade_share":
        return "", 0, ""
    newest = observations.newest_list(ref.key, series.iso3)
    if newest is None:
        return "unlisted", 0, ""
    if series.latest is not None and series.latest.year >= newest.year:
        return "", 0, ""
    noted = f"; {newest.note}" if newest.note else ""
    return "small", newest.year, f"{newest.year}, smallest {newest.least:g} %{noted}"
