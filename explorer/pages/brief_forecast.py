"""The part of a brief on why the likelihoods are what they are, and what would move them."""

from collections.abc import Sequence
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
from explorer.pages.moves import compose_levers, compose_swings
from explorer.pages.outlook import Outlook
from explorer.pages.words import country_name, number_word
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
_METHODS_TITLE = "Do the methods agree?"


def forecast_part(
    atlas: Atlas, outlook: Outlook, workspace: Workspace, pair: tuple[str, str]
) -> Forecast:
    """Give what moves both states' forecasts, what would have to change, and who agrees."""
    choice = default_event(atlas)
    parts = [compose_agreement(atlas, outlook, workspace, iso3) for iso3 in pair]
    said = " ".join(
        f"{country_name(atlas, part.iso3)}: {part.sentence}" for part in parts if part.rows
    )
    return Forecast(
        moves_title=f"What moves it, and what would have to change \u00b7 {choice.words}",
        moves_note=_moves_note(),
        moves=tuple(_state_moves(atlas, outlook, iso3, choice) for iso3 in pair),
        methods_title=_METHODS_TITLE,
        methods=_methods(parts),
        methods_note=f"{said} {_METHODS_KEY}".strip(),
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
    chart = _longest(atlas, compose_swings(atlas, outlook, iso3, choice))
    levers = (compose_levers(atlas, outlook, iso3, goal) for goal in (choice, "lead"))
    sentences = tuple(part.sentence for part in levers if part.sentence)
    return StateMoves(country_name(atlas, iso3), chart, tuple(dict.fromkeys(sentences)))


def _longest(atlas: Atlas, chart: TornadoChart) -> TornadoChart:
    """Give the longest swings alone, under the factors' short titles: a column is narrow."""
    short = {factor.title: factor.short for factor in atlas.factors}
    swings = (replace(each, label=short[each.label]) for each in chart.swings[:SWINGS])
    return replace(chart, swings=tuple(swings))


def _methods(parts: Sequence[AgreementPart]) -> tuple[MethodAnswers, ...]:
    """Give the methods in the order of the first state, the raters together in one row."""
    first, second = ({row.method: row for row in part.rows if not row.rater} for part in parts)
    found = [
        MethodAnswers(name, (_answer(first.get(name)), _answer(second.get(name))))
        for name in dict.fromkeys((*first, *second))
    ]
    one, other = (_raters(part) for part in parts)
    return (*found[:1], MethodAnswers("Each rater alone", (one, other)), *found[1:])


def _answer(row: AgreementRow | None) -> Answer | None:
    if row is None or row.verdict == "none":
        return None
    return Answer(row.rung, _briefly(row.sure), row.verdict != "differs")


def _briefly(sure: str) -> str:
    """Leave out of an answer what the note under the table says once for all."""
    return sure.removesuffix(NEXT).replace(RUNGS_FROM, " from")


def _raters(part: AgreementPart) -> Answer | None:
    """Say which rung each rater holds likeliest; they agree where all name the one that leads."""
    rows = [row for row in part.rows if row.rater]
    if not rows:
        return None
    by_rung: dict[str, list[str]] = {}
    for row in rows:
        by_rung.setdefault(row.rung, []).append(rater_name(row.rater))
    ranked = sorted(by_rung.items(), key=lambda each: -len(each[1]))
    if len(ranked) == 1:
        return Answer(ranked[0][0], f"all {number_word(len(rows))}", _agree(rows))
    sure = "; ".join(f"{rung} {', '.join(who)}" for rung, who in ranked[1:])
    return Answer(ranked[0][0], f"{', '.join(ranked[0][1])}; {sure}", _agree(rows))


def _agree(rows: Sequence[AgreementRow]) -> bool:
    return all(row.verdict != "differs" for row in rows)
