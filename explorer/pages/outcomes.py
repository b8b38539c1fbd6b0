"""The view Outcomes: how likely each rung is, how that was made, how it moved, and the ladder."""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.analysis.change import LadderMove, ladder_move, previous_date
from explorer.analysis.likelihood import whole_percent
from explorer.domain.atlas import Atlas
from explorer.domain.notes import METHOD_NOTE
from explorer.domain.outcomes import BASELINE_SCENARIO, OUTCOME
from explorer.pages.bundled_notes import note_block, note_blocks
from explorer.pages.charts import Caption, EstimateChart, LadderChart, LadderRow
from explorer.pages.compare_outcomes import compose_outcome_cell, pooled_words
from explorer.pages.detail import Fact, NoteBlock
from explorer.pages.detail_outcome import rung_facts
from explorer.pages.estimate_charts import event_estimates, rung_estimates
from explorer.pages.events import event_choices
from explorer.pages.hindsight import hindsight_clause
from explorer.pages.judgement_charts import SHARED_EVIDENCE, outlook_ladders, share_texts
from explorer.pages.numbers import share_figure, share_text
from explorer.pages.outlook import Intervals, Outlook
from explorer.pages.own_judgement import compose_own_ladder
from explorer.pages.ruled_out import ruled_out_words
from explorer.pages.scenario_words import scenario_notice
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.view import Target
from explorer.pages.words import (
    EN_DASH,
    MINUS,
    country_name,
    day_words,
    horizon_words,
    in_sentences,
    judged_on,
    not_judged_of,
    raters_words,
    sentence,
)
from explorer.workspace.document import Workspace

RUNG_BY_RUNG, OR_HIGHER = "Each rung", "Each rung or a higher one"
DRAWING = "being drawn"
"""Stands for an interval that is on its way."""
_TOGETHER = (
    "Words for likelihood are those of ICD 203. Figures in whole per cents may not sum to 100."
)


@dataclass(frozen=True, slots=True)
class StateLine:
    """One state's likeliest rung in words and figures.

    `interval` is that of its likelihood, and says so while it is being drawn. `then` is how likely
    the rung was before: at the judgement before, or as judged while a scenario is in force.
    `raters` says where they differ, and is blank where they do not.
    """

    iso3: str
    name: str
    leading: str
    word: str
    percent: str
    interval: str
    then: str
    raters: str


@dataclass(frozen=True, slots=True)
class MovesPart:
    """How the judgement moved since the one before: `table` has a line a state."""

    heading: str
    table: Table
    note: str


@dataclass(frozen=True, slots=True)
class RaterWords:
    """What a rater said of a ladder, or that it stands apart from the pool."""

    rater: str
    words: str


@dataclass(frozen=True, slots=True)
class RatersPart:
    """Each rater's ladder of one state, the pooled one, and the reasons that raters gave."""

    iso3: str
    heading: str
    chart: LadderChart
    reasons: tuple[RaterWords, ...]


@dataclass(frozen=True, slots=True)
class OutcomesPage:
    """The parts of the view that are of all states shown, or of none.

    `standing` says what the figures are of: the judgement as it stands or a scenario. `states`
    (ISO code, name) and `events` (key, title) are what the analysis below can be of.
    `then_title` heads `StateLine.then`. `moves` is `None` where there is no earlier judgement.
    """

    title: str
    question: str
    standing: str
    is_plain: bool
    method: str
    caution: str
    states: tuple[tuple[str, str], ...]
    events: tuple[tuple[str, str], ...]
    ladders: LadderChart
    estimates: tuple[tuple[str, EstimateChart], ...]
    then_title: str
    lines: tuple[StateLine, ...]
    missing: str
    moves: MovesPart | None
    rungs: tuple[Fact, ...]
    notes: tuple[NoteBlock, ...]


def compose_outcomes_page(
    atlas: Atlas,
    workspace: Workspace,
    outlook: Outlook,
    intervals: Intervals | None,
    states: Sequence[str],
) -> OutcomesPage:
    """Compose what the view says of these states, under the assumptions in force."""
    judged = tuple(iso3 for iso3 in states if iso3 in outlook.after)
    absent = [country_name(atlas, iso3) for iso3 in states if iso3 not in outlook.after]
    return OutcomesPage(
        title=f"Likely outcomes by {horizon_words(atlas.subject.horizon)}",
        question=sentence(atlas.subject.question),
        standing=_standing(atlas, outlook),
        is_plain=outlook.is_plain,
        method=_method(atlas, outlook, judged),
        caution=SHARED_EVIDENCE,
        states=tuple((iso3, country_name(atlas, iso3)) for iso3 in judged or states),
        events=tuple((choice.key, choice.title) for choice in event_choices(atlas)),
        ladders=outlook_ladders(outlook, intervals, judged),
        estimates=(
            (RUNG_BY_RUNG, rung_estimates(outlook, intervals, judged)),
            (OR_HIGHER, event_estimates(outlook, intervals, judged)),
        ),
        then_title=_then_title(atlas, outlook),
        lines=tuple(_line(atlas, workspace, outlook, intervals, iso3) for iso3 in judged),
        missing=in_sentences(
            not_judged_of(atlas, name, f"Nobody has judged the outcomes of {name}")
            for name in absent
        ),
        moves=_moves(outlook, judged),
        rungs=rung_facts(atlas),
        notes=_notes(atlas),
    )


