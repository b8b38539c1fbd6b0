"""Where an item of evidence is used: what rests on it, each with a way to get there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explorer.domain.atlas import Atlas
from explorer.domain.notes import Note
from explorer.pages.evidence_pool import factor_title
from explorer.pages.view import VIEWS, Target, parse_target
from explorer.pages.words import country_name, day_words, tenth_text
from explorer.workspace.document import Workspace

_NOTES, _OUTCOMES = "notes", "outcomes"
RECORD = "record"
"""The view that shows questions, and what a way to one of them begins with."""


@dataclass(frozen=True, slots=True)
class Use:
    """One use: what uses the item, in whose words, and where it is to be seen.

    `goal` is a Target to select, the name of a view to open, `record:` with the id of a question,
    or blank where no view shows it.
    """

    title: str
    words: str
    goal: Target | str


@dataclass(frozen=True, slots=True)
class Uses:
    """The uses of one kind: “Ratings · 4”."""

    heading: str
    uses: tuple[Use, ...]


def uses_of(atlas: Atlas, evidence_id: str) -> tuple[Uses, ...]:
    """Give what rests on an item of the pack, kind by kind; kinds without any are left out."""
    kinds = (
        ("Ratings", _ratings(atlas, evidence_id)),
        ("Texts of the grid", _cells(atlas, evidence_id)),
        ("Conclusions", _conclusions(atlas, evidence_id)),
        ("Notes", _notes(atlas, evidence_id)),
        ("Forecast questions", _questions(atlas, evidence_id)),
        ("Competing hypotheses", _matrices(atlas, evidence_id)),
    )
    found = ((title, tuple(uses)) for title, uses in kinds)
    return tuple(Uses(f"{title} · {len(uses)}", uses) for title, uses in found if uses)


def own_uses_of(workspace: Workspace, evidence_id: str) -> tuple[Uses, ...]:
    """Give what of the user's record rests on an item: resolutions, and forecasts that name it."""
    uses = tuple(_own_record(workspace, evidence_id))
    return (Uses(f"Your record · {len(uses)}", uses),) if uses else ()


def _own_record(workspace: Workspace, key: str) -> Iterator[Use]:
    for each in workspace.resolutions.values():
        if key in each.evidence_ids:
            own = workspace.questions.get(each.question)
            asked = f": {own.text}" if own else ""
            words = f"Resolved as {each.outcome}, {day_words(each.day)}. {each.words}".strip()
            yield Use(f"{each.question}{asked}", words, f"{RECORD}:{each.question}")
    named = re.compile(rf"\b{re.escape(key)}\b")
    for forecast in workspace.forecasts.values():
        if named.search(forecast.reason):
            title = f"Your forecast {forecast.id} on {forecast.question}"
            yield Use(title, forecast.reason, f"{RECORD}:{forecast.question}")


def _ratings(atlas: Atlas, key: str) -> Iterator[Use]:
    for rating in atlas.ratings:
        if key in rating.evidence_ids:
            where = f"{country_name(atlas, rating.iso3)} · {factor_title(atlas, rating.factor)}"
            yield Use(
                f"{where}: {rating.rater} rates it {tenth_text(rating.mode)}",
                f"{day_words(rating.as_of)}. {rating.rationale or rating.summary}".strip(),
                Target("cell", rating.iso3, rating.factor),
            )


def _cells(atlas: Atlas, key: str) -> Iterator[Use]:
    for cell in atlas.cells:
        if key in cell.evidence_ids:
            where = f"{country_name(atlas, cell.iso3)} · {factor_title(atlas, cell.factor)}"
            yield Use(where, cell.summary, Target("cell", cell.iso3, cell.factor))


def _conclusions(atlas: Atlas, key: str) -> Iterator[Use]:
    for each in atlas.conclusions:
        if key in each.counter_evidence_ids:
            title = f"{country_name(atlas, each.iso3)}: the argument against the conclusion"
            yield Use(title, each.counter_argument, Target("country", each.iso3))


def _notes(atlas: Atlas, key: str) -> Iterator[Use]:
    for note in atlas.notes:
        if key in note.evidence_ids or f"[{key}]" in note.body:
            yield Use(note.title, _passage(note, key), _goal_of(note))


def _questions(atlas: Atlas, key: str) -> Iterator[Use]:
    for question in atlas.questions:
        if key in question.evidence_ids:
            words = f"{question.resolution.capitalize()}. {question.what_happened}"
            goal = f"{RECORD}:{question.id}"
            yield Use(f"{question.id}: {question.question}", words, goal)


def _matrices(atlas: Atlas, key: str) -> Iterator[Use]:
    item = atlas.evidence_by_id.get(key)
    for iso3 in item.countries if item else ():
        if iso3 in atlas.subject.compared:
            title = f"Matrix of {country_name(atlas, iso3)}"
            yield Use(title, "A row of the matrix in the view Outcomes.", _OUTCOMES)


def _goal_of(note: Note) -> Target | str:
    """Give where a note is shown: with what it is about, or in the view of all notes."""
    for about in note.about:
        if (target := parse_target(about)) is not None:
            return target
        if about.startswith("pair:"):
            return Target("country", about.rpartition("-")[2])
    return _NOTES if _NOTES in _view_names() else ""


def _view_names() -> Iterable[str]:
    return (name for name, _ in VIEWS)


def _passage(note: Note, key: str) -> str:
    """Give the line of a note that cites an item, without its marks of Markdown."""
    lines = (line for line in note.body.splitlines() if f"[{key}]" in line)
    return next(lines, "").lstrip("-*# ").replace("**", "")
