"""The reasons behind a state's forecast, as plain values that a script can read.

What moves each event and by how much, where its doubt comes from, what would have to change, what
the evidence speaks against, where the actors settle, and whether the methods agree. The evidence
and the actors are those of the Atlas, whatever date or scenario the ladders are of; an Atlas of
an earlier day (`explorer.domain.as_of`) holds only the evidence known then, and no actors. What
the user added to a workspace, such as own items of evidence and marks, is left out.

Keys are ids: of factors, rungs, raters, evidence, and of events as `pages.events` names them. See
`explorer.pages.outcomes_data` for the whole.
"""

from collections.abc import Sequence

from explorer.analysis.actors import Settlement, settlement_of
from explorer.analysis.agreement import (
    View,
    actor_views,
    agreement,
    hypotheses_view,
    ladder_view,
    pool_view,
    rater_views,
)
from explorer.analysis.basis import Basis
from explorer.analysis.consistency import Row, rows_of
from explorer.analysis.doubt import doubt_about
from explorer.analysis.fit import Fit
from explorer.analysis.hypotheses import (
    COUNTS,
    Standings,
    by_diagnosticity,
    diagnosticity,
    standings,
)
from explorer.analysis.levers import find_levers
from explorer.analysis.pooling import Pool
from explorer.analysis.shares import Share
from explorer.analysis.tornado import End, tornado
from explorer.analysis.turning import Goal, Lever
from explorer.domain.atlas import Atlas
from explorer.pages.events import event_choices

Plain = dict[str, object]
"""Texts, numbers, yes or no, nothing, and lists and objects of these."""

PAIRS = 5
"""How many of the smallest changes in two factors are given for each goal."""
_POOLS: tuple[Pool, ...] = ("linear", "geometric")


def tornadoes(atlas: Atlas, basis: Basis, fit: Fit) -> Plain:
    """Give each event's probability and what each factor does to it, the longest swing first."""
    found: Plain = {}
    for choice in event_choices(atlas):
        each = tornado(basis, fit.beta, choice.event)
        bars = [
            {
                "factor": bar.factor,
                "rating": bar.rating,
                "weight": bar.weight,
                "low": _end(bar.low),
                "high": _end(bar.high),
                "one_point_down": _end(bar.down),
                "one_point_up": _end(bar.up),
                "swing": bar.swing,
                "step": bar.step,
            }
            for bar in each.sorted_by("swing")
        ]
        found[choice.key] = {"probability": each.now, "factors": bars}
    return found


def doubts(atlas: Atlas, basis: Basis, fit: Fit, seed: int) -> Plain:
    """Give the first-order and total shares of each event's variance, with their 80 % intervals.

    Sources are the factors by id, then `raters` and `beta`.
    """
    found: Plain = {}
    for choice in event_choices(atlas):
        doubt = doubt_about(basis, fit, choice.event, seed=seed)
        sources: Plain = {
            source.name: {"first": _share(source.first), "total": _share(source.total)}
            for source in doubt.sources
        }
        found[choice.key] = {
            "mean": doubt.mean,
            "variance": doubt.variance,
            "rows": doubt.rows,
            "sources": sources,
            "together": doubt.together,
        }
    return found


def levers(atlas: Atlas, basis: Basis, fit: Fit) -> Plain:
    """Give the smallest changes that turn each event, and the lead: in one factor, and in two."""
    goals: dict[str, Goal] = {each.key: each.event for each in event_choices(atlas)}
    goals["lead"] = "lead"
    found: Plain = {}
    for key, goal in goals.items():
        turning = find_levers(basis, fit.beta, goal)
        down, up = turning.turns
        found[key] = {
            "holds": turning.holds,
            "turning_shift": {"down": down, "up": up},
            "one_factor": [_lever(atlas, each) for each in turning.one],
            "two_factors": [_lever(atlas, each) for each in turning.two[:PAIRS]],
        }
    return found


def hypotheses(atlas: Atlas, iso3: str) -> Plain:
    """Give what the evidence speaks against, by each of the three counts, and each item's marks.

    Items are in falling order of how well they tell the rungs apart.
    """
    rows = rows_of(atlas, iso3)
    counts: Plain = {
        count: _standings(atlas, standings(rows, len(atlas.rungs), count)) for count in COUNTS
    }
    return {"counts": counts, "items": [_item(atlas, row) for row in by_diagnosticity(rows)]}