def compose_rater_ladders(atlas: Atlas, workspace: Workspace, iso3: str) -> RatersPart | None:
    """Set each rater's ladder of a state beside the pooled one; `None` where nobody judged it.

    They are of the bundled scenario in force. `atlas` holds the bundled raters only.
    """
    block = compose_own_ladder(atlas, workspace, Target("outcome", iso3))
    lines = [line for line in block.lines if line.shares]
    if not lines:
        return None
    rows = tuple(LadderRow(iso3, _capital(line.name), line.shares) for line in lines)
    title = f"Each rater's ladder: {block.label}"
    caption = Caption(
        title=title,
        unit="% likelihood",
        source=f"Source: {judged_on(atlas)}",
        caveat=f"{block.caution} Figures are rounded and may not sum to 100.",
        description=in_sentences((title, *(f"{line.name}: {line.text}" for line in lines))),
        table=Table(
            ("Rater", *block.rungs),
            tuple((line.name, *share_texts(line.shares)) for line in lines),
            (False, *(True for _ in block.rungs)),
        ),
    )
    reasons = (
        RaterWords(line.name, in_sentences((line.basis, line.reason)))
        for line in lines
        if line.reason
    )
    return RatersPart(
        iso3,
        f"Each rater's ladder · {country_name(atlas, iso3)}",
        LadderChart(caption, block.rungs, rows),
        tuple(reasons),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _standing(atlas: Atlas, outlook: Outlook) -> str:
    notice = scenario_notice(outlook)
    plain = f"The judgement as it stands, of {day_words(atlas.subject.as_of)}"
    if atlas.subject.seen_on is not None:
        plain = judged_on(atlas)
    said = in_sentences((notice or plain,))
    return f"{outlook.fault} {said}".strip()


def _method(atlas: Atlas, outlook: Outlook, states: Sequence[str]) -> str:
    """Say how the figures were made."""
    if not states and atlas.subject.seen_on is not None:
        return in_sentences((judged_on(atlas), "There are no bars or intervals to show"))
    made = f"Each bar is the {pooled_words(atlas, states, outlook=outlook)}"
    if outlook.is_plain:
        made += ", taken as it is"
    elif outlook.changes:
        made += ", moved in log-odds by what the changed ratings and weights do to propensity"
    else:
        made += ", who judged this scenario too"
    whiskers = (
        "An interval holds the middle 80 % of the worlds drawn from the ranges of the ratings, "
        "the raters and the fit"
    )
    return in_sentences((made, ruled_out_words(outlook, states), whiskers, _TOGETHER))


def _then_title(atlas: Atlas, outlook: Outlook) -> str:
    if not outlook.is_plain:
        return "As judged"
    day = previous_date(atlas)
    return f"Since {day_words(day)}" if day else ""


def _line(
    atlas: Atlas,
    workspace: Workspace,
    outlook: Outlook,
    intervals: Intervals | None,
    iso3: str,
) -> StateLine:
    cell = compose_outcome_cell(atlas, workspace, iso3, outlook, intervals)
    return StateLine(
        iso3=iso3,
        name=country_name(atlas, iso3),
        leading=cell.leading,
        word=cell.word,
        percent=cell.percent,
        interval=cell.interval or DRAWING,
        then=_then(outlook, iso3, cell.place),
        raters=cell.disagreement,
    )


def _then(outlook: Outlook, iso3: str, place: int) -> str:
    """Say how likely a rung was before, and by how much that moved, in points."""
    now = outlook.after[iso3].shares[place]
    if not outlook.is_plain:
        return moved_text(outlook.before[iso3].basis.anchor.shares[place], now)
    move = _move(outlook, iso3)
    if move is None:
        return NO_VALUE
    text = moved_text(move.before.shares[place], move.now.shares[place])
    return text if move.raters.are_alike else f"{text}, {raters_words([move.raters.both])}"


def moved_text(before: float, now: float) -> str:
    """Give a likelihood before and the points it moved by: “24 % (+45)”, “12 % (level)”."""
    points = whole_percent(now) - whole_percent(before)
    size = f"{'+' if points > 0 else MINUS}{abs(points)}" if points else "level"
    return f"{share_text(before)} ({size})"


def _move(outlook: Outlook, iso3: str) -> LadderMove | None:
    """Set the judgement before beside the present one, both pooled alike from the same raters."""
    ground = outlook.ground
    return ladder_move(ground.atlas, iso3, BASELINE_SCENARIO, ground.choices)


def _moves(outlook: Outlook, states: Sequence[str]) -> MovesPart | None:
    """Set the judgement before beside the present one, rung by rung."""
    atlas = outlook.ground.atlas
    day = previous_date(atlas)
    found = [(iso3, move) for iso3 in states if (move := _move(outlook, iso3)) is not None]
    if day is None or not found:
        return None
    rows: list[tuple[str, ...]] = []
    others: list[str] = []
    for iso3, move in found:
        pairs = zip(move.before.shares, move.now.shares, strict=True)
        steps = (f"{share_figure(old)} → {share_figure(new)}" for old, new in pairs)
        rows.append((country_name(atlas, iso3), *steps))
        if not move.raters.are_alike:
            others.append(
                f"{country_name(atlas, iso3)} was judged by {raters_words([move.raters.then])} "
                f"then and by {raters_words([move.raters.now])} now; its figures are of the "
                f"{raters_words([move.raters.both])} who judged at both dates"
            )
    rungs = tuple(rung.title for rung in atlas.rungs)
    span = f"{day_words(day)} {EN_DASH} {day_words(atlas.subject.as_of)}"
    return MovesPart(
        heading=f"The judgement before and now · {span}",
        table=Table(("%", *rungs), tuple(rows), (False, *(True for _ in rungs))),
        note=in_sentences((hindsight_clause(atlas, day), *others)),
    )


def _notes(atlas: Atlas) -> tuple[NoteBlock, ...]:
    """Give the bundled notes on the outcome, and the one on how judgements work."""
    method = (note_block(atlas, note) for note in atlas.notes if note.id == METHOD_NOTE)
    return (*note_blocks(atlas, OUTCOME), *method)
