"""The figures of a series as the comparison wants them: year, source, basis, caveat, absence."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from explorer.analysis.comparability import Absence, Figure, Verdict, compare, usual_pace
from explorer.domain.atlas import Atlas
from explorer.domain.indicators import Point, Series, SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.comparability import Named, row_cell
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
    r"\bdo not (?:rank|compare)\b|\btoo old to compare\b|\b(?:definitions|lines) differ\b",
    re.IGNORECASE,
)
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

    Within a year only sources, bases and caveats set figures apart, so rows alike are worked out
    once; values play no part, and places stand for them.
    """
    known: dict[tuple[tuple[str, str] | None, ...], str] = {}
    cells: list[str] = []
    for year in years:
        key = tuple(
            (each[year].source_id, _caveat_in(named, each[year])) if year in each else None
            for named, each in zip(figures, points, strict=True)
        )
        if key not in known:
            found = [
                _of_year(named, year, float(at), *parts) if parts else None
                for at, (named, parts) in enumerate(zip(figures, key, strict=True))
            ]
            known[key] = row_cell(found[0], [each for each in found[1:] if each])
        cells.append(known[key])
    return tuple(cells)


def _caveat_in(named: Named, point: Point) -> str:
    """Give the caveat on a state's figure of one year: of votes, whether they are few in it."""
    is_share = named.figure.definition.startswith("un_agreement/")
    return _few_votes(point) if is_share else named.figure.caveat


def _of_year(named: Named, year: int, value: float, source: str, caveat: str) -> Named:
    figure = replace(
        named.figure, source=source, year=year, value=value, caveat=caveat, absence=""
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
    others = [each for each in sentences if _UNRANKED.search(each) and not _names_one(atlas, each)]
    said = dict.fromkeys((*own, *others))
    return " ".join(sentence(each) for each in said), bool(own)


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
    pace = usual_pace(
        [point.year for point in series.points], [point.value for point in series.points]
    )
    if latest is None:
        empty = Figure(str(ref), "", year, None, absence=absence)
        name = country_name(atlas, series.iso3)
        return Named(name, empty, "", partner=partner, listed=listed)
    caveat, warned = caveat_of(atlas, ref, series.iso3)
    if ref.kind == "un_agreement":
        caveat, warned = _few_votes(latest), True
    basis = atlas.indicator_by_id[ref.key].basis if ref.kind == "indicator" else ""
    figure = Figure(
        definition=str(ref),
        source=latest.source_id,
        year=latest.year,
        value=latest.value,
        basis=basis,
        caveat=caveat,
        absence=absence,
        pace=pace,
    )
    source = atlas.source_by_id.get(latest.source_id)
    whose = publisher_words(source) or source.title if source else latest.source_id
    return Named(
        country_name(atlas, series.iso3),
        figure,
        text(latest.value),
        whose,
        partner,
        listed,
        warned,
    )


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
