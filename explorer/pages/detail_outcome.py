"""The detail of the likely outcomes: ladders, rungs, scenarios, cautions, evidence and notes."""

from collections.abc import Sequence

from explorer.analysis.change import previous_date
from explorer.analysis.pooling import PooledLadder, ladder_of
from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.outcomes import BASELINE_SCENARIO, OUTCOME
from explorer.pages.bundled_notes import caution_paragraph, note_blocks
from explorer.pages.compare_cells import pooled_words
from explorer.pages.detail import (
    Block,
    Cited,
    DetailPage,
    Fact,
    FactsBlock,
    LadderBlock,
    Paragraph,
)
from explorer.pages.detail_notes import compose_notes
from explorer.pages.evidence_items import evidence_block
from explorer.pages.judgement_charts import ladder_chart, ladder_chart_of, share_texts
from explorer.pages.tables import Table
from explorer.pages.view import Target, View
from explorer.pages.words import country_name, day_words
from explorer.workspace.document import Workspace


def compose_outcome_detail(
    atlas: Atlas, workspace: Workspace, view: View, target: Target
) -> DetailPage:
    """Compose the detail of one state's likely outcomes, or of all that are shown."""
    states = (target.iso3,) if target.iso3 else view.shown
    name = country_name(atlas, target.iso3) if target.iso3 else ""
    blocks: list[Block] = [
        ladder_block(atlas, states),
        Paragraph("", Cited(_method(atlas, states)), quiet=True),
        *caution_paragraph(atlas),
        FactsBlock("The rungs", rung_facts(atlas)),
        scenario_block(atlas, states),
        FactsBlock("The scenarios", scenario_facts(atlas)),
        *_evidence(atlas, states),
        *note_blocks(atlas, OUTCOME),
        compose_notes(atlas, workspace, view, target),
    ]
    title = f"{name} · Likely outcomes" if name else "Likely outcomes"
    return DetailPage(target, title, atlas.subject.question, tuple(blocks))


def ladder_block(atlas: Atlas, states: Sequence[str]) -> LadderBlock:
    """Give the pooled ladders with each rater's own, so that their disagreement can be seen."""
    return LadderBlock("Outcome ladder", ladder_chart(atlas, states), raters_table(atlas, states))


def raters_table(atlas: Atlas, states: Sequence[str]) -> Table:
    """Give each rater's ladder, their mean, and the mean at the judgement date before."""
    rows: list[tuple[str, ...]] = []
    before = previous_date(atlas)
    for iso3 in states:
        name = country_name(atlas, iso3)
        rows += [
            (name, ladder.rater, *share_texts(ladder.probabilities))
            for ladder in atlas.ladders_of(iso3, BASELINE_SCENARIO, atlas.subject.as_of)
        ]
        now = ladder_of(atlas, iso3, BASELINE_SCENARIO)
        rows += [(name, "Mean", *share_texts(now.shares))] if now else []
        then = ladder_of(atlas, iso3, BASELINE_SCENARIO, before) if before else None
        if before and then:
            rows.append((name, f"Mean as of {day_words(before)}", *share_texts(then.shares)))
    return _ladder_table(atlas, "Rater", rows)


def scenario_block(atlas: Atlas, states: Sequence[str]) -> LadderBlock:
    """Give the pooled ladders under each scenario."""
    bars: list[tuple[str, str, PooledLadder]] = []
    rows: list[tuple[str, ...]] = []
    for scenario in atlas.scenarios:
        for iso3 in states:
            pooled = ladder_of(atlas, iso3, scenario.id)
            if pooled is None:
                continue
            name = country_name(atlas, iso3)
            label = scenario.title if len(states) == 1 else f"{scenario.title} · {name}"
            bars.append((iso3, label, pooled))
            rows.append((name, scenario.title, *share_texts(pooled.shares)))
    heading = "Likely outcomes under each scenario"
    chart = ladder_chart_of(atlas, heading, bars)
    return LadderBlock(heading, chart, _ladder_table(atlas, "Scenario", rows))


def rung_facts(atlas: Atlas) -> tuple[Fact, ...]:
    """Give the rungs with their definitions, lowest first."""
    return tuple(
        Fact(f"{rung.order}. {rung.title}", rung.definition, None) for rung in atlas.rungs
    )


def scenario_facts(atlas: Atlas) -> tuple[Fact, ...]:
    """Give the scenarios with their descriptions."""
    return tuple(Fact(each.title, each.description, None) for each in atlas.scenarios)


def _ladder_table(atlas: Atlas, of: str, rows: Sequence[tuple[str, ...]]) -> Table:
    rungs = tuple(rung.title for rung in atlas.rungs)
    numeric = (False, False, *(True for _ in rungs))
    return Table(("State", of, *rungs), tuple(rows), numeric)


def _method(atlas: Atlas, states: Sequence[str]) -> str:
    return (
        f"Each bar is the {pooled_words(atlas, states)}, judged {day_words(atlas.subject.as_of)}."
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
