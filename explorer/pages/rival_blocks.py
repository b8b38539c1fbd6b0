"""Rival figures of evidence items as blocks of a factor's detail."""

from collections.abc import Sequence

from explorer.domain.atlas import Atlas
from explorer.domain.rivals import Rival
from explorer.pages.detail import Fact, FactsBlock
from explorer.pages.rivals import evidence_line
from explorer.pages.sources import source_links


def rival_blocks(atlas: Atlas, factor: str, states: Sequence[str]) -> tuple[FactsBlock, ...]:
    """Give, for a factor's detail, the quantities on which only evidence items put figures.

    Each stands by itself with its figures, of which at least two are of the states shown and one
    bears on the factor; the figures of series stand under their charts.
    """
    quantities: dict[str, list[Rival]] = {}
    for rival in atlas.rivals:
        quantities.setdefault(rival.quantity, []).append(rival)
    blocks: list[FactsBlock] = []
    for found in quantities.values():
        bears = any(
            (item := atlas.evidence_by_id.get(rival.key)) is not None and item.factor == factor
            for rival in found
        )
        facts = [fact for rival in found if (fact := _fact(atlas, rival, states)) is not None]
        if bears and len(facts) > 1 and all(rival.kind == "evidence" for rival in found):
            blocks.append(FactsBlock(f"{found[0].title} · rival figures", tuple(facts)))
    return tuple(blocks)


def _fact(atlas: Atlas, rival: Rival, states: Sequence[str]) -> Fact | None:
    line = evidence_line(atlas, rival, states) if rival.kind == "evidence" else None
    if line is None:
        return None
    links = source_links(atlas, atlas.evidence_by_id[rival.key].source_ids)
    return Fact(line.label, line.words, links[0] if links else None, links[1:])
