"""Do the methods agree: each one's leading rung and how sure it is, and a sentence on it all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from explorer.analysis.agreement import (
    Agreement,
    View,
    actor_views,
    agreement,
    hypotheses_view,
    ladder_view,
    pool_view,
    rater_views,
)
from explorer.analysis.basis import Basis
from explorer.analysis.consistency import Row
from explorer.analysis.hypotheses import COUNTS, standings
from explorer.analysis.likelihood import NO_BREAK_SPACE, likelihood_word, percent_text
from explorer.analysis.likelihood import whole_percent as percent
from explorer.analysis.pooling import Pool
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.actors import settled_actors
from explorer.pages.agreement_words import OWN_LADDER, disagreement_sentence
from explorer.pages.matrix_rows import matrix_rows, own_items
from explorer.pages.outlook import Outlook
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.words import counted, country_name, listing, not_judged_of, sentence
from explorer.workspace.as_of import judgements_by
from explorer.workspace.document import OWN_RATER, Workspace

Verdict = Literal["leads", "agrees", "differs", "none"]
"""What a method's answer is beside the one that leads; `none` where it has no answer."""

SIGNS: Mapping[Verdict, str] = {"leads": "●", "agrees": "✓", "differs": "≠", "none": "–"}
VERDICTS: Mapping[Verdict, str] = {
    "leads": "leads",
    "agrees": "agrees",
    "differs": "differs",
    "none": "no answer",
}
_POOLS: tuple[Pool, ...] = ("linear", "geometric")
NOW = "things as they stand"
NEXT = " it than the next"
"""How an answer by a count of the evidence ends."""
NONE_LEADS = "no rung leads"
ALL_LEVEL = "as much speaks against each rung as against every other"
"""Why a count of the evidence has no answer where all rungs are level."""
RUNGS_FROM = " rungs from"
"""What stands in an answer by the actors between how far it lies and from what."""
SHARED = (
    "The methods share raters and evidence, so agreement among them is no independent "
    "confirmation. Each is sure in its own measure, and the measures are not to be compared. The "
    "count of evidence leans to the middle rung, since items for closer ties speak against the "
    "low rungs and items against them speak against the high ones."
)


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One method: what it is called, the rung that leads by it, how sure it is, and of what it is.

    `sure` is in the method's own measure. `of` is the world that the answer is of: things as they
    stand, a scenario, or the user's assumptions. `rater` names the rater whose own ladder it is,
    and is blank for a method.
    """

    method: str
    rung: str
    sure: str
    verdict: Verdict
    of: str
    rater: str = ""

    @property
    def sign(self) -> str:
        """Give the sign of the verdict, which never stands without its word."""
        return SIGNS[self.verdict]

    @property
    def word(self) -> str:
        """Give the verdict in a word."""
        return VERDICTS[self.verdict]


@dataclass(frozen=True, slots=True)
class AgreementPart:
    """The methods side by side for one state; the one that leads comes first.

    `sentence` says who agrees and who does not, `notice` what the scenario in force moves (blank
    where nothing is assumed, and then all rows are of things as they stand), `note` how little
    agreement proves, `table` the rows as texts.
    """

    iso3: str
    heading: str
    sentence: str
    notice: str
    rows: tuple[AgreementRow, ...]
    note: str
    table: Table


@dataclass(frozen=True, slots=True)
class _Answer:
    """One method's answer before it is set beside the others.

    Where it has none there is no view, and `blank` stands in the place of the rung.
    """

    method: str
    view: View | None
    sure: str
    of: str
    blank: str = NO_VALUE


def compose_agreement(
    atlas: Atlas, outlook: Outlook, workspace: Workspace, iso3: str, own: str = OWN_LADDER
) -> AgreementPart:
    """Set the methods side by side for one state, under the assumptions in force.

    `own` is what the user's own ladder is called: on paper the reader is not its author.
    """
    name = country_name(atlas, iso3)
    heading = f"Do the methods agree on {name}?"
    if iso3 not in outlook.after:
        said = sentence(not_judged_of(atlas, name, f"Nobody has judged the outcomes of {name}"))
        return AgreementPart(iso3, heading, said, "", (), "", Table((), (), ()))
    counted_rows = matrix_rows(atlas, workspace, iso3)
    answers = (
        *_forecast_answers(outlook, iso3),
        *_rater_answers(outlook, workspace, iso3, own),
        *_evidence_answers(atlas, counted_rows),
        *_actor_answers(outlook, iso3),
    )
    held = " ".join(_own_words(atlas, workspace, counted_rows, own))
    views = [answer.view for answer in answers if answer.view is not None]
    found = agreement(views[0], views[1:])
    titles = [rung.title for rung in atlas.rungs]
    rows = tuple(_row(answer, found, titles) for answer in answers)
    return AgreementPart(
        iso3=iso3,
        heading=heading,
        sentence=disagreement_sentence(found, titles, own),
        notice=_notice(outlook, iso3),
        rows=rows,
        note=f"{SHARED} {held}".rstrip(),
        table=_table(rows, with_worlds=not outlook.is_plain),
    )


def _forecast_answers(outlook: Outlook, iso3: str) -> tuple[_Answer, ...]:
    """Give the forecast that leads, and the pools that are not the forecast itself."""
    basis, shares = outlook.ground.bases[iso3], outlook.after[iso3].shares
    is_moved = iso3 in outlook.settings
    judged = _judged_world(outlook)
    main = ladder_view("forecast", shares)
    is_linear = basis.anchor.method == "linear"
    name = "Pooled judgement" if is_linear else "Pooled judgement, geometric"
    lead = (
        _probable("Forecast, moved from the pooled judgement", main, f"“{outlook.title}”")
        if is_moved
        else _probable(name, main, judged)
    )
    pools = [
        _pool_answer(basis, method, judged)
        for method in _POOLS
        if is_moved or method != basis.anchor.method
    ]
    return (lead, *pools)


def _pool_answer(basis: Basis, method: Pool, of: str) -> _Answer:
    title = f"{method.capitalize()} pool"
    try:
        return _probable(title, pool_view(basis, method), of)
    except ValueError:
        return _Answer(title, None, "between them the raters rule out every rung", of)


def _rater_answers(
    outlook: Outlook, workspace: Workspace, iso3: str, own: str
) -> tuple[_Answer, ...]:
    """Give each pooled rater's own ladder, then those of the judgements that are kept apart."""
    basis: Basis = outlook.ground.bases[iso3]
    of = _judged_world(outlook)
    pooled = [_probable(_rater_title(view.who, own), view, of) for view in rater_views(basis)]
    apart = [
        _probable(
            f"{_rater_title(judgement.rater, own)}, kept apart",
            ladder_view("rater", ladder.probabilities, judgement.rater),
            of,
        )
        for judgement in judgements_by(
            workspace.judgements, outlook.ground.atlas.subject.seen_on
        ).values()
        if not judgement.is_pooled
        and (ladder := judgement.ladders.get((iso3, outlook.ground.scenario))) is not None
    ]
    return (*pooled, *apart)


