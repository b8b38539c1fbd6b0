"""What a step of the user's changed, in a few words: for the line that says what was undone."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from explorer.domain.atlas import Atlas
from explorer.domain.judgement import OWN_RATER
from explorer.pages.note_places import place_label
from explorer.pages.shortening import shortened
from explorer.pages.words import counted, country_name, tenth_text
from explorer.workspace.document import OwnScenario, RaterJudgement, WhatIf, Workspace

_K = TypeVar("_K")
_V = TypeVar("_V")
_LONGEST_NAME = 40


def change_words(atlas: Atlas, before: Workspace, after: Workspace) -> str:
    """Say in a few words what leads from one workspace to another; blank where they are alike.

    “scenario “Thaw” deleted”, “Kazakhstan, Public opinion set to 2.5”, “note on Tajikistan
    changed”. Of several changes the first is told, and the others are counted.
    """
    told = [
        *_scenarios(before, after),
        *_assumed(atlas, before, after),
        *_notes(atlas, before, after),
        *_judgements(before, after),
        *_pooling(before, after),
        *_marks(atlas, before, after),
        *_remarks(before, after),
        *_own_evidence(before, after),
        *_record(before, after),
    ]
    if not told:
        return ""
    return told[0] if len(told) == 1 else f"{told[0]}, and {len(told) - 1} more"


def _named(title: str) -> str:
    return f"scenario “{shortened(title, _LONGEST_NAME)}”"


def _scenarios(before: Workspace, after: Workspace) -> Iterator[str]:
    """Say what became of the scenarios that the user keeps."""
    for _, old, new in _differing(before.scenarios, after.scenarios):
        if old is None and new is not None:
            yield f"{_named(new.title)} saved"
        elif old is not None and new is None:
            yield f"{_named(old.title)} deleted"
        elif old is not None and new is not None:
            yield _rewritten(old, new)


def _rewritten(old: OwnScenario, new: OwnScenario) -> str:
    if old.title != new.title:
        return f"{_named(old.title)} renamed “{shortened(new.title, _LONGEST_NAME)}”"
    if old.note != new.note:
        return f"note of {_named(new.title)} changed"
    return f"changes saved to {_named(new.title)}"


def _assumed(atlas: Atlas, before: Workspace, after: Workspace) -> Iterator[str]:
    """Say what is assumed otherwise: another scenario, other ratings, other weights."""
    old, new = before.what_if, after.what_if
    if old == new:
        return
    opened = after.scenarios.get(after.scenario)
    if opened is not None and opened.what_if == new and after.scenario != before.scenario:
        yield f"{_named(opened.title)} opened"
    elif new.is_plain:
        yield _returned(atlas, old)
    elif old.base != new.base:
        title = next((each.title for each in atlas.scenarios if each.id == new.base), new.base)
        yield f"{_named(title)} opened"
    else:
        yield from _set_apart(atlas, old, new)


def _returned(atlas: Atlas, old: WhatIf) -> str:
    """Say what was taken back, where nothing is assumed any more."""
    if len(old.ratings) == 1 and not old.weights:
        ((iso3, factor),) = old.ratings
        return f"{_rating_name(atlas, iso3, factor)} put back"
    return "weights put back" if old.weights and not old.ratings else "assumptions put aside"


def _set_apart(atlas: Atlas, old: WhatIf, new: WhatIf) -> Iterator[str]:
    changes = list(_differing(old.ratings, new.ratings))
    if len(changes) == 1:
        ((iso3, factor), _, value) = changes[0]
        done = "put back" if value is None else f"set to {tenth_text(value)}"
        yield f"{_rating_name(atlas, iso3, factor)} {done}"
    elif changes:
        yield f"{counted(len(changes), 'rating')} changed"
    if old.weights != new.weights:
        yield "weights changed" if new.weights else "weights put back"


def _rating_name(atlas: Atlas, iso3: str, factor: str) -> str:
    known = atlas.factor_by_id.get(factor)
    return f"{country_name(atlas, iso3)}, {known.title if known else factor}"


def _notes(atlas: Atlas, before: Workspace, after: Workspace) -> Iterator[str]:
    for place, old, new in _differing(before.notes, after.notes):
        yield f"note on {place_label(atlas, place)} {_done(old, new, 'written')}"


def _judgements(before: Workspace, after: Workspace) -> Iterator[str]:
    for rater, old, new in _differing(before.judgements, after.judgements):
        yield from _judged(rater, old, new)


def _judged(rater: str, old: RaterJudgement | None, new: RaterJudgement | None) -> Iterator[str]:
    """Say what became of a further rater's judgement, of which the user's own is one."""
    is_own = rater == OWN_RATER
    who = "your judgement" if is_own else f"judgement of {shortened(rater, _LONGEST_NAME)}"
    if old is not None and new is not None and old.is_pooled != new.is_pooled:
        yield f"{who} {'counted in the pool' if new.is_pooled else 'set beside the pool'}"
    elif is_own:
        yield f"{who} {_done(old, new, 'begun')}"
    else:
        yield f"{who} {_done(old, new, 'taken in')}"


def _pooling(before: Workspace, after: Workspace) -> Iterator[str]:
    old, new = before.pooling, after.pooling
    if old.method != new.method:
        yield f"pooling by the {'mean' if new.method == 'linear' else 'product'} chosen"
    if old.rater_weights != new.rater_weights:
        yield "what raters count for changed"


def _marks(atlas: Atlas, before: Workspace, after: Workspace) -> Iterator[str]:
    changes = list(_differing(before.marks, after.marks))
    if len(changes) == 1:
        ((iso3, item, _), old, new) = changes[0]
        yield f"mark of {item} for {country_name(atlas, iso3)} {_done(old, new, 'set')}"
    elif changes:
        yield f"{counted(len(changes), 'mark')} of the matrix changed"


def _remarks(before: Workspace, after: Workspace) -> Iterator[str]:
    for item, old, new in _differing(before.remarks, after.remarks):
        yield f"remark on {item} {_done(old, new, 'written')}"


def _own_evidence(before: Workspace, after: Workspace) -> Iterator[str]:
    for item, old, new in _differing(before.own_evidence, after.own_evidence):
        yield f"own evidence {item} {_done(old, new, 'added')}"


def _record(before: Workspace, after: Workspace) -> Iterator[str]:
    """Say what became of questions, forecasts and resolutions."""
    for key, old, new in _differing(before.questions, after.questions):
        yield f"question {key} {_done(old, new, 'asked')}"
    for key, was, now in _differing(before.forecasts, after.forecasts):
        if was is not None and now is not None and bool(was.seal) != bool(now.seal):
            yield f"forecast {key} {'sealed' if now.seal else 'unsealed'}"
        else:
            yield f"forecast {key} {_done(was, now, 'added')}"
    for key, _, gone in _differing(before.withdrawals, after.withdrawals):
        yield f"forecast {key} {'withdrawn' if gone else 'standing again'}"
    for key, was_so, is_so in _differing(before.resolutions, after.resolutions):
        yield f"question {key} {'reopened' if is_so is None else _done(was_so, is_so, 'resolved')}"


def _done(old: object, new: object, begun: str) -> str:
    """Say what was done to something: begun, changed or deleted."""
    if old is None:
        return begun
    return "deleted" if new is None else "changed"


def _differing(
    before: Mapping[_K, _V], after: Mapping[_K, _V]
) -> Iterator[tuple[_K, _V | None, _V | None]]:
    """Give each key at which two mappings differ, with what stands there in either."""
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            yield key, before.get(key), after.get(key)
