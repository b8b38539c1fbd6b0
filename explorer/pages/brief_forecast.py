"""The part of a brief on why the likelihoods are what they are, and what would move them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from explorer.domain.atlas import Atlas
from explorer.pages.agreement import (
    NEXT,
    RUNGS_FROM,
    AgreementPart,
    AgreementRow,
    compose_agreement,
)
from explorer.pages.brief_document import Answer, Forecast, MethodAnswers, StateMoves
from explorer.pages.charts import TornadoChart
from explorer.pages.events import EventChoice, default_event
from explorer.pages.matrix_rows import matrix_rows, own_items
from explorer.pages.moves import compose_levers, compose_swings
from explorer.pages.outlook import Outlook
from explorer.pages.words import counted, country_name, listing, number_word, sentence
from explorer.workspace.document import OWN_RATER, Workspace

SWINGS = 5
"""How many factors a brief shows: those that move the event most."""
AUTHOR = "the author of this brief"
_METHODS_KEY = (
    "\u2260 differs from the one that leads; “less against” is how much less evidence speaks "
    "against a rung than against the next, “from it” a distance in rungs. The methods share "
    "raters and evidence, so agreement is no independent confirmation, and the count of evidence "
    "leans to the middle rung."
)
_POOL = " pool"
_METHODS_TITLE = "Do the methods agree?"


def forecast_part(
    atlas: Atlas, outlook: Outlook, workspace: Workspace, pair: tuple[str, str]
) -> Forecast:
    """Give what moves both states' forecasts, what would have to change, and who agrees."""
    choice = default_event(atlas)
    parts = [
        compose_agreement(atlas, outlook, workspace, iso3, f"the ladder of {AUTHOR}")
        for iso3 in pair
    ]
    said = " ".join(
        f"{country_name(atlas, part.iso3)}: {part.sentence}" for part in parts if part.rows
    )
    own = [_own_words(workspace, atlas, iso3) for iso3 in pair]
    return Forecast(
        moves_title=f"What moves it, and what would have to change \u00b7 {choice.words}",
        moves_note=_moves_note(),
        moves=tuple(_state_moves(atlas, outlook, iso3, choice) for iso3 in pair),
        methods_title=_METHODS_TITLE,
        methods=_methods(parts, is_early=atlas.subject.seen_on is not None),
        methods_note=" ".join(each for each in (said, *own, _METHODS_KEY) if each),
    )


def rater_name(rater: str) -> str:
    """Name a rater to a reader of the brief, to whom “you” is somebody else."""
    return AUTHOR if rater == OWN_RATER else rater


def _moves_note() -> str:
    return (
        f"The {number_word(SWINGS)} longest swings: one rating at the low and at the high end of "
        "its range, all else as it is, so they do not add up."
    )


def _state_moves(atlas: Atlas, outlook: Outlook, iso3: str, choice: EventChoice) -> StateMoves:
    chart = _longest(compose_swings(atlas, outlook, iso3, choice))
    levers = (compose_levers(atlas, outlook, iso3, goal) for goal in (choice, "lead"))
    # Why there are no bars, where nothing moves the event; by whose nought is told to the user.
    still = sentence(chart.caption.missing.partition(". ")[0])
    said = (still, *(part.sentence for part in levers))
    sentences = tuple(each for each in said if each)
    return StateMoves(country_name(atlas, iso3), chart, tuple(dict.fromkeys(sentences)))


def _longest(chart: TornadoChart) -> TornadoChart:
    """Give the longest swings alone: a column of the brief has room for no more."""
    return replace(chart, swings=chart.swings[:SWINGS])


def _methods(parts: Sequence[AgreementPart], *, is_early: bool) -> tuple[MethodAnswers, ...]:
    """Give the methods in one order for both states, the raters together in one row.

    A state whose ratings were changed has a forecast and the pool it was moved from; where nothing
    was changed the pool is the forecast, and stands in both rows. As of an earlier day a method
    that answers for neither is left out: what it needs was written later.
    """
    leads = [part.rows[0] if part.rows else None for part in parts]
    others = [{row.method: row for row in part.rows[1:] if not row.rater} for part in parts]
    names = {lead.method for lead in leads if lead}
    found = [
        MethodAnswers(
            names.pop() if len(names) == 1 else "Forecast", (_answer(leads[0]), _answer(leads[1]))
        ),
        MethodAnswers("Each rater alone", (_raters(parts[0]), _raters(parts[1]))),
    ]
    for name in sorted({*others[0], *others[1]}, key=_order(parts)):
        one, other = (
            rows.get(name) or (lead if name.endswith(_POOL) else None)
            for rows, lead in zip(others, leads, strict=True)
        )
        if is_early and all(row is None or row.verdict == "none" for row in (one, other)):
            continue
        found.append(MethodAnswers(name, (_answer(one), _answer(other))))
    return tuple(found)


def _order(parts: Sequence[AgreementPart]) -> Callable[[str], int]:
    """Sort methods as they stand for the state that has most of them."""
    longest = max(parts, key=lambda part: len(part.rows))
    names = [row.method for row in longest.rows]
    return lambda name: names.index(name) if name in names else len(names)


def _answer(row: AgreementRow | None) -> Answer | None:
    if row is None:
        return None
    return Answer(row.rung, _briefly(row.sure), row.verdict != "differs")


def _briefly(sure: str) -> str:
    """Leave out of an answer what the note under the table says once for all."""
    return sure.removesuffix(NEXT).replace(RUNGS_FROM, " from")


def _raters(part: AgreementPart) -> Answer | None:
    """Say which rung each rater holds likeliest, those first who name the one that leads."""
    rows = sorted(
        (row for row in part.rows if row.rater), key=lambda row: row.verdict == "differs"
    )
    if not rows:
        return None
    by_rung: dict[str, list[AgreementRow]] = {}
    for row in rows:
        by_rung.setdefault(row.rung, []).append(row)
    (rung, first), *rest = by_rung.items()
    agrees = first[0].verdict != "differs"
    if not rest:
        return Answer(rung, f"all {number_word(len(rows))}", agrees)
    others = (f"{_mark(each[0])}{other}: {_names(each)}" for other, each in rest)
    return Answer(rung, "; ".join((_names(first), *others)), agrees)


def _mark(row: AgreementRow) -> str:
    return "\u2260 " if row.verdict == "differs" else ""


def _names(rows: Sequence[AgreementRow]) -> str:
    return ", ".join(rater_name(row.rater) for row in rows)


def _own_words(workspace: Workspace, atlas: Atlas, iso3: str) -> str:
    """Say how many items and marks of the author's own the counts of the evidence hold."""
    rows, mine = matrix_rows(atlas, workspace, iso3), own_items(atlas, workspace)
    items = sum(row.evidence_id in mine for row in rows)
    marks = sum(cell.by_user for row in rows for cell in row.cells)
    held = [
        f"{counted(items, 'item')} of the author among {len(rows)}" if items else "",
        f"{counted(marks, 'mark')} of the author" if marks else "",
    ]
    if not any(held):
        return ""
    words = listing([each for each in held if each])
    return f"The counts of the evidence on {country_name(atlas, iso3)} hold {words}."
