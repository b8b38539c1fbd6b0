"""Who agrees with the method that leads and who does not, in one sentence."""

from collections.abc import Sequence

from explorer.analysis.agreement import Agreement, Camp, View
from explorer.analysis.hypotheses import COUNTS
from explorer.pages.words import listing, mid_sentence, number_word
from explorer.workspace.document import OWN_RATER

OWN_LADDER = "your own ladder"
"""What the user's own ladder is called on screen."""


def disagreement_sentence(found: Agreement, titles: Sequence[str], own: str = OWN_LADDER) -> str:
    """Say how many answers name the rung that leads, and who names another one or is level.

    `titles` are those of the rungs, lowest first; `own` is what the user's own ladder is called.
    """
    total = sum(len(camp.views) for camp in found.camps)
    leading = found.main.leading
    count = next(len(camp.views) for camp in found.camps if camp.leading == leading)
    lead = listing([mid_sentence(titles[place]) for place in leading])
    if count == total:
        return f"All {number_word(total)} answers name {lead}."
    head = f"{number_word(count).capitalize()} of {number_word(total)} answers name {lead}"
    if count == 1:
        head = f"Only the method that leads names {lead}"
    others = [
        _camp_words(camp, found, titles, own) for camp in found.camps if camp.leading != leading
    ]
    apart = f"{number_word(found.apart)} rung{'s' if found.apart > 1 else ''}"
    return f"{'; '.join((head, *others))}. The answers lie up to {apart} apart."


def _camp_words(camp: Camp, found: Agreement, titles: Sequence[str], own: str) -> str:
    """Say who names another rung than the one that leads, or holds several rungs level."""
    views = camp.views
    all_views = (found.main, *found.agree, *found.differ)
    whole = [
        words
        for words in (
            _pools(views),
            _raters(views, all_views, own),
            _counts(views),
            _actors(views),
        )
        if words
    ]
    rungs = listing([mid_sentence(titles[place]) for place in camp.leading])
    if len(camp.leading) > 1:
        verb = f"{'is' if len(views) == 1 else 'are'} level between"
    else:
        verb = "names" if len(views) == 1 else "name"
    return f"{listing(whole)} {verb} {rungs}"


def _raters(views: Sequence[View], all_views: Sequence[View], own: str) -> str:
    names = [view.who for view in views if view.method == "rater"]
    every = [view.who for view in all_views if view.method == "rater"]
    if len(names) > 1 and len(names) == len(every):
        return f"all {number_word(len(names))} raters"
    others = [name for name in names if name != OWN_RATER]
    noun = "rater" if len(others) == 1 else "raters"
    by_user = [own] if OWN_RATER in names else []
    return listing([*([f"{noun} {listing(others)}"] if others else []), *by_user])


def _counts(views: Sequence[View]) -> str:
    kinds = [view.method.partition(", ")[2] for view in views if view.measure == "margin"]
    if len(kinds) == len(COUNTS):
        return f"all {number_word(len(kinds))} counts of the evidence"
    noun = "count" if len(kinds) == 1 else "counts"
    return f"the {listing(kinds)} {noun} of the evidence" if kinds else ""


def _pools(views: Sequence[View]) -> str:
    kinds = [view.method.removesuffix(" pool") for view in views if view.method.endswith("pool")]
    noun = "pool" if len(kinds) == 1 else "pools"
    return f"the {listing(kinds)} {noun}" if kinds else ""


def _actors(views: Sequence[View]) -> str:
    kinds = [view.method.partition(", ")[2] for view in views if view.measure == "distance"]
    return f"the actors' {listing(kinds)}" if kinds else ""
