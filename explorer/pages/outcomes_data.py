"""Every number of the likely outcomes as plain values, for scripts.

The document, in this order:

* `app`, `version`, `pack`, `edition`, `question`, `horizon`: what it is of;
* `scenario`, `as_of` (of the judgement), `seen_on` (the day whose knowledge the Atlas is cut to,
  or `None`), `seed`, `draws`, `interval_level`, `pooling`: how it was made;
* `rungs`, `events`: what the keys further on stand for;
* `weights`: each factor's pooled weight, and each rater's, all from 0 to 1;
* `fit`: beta, its errors, R squared about zero, the residuals in falling order of size, and how
  each state, scenario and cut is fitted, the worst first; `as_of` is the date of the ladders it
  was fitted to, which is the newest where those of the date asked for do not allow a fit;
* `states`, by ISO code: `rungs` and `at_least` with probability, word, 80 % interval and (rungs)
  the share of drawn worlds in which each leads; `as_things_stand`, the ladder without the
  scenario; `raters` with their ladders, and the size of the repair that made each whole;
  `propensity`, `ratings`, and then the reasons (`explorer.pages.outcomes_reasons`): `tornado`,
  `doubt`, `levers`, `hypotheses`, `actors`, `methods`.

Probabilities are from 0 to 1, ratings from 0 to 4, shifts in log-odds. `None` stands where there
is no such number. The same pack, scenario, date and seed give the same document. The raters
worked from the same evidence, so their agreement and the intervals understate doubt.
"""

import math
from datetime import date
from typing import cast

from explorer import __version__
from explorer.analysis.basis import Basis, Choices, basis_of, steps_of
from explorer.analysis.fit import Fit, GroupFit, fit_beta
from explorer.analysis.forecast import forecast
from explorer.analysis.intervals import DRAWS, LEVEL, SEED, Interval, Uncertainty
from explorer.analysis.likelihood import likelihood_word
from explorer.analysis.uncertainty import draw_intervals
from explorer.analysis.weights import weights_in
from explorer.domain.as_of import is_judged, whole, written_on
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.errors import UnknownNameError
from explorer.pages import outcomes_reasons as reasons
from explorer.pages.events import event_choices
from explorer.pages.outcomes_reasons import Plain, by_rung, rung_ids


def outcomes_data(
    atlas: Atlas,
    scenario: str = BASELINE_SCENARIO,
    as_of: date | None = None,
    seed: int | None = None,
    draws: int = DRAWS,
) -> Plain:
    """Give every number of the likely outcomes under a bundled scenario, as judged on a date.

    Raises:
        UnknownNameError: if the scenario, or the date, is none that the raters judged.
    """
    day = as_of or atlas.subject.as_of
    seed = SEED if seed is None else seed
    _check_names(atlas, scenario, day)
    choices = Choices(as_of=day)
    bases = {
        iso3: basis
        for iso3 in atlas.subject.compared
        if (basis := basis_of(atlas, iso3, scenario, choices)) is not None
    }
    fit, fitted = _fit_of(atlas, choices, day)
    drawn = draw_intervals(tuple(bases.values()), fit, None, draws, seed)
    states: Plain = {}
    for basis, uncertainty in zip(bases.values(), drawn, strict=True):
        now = basis_of(atlas, basis.iso3, BASELINE_SCENARIO, choices)
        states[basis.iso3] = {
            **_state(atlas, basis, now, fit, uncertainty),
            "ratings": _ratings(atlas, basis, day),
            **_reasons(atlas, basis, fit, seed),
        }
    return cast(
        "Plain",
        _finite(
            {
                **_head(atlas, scenario, day, seed, draws),
                "weights": _weights(atlas),
                "fit": _fit(atlas, fit, fitted),
                "states": states,
            }
        ),
    )


def _check_names(atlas: Atlas, scenario: str, day: date) -> None:
    dates = [each.isoformat() for each in whole(atlas).judgement_dates]
    if not is_judged(atlas):
        message = f"nothing was judged by {day}; name {dates[0]} or a later day"
        raise UnknownNameError(message)
    if day not in atlas.judgement_dates:
        message = f"nothing was judged on {day}; name one of {', '.join(dates)}"
        raise UnknownNameError(message)
    known = [each.id for each in whole(atlas).scenarios]
    if scenario not in known:
        message = f"“{scenario}” is not a scenario of this pack; name one of {', '.join(known)}"
        raise UnknownNameError(message)
    judged = {each.scenario for each in atlas.ladders if each.as_of == day}
    if scenario not in judged:
        there = ", ".join(each for each in known if each in judged)
        message = f"the scenario “{scenario}” was not judged on {day}; name one of {there}"
        raise UnknownNameError(message)


def _fit_of(atlas: Atlas, choices: Choices, day: date) -> tuple[Fit, date]:
    """Fit beta to the ladders of a date, or to the newest where those do not allow a fit."""
    try:
        return fit_beta(atlas, choices), day
    except ValueError:
        return fit_beta(whole(atlas)), written_on(atlas)


def _head(atlas: Atlas, scenario: str, day: date, seed: int, draws: int) -> Plain:
    subject = atlas.subject
    chosen = next(each for each in atlas.scenarios if each.id == scenario)
    return {
        "app": "Country Explorer",
        "version": __version__,
        "pack": subject.pack,
        "edition": subject.edition,
        "question": subject.question,
        "horizon": subject.horizon.isoformat(),
        "scenario": {"id": chosen.id, "title": chosen.title, "steps": steps_of(atlas, scenario)},
        "as_of": day.isoformat(),
        "seen_on": subject.seen_on.isoformat() if subject.seen_on else None,
        "seed": seed,
        "draws": draws,
        "interval_level": LEVEL,
        "pooling": "linear",
        "rungs": [
            {"id": each.id, "order": each.order, "title": each.title} for each in atlas.rungs
        ],
        "events": [
            {
                "id": each.key,
                "title": each.title,
                "kind": each.event.kind,
                "rung": atlas.rungs[each.event.place].id,
            }
            for each in event_choices(atlas)
        ],
    }


