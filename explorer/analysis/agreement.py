"""Do the methods agree? Each method's leading rung and how sure it is, side by side.

The pooled judgement leads. Each other method is set beside it with its own measure of sureness,
since probabilities, margins of evidence and distances on a scale are not to be compared: `measure`
says which one a number is. The methods share raters and evidence, so even full agreement is not
independent confirmation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from explorer.analysis.actors import Settlement
from explorer.analysis.basis import Basis
from explorer.analysis.forecast import leading_rung
from explorer.analysis.hypotheses import Standings
from explorer.analysis.pooling import Pool, pool_ladders

Method = Literal[
    "forecast",
    "linear pool",
    "geometric pool",
    "rater",
    "hypotheses, plain",
    "hypotheses, weighted",
    "hypotheses, squared",
    "actors, mean",
    "actors, median",
]

Measure = Literal["probability", "margin", "distance"]
"""What `sure` is.

The leading rung's probability; by what share of its own total the next rung has more against it;
or how far the position lies from the nearest rung, in rungs from 0 to a half.
"""


@dataclass(frozen=True, slots=True)
class View:
    """One method's answer: the places of the rungs that lead, several if level, and how sure.

    `who` names the rater for a rater's own ladder, and is blank otherwise.
    """

    method: Method
    leading: tuple[int, ...]
    sure: float
    measure: Measure
    who: str = ""


@dataclass(frozen=True, slots=True)
class Camp:
    """The methods that give one answer: a rung that leads, or several that are level."""

    leading: tuple[int, ...]
    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether the methods agree on the leading rung, said so that a sentence can be made of it.

    `main` is the view that leads. `agree` are the others that share a leading rung with it,
    `differ` those that do not. `camps` are the answers given, the one with most views first; each
    view stands in one. `apart` is how many rungs lie between the lowest and the highest rung in
    any answer.
    """

    main: View
    agree: tuple[View, ...]
    differ: tuple[View, ...]
    camps: tuple[Camp, ...]
    apart: int

    @property
    def unanimous(self) -> bool:
        """Say whether no method differs from the one that leads."""
        return not self.differ


def ladder_view(method: Method, shares: Sequence[float], who: str = "") -> View:
    """See a ladder as a view: its likeliest rung, and that rung's probability."""
    place = leading_rung(shares)
    return View(method, (place,), shares[place], "probability", who)


def hypotheses_view(found: Standings) -> View | None:
    """See a count of evidence as a view: the rung with the least against it, and the margin.

    Where all rungs are level none leads, and there is no view.
    """
    if len(found.leading) == len(found.totals):
        return None
    methods: dict[str, Method] = {
        "plain": "hypotheses, plain",
        "weighted": "hypotheses, weighted",
        "squared": "hypotheses, squared",
    }
    next_one = min(found.totals) + found.margin
    margin = found.margin / next_one if next_one > 0.0 and len(found.leading) == 1 else 0.0
    return View(methods[found.count], found.leading, margin, "margin")


def actor_views(found: Settlement, rungs: int) -> tuple[View, ...]:
    """See where the actors settle as two views: the rungs nearest to the mean and the median."""
    views: list[View] = []
    methods: tuple[tuple[Method, float], ...] = (
        ("actors, mean", found.mean),
        ("actors, median", found.median),
    )
    for method, position in methods:
        place = min(max(found.nearest_rung(position), 0), rungs - 1)
        views.append(View(method, (place,), abs(position - 1.0 - place), "distance"))
    return tuple(views)


def rater_views(basis: Basis) -> tuple[View, ...]:
    """See each rater's own ladder as a view."""
    pairs = zip(basis.raters, basis.anchor.ladders, strict=True)
    return tuple(ladder_view("rater", ladder, rater) for rater, ladder in pairs)


def pool_view(basis: Basis, method: Pool) -> View:
    """See the raters' ladders, pooled either way, as a view.

    Raises:
        ValueError: if the raters rule out every rung between them, for the geometric pool.
    """
    pooled = pool_ladders(basis.anchor.ladders, basis.anchor.weights, method)
    return ladder_view("linear pool" if method == "linear" else "geometric pool", pooled.shares)


def agreement(main: View, others: Sequence[View]) -> Agreement:
    """Set the methods side by side and say who agrees with the one that leads."""
    lead = set(main.leading)
    views = (main, *others)
    named = {place for view in views for place in view.leading}
    camps = [
        Camp(leading, tuple(view for view in views if view.leading == leading))
        for leading in sorted({view.leading for view in views})
    ]
    return Agreement(
        main=main,
        agree=tuple(view for view in others if lead & set(view.leading)),
        differ=tuple(view for view in others if not lead & set(view.leading)),
        camps=tuple(sorted(camps, key=lambda camp: -len(camp.views))),
        apart=max(named) - min(named),
    )
