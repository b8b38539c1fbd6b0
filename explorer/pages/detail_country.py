"""The detail of a country: the judgement, what speaks against it, and what is on record."""

from collections.abc import Sequence

from explorer.domain.atlas import Atlas
from explorer.domain.countries import Membership
from explorer.domain.evidence import Relation
from explorer.domain.judgement import Conclusion, Dissent, Signpost
from explorer.pages.bundled_notes import note_blocks
from explorer.pages.compare_page import conclusion_confidence
from explorer.pages.detail import (
    Block,
    Cited,
    DetailPage,
    Fact,
    FactsBlock,
    Paragraph,
)
from explorer.pages.detail_charts import charts_blocks, withheld_blocks
from explorer.pages.detail_notes import compose_notes
from explorer.pages.evidence_items import evidence_block
from explorer.pages.sources import source_links
from explorer.pages.trace import Thing, thing
from explorer.pages.view import Target, View
from explorer.pages.words import country_name, date_words
from explorer.workspace.document import Workspace

RELATION_TITLES = {
    "diplomatic_relations": "Diplomatic relations",
    "israeli_embassy": "Israeli embassy",
    "own_embassy_in_israel": "Embassy in Israel",
    "visa_regime": "Visas",
    "direct_flights": "Direct flights",
    "key_treaties": "Main treaties",
    "accords_status": "Abraham Accords",
    "jewish_community": "Jewish community",
}


def compose_country_detail(
    atlas: Atlas, workspace: Workspace, view: View, target: Target
) -> DetailPage:
    """Compose the detail of one country, with the pair's note where a pair is shown."""
    iso3 = target.iso3
    conclusion = atlas.conclusion_by_iso3.get(iso3)
    profile = [each for each in atlas.factor_series if not each.factor]
    blocks: list[Block] = [
        *(judgement_blocks(atlas, conclusion) if conclusion else ()),
        *charts_blocks(atlas, profile, is_grouped=True),
        *(counter_blocks(atlas, conclusion) if conclusion else ()),
        *dissent_blocks(atlas, (iso3,)),
        *signpost_blocks(atlas, iso3),
        *relation_blocks(atlas, iso3),
        *membership_blocks(atlas, iso3),
        *withheld_blocks(atlas, profile),
        *note_blocks(atlas, f"country:{iso3}"),
        *pair_note_blocks(atlas, view),
        compose_notes(atlas, workspace, view, target),
    ]
    kicker = "Baseline country" if iso3 == view.baseline else "Country"
    return DetailPage(target, country_name(atlas, iso3), kicker, tuple(blocks))


def judgement_blocks(atlas: Atlas, conclusion: Conclusion) -> tuple[Block, ...]:
    """Give the judgement, and its confidence apart from it."""
    return (
        Paragraph(
            conclusion.headline,
            Cited(conclusion.judgement),
            is_headline=True,
            goal=str(thing("conclusion", conclusion.iso3)),
        ),
        Paragraph("Confidence", Cited(conclusion_confidence(atlas, conclusion.iso3))),
    )


def counter_blocks(atlas: Atlas, conclusion: Conclusion) -> tuple[Block, ...]:
    """Give what speaks against a judgement, and what changed."""
    blocks: list[Block] = []
    if conclusion.counter_argument:
        body = Cited(conclusion.counter_argument, conclusion.counter_evidence_ids)
        blocks.append(Paragraph("The best case against", body))
        items = [atlas.evidence_by_id[key] for key in conclusion.counter_evidence_ids]
        if items:
            cited = conclusion.counter_evidence_ids
            blocks.append(evidence_block(atlas, "Evidence for the case against", items, cited))
    if conclusion.what_changed:
        blocks.append(Paragraph("What changed", Cited(conclusion.what_changed)))
    return tuple(blocks)


def dissent_blocks(atlas: Atlas, countries: Sequence[str]) -> tuple[FactsBlock, ...]:
    """Give the named authors who expect something else, each with the source."""
    found = tuple(_dissent(atlas, each) for each in atlas.dissents if each.iso3 in countries)
    return (FactsBlock("Dissent", found),) if found else ()


def signpost_blocks(atlas: Atlas, iso3: str) -> tuple[FactsBlock, ...]:
    """Give the things to watch, each with what it would mean."""
    found = tuple(
        Fact(signpost_words(atlas, each), each.signpost, None)
        for each in atlas.signposts
        if each.iso3 == iso3
    )
    return (FactsBlock("Signposts", found),) if found else ()


def signpost_words(atlas: Atlas, signpost: Signpost) -> str:
    """Say which way a signpost points and on which factor: `+` means closer ties."""
    way = "Towards closer ties" if signpost.direction == "+" else "Away from closer ties"
    factor = atlas.factor_by_id.get(signpost.factor)
    return f"{way} · {factor.title}" if factor else way


def relation_blocks(atlas: Atlas, iso3: str) -> tuple[FactsBlock, ...]:
    """Give a state's relations with Israel as facts, each with its source."""
    found = tuple(_relation(atlas, each) for each in atlas.relations if each.iso3 == iso3)
    return (FactsBlock("Relations with Israel", found),) if found else ()


def membership_blocks(atlas: Atlas, iso3: str) -> tuple[FactsBlock, ...]:
    """Give a state's standing in organisations as facts, each with its source."""
    found = tuple(_membership(atlas, each) for each in atlas.memberships if each.iso3 == iso3)
    return (FactsBlock("Memberships", found),) if found else ()


def pair_note_blocks(atlas: Atlas, view: View) -> tuple[Block, ...]:
    """Give the bundled note on the pair in view, if one pair is in view."""
    if len(view.comparators) != 1:
        return ()
    one, other = view.shown
    return (
        *note_blocks(atlas, f"pair:{one}-{other}"),
        *note_blocks(atlas, f"pair:{other}-{one}"),
    )


def _dissent(atlas: Atlas, dissent: Dissent) -> Fact:
    parts = (dissent.author, dissent.publisher, date_words(dissent.date))
    label = ", ".join(part for part in parts if part)
    goal = thing("dissent", dissent.iso3, dissent.author)
    return _fact(atlas, label, dissent.position, (dissent.source_id,), goal)


def _relation(atlas: Atlas, relation: Relation) -> Fact:
    label = RELATION_TITLES.get(relation.item) or relation.item.replace("_", " ").capitalize()
    value = f"{relation.value} ({relation.note})" if relation.note else relation.value
    goal = thing("relation", relation.iso3, relation.item)
    return _fact(atlas, label, value, relation.source_ids or (relation.source_id,), goal)


def _membership(atlas: Atlas, membership: Membership) -> Fact:
    since = f"since {date_words(membership.since)}" if membership.since else ""
    parts = (membership.status, since, membership.note)
    value = " · ".join(part for part in parts if part)
    goal = thing("membership", membership.iso3, membership.organisation)
    return _fact(atlas, membership.organisation, value, (membership.source_id,), goal)


def _fact(atlas: Atlas, label: str, value: str, source_ids: Sequence[str], goal: Thing) -> Fact:
    links = source_links(atlas, source_ids)
    return Fact(label, value, links[0] if links else None, links[1:], str(goal))