def _weights(atlas: Atlas) -> Plain:
    pooled = weights_in(atlas)
    return {
        factor: {
            "group": atlas.factor_by_id[factor].group,
            "title": atlas.factor_by_id[factor].title,
            "weight": share,
            "raters": {
                rater: row[at] for rater, row in zip(pooled.raters, pooled.by_rater, strict=True)
            },
        }
        for at, (factor, share) in enumerate(zip(pooled.factors, pooled.shares, strict=True))
    }


def _fit(atlas: Atlas, fit: Fit, day: date) -> Plain:
    return {
        "as_of": day.isoformat(),
        "beta": fit.beta,
        "error": fit.error,
        "error_clustered_by_state": fit.clustered,
        "error_drawn_from": fit.spread,
        "r_squared": fit.r_squared,
        "points": len(fit.residuals),
        "left_out": fit.left_out,
        "worst_state": fit.states[0].name,
        "states": {each.name: _group(each) for each in fit.states},
        "scenarios": {each.name: _group(each) for each in fit.scenarios},
        "cuts": {atlas.rungs[int(each.name)].id: _group(each) for each in fit.cuts},
        "residuals": [
            {
                "iso3": each.point.iso3,
                "scenario": each.point.scenario,
                "at_least": atlas.rungs[each.point.place].id,
                "before": each.point.before,
                "after": each.point.after,
                "change_in_propensity": each.point.change,
                "judged_shift": each.point.moved,
                "fitted_shift": each.fitted,
                "residual": each.value,
            }
            for each in fit.worst
        ],
    }


def _group(group: GroupFit) -> Plain:
    return {
        "points": group.points,
        "root_mean_squared_residual": group.error,
        "mean_residual": group.bias,
        "beta": group.beta,
    }


def _state(
    atlas: Atlas, basis: Basis, now: Basis | None, fit: Fit, uncertainty: Uncertainty
) -> Plain:
    found = forecast(basis, fit.beta)
    leading = zip(uncertainty.rungs, uncertainty.leading, strict=True)
    rungs = [
        {**_likelihood(share, interval), "leads_in": leads}
        for share, (interval, leads) in zip(found.shares, leading, strict=True)
    ]
    at_least = [
        _likelihood(share, interval)
        for share, interval in zip(found.at_least, uncertainty.at_least, strict=True)
    ]
    return {
        "name": atlas.country_by_iso3[basis.iso3].name,
        "leading": atlas.rungs[found.leading].id,
        "rungs": by_rung(atlas, rungs),
        "at_least": by_rung(atlas, at_least),
        "as_things_stand": by_rung(atlas, now.anchor.shares) if now else None,
        "raters": _raters(atlas, basis),
        "pool_excess": basis.anchor.excess,
        "unrated": list(basis.unrated),
        "propensity": {
            "value": found.after.value,
            "as_things_stand": now.propensity.value if now else None,
            "parts": dict(
                zip((each.factor for each in basis.standings), found.after.parts, strict=True)
            ),
        },
    }


def _reasons(atlas: Atlas, basis: Basis, fit: Fit, seed: int) -> Plain:
    return {
        "tornado": reasons.tornadoes(atlas, basis, fit),
        "doubt": reasons.doubts(atlas, basis, fit, seed),
        "levers": reasons.levers(atlas, basis, fit),
        "hypotheses": reasons.hypotheses(atlas, basis.iso3),
        "actors": reasons.actors(atlas, basis.iso3),
        "methods": reasons.methods(atlas, basis),
    }


def _likelihood(probability: float, interval: Interval) -> Plain:
    return {
        "probability": probability,
        "word": likelihood_word(probability),
        "low": interval.low,
        "median": interval.median,
        "high": interval.high,
        "mean": interval.mean,
    }


def _raters(atlas: Atlas, basis: Basis) -> Plain:
    """Give each rater's ladder as made whole, and by how much it had to be repaired."""
    anchor = basis.anchor
    rows = zip(basis.raters, anchor.ladders, anchor.repairs, anchor.weights, strict=True)
    return {
        rater: {
            "weight": weight,
            "rungs": by_rung(atlas, ladder),
            "leading": rung_ids(atlas, [ladder.index(max(ladder))])[0],
            "repair": repair,
        }
        for rater, ladder, repair, weight in rows
    }


def _ratings(atlas: Atlas, basis: Basis, day: date) -> Plain:
    """Give the pooled ratings with the scenario's step in them, and each rater's as judged."""
    return {
        each.factor: {
            "low": each.low,
            "rating": each.mode,
            "high": each.high,
            "scenario_step": each.step,
            "weight": each.weight,
            "as_judged": each.pooled.mode,
            "spread_of_raters": each.pooled.spread,
            "raters_apart": each.pooled.apart,
            "confidence": each.pooled.confidence,
            "raters": {
                one.rater: {
                    "low": one.low,
                    "rating": one.mode,
                    "high": one.high,
                    "confidence": one.confidence,
                }
                for one in atlas.ratings_of(basis.iso3, each.factor, day)
            },
        }
        for each in basis.standings
    }


def _finite(value: object) -> object:
    """Put `None` in the place of a number that is none, which JSON cannot hold."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in cast("Plain", value).items()}
    if isinstance(value, list | tuple):
        return [_finite(each) for each in cast("list[object]", value)]
    return value
