"""The detail of the likely outcomes: ladders, rungs, scenarios, cautions, evidence and notes."""

from collections.abc import Sequence

from explorer.analysis.basis import Choices
from explorer.analysis.change import ladder_move
from explorer.analysis.pooling import PooledLadder, ladder_of
from explorer.domain.as_of import is_judged
from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.outcomes import BASELINE_SCENARIO, OUTCOME
from explorer.pages.bundled_notes import caution_paragraph, note_blocks
from explorer.pages.compare_outcomes import pool_words, pooled_words
from explorer.pages.detail import (
    Block,
    Cited,
    DetailPage,
    EstimatesBlock,
    Fact,
    FactsBlock,
    LadderBlock,
    Paragraph,
    ViewLink,
    ViewsBlock,
)
from explorer.pages.detail_notes import compose_notes
from explorer.pages.estimate_charts import event_estimates
from explorer.pages.evidence_items import evidence_block
from explorer.pages.judgement_charts import (
    ladder_chart,
    ladder_chart_of,
    outlook_ladders,
    share_texts,
)
from explorer.pages.outlook import Intervals, Outlook
from explorer.pages.own_judgement import compose_own
from explorer.pages.scenario_words import assumption_lines, scenario_notice
from explorer.pages.tables import Table
from explorer.pages.view import Target, View
from explorer.pages.words import country_name, day_words, in_sentences, judged_on, raters_words
from explorer.workspace.document import Workspace


def compose_outcome_detail(
    atlas: Atlas,
    workspace: Workspace,
    view: View,
    target: Target,
    outlook: Outlook | None = None,
    intervals: Intervals | None = None,
) -> DetailPage:
    """Compose the detail of one state's likely outcomes, or of all that are shown."""
    states = (target.iso3,) if target.iso3 else view.shown
    name = country_name(atlas, target.iso3) if target.iso3 else ""
    own = compose_own(atlas, workspace, target)
    blocks: list[Block] = [
        *scenario_blocks(atlas, outlook, states),
        ladder_block(atlas, states, outlook, intervals),
        Paragraph("", Cited(_method(atlas, states, outlook)), quiet=True),
        *((own,) if own else ()),
        *estimate_blocks(outlook, intervals, states),
        *caution_paragraph(atlas),
        *_views(atlas),
        FactsBlock("The rungs", rung_facts(atlas)),
        scenario_block(atlas, states, outlook),
        FactsBlock("The scenarios", scenario_facts(atlas)),
        *_evidence(atlas, states),
        *note_blocks(atlas, OUTCOME),
        compose_notes(atlas, workspace, view, target),
    ]
    title = f"{name} · Likely outcomes" if name else "Likely outcomes"
    return DetailPage(target, title, atlas.subject.question, tuple(blocks))


def _views(atlas: Atlas) -> tuple[ViewsBlock, ...]:
    """Lead to what others expect, and to the questions that hold expectations to account."""
    links = (
        *((ViewLink("assessments", "Assessments: who expects what"),) * bool(atlas.assessments)),
        *((ViewLink("record", "Record: questions and forecasts"),) * bool(atlas.questions)),
    )
    return (ViewsBlock("See also", links),) if links else ()


def scenario_blocks(
    atlas: Atlas, outlook: Outlook | None, states: Sequence[str]
) -> tuple[Paragraph, ...]:
    """Say which scenario is in force and what it assumes; nothing where nothing is assumed."""
    if outlook is None or outlook.is_plain:
        return ()
    lines = " ".join(assumption_lines(atlas, outlook, states))
    return (Paragraph(scenario_notice(outlook), Cited(lines), is_headline=True),)


def ladder_block(
    atlas: Atlas,
    states: Sequence[str],
    outlook: Outlook | None = None,
    intervals: Intervals | None = None,
) -> LadderBlock:
    """Give the ladders in force with each rater's own, so that their disagreement can be seen."""
    chart = outlook_ladders(outlook, intervals, states) if outlook else ladder_chart(atlas, states)
    return LadderBlock("Outcome ladder", chart, raters_table(atlas, states, outlook))


def estimate_blocks(
    outlook: Outlook | None, intervals: Intervals | None, states: Sequence[str]
) -> tuple[EstimatesBlock, ...]:
    """Give how likely each rung or a higher one is, with intervals; nothing without an outlook."""
    if outlook is None:
        return ()
    chart = event_estimates(outlook, intervals, states)
    if not chart.rows:
        return ()
    return (EstimatesBlock(chart.caption.title, chart, chart.caption.table),)


