"""What is said of a move where not the same raters judged at both of its dates."""

from explorer.analysis.change import Raters
from explorer.pages.words import raters_words


def counts_words(raters: Raters) -> str:
    """Say how many judged then and now, where they differ: “4 raters then, 5 now”; or nothing."""
    return "" if raters.are_alike else f"{raters_words([raters.then])} then, {raters.now} now"


def alike_words(raters: Raters) -> str:
    """Say whose move it is, where the raters differ; or nothing.

    It reads “by the same 4 raters; 4 raters then, 5 now”.
    """
    if raters.are_alike:
        return ""
    return f"by the same {raters_words([raters.both])}; {counts_words(raters)}"
