"""What is said of a move: how far, by whose judgement, and with what caution."""

from datetime import date

from explorer.analysis.change import Raters, previous_date
from explorer.domain.atlas import Atlas
from explorer.pages.hindsight import hindsight_sentence
from explorer.pages.words import MINUS, counted, raters_words


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


def points_words(points: int) -> str:
    """Say how far a likelihood moved: “+45 points”, “−1 point”, “level”."""
    if not points:
        return "level"
    return f"{'+' if points > 0 else MINUS}{counted(abs(points), 'point')}"


def hindsight_caution(atlas: Atlas, day: date | None = None) -> str:
    """Give the caution that goes with every move, where there is an earlier judgement.

    `day` is that of the earlier judgement; without it, the one before the newest.
    """
    if len(atlas.judgement_dates) < 2:  # noqa: PLR2004 - a move needs two dates
        return "There is no earlier judgement to compare with."
    return hindsight_sentence(atlas, day or previous_date(atlas) or atlas.subject.as_of)
