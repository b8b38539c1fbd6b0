"""The cells of the comparison, one by one: ratings, differences and outcomes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from explorer.analysis.differences import RatingDifference, rating_difference
from explorer.analysis.likelihood import likelihood_word, percent_text, whole_percent
from explorer.analysis.pooling import PooledLadder, PooledRating, ladder_of, rating_of
from explorer.analysis.tenths import to_tenth
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Factor, Group
from explorer.domain.outcomes import BASELINE_SCENARIO, JudgedLadder
from explorer.pages.charts import RatingMark
from explorer.pages.compare import Difference, FactorCell, OutcomeCell
from explorer.pages.view import Target
from explorer.pages.words import (
    SCALE_WORDS,
    counted,
    country_name,
    disagreement_words,
    in_sentences,
    number_word,
    raters_words,
    signed,
    tenth_text,
)
from explorer.workspace.document import Workspace

NOT_RATED = "Nobody has rated this"
NOT_JUDGED = "Nobody has judged this"
WIDE_LADDER = 10
"""From how many percentage points between the raters the difference is said."""


def rating_mark(rating: PooledRating) -> RatingMark:
    """Give a pooled rating as a mark on the scale, at the figures that are shown of it."""
    return RatingMark(
        to_tenth(rating.mode), to_tenth(rating.low), to_tenth(rating.high), rating.modes
    )


def compose_factor_cell(
    atlas: Atlas, workspace: Workspace, factor: Factor, iso3: str, baseline: str
) -> FactorCell:
    """Compose one state's cell of one factor, seen from the baseline country."""
    rating = rating_of(atlas, iso3, factor.id)
    has_note = bool(workspace.note(str(Target("cell", iso3, factor.id))))
    count = len(atlas.evidence_of(iso3, factor.id))
    if rating is None:
        text = f"{country_name(atlas, iso3)}, {factor.title}: {NOT_RATED.lower()}."
        return FactorCell(iso3, None, NOT_RATED, "", count, None, "", has_note, text)
    cell = atlas.cell_by_key.get((iso3, factor.id))
    base = rating_of(atlas, baseline, factor.id) if iso3 != baseline else None
    difference = (
        compose_difference(
            factor.group,
            rating_difference(factor.group, base, rating),
            country_name(atlas, baseline),
        )
        if base
        else None
    )
    found = FactorCell(
        iso3=iso3,
        mark=rating_mark(rating),
        summary=cell.summary if cell else "",
        confidence=rating.confidence,
        evidence_count=count,
        difference=difference,
        disagreement=disagreement_words(rating),
        has_note=has_note,
        description="",
    )
    return replace(found, description=_cell_description(atlas, factor, found, rating))


def compose_difference(group: Group, found: RatingDifference, baseline: str) -> Difference:
    """Put a difference into words, for a baseline country of that name."""
    text = signed(found.shown)
    if found.effect == "level":
        words = f"level with {baseline}"
    else:
        side = "higher" if found.shown > 0 else "lower"
        size = tenth_text(abs(found.shown))
        words = f"{size} {side} than {baseline}, {_effect_words(group, found.shown)}"
    if found.within_ranges and found.effect != "level":
        words += "; within the ranges, so the two may be level"
    return Difference(found.value, found.effect, found.within_ranges, text, words)


def compose_outcome_cell(atlas: Atlas, workspace: Workspace, iso3: str) -> OutcomeCell:
    """Compose one state's pooled ladder on things as they stand."""
    name = country_name(atlas, iso3)
    has_note = bool(workspace.note(str(Target("outcome", iso3))))
    pooled = ladder_of(atlas, iso3, BASELINE_SCENARIO)
    if pooled is None:
        text = f"{name}, likely outcomes: {NOT_JUDGED.lower()}."
        return OutcomeCell(iso3, (), NOT_JUDGED, "", "", "", has_note, text)
    ladders = atlas.ladders_of(iso3, BASELINE_SCENARIO, atlas.subject.as_of)
    leading = pooled.shares[pooled.leading]
    found = OutcomeCell(
        iso3=iso3,
        shares=pooled.shares,
        leading=atlas.rungs[pooled.leading].title,
        percent=percent_text(leading),
        word=likelihood_word(leading),
        disagreement=ladder_disagreement(atlas, pooled, ladders),
        has_note=has_note,
        description="",
    )
    return replace(found, description=_outcome_description(atlas, found))


def pooled_words(atlas: Atlas, countries: Iterable[str], scenario: str = BASELINE_SCENARIO) -> str:
    """Say what the ladders of some states are: “mean of 4 raters”, of those who judged them."""
    found = (ladder_of(atlas, iso3, scenario) for iso3 in countries)
    return f"mean of {raters_words(pooled.raters for pooled in found if pooled)}"


def ladder_disagreement(
    atlas: Atlas, pooled: PooledLadder, ladders: Sequence[JudgedLadder]
) -> str:
    """Say how the raters' ladders differ, where it is worth saying; else nothing."""
    shares = [ladder.probabilities[pooled.leading] for ladder in ladders]
    others = [
        ladder
        for ladder in ladders
        if max(ladder.probabilities) > ladder.probabilities[pooled.leading]
    ]
    if others:
        of = f"{number_word(len(others))} of {number_word(len(ladders))} raters"
        verb = "puts" if len(others) == 1 else "put"
        places = sorted({x.probabilities.index(max(x.probabilities)) for x in others})
        return f"{of} {verb} {' or '.join(atlas.rungs[place].title for place in places)} first"
    low, high = whole_percent(min(shares)), whole_percent(max(shares))
    if high - low < WIDE_LADDER:
        return ""
    return f"raters {low} to {percent_text(max(shares))}"


def _effect_words(group: Group, value: float) -> str:
    if group == "interest":
        return "a stronger pull" if value > 0 else "a weaker pull"
    return "holds back more" if value > 0 else "holds back less"


def _cell_description(atlas: Atlas, factor: Factor, cell: FactorCell, rating: PooledRating) -> str:
    """Say the whole cell in sentences, for a reader who hears it."""
    rated = f"{tenth_text(rating.mode)} on a scale of {SCALE_WORDS}"
    parts = [
        f"{country_name(atlas, cell.iso3)}, {factor.title}: {rated}",
        f"range {tenth_text(rating.low)} to {tenth_text(rating.high)}",
        cell.summary,
        f"{cell.confidence} confidence",
        counted(cell.evidence_count, "evidence item"),
        cell.difference.words if cell.difference else "",
        cell.disagreement,
        "you have a note here" if cell.has_note else "",
    ]
    return in_sentences(parts)


def _outcome_description(atlas: Atlas, cell: OutcomeCell) -> str:
    """Say a state's likely outcomes in sentences, for a reader who hears them."""
    shares = zip(atlas.rungs, cell.shares, strict=True)
    leading = f"{cell.leading}, {cell.word}, {cell.percent}"
    parts = [
        f"{country_name(atlas, cell.iso3)}, likely outcomes: {leading}",
        ", ".join(f"{rung.title} {percent_text(share)}" for rung, share in shares),
        cell.disagreement,
        "you have a note here" if cell.has_note else "",
    ]
    return in_sentences(parts)