def actors(atlas: Atlas, iso3: str) -> Plain | None:
    """Give where the actors settle and each one's part in it; `None` where there are none."""
    settled = settlement_of(atlas, iso3)
    if settled is None:
        return None
    return {
        "mean": settled.mean,
        "median": settled.median,
        "actors": [
            {
                "actor": pull.actor,
                "position": pull.position,
                "lowest_position": pull.positions[0],
                "highest_position": pull.positions[1],
                "salience": pull.salience,
                "capability": pull.capability,
                "weight": pull.weight,
                "lever": pull.lever,
                "pull": pull.pull,
            }
            for pull in settled.pulls
        ],
    }


def methods(atlas: Atlas, basis: Basis) -> Plain:
    """Set the methods' answers side by side, the pooled judgement first, and say who agrees."""
    main = ladder_view("forecast", basis.anchor.shares)
    found = agreement(main, _other_views(atlas, basis))
    return {
        "unanimous": found.unanimous,
        "rungs_apart": found.apart,
        "views": [
            {**_view(atlas, main), "agrees": True},
            *({**_view(atlas, each), "agrees": True} for each in found.agree),
            *({**_view(atlas, each), "agrees": False} for each in found.differ),
        ],
    }


def by_rung(atlas: Atlas, values: Sequence[object]) -> Plain:
    """Put values of the rungs, lowest first, under the rungs' ids."""
    return {rung.id: value for rung, value in zip(atlas.rungs, values, strict=True)}


def rung_ids(atlas: Atlas, places: Sequence[int]) -> list[str]:
    """Name rungs by their ids; places count from 0."""
    return [atlas.rungs[place].id for place in places]


def _other_views(atlas: Atlas, basis: Basis) -> list[View]:
    rungs = len(atlas.rungs)
    views = [
        pool_view(basis, method)
        for method in _POOLS
        if method == "linear" or _leaves_a_rung(basis)
    ]
    views += rater_views(basis)
    if rows := rows_of(atlas, basis.iso3):
        counted = (hypotheses_view(standings(rows, rungs, count)) for count in COUNTS)
        views += [view for view in counted if view is not None]
    settled: Settlement | None = settlement_of(atlas, basis.iso3)
    return [*views, *(actor_views(settled, rungs) if settled else ())]


def _leaves_a_rung(basis: Basis) -> bool:
    """Say whether some rung is held possible by every rater who counts."""
    counting = [
        ladder
        for ladder, weight in zip(basis.anchor.ladders, basis.anchor.weights, strict=True)
        if weight > 0.0
    ]
    return any(min(column) > 0.0 for column in zip(*counting, strict=True))


def _view(atlas: Atlas, view: View) -> Plain:
    return {
        "method": view.method,
        "rater": view.who,
        "leading": rung_ids(atlas, view.leading),
        "sure": view.sure,
        "measure": view.measure,
    }


def _standings(atlas: Atlas, found: Standings) -> Plain:
    return {
        "totals": by_rung(atlas, found.totals),
        "items_against": by_rung(atlas, found.against),
        "leading": rung_ids(atlas, found.leading),
        "margin": found.margin,
        "telling": [
            {"evidence": each.evidence_id, "leading": rung_ids(atlas, each.leading)}
            for each in found.telling
        ],
    }


def _item(atlas: Atlas, row: Row) -> Plain:
    return {
        "evidence": row.evidence_id,
        "direction": row.direction,
        "strength": row.strength,
        "credibility": row.credibility,
        "relevance": row.relevance,
        "diagnosticity": diagnosticity(row),
        "marks": by_rung(atlas, [cell.mark for cell in row.cells]),
    }


def _end(end: End) -> Plain:
    return {"rating": end.rating, "probability": end.probability}


def _share(share: Share) -> Plain:
    return {"value": share.value, "low": share.low, "high": share.high}


def _lever(atlas: Atlas, lever: Lever) -> Plain:
    return {
        "size": lever.size,
        "shift": lever.shift,
        "changes": [
            {"factor": each.factor, "before": each.before, "after": each.after}
            for each in lever.changes
        ],
        "rungs": by_rung(atlas, lever.shares),
    }