def raters_table(atlas: Atlas, states: Sequence[str], outlook: Outlook | None = None) -> Table:
    """Give each rater's ladder, all pooled, and the same at the judgement date before."""
    rows: list[tuple[str, ...]] = []
    choices = outlook.ground.choices if outlook else Choices()
    weights, method = choices.rater_weights, choices.method
    of = pool_words(choices).capitalize()
    for iso3 in states:
        name = country_name(atlas, iso3)
        rows += [
            (name, ladder.rater, *share_texts(ladder.probabilities))
            for ladder in atlas.ladders_of(iso3, BASELINE_SCENARIO, atlas.subject.as_of)
        ]
        now = ladder_of(atlas, iso3, BASELINE_SCENARIO, None, weights, method)
        rows += [(name, of, *share_texts(now.shares))] if now else []
        move = ladder_move(atlas, iso3, BASELINE_SCENARIO, choices)
        if move is None:
            continue
        if not move.raters.are_alike:
            same = f"{of} of the {raters_words([move.raters.both])} of both dates"
            rows.append((name, same, *share_texts(move.now.shares)))
            of_then = f"{same}, as of {day_words(move.since)}"
        else:
            of_then = f"{of} as of {day_words(move.since)}"
        rows.append((name, of_then, *share_texts(move.before.shares)))
    return _ladder_table(atlas, "Rater", rows)


def scenario_block(
    atlas: Atlas, states: Sequence[str], outlook: Outlook | None = None
) -> LadderBlock:
    """Give the ladders under each scenario, pooled as those in force are."""
    choices = outlook.ground.choices if outlook else Choices()
    bars: list[tuple[str, str, PooledLadder]] = []
    rows: list[tuple[str, ...]] = []
    for scenario in atlas.scenarios:
        for iso3 in states:
            pooled = _ladder(atlas, iso3, scenario.id, choices)
            if pooled is None:
                continue
            name = country_name(atlas, iso3)
            label = scenario.title if len(states) == 1 else f"{scenario.title} · {name}"
            bars.append((iso3, label, pooled))
            rows.append((name, scenario.title, *share_texts(pooled.shares)))
    heading = "Likely outcomes under each scenario"
    chart = ladder_chart_of(atlas, heading, bars, choices)
    return LadderBlock(heading, chart, _ladder_table(atlas, "Scenario", rows))


def rung_facts(atlas: Atlas) -> tuple[Fact, ...]:
    """Give the rungs with their definitions, lowest first."""
    return tuple(
        Fact(f"{rung.order}. {rung.title}", rung.definition, None) for rung in atlas.rungs
    )


def scenario_facts(atlas: Atlas) -> tuple[Fact, ...]:
    """Give the scenarios with their descriptions."""
    return tuple(Fact(each.title, each.description, None) for each in atlas.scenarios)


def _ladder(atlas: Atlas, iso3: str, scenario: str, choices: Choices) -> PooledLadder | None:
    """Pool a ladder; `None` where nobody judged it or this way of pooling leaves nothing."""
    try:
        return ladder_of(atlas, iso3, scenario, None, choices.rater_weights, choices.method)
    except ValueError:
        return None


def _ladder_table(atlas: Atlas, of: str, rows: Sequence[tuple[str, ...]]) -> Table:
    rungs = tuple(rung.title for rung in atlas.rungs)
    numeric = (False, False, *(True for _ in rungs))
    return Table(("State", of, *rungs), tuple(rows), numeric)


def _method(atlas: Atlas, states: Sequence[str], outlook: Outlook | None) -> str:
    """Say what the bars are: what was judged, and how it is moved where something is assumed."""
    pooled = pooled_words(atlas, states, outlook=outlook)
    day = judged_on(atlas)
    if not is_judged(atlas) and atlas.subject.seen_on is not None:
        return in_sentences((day,))
    if outlook is None or outlook.is_plain:
        return f"Each bar is the {pooled}, {day}."
    return (
        f"Each bar is what the assumptions make of the {pooled}, {day}; the thin bar is "
        "the judgement as it stands."
    )


def _evidence(atlas: Atlas, states: Sequence[str]) -> tuple[Block, ...]:
    """Give the items that bear on the outcome itself for these states and for the region."""
    shown = {*states, REGION}
    items = [
        item
        for item in atlas.evidence
        if item.factor == OUTCOME and not shown.isdisjoint(item.countries)
    ]
    return (evidence_block(atlas, "Evidence", items),) if items else ()
