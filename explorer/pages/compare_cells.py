"""The cells of the comparison, one by one: ratings, differences and outcomes."""

from collections.abc import Mapping
from dataclasses import replace

from explorer.analysis.differences import RatingDifference, rating_difference
from explorer.analysis.pooling import PooledRating, rating_of
from explorer.analysis.tenths import to_tenth
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Factor, Group
from explorer.pages.compare import Difference, FactorCell
from explorer.pages.rating_marks import RatingMark, own_mark, own_said
from explorer.pages.view import Target
from explorer.pages.words import (
    SCALE_WORDS,
    counted,
    country_name,
    disagreement_words,
    in_sentences,
    mid_sentence,
    not_judged,
    signed,
    tenth_text,
)
from explorer.workspace.as_of import judged_then
from explorer.workspace.document import Workspace

NOT_RATED = "Nobody has rated this"


def rating_mark(rating: PooledRating) -> RatingMark:
    """Give a pooled rating as a mark on the scale, at the figures that are shown of it."""
    return RatingMark(
        to_tenth(rating.mode), to_tenth(rating.low), to_tenth(rating.high), rating.modes
    )


def compose_factor_cell(
    atlas: Atlas,
    workspace: Workspace,
    factor: Factor,
    iso3: str,
    baseline: str,
    weights: Mapping[str, float] | None = None,
) -> FactorCell:
    """Compose one state's cell of one factor, seen from the baseline country.

    `weights` are what each rater counts for, by name; all count alike without them.
    """
    rating = rating_of(atlas, iso3, factor.id, None, weights)
    own = own_said(judged_then(atlas, workspace), iso3, factor.id)
    has_note = bool(workspace.note(str(Target("cell", iso3, factor.id))))
    count = len(atlas.evidence_of(iso3, factor.id))
    if rating is None:
        missing = not_judged(atlas, NOT_RATED)
        text = in_sentences(
            (f"{country_name(atlas, iso3)}, {factor.title}: {mid_sentence(missing)}", own)
        )
        return FactorCell(iso3, None, missing, "", count, None, "", has_note, text)
    cell = atlas.cell_by_key.get((iso3, factor.id))
    base = rating_of(atlas, baseline, factor.id, None, weights) if iso3 != baseline else None
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
        mark=replace(
            rating_mark(rating), own=own_mark(judged_then(atlas, workspace), iso3, factor.id)
        ),
        summary=cell.summary if cell else "",
        confidence=rating.confidence,
        evidence_count=count,
        difference=difference,
        disagreement=disagreement_words(rating),
        has_note=has_note,
        description="",
    )
    return replace(found, description=_cell_description(atlas, factor, found, rating, own))


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


def _effect_words(group: Group, value: float) -> str:
    if group == "interest":
        return "a stronger pull" if value > 0 else "a weaker pull"
    return "holds back more" if value > 0 else "holds back less"


def _cell_description(
    atlas: Atlas, factor: Factor, cell: FactorCell, rating: PooledRating, own: str
) -> str:
    """Say the whole cell in sentences, for a reader who hears it."""
    rated = f"{tenth_text(rating.mode)} on a scale of {SCALE_WORDS}"
    parts = [
        f"{country_name(atlas, cell.iso3)}, {factor.title}: {rated}",
        f"range {tenth_text(rating.low)} to {tenth_text(rating.high)}",
        own,
        cell.summary,
        f"{cell.confidence} confidence",
        counted(cell.evidence_count, "evidence item"),
        cell.difference.words if cell.difference else "",
        cell.disagreement,
        "you have a note here" if cell.has_note else "",
    ]
    return in_sentences(parts)
