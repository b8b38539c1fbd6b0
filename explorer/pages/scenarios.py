"""Scenarios side by side: the likely outcomes of the shown states under each of up to four."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from explorer.analysis.basis import bases_of
from explorer.analysis.forecast import leading_rung
from explorer.analysis.likelihood import likelihood_word, whole_percent
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.events import EventChoice
from explorer.pages.numbers import share_text
from explorer.pages.outlook import Ground, Outlook, outlook_of
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.words import MINUS, counted, country_name, horizon_words, judged_on
from explorer.workspace.document import WhatIf, Workspace

MOST_COLUMNS = 4
NOW = "now"
"""The key of what is assumed at present, saved or not."""
_BUNDLED, _OWN = "bundled:", "own:"
JUDGED = f"{_BUNDLED}{BASELINE_SCENARIO}"
"""The key of the judgement as it stands."""


@dataclass(frozen=True, slots=True)
class ScenarioOption:
    """A scenario that can be set beside others; `may_be_taken` is false once four are shown."""

    key: str
    title: str
    description: str
    is_shown: bool
    may_be_taken: bool


@dataclass(frozen=True, slots=True)
class ScenarioColumn:
    """A scenario shown, with what it is."""

    key: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class ScenarioCell:
    """A state under a scenario: its bar, what leads, the event, and how the first column differs.

    `shares` are empty where nobody judged the state under that scenario; `rung` says so then.
    `difference` is blank in the first column.
    """

    shares: tuple[float, ...]
    rung: str
    likelihood: str
    event: str
    difference: str
    description: str


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """A state under each of the scenarios."""

    iso3: str
    name: str
    cells: tuple[ScenarioCell, ...]


@dataclass(frozen=True, slots=True)
class ScenariosPage:
    """Scenarios side by side, a column each, with the table to copy."""

    title: str
    subtitle: str
    note: str
    options: tuple[ScenarioOption, ...]
    columns: tuple[ScenarioColumn, ...]
    rungs: tuple[str, ...]
    rows: tuple[ScenarioRow, ...]
    table: Table


def first_columns(atlas: Atlas, outlook: Outlook, workspace: Workspace) -> tuple[str, ...]:
    """Give the scenarios to begin with: the judgement, what is assumed now, then bundled ones."""
    now = () if outlook.is_plain else (_key_in_force(outlook, workspace),)
    others = (f"{_BUNDLED}{each.id}" for each in atlas.scenarios)
    found = dict.fromkeys((JUDGED, *now, *others))
    return tuple(found)[: MOST_COLUMNS - 1]


def bundled_id(key: str) -> str:
    """Give the id of the bundled scenario that a key names, or a blank."""
    return key.removeprefix(_BUNDLED) if key.startswith(_BUNDLED) else ""


def own_id(key: str) -> str:
    """Give the id of the user's own scenario that a key names, or a blank."""
    return key.removeprefix(_OWN) if key.startswith(_OWN) else ""


def compose_scenarios(
    atlas: Atlas,
    outlook: Outlook,
    workspace: Workspace,
    states: Sequence[str],
    keys: Sequence[str],
    choice: EventChoice,
) -> ScenariosPage:
    """Set scenarios side by side, in the order of `keys`; those that are gone are left out."""
    titles = _titles(atlas, outlook, workspace)
    shown = [key for key in dict.fromkeys(keys) if key in titles][:MOST_COLUMNS]
    columns = tuple(ScenarioColumn(key, *titles[key]) for key in shown)
    outlooks = [_outlook(outlook, workspace, key) for key in shown]
    rows = tuple(_row(atlas, outlooks, iso3, choice, columns) for iso3 in states)
    return ScenariosPage(
        title="Scenarios side by side",
        subtitle=(
            f"Furthest rung in force by {horizon_words(atlas.subject.horizon)}, "
            f"{judged_on(atlas)} · differences from the first column"
        ),
        note=(
            "The raters judged the ladder anew under each bundled scenario; your own scenarios "
            "move it from there. Figures are rounded."
        ),
        options=tuple(
            ScenarioOption(key, *titles[key], key in shown, len(shown) < MOST_COLUMNS)
            for key in titles
        ),
        columns=columns,
        rungs=tuple(rung.title for rung in atlas.rungs),
        rows=rows,
        table=_table(atlas, outlooks, columns, states, choice),
    )


def _key_in_force(outlook: Outlook, workspace: Workspace) -> str:
    """Give the key of what is assumed now: a scenario's where it is just that, else `NOW`."""
    what_if = outlook.what_if
    own = workspace.scenarios.get(workspace.scenario)
    if own is not None and own.what_if == what_if:
        return f"{_OWN}{own.id}"
    if not what_if.ratings and not what_if.weights:
        return f"{_BUNDLED}{what_if.base}"
    return NOW


