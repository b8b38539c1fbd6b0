"""What the forecasts stand on now: the judgements as pooled, and the assumptions in force.

`Ground` is what changes seldom (raters, pooling, the bundled scenario): making it takes some
milliseconds. `Outlook` is made from it for each move of a slider, and takes a tenth of one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from explorer.analysis.basis import Basis, Choices, basis_of
from explorer.analysis.fit import Fit, fit_beta
from explorer.analysis.forecast import Forecast, Setting, forecast
from explorer.analysis.intervals import DRAWS, Uncertainty
from explorer.domain.as_of import whole
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.words import day_words
from explorer.workspace.as_of import judgements_by
from explorer.workspace.document import Pooling, RaterJudgement, WhatIf, Workspace, frozen

Intervals = Mapping[str, Uncertainty]
"""The 80 % intervals of each state's forecast, by ISO code."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What forecasts start from: the pooled judgements, the scenario, and the fitted beta.

    `atlas` holds the further raters who are pooled in. `now` are the bases of things as they
    stand, `bases` those under the bundled scenario `scenario`; both by ISO code, without the
    states that nobody judged. `fault` says why the user's own choices could not be followed, and
    is blank where they are.
    """

    atlas: Atlas
    scenario: str
    choices: Choices
    now: Mapping[str, Basis]
    bases: Mapping[str, Basis]
    fit: Fit
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The forecasts in force.

    `title` names the scenario in force, and is blank for the judgement as it stands. `changes`
    counts the ratings set apart, and one for weights set apart. `settings` are by ISO code.
    `before` are the forecasts of things as they stand, `after` those under all assumptions.
    `what_if` is what of the user's assumptions can be followed, and `fault` says what cannot be,
    or is blank.
    """

    ground: Ground
    what_if: WhatIf
    title: str
    changes: int
    settings: Mapping[str, Setting]
    before: Mapping[str, Forecast]
    after: Mapping[str, Forecast]
    fault: str = ""

    @property
    def is_plain(self) -> bool:
        """Say whether nothing is assumed: the judgement as it stands."""
        return self.what_if.is_plain


def pooled_in(workspace: Workspace) -> tuple[RaterJudgement, ...]:
    """Give the further judgements that are pooled in: of all, those that bear on a forecast."""
    return _pooled(workspace.judgements)


def with_raters(atlas: Atlas, judgements: Mapping[str, RaterJudgement]) -> Atlas:
    """Give the Atlas with the further raters who are pooled in, as of its newest judgements.

    As of an earlier day, what they judged after it is left out.
    """
    pooled = _pooled(judgements_by(judgements, atlas.subject.seen_on))
    day = atlas.subject.as_of
    ratings = [replace(each, as_of=day) for one in pooled for each in one.ratings.values()]
    ladders = [
        replace(each, as_of=day)
        for one in pooled
        for each in one.ladders.values()
        if len(each.probabilities) == len(atlas.rungs)  # a file may come from another pack
    ]
    if not ratings and not ladders:
        return atlas
    return replace(atlas, ratings=(*atlas.ratings, *ratings), ladders=(*atlas.ladders, *ladders))


def choices_of(pooling: Pooling) -> Choices:
    """Give the user's choice of pooling in the form that the analysis takes."""
    return Choices(pooling.method, pooling.rater_weights or None)


def ground_of(atlas: Atlas, workspace: Workspace) -> Ground:
    """Pool the judgements and fit beta.

    Raises:
        ValueError: if the pooling leaves nothing to stand on, such as raters who all count nought.
    """
    pooled = with_raters(atlas, workspace.judgements)
    choices = choices_of(workspace.pooling)
    scenario = workspace.what_if.base
    now = _bases(pooled, BASELINE_SCENARIO, choices)
    bases = now if scenario == BASELINE_SCENARIO else _bases(pooled, scenario, choices)
    return Ground(pooled, scenario, choices, now, bases, _fit_of(pooled, choices))


def _fit_of(atlas: Atlas, choices: Choices) -> Fit:
    """Fit beta, which belongs to the model, to the whole pack where a day knows no scenarios."""
    if atlas.uncut is None:
        return fit_beta(atlas, choices)
    try:
        return fit_beta(atlas.uncut, choices)
    except ValueError:  # the rater weights may name further raters alone
        return fit_beta(atlas.uncut)


def sound_ground_of(atlas: Atlas, workspace: Workspace) -> Ground:
    """Pool the judgements and fit beta; what cannot be followed is left out, and `fault` says so.

    A file may hold a scenario of another pack, or a pooling under which a state is left with no
    rater; the window must open all the same, on the judgements of the data alone.
    """
    what_if, _ = followed(atlas, workspace.what_if)
    try:
        return ground_of(atlas, replace(workspace, what_if=what_if))
    except ValueError as error:
        fault = (
            f"The raters and pooling chosen leave nothing to stand on ({error}); the raters of "
            "the data alone are pooled, by their mean. “Raters and pooling” changes it."
        )
        return replace(ground_of(atlas, Workspace(what_if=what_if)), fault=fault)


