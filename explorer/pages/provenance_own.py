"""The chain of what is the user's own: it ends in the workspace, and in no row of the pack."""

from explorer.domain.atlas import Atlas
from explorer.domain.judgement import OWN_RATER
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.chain import WORKSPACE_FILE, ChainGroup, ChainLink, ChainPage, PackPlace, group
from explorer.pages.chain_links import called, cell_title, named_links
from explorer.pages.evidence_items import grade_words
from explorer.pages.evidence_pool import own_source
from explorer.pages.numbers import share_text
from explorer.pages.provenance_records import unknown
from explorer.pages.source_facts import addresses_of
from explorer.pages.trace import Thing, parse_thing, thing
from explorer.pages.view import Target
from explorer.pages.words import (
    confidence_sentence,
    country_name,
    day_words,
    rating_text,
)
from explorer.workspace.document import OwnSource, RaterJudgement, Workspace

_PLACE = (PackPlace(WORKSPACE_FILE, "", ""),)
ENDS_HERE = "Yours: kept in your workspace, and no part of the pack."


def compose_own(atlas: Atlas, workspace: Workspace, named: Thing) -> ChainPage:
    """Compose the page of an own rating, ladder or item, or of a colleague's taken in.

    `own:rating:KAZ:iran_wedge` is the user's; with a name behind it, that rater's.
    """
    inner = parse_thing(named.key)
    match inner:
        case Thing("rating"):
            return _rating(atlas, workspace, named, inner)
        case Thing("ladder"):
            return _ladder(atlas, workspace, named, inner)
        case Thing("evidence"):
            return _evidence(atlas, workspace, named, inner.key)
        case _:
            return unknown(atlas, named)


def own_link(goal: Thing, title: str, words: str = "") -> ChainLink:
    """Give the way to something of the user's own."""
    return ChainLink(f"own:{goal}", title, words, is_own=True)


def _judgement(workspace: Workspace, rater: str) -> RaterJudgement:
    return workspace.judgements.get(rater) or RaterJudgement(rater)


def _rating(atlas: Atlas, workspace: Workspace, named: Thing, inner: Thing) -> ChainPage:
    iso3, factor, *rest = inner.parts
    rater = ":".join(rest) or OWN_RATER  # a name may hold colons itself
    judgement = _judgement(workspace, rater)
    rating = judgement.ratings.get((iso3, factor))
    if rating is None:
        return unknown(atlas, named)
    figure = rating_text(rating.low, rating.mode, rating.high)
    return ChainPage(
        goal=str(named),
        kicker=_kicker(rater, "rating"),
        title=f"{cell_title(atlas, iso3, factor)}: {figure}",
        says=tuple(x for x in (_ends(rater), rating.summary, rating.rationale) if x),
        facts=(
            ("Confidence", confidence_sentence(rating.confidence)),
            ("Judged", day_words(rating.as_of)),
            ("In the pool", "yes" if judgement.is_pooled else "no, beside it"),
        ),
        rests_on=_items(atlas, workspace, rating.evidence_ids),
        places=_PLACE,
        used_by=_pooled(f"rating:{iso3}:{factor}", "The pooled rating", judgement),
        way=Target("cell", iso3, factor),
        is_own=True,
    )


def _ladder(atlas: Atlas, workspace: Workspace, named: Thing, inner: Thing) -> ChainPage:
    iso3, *rest = inner.parts
    scenario = rest[0] if rest else BASELINE_SCENARIO
    rater = ":".join(rest[1:]) or OWN_RATER
    judgement = _judgement(workspace, rater)
    ladder = judgement.ladders.get((iso3, scenario))
    if ladder is None:
        return unknown(atlas, named)
    shares = (
        f"{rung.title} {share_text(share)}"
        for rung, share in zip(atlas.rungs, ladder.probabilities, strict=False)
    )
    return ChainPage(
        goal=str(named),
        kicker=_kicker(rater, "outcome ladder"),
        title=f"{country_name(atlas, iso3)}: likely outcomes",
        says=tuple(x for x in (_ends(rater), ", ".join(shares), ladder.reason) if x),
        facts=(("Judged", day_words(ladder.as_of)),),
        places=_PLACE,
        used_by=_pooled(f"ladder:{iso3}", "The pooled ladder", judgement),
        way=Target("outcome", iso3),
        is_own=True,
    )


def _evidence(atlas: Atlas, workspace: Workspace, named: Thing, key: str) -> ChainPage:
    own = workspace.own_evidence.get(key)
    if own is None:
        return unknown(atlas, named)
    title, words = called(atlas, "evidence", own.item)
    source = own_source(own)
    has_own = own.source != OwnSource()
    parts = (source.title, source.publisher, source.date, source.language)
    facts = (("Your source", " · ".join(part for part in parts if part)),) if has_own else ()
    return ChainPage(
        goal=str(named),
        kicker="Your own item of evidence",
        title=title,
        says=(ENDS_HERE, words, grade_words(own.item.reliability, own.item.credibility)),
        facts=tuple((label, text) for label, text in facts if text),
        addresses=addresses_of(source) if has_own else (),
        rests_on=group("Sources", named_links(atlas, "source", own.item.source_ids)),
        places=_PLACE,
        way="evidence",
        is_own=True,
    )


def _items(atlas: Atlas, workspace: Workspace, ids: tuple[str, ...]) -> tuple[ChainGroup, ...]:
    mine = tuple(
        own_link(thing("evidence", key), f"{key} · {own.item.claim}")
        for key, own in workspace.own_evidence.items()
        if key in ids
    )
    return group("Evidence", (*named_links(atlas, "evidence", ids), *mine))


def _pooled(goal: str, title: str, judgement: RaterJudgement) -> tuple[ChainGroup, ...]:
    words = "Counts in it" if judgement.is_pooled else "Stands beside it, and does not count"
    return group("Stands with", (ChainLink(goal, title, words),))


def _kicker(rater: str, noun: str) -> str:
    return f"Your own {noun}" if rater == OWN_RATER else f"{noun.capitalize()} by {rater}"


def _ends(rater: str) -> str:
    if rater == OWN_RATER:
        return ENDS_HERE
    return f"Taken in from a file of {rater}'s: kept in your workspace, and no part of the pack."
