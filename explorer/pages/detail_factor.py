"""The detail of a factor or of one state's cell: scale, reasons, series, evidence, notes."""

from collections.abc import Sequence
from dataclasses import replace

from explorer.analysis.change import rating_move
from explorer.analysis.pooling import PooledRating, rating_of
from explorer.analysis.tenths import to_tenth
from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.judgement import Factor, Rating
from explorer.pages.bundled_notes import caution_paragraph, note_blocks
from explorer.pages.change_words import alike_words
from explorer.pages.compare_cells import NOT_RATED, rating_mark
from explorer.pages.detail import (
    Block,
    Cited,
    DetailPage,
    RaterView,
    Reason,
    ReasonsBlock,
    ScaleBlock,
    ScaleMark,
    ViewLink,
    ViewsBlock,
)
from explorer.pages.detail_charts import charts_blocks, withheld_blocks
from explorer.pages.detail_notes import compose_notes
from explorer.pages.evidence_items import evidence_block
from explorer.pages.own_judgement import compose_own, own_words
from explorer.pages.rating_marks import own_mark
from explorer.pages.rival_blocks import rival_blocks
from explorer.pages.trace import thing
from explorer.pages.view import Target, View
from explorer.pages.words import (
    country_name,
    day_words,
    not_judged,
    rating_text,
    signed,
    tenth_text,
)
from explorer.workspace.as_of import judged_then
from explorer.workspace.document import Workspace

OF_VOTES = ("public_opinion", "diplomatic_legitimacy")
"""The factors on which how a state votes at the United Nations bears."""
GROUP_WORDS = {"interest": "Interest", "constraint": "Constraint"}


def compose_factor_detail(
    atlas: Atlas, workspace: Workspace, view: View, target: Target
) -> DetailPage:
    """Compose the detail of a factor across the shown countries; a cell puts its country first."""
    factor = atlas.factor_by_id[target.factor]
    others = [iso3 for iso3 in view.shown if iso3 != target.iso3]
    states = [target.iso3, *others] if target.kind == "cell" else others
    series = [each for each in atlas.factor_series if each.factor == factor.id]
    own = compose_own(atlas, workspace, target)
    reasons = tuple(reason(atlas, factor, iso3, workspace) for iso3 in states)
    blocks: list[Block] = [
        *charts_blocks(atlas, series),
        *((own,) if own else ()),
        ReasonsBlock("Why these ratings", reasons),
        *caution_paragraph(atlas),
        _scale(atlas, workspace, factor, states),
        *_views(atlas, factor),
        *rival_blocks(atlas, factor.id, states),
        _evidence(atlas, factor, target, states),
        *withheld_blocks(atlas, series),
        *note_blocks(atlas, f"factor:{factor.id}"),
        compose_notes(atlas, workspace, view, target),
    ]
    title = factor.title
    if target.kind == "cell":
        title = f"{country_name(atlas, target.iso3)} · {factor.title}"
    kicker = f"{GROUP_WORDS[factor.group]} · {factor.question}"
    return DetailPage(target, title, kicker, tuple(blocks))


def reason(atlas: Atlas, factor: Factor, iso3: str, workspace: Workspace | None = None) -> Reason:
    """Say why a state has its rating: the edited text, the raters' own views, and the move.

    The user's own rating stands beside it where the workspace holds one.
    """
    said = judged_then(atlas, workspace or Workspace())
    rating = _rating(atlas, said, factor, iso3)
    cell = atlas.cell_by_key.get((iso3, factor.id))
    ratings = atlas.ratings_of(iso3, factor.id, atlas.subject.as_of)
    return Reason(
        iso3=iso3,
        name=country_name(atlas, iso3),
        rating=rating_text(rating.low, rating.mode, rating.high)
        if rating
        else not_judged(atlas, NOT_RATED),
        mark=replace(rating_mark(rating), own=own_mark(said, iso3, factor.id)) if rating else None,
        confidence=rating.confidence if rating else "",
        summary=cell.summary if cell else "",
        rationale=Cited(cell.rationale, cell.evidence_ids) if cell else Cited(""),
        would_raise=cell.would_raise if cell else "",
        would_lower=cell.would_lower if cell else "",
        change=_change(atlas, said, factor, iso3),
        raters=tuple(_rater_view(each) for each in ratings),
        own=own_words(said, iso3, factor.id),
        goal=str(thing("rating", iso3, factor.id)),
    )


def _views(atlas: Atlas, factor: Factor) -> tuple[ViewsBlock, ...]:
    if factor.id not in OF_VOTES or not atlas.key_votes:
        return ()
    return (ViewsBlock("See also", (ViewLink("votes", "Votes in the UN General Assembly"),)),)


def _scale(
    atlas: Atlas, workspace: Workspace, factor: Factor, states: Sequence[str]
) -> ScaleBlock:
    found = ((iso3, _rating(atlas, workspace, factor, iso3)) for iso3 in states)
    marks = tuple(
        ScaleMark(iso3, country_name(atlas, iso3), to_tenth(rating.mode))
        for iso3, rating in found
        if rating
    )
    return ScaleBlock("Scale", factor.scale, marks)


def _rating(atlas: Atlas, workspace: Workspace, factor: Factor, iso3: str) -> PooledRating | None:
    """Pool a rating with the weights chosen; alike where all whom they name count for nought.

    The own judgement, which stands above, then says that the weights are not followed.
    """
    try:
        return rating_of(atlas, iso3, factor.id, None, workspace.pooling.rater_weights)
    except ValueError:
        return rating_of(atlas, iso3, factor.id)


def _change(atlas: Atlas, workspace: Workspace, factor: Factor, iso3: str) -> str:
    """Say how a rating moved since the judgement date before; blank where there was none.

    Where a further rater was pooled in since, the move is of the others, and that is said.
    """
    move = rating_move(atlas, iso3, factor.id, workspace.pooling.rater_weights)
    if move is None:
        return ""
    then = f"{tenth_text(move.before.mode)} as of {day_words(move.since)}"
    now = f"{tenth_text(move.now.mode)} now ({signed(move.shown)})"
    if move.shown == 0:
        now = "and the same now"
    alike = alike_words(move.raters)
    return f"{then}, {now}{f' {alike}' if alike else ''}."


def _rater_view(rating: Rating) -> RaterView:
    text = rating_text(rating.low, rating.mode, rating.high)
    return RaterView(rating.rater, text, rating.confidence, rating.summary or rating.rationale)


def _evidence(atlas: Atlas, factor: Factor, target: Target, states: Sequence[str]) -> Block:
    """Give the items on the shown cells and the region, those first that the text cites."""
    cited = {
        key
        for iso3 in states
        if (cell := atlas.cell_by_key.get((iso3, factor.id)))
        for key in cell.evidence_ids
    }
    own = atlas.cell_by_key.get((target.iso3, factor.id))
    items = [item for iso3 in (*states, REGION) for item in atlas.evidence_of(iso3, factor.id)]
    return evidence_block(atlas, "Evidence", items, own.evidence_ids if own else (), cited)