def _titles(atlas: Atlas, outlook: Outlook, workspace: Workspace) -> Mapping[str, tuple[str, str]]:
    """Give title and description of all that can be set side by side, by key."""
    found = {f"{_BUNDLED}{each.id}": (each.title, each.description) for each in atlas.scenarios}
    if _key_in_force(outlook, workspace) == NOW:
        words = f"What is assumed now, with {counted(outlook.changes, 'change')} of your own"
        found[NOW] = (outlook.title, words)
    for own in workspace.scenarios.values():
        found[f"{_OWN}{own.id}"] = (own.title, own.note or "Your own scenario")
    return found


def _what_if(outlook: Outlook, workspace: Workspace, key: str) -> WhatIf:
    if key == NOW:
        return outlook.what_if
    own = own_id(key)
    return workspace.scenarios[own].what_if if own else WhatIf(bundled_id(key))


def _outlook(outlook: Outlook, workspace: Workspace, key: str) -> Outlook:
    """Forecast under one of the scenarios, on the same pooled judgements and the same beta."""
    what_if = _what_if(outlook, workspace, key)
    ground = _ground(outlook.ground, what_if.base)
    return outlook_of(ground, replace(workspace, what_if=what_if, scenario=""))


def _ground(ground: Ground, scenario: str) -> Ground:
    if scenario == ground.scenario:
        return ground
    if scenario == BASELINE_SCENARIO:
        return replace(ground, scenario=scenario, bases=ground.now)
    bases = {each.iso3: each for each in bases_of(ground.atlas, scenario, ground.choices)}
    return replace(ground, scenario=scenario, bases=MappingProxyType(bases))


def _row(
    atlas: Atlas,
    outlooks: Sequence[Outlook],
    iso3: str,
    choice: EventChoice,
    columns: Sequence[ScenarioColumn],
) -> ScenarioRow:
    name = country_name(atlas, iso3)
    shares = [_shares(outlook, iso3) for outlook in outlooks]
    cells = tuple(
        _cell(atlas, each, shares[0] if at else (), choice, f"{name}, {column.title}")
        for at, (each, column) in enumerate(zip(shares, columns, strict=True))
    )
    return ScenarioRow(iso3, name, cells)


def _shares(outlook: Outlook, iso3: str) -> tuple[float, ...]:
    found = outlook.after.get(iso3)
    return found.shares if found is not None else ()


def _cell(
    atlas: Atlas,
    shares: tuple[float, ...],
    first: tuple[float, ...],
    choice: EventChoice,
    place: str,
) -> ScenarioCell:
    if not shares:
        return ScenarioCell((), NO_VALUE, "", "", "", f"{place}: {NO_VALUE}.")
    top = max(shares)
    rung = atlas.rungs[shares.index(top)].title
    likelihood = f"{share_text(top)}, {likelihood_word(top)}"
    event = f"{share_text(choice.event.probability(shares))} {choice.words}"
    difference = _difference(atlas, shares, first, choice) if first else ""
    said = "; ".join(part for part in (f"{rung} {likelihood}", event, difference) if part)
    return ScenarioCell(shares, rung, likelihood, event, difference, f"{place}: {said}.")


def _difference(
    atlas: Atlas, shares: tuple[float, ...], first: tuple[float, ...], choice: EventChoice
) -> str:
    """Say how a column differs from the first: the points of the event, and another lead."""
    if shares == first:
        return "No difference"
    points = points_words(choice.event.probability(first), choice.event.probability(shares))
    was, leads = (leading_rung(each) for each in (first, shares))
    lead = "same lead" if was == leads else f"{atlas.rungs[was].title.lower()} no longer leads"
    return f"{points}, {lead}"


def points_words(then: float, now: float) -> str:
    """Give the difference of two likelihoods as shown, in points: “+6 points”."""
    points = whole_percent(now) - whole_percent(then)
    if not points:
        return "under 1 point"
    sign = "+" if points > 0 else MINUS
    return f"{sign}{counted(abs(points), 'point')}"


def _table(
    atlas: Atlas,
    outlooks: Sequence[Outlook],
    columns: Sequence[ScenarioColumn],
    states: Sequence[str],
    choice: EventChoice,
) -> Table:
    rungs = tuple(rung.title for rung in atlas.rungs)
    rows: list[tuple[str, ...]] = []
    for iso3 in states:
        for outlook, column in zip(outlooks, columns, strict=True):
            shares = _shares(outlook, iso3)
            figures = (
                (*map(share_text, shares), share_text(choice.event.probability(shares)))
                if shares
                else (NO_VALUE,) * (len(rungs) + 1)
            )
            rows.append((country_name(atlas, iso3), column.title, *figures))
    heads = ("State", "Scenario", *rungs, choice.title)
    return Table(heads, tuple(rows), (False, False, *(True for _ in heads[2:])))
