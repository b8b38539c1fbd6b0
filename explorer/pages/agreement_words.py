"""Who agrees with the method that leads and who does not, in one sentence."""

from collections.abc import Sequence

from explorer.analysis.agreement import Agreement, Camp, View
from explorer.analysis.hypotheses import COUNTS
from explorer.pages.words import listing, mid_sentence, number_word
from explorer.workspace.document import OWN_RATER

OWN_LADDER = "your own ladder"
"""What the user's own ladder is called on screen."""


def disagreement_sentence(found: Agreement, titles: Sequence[str], own: str = OWN_LADDER) -> str:
    """Say how many answers name the rung that leads, and who names another one.

    `titles` are those of the rungs, lowest first; `own` is what the user's own ladder is called.
    """
    total = 1 + len(found.agree) + len(found.differ)
    lead = listing([mid_sentence(titles[place]) for place in found.main.leading])
    if found.unanimous:
        return f"All {number_word(total)} answers name {lead}."
    count = number_word(total - len(found.differ))
    head = f"{count.capitalize()} of {number_word(total)} answers name {lead}"
    if not found.agree:
        head = f"Only the method that leads names {lead}"
    others = [
        _camp_words(camp, found, titles, own)
        for camp in found.camps
        if camp.place not in found.main.leading
    ]
    apart = f"{number_word(found.apart)} rung{'s' if found.apart > 1 else ''}"
    return f"{'; '.join((head, *others))}. The answers lie up to {apart} apart."


def _camp_words(camp: Camp, found: Agreement, titles: Sequence[str], own: str) -> str:
    """Say who holds a rung to lead other than the one that leads."""
    views = [view for view in camp.views if view in found.differ]
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
    verb = "names" if len(views) == 1 else "name"
    return f"{listing(whole)} {verb} {mid_sentence(titles[camp.place])}"


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
