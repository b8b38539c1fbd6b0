"""The view What if: what is assumed, as rows to slide, and which scenario it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from explorer.analysis.basis import Basis, Standing, steps_of
from explorer.analysis.tenths import closed_tenths, shown_difference
from explorer.analysis.weights import PooledWeights, weights_in
from explorer.domain.atlas import Atlas
from explorer.domain.judgement import SCALE_MAX, Factor, Group
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.compare_outcomes import pool_words
from explorer.pages.outlook import Outlook
from explorer.pages.words import (
    counted,
    country_name,
    day_words,
    holder_words,
    in_sentences,
    judged_on,
    judgement_of,
    listing,
    not_judged_of,
    raters_words,
    signed,
    tenth_text,
)
from explorer.workspace.document import Workspace

Bearing = Literal["pull", "hold", "level"]
"""What a change does to closeness: it pulls closer, holds back, or nothing that can be said."""

BEARING_WORDS: dict[Bearing, str] = {"pull": "pulls closer", "hold": "holds back", "level": ""}
NOTHING = "What if: nothing is changed yet"
_PER_CENT = 100.0
_USUAL_WEIGHTS = 40.0
"""How far the track of a weight reaches, in per cent; further where one in force is larger."""
_GROUPS: tuple[tuple[Group, str], ...] = (("interest", "Interests"), ("constraint", "Constraints"))


@dataclass(frozen=True, slots=True)
class SliderRow:
    """One value to slide, from 0 to `top`, or to type, up to `most`.

    `judged` is the pooled judgement as it stands, `low` and `high` its range; `home` is what the
    value returns to, which a bundled scenario may have moved from the judgement. `change` is the
    shown value less the judged one with its sign, or blank, and `bearing` what that does.
    """

    key: str
    title: str
    holder: str
    value: float
    judged: float
    home: float
    low: float
    high: float
    top: float
    most: float
    figure: str
    change: str
    bearing: Bearing
    is_set: bool
    description: str


@dataclass(frozen=True, slots=True)
class SliderGroup:
    """Rows under a heading."""

    title: str
    rows: tuple[SliderRow, ...]


@dataclass(frozen=True, slots=True)
class StateChoice:
    """A state to choose, and how many of its ratings are set apart."""

    iso3: str
    name: str
    changes: int


@dataclass(frozen=True, slots=True)
class ScenarioChoice:
    """A scenario to open: its id, and whether it is just what is assumed now.

    `is_changed` says that what is assumed came from it, and was changed since.
    """

    id: str
    title: str
    description: str
    is_in_force: bool
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class WhatIfPage:
    """What is assumed. `missing` says why there is nothing to slide, and is blank otherwise.

    `hint` says what a slider returns to. `own_id` is the saved scenario in force, or blank, and
    `is_own_changed` says that the assumptions differ from what was saved under it.
    """

    title: str
    subtitle: str
    description: str
    states: tuple[StateChoice, ...]
    iso3: str
    name: str
    ratings: tuple[SliderGroup, ...]
    weights: tuple[SliderGroup, ...]
    missing: str
    hint: str
    bundled: tuple[ScenarioChoice, ...]
    own: tuple[ScenarioChoice, ...]
    own_id: str
    is_own_changed: bool
    is_plain: bool
    has_own_weights: bool


def compose_what_if(
    atlas: Atlas, outlook: Outlook, workspace: Workspace, states: Sequence[str], iso3: str
) -> WhatIfPage:
    """Compose what is assumed for one of the shown states, and for the weights."""
    name = country_name(atlas, iso3)
    own = workspace.scenarios.get(workspace.scenario)
    ratings = _rating_groups(atlas, outlook, iso3)
    return WhatIfPage(
        title=_title(outlook),
        subtitle=_subtitle(atlas, outlook, workspace, name, iso3),
        description=_description(atlas, outlook, workspace),
        states=tuple(_state(atlas, outlook, each) for each in states),
        iso3=iso3,
        name=name,
        ratings=ratings,
        weights=_weight_groups(atlas, outlook),
        missing="" if ratings else _missing(atlas, name),
        hint=_hint(outlook),
        bundled=_bundled(atlas, outlook, is_own=own is not None),
        own=_own(workspace),
        own_id=own.id if own else "",
        is_own_changed=own is not None and own.what_if != outlook.what_if,
        is_plain=outlook.is_plain,
        has_own_weights=bool(outlook.what_if.weights),
    )


def pooled_weights(outlook: Outlook) -> PooledWeights:
    """Give the pooled weights of the raters who count, one for each factor."""
    ground = outlook.ground
    return weights_in(ground.atlas, ground.choices.rater_weights)


def weights_in_force(outlook: Outlook) -> dict[str, float]:
    """Give the share of each factor as assumed now; together they are one."""
    pooled = pooled_weights(outlook)
    own = outlook.what_if.weights
    return {
        factor: own.get(factor, share)
        for factor, share in zip(pooled.factors, pooled.shares, strict=True)
    }


def rating_home(outlook: Outlook, iso3: str, factor: str) -> float | None:
    """Give the rating to which a slider returns; `None` where nobody rated the factor."""
    basis = outlook.ground.bases.get(iso3)
    if basis is None:
        return None
    return next((each.mode for each in basis.standings if each.factor == factor), None)


def _title(outlook: Outlook) -> str:
    if outlook.is_plain:
        return NOTHING
    title = outlook.title
    is_unnamed = title == "Own assumptions"
    return f"What if: {title[0].lower() + title[1:] if is_unnamed else title}"


def _subtitle(atlas: Atlas, outlook: Outlook, workspace: Workspace, name: str, iso3: str) -> str:
    what_if = outlook.what_if
    judged = f"the {judgement_of(atlas)}, {_raters(outlook)}"
    if not outlook.before and atlas.subject.seen_on is not None:
        judged = judged_on(atlas)
    if outlook.is_plain:
        return f"{outlook.fault} {judged[0].upper()}{judged[1:]}".strip()
    parts: list[str] = []
    own = workspace.scenarios.get(workspace.scenario)
    if own is not None:
        parts.append(f"Your scenario, saved {day_words(own.edited.date())}")
    if what_if.base != BASELINE_SCENARIO:
        title = _scenario_title(atlas, what_if.base)
        moved = counted(len(steps_of(atlas, what_if.base)), "rating")
        parts.append(f"“{title}” moves {moved} of every state")
    if outlook.changes:
        here = sum(1 for state, _ in what_if.ratings if state == iso3)
        elsewhere = len(what_if.ratings) - here
        places = ((here, name), (elsewhere, "other states"))
        told = [f"{counted(count, 'rating')} of {where}" for count, where in places if count]
        told += ["the weights"] if what_if.weights else []
        parts.append(f"changed by you: {listing(told)}")
    elif what_if.base != BASELINE_SCENARIO:
        parts.append("nothing changed by you")
    line = " · ".join(parts)
    return f"{outlook.fault} {line[0].upper()}{line[1:]}".strip()


def _missing(atlas: Atlas, name: str) -> str:
    """Say why there is nothing to change for a state."""
    said = not_judged_of(atlas, name, f"Nobody has judged {name}")
    return f"{said}, so there is nothing to change."


def _raters(outlook: Outlook) -> str:
    counts = [forecast.basis.anchor.raters for forecast in outlook.before.values()]
    return f"{pool_words(outlook.ground.choices)} of {raters_words(counts)}"


def _description(atlas: Atlas, outlook: Outlook, workspace: Workspace) -> str:
    own = workspace.scenarios.get(workspace.scenario)
    if own is not None and own.note:
        return own.note
    base = outlook.what_if.base
    if base == BASELINE_SCENARIO:
        return ""
    return next((each.description for each in atlas.scenarios if each.id == base), "")


def _hint(outlook: Outlook) -> str:
    if outlook.what_if.base == BASELINE_SCENARIO:
        return (
            "The grey tick is the pooled judgement, the band its range. Double-click a slider, or "
            "press Backspace, to return to the tick."
        )
    return (
        "The grey tick is the pooled judgement as it stands, the band its range; the ring is "
        "where the scenario puts it. Double-click a slider, or press Backspace, to return to the "
        "ring."
    )


def _state(atlas: Atlas, outlook: Outlook, iso3: str) -> StateChoice:
    changes = sum(1 for state, _ in outlook.what_if.ratings if state == iso3)
    return StateChoice(iso3, country_name(atlas, iso3), changes)


def _scenario_title(atlas: Atlas, scenario: str) -> str:
    return next((each.title for each in atlas.scenarios if each.id == scenario), scenario)


def _bundled(atlas: Atlas, outlook: Outlook, *, is_own: bool) -> tuple[ScenarioChoice, ...]:
    what_if = outlook.what_if
    is_changed = bool(what_if.ratings or what_if.weights)
    found: list[ScenarioChoice] = []
    for each in atlas.scenarios:
        is_origin = not is_own and each.id == what_if.base
        is_in_force, is_left = is_origin and not is_changed, is_origin and is_changed
        found.append(ScenarioChoice(each.id, each.title, each.description, is_in_force, is_left))
    return tuple(found)


def _own(workspace: Workspace) -> tuple[ScenarioChoice, ...]:
    found: list[ScenarioChoice] = []
    for each in workspace.scenarios.values():
        is_origin, is_same = each.id == workspace.scenario, each.what_if == workspace.what_if
        is_in_force, is_left = is_origin and is_same, is_origin and not is_same
        found.append(ScenarioChoice(each.id, each.title, each.note, is_in_force, is_left))
    return tuple(found)


def _rating_groups(atlas: Atlas, outlook: Outlook, iso3: str) -> tuple[SliderGroup, ...]:
    basis, after = outlook.ground.bases.get(iso3), outlook.after.get(iso3)
    if basis is None or after is None:
        return ()
    values = dict(zip((each.factor for each in basis.standings), after.ratings, strict=True))
    setting = outlook.settings.get(iso3)
    own = (setting.ratings if setting else None) or {}
    judged = _by_factor(outlook.ground.now.get(iso3))
    rows = {
        home.factor: _rating_row(
            atlas, atlas.factor_by_id[home.factor], judged.get(home.factor, home), home,
            values[home.factor], is_set=home.factor in own,
        )
        for home in basis.standings
    }  # fmt: skip
    return _grouped(atlas, rows)


def _by_factor(basis: Basis | None) -> dict[str, Standing]:
    return {each.factor: each for each in basis.standings} if basis is not None else {}


def _rating_row(
    atlas: Atlas, factor: Factor, judged: Standing, home: Standing, value: float, *, is_set: bool
) -> SliderRow:
    change = shown_difference(value, judged.mode)
    bearing = _bearing(factor.group, change)
    words = BEARING_WORDS[bearing]
    spread = f"range {tenth_text(judged.low)} to {tenth_text(judged.high)}"
    parts = (
        f"{tenth_text(value)} of {SCALE_MAX:.0f}",
        f"judged {tenth_text(judged.mode)}, {spread}",
        f"{signed(change)}, which {words}" if words else "",
        f"the scenario puts it at {tenth_text(home.mode)}" if home.step else "",
    )
    return SliderRow(
        key=factor.id,
        title=factor.title,
        holder=holder_words(atlas, factor),
        value=value,
        judged=judged.mode,
        home=home.mode,
        low=judged.low,
        high=judged.high,
        top=SCALE_MAX,
        most=SCALE_MAX,
        figure=tenth_text(value),
        change=signed(change) if change else "",
        bearing=bearing,
        is_set=is_set,
        description=in_sentences(parts),
    )


def _bearing(group: Group, change: float) -> Bearing:
    if change == 0:
        return "level"
    return "pull" if (change > 0) == (group == "interest") else "hold"


def _weight_groups(atlas: Atlas, outlook: Outlook) -> tuple[SliderGroup, ...]:
    pooled = pooled_weights(outlook)
    now = weights_in_force(outlook)
    most = _PER_CENT * max(now.values(), default=0.0)
    top = _USUAL_WEIGHTS if most <= _USUAL_WEIGHTS else _PER_CENT
    ranges = pooled.ranges or tuple((share, share) for share in pooled.shares)
    # Rounded each alone, the figures would not sum to the hundred that the view says they do.
    shown = closed_tenths([_PER_CENT * now[factor] for factor in pooled.factors])
    judged = closed_tenths([_PER_CENT * share for share in pooled.shares])
    rows = {
        factor: _weight_row(
            atlas, factor, _PER_CENT * now[factor], _PER_CENT * pooled.shares[at],
            (shown[at], judged[at]), (_PER_CENT * ranges[at][0], _PER_CENT * ranges[at][1]), top,
        )
        for at, factor in enumerate(pooled.factors)
    }  # fmt: skip
    return _grouped(atlas, rows)


def _weight_row(
    atlas: Atlas,
    factor_id: str,
    value: float,
    judged: float,
    shown: tuple[float, float],
    ends: tuple[float, float],
    top: float,
) -> SliderRow:
    """Give a weight's row; `shown` are its value and the pooled one as they are shown."""
    factor = atlas.factor_by_id[factor_id]
    change = shown_difference(*shown)
    low, high = ends
    spread = f"the raters' own {tenth_text(low)} to {tenth_text(high)} %"
    parts = (
        f"{tenth_text(shown[0])} % of all weight",
        f"pooled {tenth_text(shown[1])} %, {spread}",
        f"changed by {signed(change)} points" if change else "",
    )
    return SliderRow(
        key=factor_id,
        title=factor.title,
        holder=holder_words(atlas, factor),
        value=value,
        judged=judged,
        home=judged,
        low=low,
        high=high,
        top=top,
        most=_PER_CENT,
        figure=f"{tenth_text(shown[0])}\u00a0%",
        change=signed(change) if change else "",
        bearing="level",
        is_set=change != 0,
        description=in_sentences(parts),
    )


def _grouped(atlas: Atlas, rows: dict[str, SliderRow]) -> tuple[SliderGroup, ...]:
    """Put rows under the headings of their factors' groups, in the pack's order."""
    found: list[SliderGroup] = []
    for group, title in _GROUPS:
        here = [rows[each.id] for each in atlas.factors if each.group == group and each.id in rows]
        if here:
            found.append(SliderGroup(title, tuple(here)))
    return tuple(found)