def followed(atlas: Atlas, what_if: WhatIf) -> tuple[WhatIf, tuple[str, ...]]:
    """Give what of the assumptions the Atlas can follow, and a sentence on each part it cannot.

    A file may come from another pack, with other scenarios, states or factors.
    """
    faults: list[str] = []
    base = what_if.base
    if base not in {scenario.id for scenario in atlas.scenarios}:
        faults.append(_unknown_scenario(atlas, base))
        base = BASELINE_SCENARIO
    states, factors = set(atlas.subject.compared), atlas.factor_by_id
    foreign = {key for key in what_if.ratings if key[0] not in states or key[1] not in factors}
    ratings = what_if.ratings
    if foreign:
        faults.append("Ratings of states or factors that are not in the data are left out.")
        ratings = frozen({key: ratings[key] for key in ratings if key not in foreign})
    weights = what_if.weights
    if weights and weights.keys() != factors.keys():
        faults.append("Weights of other factors than those of the data are left out.")
        weights = WhatIf().weights
    return (WhatIf(base, ratings, weights), tuple(faults)) if faults else (what_if, ())


def _unknown_scenario(atlas: Atlas, base: str) -> str:
    """Say why a scenario cannot be followed: not judged by the day looked at, or not held."""
    day = atlas.subject.seen_on
    title = next((each.title for each in whole(atlas).scenarios if each.id == base), "")
    if day is None or not title:
        return f"The scenario {base!r} is not in the data; things as they stand replace it."
    return (
        f"“{title}” was not judged by {day_words(day)}: it is kept, and set aside as of this day."
    )


def is_ground_of(ground: Ground, before: Workspace, workspace: Workspace) -> bool:
    """Say whether a ground made for one workspace holds for another too.

    A judgement that is kept apart bears on nothing here.
    """
    return (
        ground.scenario == followed(ground.atlas, workspace.what_if)[0].base
        and pooled_in(before) == pooled_in(workspace)
        and before.pooling == workspace.pooling
    )


def outlook_of(ground: Ground, workspace: Workspace) -> Outlook:
    """Forecast every state under what the workspace assumes; its base is that of the ground."""
    what_if, faults = followed(ground.atlas, workspace.what_if)
    settings = settings_of(what_if, ground.bases)
    beta = ground.fit.beta
    return Outlook(
        ground=ground,
        what_if=what_if,
        title=scenario_title(ground.atlas, replace(workspace, what_if=what_if)),
        changes=len(what_if.ratings) + bool(what_if.weights),
        settings=settings,
        before=_by_state({iso3: forecast(basis, beta) for iso3, basis in ground.now.items()}),
        after=_by_state(
            {
                iso3: forecast(basis, beta, settings.get(iso3))
                for iso3, basis in ground.bases.items()
            }
        ),
        fault=" ".join(each for each in (ground.fault, *faults) if each),
    )


def compose_outlook(atlas: Atlas, workspace: Workspace) -> Outlook:
    """Forecast every state from nothing; for who needs it once."""
    return outlook_of(sound_ground_of(atlas, workspace), workspace)


def all_intervals(outlook: Outlook, draws: int = DRAWS) -> Intervals:
    """Draw the intervals of every state; from the full number of worlds it takes some 0.2 s."""
    from explorer.analysis.uncertainty import draw_intervals

    ground = outlook.ground
    found = draw_intervals(tuple(ground.bases.values()), ground.fit, outlook.settings, draws)
    return MappingProxyType({each.iso3: each for each in found})


def settings_of(what_if: WhatIf, states: Mapping[str, Basis]) -> Mapping[str, Setting]:
    """Give what is set apart for each state; a state for which nothing is set has no entry."""
    found: dict[str, Setting] = {}
    for iso3 in states:
        ratings = {
            factor: value for (state, factor), value in what_if.ratings.items() if state == iso3
        }
        if ratings or what_if.weights:
            found[iso3] = Setting(ratings or None, what_if.weights or None)
    return MappingProxyType(found)


def scenario_title(atlas: Atlas, workspace: Workspace) -> str:
    """Name the scenario in force: the user's own name for it, or the bundled one's; or blank.

    What was changed since a scenario was opened or saved has no name yet, and is said to be so.
    """
    what_if = workspace.what_if
    if what_if.is_plain:
        return ""
    own = workspace.scenarios.get(workspace.scenario)
    if own is not None:
        return own.title if own.what_if == what_if else f"{own.title}, changed"
    bundled = next(
        (each.title for each in atlas.scenarios if each.id == what_if.base), what_if.base
    )
    if not what_if.ratings and not what_if.weights:
        return bundled
    return "Own assumptions" if what_if.base == BASELINE_SCENARIO else f"{bundled}, changed"


def _pooled(judgements: Mapping[str, RaterJudgement]) -> tuple[RaterJudgement, ...]:
    return tuple(judgement for judgement in judgements.values() if judgement.is_pooled)


def _bases(atlas: Atlas, scenario: str, choices: Choices) -> Mapping[str, Basis]:
    found = {
        iso3: basis
        for iso3 in atlas.subject.compared
        if (basis := basis_of(atlas, iso3, scenario, choices)) is not None
    }
    return MappingProxyType(found)


def _by_state(found: dict[str, Forecast]) -> Mapping[str, Forecast]:
    return MappingProxyType(found)
