"""The chain of what was judged: pooled, rater by rater, and the texts written on it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from explorer.analysis.pooling import PooledLadder, PooledRating, ladder_of, rating_of
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Cell, Conclusion, PairConclusion, Rating
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.packs.rows import PackFiles
from explorer.pages.chain import ChainGroup, ChainLink, ChainPage, group
from explorer.pages.chain_links import cell_title, link_by_name, links_to, named_links
from explorer.pages.numbers import share_text
from explorer.pages.outlook import with_raters
from explorer.pages.provenance_own import own_link
from explorer.pages.provenance_records import compose_record, unknown
from explorer.pages.provenance_series import series_link
from explorer.pages.trace import Thing, ThingKind, thing
from explorer.pages.trace_names import records_named
from explorer.pages.words import (
    confidence_sentence,
    counted,
    country_name,
    in_sentences,
    judged_on,
    rating_text,
    study_states,
)
from explorer.workspace.document import RaterJudgement, Workspace

_POOLED = "Each rater's row, pooled"
_NO_EVIDENCE = (
    "A ladder cites no evidence of its own: the raters' reasons stand with their ratings."
)


def compose_judged(
    atlas: Atlas, files: PackFiles, workspace: Workspace, named: Thing
) -> ChainPage:
    """Compose the page of a rating, ladder, text, conclusion, factor or state."""
    if not records_named(atlas, named):
        return unknown(atlas, named)
    page = compose_record(atlas, files, named)
    complete = _COMPLETED.get(named.kind)
    return complete(atlas, workspace, named, page) if complete else page


def pooled_link(atlas: Atlas, workspace: Workspace, iso3: str, factor: str) -> ChainLink | None:
    """Give the way to a pooled rating; `None` where nobody rated."""
    pooled = _pool_rating(atlas, workspace, iso3, factor)
    if pooled is None:
        return None
    title = f"{cell_title(atlas, iso3, factor)}: {_figure(pooled)}"
    words = f"Pooled from {counted(len(pooled.modes), 'rater')}"
    return ChainLink(str(thing("rating", iso3, factor)), title, words)


def ladder_link(atlas: Atlas, workspace: Workspace, iso3: str) -> ChainLink | None:
    """Give the way to a pooled ladder as judged; `None` where nobody judged."""
    pooled = _pool_ladder(atlas, workspace, iso3, BASELINE_SCENARIO)
    if pooled is None:
        return None
    title = f"{country_name(atlas, iso3)}: the pooled ladder"
    return ChainLink(str(thing("ladder", iso3)), title, _shares(atlas, pooled))


def _cell(atlas: Atlas, workspace: Workspace, named: Thing, page: ChainPage) -> ChainPage:
    cell = records_named(atlas, named)[0]
    said = (cell.summary, cell.rationale) if isinstance(cell, Cell) else page.says
    above = _found((pooled_link(atlas, workspace, *named.parts[:2]),))
    return replace(page, says=said, used_by=group("Rating that it explains", above))


def _scenario(atlas: Atlas, _workspace: Workspace, named: Thing, page: ChainPage) -> ChainPage:
    shifts = records_named(atlas, thing("shift", named.key))
    return replace(page, rests_on=group("Shifts", links_to(atlas, "shift", shifts)))


def _place(atlas: Atlas, workspace: Workspace, named: Thing, page: ChainPage) -> ChainPage:
    return replace(page, used_by=_standing_on(atlas, workspace, named))


def _rating(atlas: Atlas, workspace: Workspace, named: Thing, page: ChainPage) -> ChainPage:
    iso3, factor, *rest = named.parts
    text = link_by_name(atlas, thing("cell", iso3, factor))
    ladder = ladder_link(atlas, workspace, iso3)
    if rest:
        found = records_named(atlas, named)[0]
        above = group("Pooled rating", _found((pooled_link(atlas, workspace, iso3, factor),)))
        said = _said_of(found) if isinstance(found, Rating) else ()
        return replace(page, says=said, used_by=above)
    ratings = records_named(atlas, named)
    pooled = _pool_rating(atlas, workspace, iso3, factor)
    said = confidence_sentence(pooled.confidence) if pooled else ""
    return replace(
        page,
        kicker="Pooled rating, 0 to 4",
        title=f"{cell_title(atlas, iso3, factor)}: {_figure(pooled)}" if pooled else page.title,
        says=tuple(part for part in (_as_of(atlas), said) if part),
        rests_on=(
            *group("Ratings", links_to(atlas, "rating", ratings), _POOLED),
            *_of_workspace(workspace, named),
            *group(
                "Factor", named_links(atlas, "factor", (factor,)), "The question and the scale"
            ),
            *group(
                "Weights", _weights(atlas, factor), "What each rater lets the factor count for"
            ),
        ),
        used_by=(*group("Text", _found((text,))), *group("Ladder", _found((ladder,)), _REACHES)),
    )


_REACHES = "What if reckons from ratings and ladders; the ladder itself was judged apart"


def _ladder(atlas: Atlas, workspace: Workspace, named: Thing, page: ChainPage) -> ChainPage:
    iso3, *rest = named.parts
    scenario = rest[0] if rest else BASELINE_SCENARIO
    conclusion = _found((link_by_name(atlas, thing("conclusion", iso3)),))
    if len(rest) > 1:
        above = group("Pooled ladder", _found((ladder_link(atlas, workspace, iso3),)))
        return replace(page, says=(*page.says, _NO_EVIDENCE), used_by=above)
    ladders = records_named(atlas, named)
    pooled = _pool_ladder(atlas, workspace, iso3, scenario)
    story = () if scenario == BASELINE_SCENARIO else named_links(atlas, "scenario", (scenario,))
    ratings = tuple(pooled_link(atlas, workspace, iso3, each.id) for each in atlas.factors)
    return replace(
        page,
        kicker="Pooled outcome ladder",
        title=f"{country_name(atlas, iso3)}: likely outcomes",
        says=(_as_of(atlas), *((_shares(atlas, pooled),) if pooled else ()), _NO_EVIDENCE),
        rests_on=(
            *group("Ladders", links_to(atlas, "ladder", ladders), _POOLED),
            *_of_workspace(workspace, named),
            *group("Scenario", story),
            *group("Rungs", links_to(atlas, "rung", atlas.rungs)),
            *group("Ratings of the state", _found(ratings), "Judged beside it, with evidence"),
        ),
        used_by=group("Conclusion", conclusion),
    )


def _conclusion(atlas: Atlas, workspace: Workspace, named: Thing, page: ChainPage) -> ChainPage:
    found = records_named(atlas, named)[0]
    if not isinstance(found, Conclusion):
        return page
    iso3 = named.key
    ratings = tuple(pooled_link(atlas, workspace, iso3, each.id) for each in atlas.factors)
    evidence = named_links(atlas, "evidence", found.counter_evidence_ids)
    dissents = records_named(atlas, thing("dissent", iso3))
    pair = link_by_name(atlas, thing("pair", iso3))
    return replace(
        page,
        title=f"{country_name(atlas, iso3)}: {found.headline}",
        says=(
            found.judgement,
            f"{confidence_sentence(found.confidence)} {found.confidence_because}",
        ),
        rests_on=(
            *group("Likely outcomes", _found((ladder_link(atlas, workspace, iso3),))),
            *group("Ratings", _found(ratings)),
            *group("Evidence against", evidence, found.counter_argument),
            *group("Dissents", links_to(atlas, "dissent", dissents)),
        ),
        used_by=group("Conclusion on the pair", _found((pair,))),
    )


def _pair(atlas: Atlas, _workspace: Workspace, named: Thing, page: ChainPage) -> ChainPage:
    found = records_named(atlas, named)[0]
    if not isinstance(found, PairConclusion):
        return page
    states = (atlas.subject.baseline, named.key)
    links = tuple(link_by_name(atlas, thing("conclusion", iso3)) for iso3 in states)
    return replace(
        page,
        title=found.headline,
        says=(found.judgement, found.shared, found.differs),
        rests_on=group("Conclusions", _found(links), "On each state, with ratings and evidence"),
    )


def _standing_on(atlas: Atlas, workspace: Workspace, named: Thing) -> tuple[ChainGroup, ...]:
    if named.kind == "factor":
        links = (pooled_link(atlas, workspace, x, named.key) for x in study_states(atlas))
        series = dict.fromkeys(
            str(each.series) for each in atlas.factor_series if each.factor == named.key
        )
        return (
            *group("Ratings", tuple(link for link in links if link)),
            *group("Series that bear on it", _series_links(atlas, tuple(series))),
        )
    conclusion = _found((link_by_name(atlas, thing("conclusion", named.key)),))
    ratings = tuple(pooled_link(atlas, workspace, named.key, each.id) for each in atlas.factors)
    relations = records_named(atlas, thing("relation", named.key))
    members = records_named(atlas, thing("membership", named.key))
    return (
        *group("Conclusion", conclusion),
        *group("Ratings", _found(ratings)),
        *group("Relations with Israel", links_to(atlas, "relation", relations)),
        *group("Memberships", links_to(atlas, "membership", members)),
    )


def _series_links(atlas: Atlas, refs: Sequence[str]) -> tuple[ChainLink, ...]:
    return tuple(series_link(atlas, ref) for ref in refs)


def _of_workspace(workspace: Workspace, named: Thing) -> tuple[ChainGroup, ...]:
    """Give what the user, or a colleague whose file was taken in, judged of the same."""
    links = tuple(
        own_link(
            _judged_by(named, each.rater),
            f"{each.rater}: {words}",
            "pooled with the others" if each.is_pooled else "stands beside the pool",
        )
        for each in workspace.judgements.values()
        if (words := _judged_words(each, named))
    )
    return group("In your workspace", links, "Not of the pack")


def _judged_by(named: Thing, rater: str) -> Thing:
    """Name what a rater judged of the same; a ladder names its scenario, which comes first."""
    iso3, *rest = named.parts
    if named.kind == "ladder":
        return thing("ladder", iso3, rest[0] if rest else BASELINE_SCENARIO, rater)
    return thing(named.kind, iso3, rest[0], rater)


def _judged_words(judgement: RaterJudgement, named: Thing) -> str:
    iso3, *rest = named.parts
    if named.kind == "rating":
        rating = judgement.ratings.get((iso3, rest[0]))
        return rating_text(rating.low, rating.mode, rating.high) if rating else ""
    ladder = judgement.ladders.get((iso3, rest[0] if rest else BASELINE_SCENARIO))
    return ", ".join(map(share_text, ladder.probabilities)) if ladder else ""


def _pool_rating(
    atlas: Atlas, workspace: Workspace, iso3: str, factor: str
) -> PooledRating | None:
    """Pool a rating as the workspace wants; alike where all whom it names count for nought."""
    pooled = with_raters(atlas, workspace.judgements)
    try:
        return rating_of(pooled, iso3, factor, None, workspace.pooling.rater_weights)
    except ValueError:
        return rating_of(pooled, iso3, factor)


def _pool_ladder(
    atlas: Atlas, workspace: Workspace, iso3: str, scenario: str
) -> PooledLadder | None:
    pooled, pooling = with_raters(atlas, workspace.judgements), workspace.pooling
    try:
        return ladder_of(pooled, iso3, scenario, None, pooling.rater_weights, pooling.method)
    except ValueError:
        return ladder_of(pooled, iso3, scenario)


def _weights(atlas: Atlas, factor: str) -> tuple[ChainLink, ...]:
    return links_to(atlas, "weight", records_named(atlas, thing("weight", factor)))


def _said_of(rating: Rating) -> tuple[str, ...]:
    texts = (rating.summary, rating.rationale, confidence_sentence(rating.confidence))
    return tuple(text for text in texts if text)


def _figure(pooled: PooledRating) -> str:
    return rating_text(pooled.low, pooled.mode, pooled.high)


def _shares(atlas: Atlas, pooled: PooledLadder) -> str:
    pairs = zip(atlas.rungs, pooled.shares, strict=True)
    return ", ".join(f"{rung.title} {share_text(share)}" for rung, share in pairs)


def _as_of(atlas: Atlas) -> str:
    return in_sentences((judged_on(atlas),))


def _found(links: Sequence[ChainLink | None]) -> tuple[ChainLink, ...]:
    return tuple(link for link in links if link is not None)


_Complete = Callable[[Atlas, Workspace, Thing, ChainPage], ChainPage]
_COMPLETED: Mapping[ThingKind, _Complete] = {
    "cell": _cell,
    "conclusion": _conclusion,
    "country": _place,
    "factor": _place,
    "ladder": _ladder,
    "pair": _pair,
    "rating": _rating,
    "scenario": _scenario,
}