def _rater_title(rater: str, own: str) -> str:
    return f"{own[:1].upper()}{own[1:]}" if rater == OWN_RATER else f"Rater {rater}"


def _evidence_answers(atlas: Atlas, rows: Sequence[Row]) -> tuple[_Answer, ...]:
    answers: list[_Answer] = []
    for count in COUNTS:
        method = f"Competing hypotheses, {count}"
        if not rows:
            answers.append(_Answer(method, None, "no evidence names this state", NOW))
            continue
        view = hypotheses_view(standings(rows, len(atlas.rungs), count))
        if view is None:
            answers.append(_Answer(method, None, ALL_LEVEL, NOW, NONE_LEADS))
            continue
        is_level = len(view.leading) > 1
        sure = (
            "these rungs are level"
            if is_level
            else f"{percent(view.sure)}{NO_BREAK_SPACE}% less against{NEXT}"
        )
        answers.append(_Answer(method, view, sure, NOW))
    return tuple(answers)


def _actor_answers(outlook: Outlook, iso3: str) -> tuple[_Answer, ...]:
    settled = settled_actors(outlook, iso3)
    if settled is None:
        return (_Answer("Actors", None, "nobody described the actors", NOW),)
    positions = (settled.mean, settled.median)
    views = actor_views(settled, len(outlook.ground.atlas.rungs))
    return tuple(
        _Answer(
            f"Actors, weighted {view.method.partition(', ')[2]}",
            view,
            f"at {position:.2f}, {view.sure:.2f}{RUNGS_FROM} it",
            NOW,
        )
        for view, position in zip(views, positions, strict=True)
    )


def _probable(method: str, view: View, of: str) -> _Answer:
    return _Answer(method, view, f"{percent_text(view.sure)}, {likelihood_word(view.sure)}", of)


def _row(answer: _Answer, found: Agreement, titles: Sequence[str]) -> AgreementRow:
    view = answer.view
    verdict: Verdict = "differs"
    if view is None:
        verdict = "none"
    elif view is found.main:
        verdict = "leads"
    elif set(view.leading) & set(found.main.leading):
        verdict = "agrees"
    rung = listing([titles[place] for place in view.leading]) if view else answer.blank
    rater = view.who if view else ""
    return AgreementRow(answer.method, rung, answer.sure, verdict, answer.of, rater)


def _table(rows: Sequence[AgreementRow], *, with_worlds: bool) -> Table:
    columns = ("Method", "Leading rung", "How sure, by its own measure", "Beside the lead")
    cells = [(row.method, row.rung, row.sure, f"{row.sign} {row.word}") for row in rows]
    if with_worlds:
        columns = (*columns, "Of")
        return Table(
            columns,
            tuple((*cell, row.of) for cell, row in zip(cells, rows, strict=True)),
            (False,) * len(columns),
        )
    return Table(columns, tuple(cells), (False,) * len(columns))


def _notice(outlook: Outlook, iso3: str) -> str:
    """Say what the assumptions in force move, and what they do not."""
    if outlook.is_plain:
        return ""
    judged = _judged_world(outlook)
    moved = (
        f"The forecast is of “{outlook.title}”, pools and raters of {judged} as judged"
        if iso3 in outlook.settings
        else f"The pooled judgement and the raters are of {judged} as judged"
    )
    return sentence(
        f"{moved}; the count of evidence and the actors do not "
        f"move with a scenario and are of {NOW}"
    )


def _judged_world(outlook: Outlook) -> str:
    """Name the world on which the raters judged the ladders in use."""
    base = outlook.ground.scenario
    if base == BASELINE_SCENARIO:
        return NOW
    title = next((each.title for each in outlook.ground.atlas.scenarios if each.id == base), base)
    return f"“{title}”"


def _own_words(atlas: Atlas, workspace: Workspace, rows: Sequence[Row], own: str) -> Iterator[str]:
    """Say how many items and marks of the user's own the counts of evidence hold."""
    whose = "your own" if own == OWN_LADDER else "the user's own"
    mine = own_items(atlas, workspace)
    items = sum(row.evidence_id in mine for row in rows)
    marks = sum(cell.by_user for row in rows for cell in row.cells)
    if items:
        of = f"of the {counted(len(rows), 'item')} that the counts of evidence hold"
        yield f"{items} {of} {'is' if items == 1 else 'are'} {whose}."
    if marks:
        yield f"The counts of evidence hold {counted(marks, 'mark')} of {whose}."
