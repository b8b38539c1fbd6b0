"""Which rungs the product of the raters rules out, and by whose nought."""

from collections.abc import Sequence

from explorer.analysis.basis import Basis
from explorer.domain.judgement import OWN_RATER
from explorer.pages.outlook import Outlook
from explorer.pages.words import country_name, in_sentences, listing, mid_sentence

NOUGHT = 5e-7
"""Below this a likelihood is nought for all that is shown: a rater gave it no chance at all."""


def ruled_out_words(outlook: Outlook, states: Sequence[str]) -> str:
    """Say which rungs a rater's nought rules out in each state; blank under the mean.

    “In Kazakhstan the product of the raters rules out strategic embrace: R2 gave it nought.”
    """
    return in_sentences(_said(outlook, iso3) for iso3 in states)


def _said(outlook: Outlook, iso3: str) -> str:
    found = outlook.after.get(iso3)
    if found is None or found.basis.anchor.method != "geometric":
        return ""
    noughts = [
        (rung.title, who)
        for place, rung in enumerate(outlook.ground.atlas.rungs)
        if (who := _raters(found.basis, place))
    ]
    if not noughts:
        return ""
    rungs = listing([mid_sentence(title) for title, _ in noughts])
    name = country_name(outlook.ground.atlas, iso3)
    parts = [listing(who) for _, who in noughts]
    if len(set(parts)) == 1:
        them = "it" if len(parts) == 1 else "them"
        why = f"{parts[0]} gave {them} nought"
    else:
        why = "; ".join(
            f"{who} gave {mid_sentence(title)} nought"
            for (title, _), who in zip(noughts, parts, strict=True)
        )
    return f"In {name} the product of the raters rules out {rungs}: {why}"


def _raters(basis: Basis, place: int) -> list[str]:
    """Name those who count and gave a rung no chance; none where the rung is left possible."""
    anchor = basis.anchor
    return [
        "you" if rater == OWN_RATER else rater
        for rater, ladder, weight in zip(basis.raters, anchor.ladders, anchor.weights, strict=True)
        if weight > 0.0 and ladder[place] <= 0.0
    ]
