"""The parts of a brief that stand on the grid: at a glance, likely outcomes, and the reasons."""

from dataclasses import replace

from explorer.analysis.pooling import rating_of
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Factor
from explorer.pages.brief_document import (
    BriefReason,
    CitedText,
    GlanceCell,
    GlanceDifference,
    GlanceGroup,
    GlanceRow,
    OutcomeBar,
    ReasonPair,
)
from explorer.pages.brief_sources import SourceNumbers
from explorer.pages.compare import ComparePage, Difference, FactorCell, FactorRow
from explorer.pages.numbers import share_figure
from explorer.pages.whiskers import whiskers_of
from explorer.pages.words import EN_DASH, country_name, rating_text, tenth_text

GLANCE_CITES = 2
"""How many evidence items a line at a glance cites: the strongest."""
REASON_CITES = 3
"""How many evidence items a reason cites: the strongest. More would leave no room to read."""
_WHISKER_GAP = 0.012
_EFFECTS = {
    ("interest", True): "stronger pull",
    ("interest", False): "weaker pull",
    ("constraint", True): "holds back more",
    ("constraint", False): "holds back less",
}


def glance_groups(
    atlas: Atlas, page: ComparePage, sources: SourceNumbers
) -> tuple[GlanceGroup, ...]:
    """Give the grid at a glance, in the page's order."""
    return tuple(
        GlanceGroup(section.title, tuple(_glance_row(atlas, row, sources) for row in section.rows))
        for section in page.sections
    )


def outcome_bars(atlas: Atlas, page: ComparePage) -> tuple[OutcomeBar, ...]:
    """Give each state's ladder with the leading rung and its word."""
    return tuple(
        OutcomeBar(
            name=country_name(atlas, cell.iso3),
            shares=cell.shares,
            labels=tuple(share_figure(share) for share in cell.shares),
            leading=f"{cell.leading}, {cell.percent}" if cell.shares else cell.leading,
            word=cell.word,
            disagreement=cell.disagreement,
            description=cell.description,
            interval=cell.interval,
            whiskers=whiskers_of(cell.shares, cell.bounds, _WHISKER_GAP),
            before=cell.before,
            judged=cell.judged,
        )
        for cell in page.outcomes.cells
    )


def reason_pairs(
    atlas: Atlas, page: ComparePage, sources: SourceNumbers
) -> tuple[ReasonPair, ...]:
    """Give the reasons for both ratings of each factor, in the page's order."""
    pairs: list[ReasonPair] = []
    for section in page.sections:
        for row in section.rows:
            factor = atlas.factor_by_id[row.factor]
            first, second = (_reason(atlas, factor, cell, sources) for cell in row.cells)
            pairs.append(ReasonPair(factor.title, factor.question, (first, second)))
    return tuple(pairs)


def _glance_row(atlas: Atlas, row: FactorRow, sources: SourceNumbers) -> GlanceRow:
    factor = atlas.factor_by_id[row.factor]
    first, second = (_glance_cell(atlas, factor, cell, sources) for cell in row.cells)
    difference = row.cells[1].difference
    return GlanceRow(
        title=row.title,
        holder=row.holder,
        cells=(first, second),
        difference=_glance_difference(factor, difference) if difference else None,
    )


def _glance_cell(
    atlas: Atlas, factor: Factor, cell: FactorCell, sources: SourceNumbers
) -> GlanceCell:
    if cell.mark is None:
        return GlanceCell(None, "", "", CitedText(cell.summary))
    text = atlas.cell_by_key.get((cell.iso3, factor.id))
    ids = text.evidence_ids if text else ()
    return GlanceCell(
        mark=replace(cell.mark, own=None),
        value=tenth_text(cell.mark.value),
        range=f"{tenth_text(cell.mark.low)} to {tenth_text(cell.mark.high)}",
        summary=sources.cited(cell.summary, ids, GLANCE_CITES),
    )


def _glance_difference(factor: Factor, found: Difference) -> GlanceDifference:
    level = found.effect == "level"
    words = "level" if level else _EFFECTS[factor.group, found.value > 0]
    caution = "within ranges" if found.within_ranges and not level else ""
    return GlanceDifference(found.text, found.effect, words, caution)


def _reason(atlas: Atlas, factor: Factor, cell: FactorCell, sources: SourceNumbers) -> BriefReason:
    name = country_name(atlas, cell.iso3)
    rating = rating_of(atlas, cell.iso3, factor.id)
    text = atlas.cell_by_key.get((cell.iso3, factor.id))
    body = (
        sources.cited(text.rationale, text.evidence_ids, REASON_CITES) if text else CitedText("")
    )
    if rating is None:
        return BriefReason(name, "", cell.summary, body)
    low, high = tenth_text(min(rating.modes)), tenth_text(max(rating.modes))
    spread = f"all raters {low}" if low == high else f"raters {low}{EN_DASH}{high}"
    standing = f"{rating.confidence} confidence · {spread}"
    return BriefReason(name, rating_text(rating.low, rating.mode, rating.high), standing, body)
