"""The likely outcomes in the comparison: ladders, how sure they are, and how they moved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from explorer.analysis.basis import Choices
from explorer.analysis.change import ladder_move, previous_date
from explorer.analysis.intervals import Uncertainty
from explorer.analysis.likelihood import (
    NO_BREAK_SPACE,
    likelihood_word,
    percent_text,
    whole_percent,
)
from explorer.analysis.pooling import PooledLadder, ladder_of
from explorer.domain.as_of import is_judged
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO, JudgedLadder
from explorer.pages.change_words import alike_words
from explorer.pages.compare import KeyLine, OutcomeCell, OutcomeRow
from explorer.pages.heading_notes import heading_note
from explorer.pages.hindsight import hindsight_clause, made_words
from explorer.pages.numbers import interval_text, share_figure, share_text
from explorer.pages.outlook import Intervals, Outlook
from explorer.pages.ruled_out import ruled_out_words
from explorer.pages.view import Target, View
from explorer.pages.words import (
    counted,
    country_name,
    day_words,
    in_sentences,
    mid_sentence,
    not_judged,
    number_word,
    raters_words,
)
from explorer.workspace.document import Workspace

NOT_JUDGED = "Nobody has judged this"
WIDE_LADDER = 10
"""From how many percentage points between the raters the difference is said."""
WHISKER = (
    "80 % interval of the rung right of it or higher; understates doubt, as raters share evidence"
)


@dataclass(frozen=True, slots=True)
class _Standing:
    """What a state's cell is made from: the ladder in force, and the pooled judgement."""

    shares: tuple[float, ...]
    judged: PooledLadder
    uncertainty: Uncertainty | None
    is_plain: bool


def compose_outcomes(
    atlas: Atlas,
    workspace: Workspace,
    view: View,
    outlook: Outlook | None = None,
    intervals: Intervals | None = None,
) -> OutcomeRow:
    """Compose the ladders of the countries in view, under the outlook where there is one."""
    cells = tuple(
        compose_outcome_cell(atlas, workspace, iso3, outlook, intervals) for iso3 in view.shown
    )
    has_note, note = heading_note(atlas, workspace, Target("outcome"))
    return OutcomeRow(
        title="Outcome ladder",
        subtitle=_subtitle(atlas, view, cells, outlook),
        rungs=tuple(rung.title for rung in atlas.rungs),
        cells=cells,
        key=_key(cells, outlook),
        has_note=has_note,
        note=note,
    )


def compose_outcome_cell(
    atlas: Atlas,
    workspace: Workspace,
    iso3: str,
    outlook: Outlook | None = None,
    intervals: Intervals | None = None,
) -> OutcomeCell:
    """Compose one state's ladder: as judged, or under the outlook where there is one."""
    has_note = bool(workspace.note(str(Target("outcome", iso3))))
    found = _standing(atlas, iso3, outlook, intervals)
    if found is None:
        missing = not_judged(atlas, NOT_JUDGED)
        text = f"{country_name(atlas, iso3)}, likely outcomes: {mid_sentence(missing)}."
        return OutcomeCell(iso3, (), missing, "", "", "", has_note, text)
    place = found.shares.index(max(found.shares))
    leading = found.shares[place]
    since, was = _move(atlas, iso3, place, outlook) if found.is_plain else ("", "")
    rungs = _intervals(found.uncertainty)
    before = () if found.is_plain else found.judged.shares
    cell = OutcomeCell(
        iso3=iso3,
        shares=found.shares,
        leading=atlas.rungs[place].title,
        percent=percent_text(leading),
        word=likelihood_word(leading),
        disagreement=_disagreement(atlas, iso3, outlook) if found.is_plain else "",
        has_note=has_note,
        description="",
        bounds=_bounds(found.uncertainty),
        interval=rungs[place] if rungs else "",
        move=since,
        was=was,
        before=before,
        intervals=rungs,
        judged=f"judged {share_text(before[place])}" if before else "",
    )
    return replace(cell, description=_description(atlas, cell, outlook))


def scenario_banner(outlook: Outlook | None) -> str:
    """Say which scenario is in force and what could not be followed; blank for neither."""
    if outlook is None or outlook.is_plain:
        return outlook.fault if outlook else ""
    changes = counted(outlook.changes, "change") if outlook.changes else ""
    parts = (
        f"What if: {outlook.title}",
        changes,
        "outcomes follow it, ratings and texts are the judgement as it stands",
    )
    said = " · ".join(part for part in parts if part)
    return f"{outlook.fault} {said}".strip()


def pooled_words(
    atlas: Atlas,
    countries: Iterable[str],
    scenario: str = BASELINE_SCENARIO,
    outlook: Outlook | None = None,
) -> str:
    """Say what the ladders of some states are: “mean of 4 raters”, of those who judged them."""
    pool = "mean"
    if outlook is not None:
        atlas, choices = outlook.ground.atlas, outlook.ground.choices
        pool = pool_words(choices)
    found = [ladder_of(atlas, iso3, scenario) for iso3 in countries]
    if atlas.subject.seen_on is not None and not any(found):
        return mid_sentence(not_judged(atlas, NOT_JUDGED))
    return f"{pool} of {raters_words(pooled.raters for pooled in found if pooled)}"


def pool_words(choices: Choices) -> str:
    """Name how the judgements are pooled: “mean”, “weighted mean”, “geometric pool”."""
    pool = "mean" if choices.method == "linear" else "geometric pool"
    return f"weighted {pool}" if choices.rater_weights else pool


def ladder_disagreement(
    atlas: Atlas, pooled: PooledLadder, ladders: Sequence[JudgedLadder]
) -> str:
    """Say how the raters' ladders differ, where it is worth saying; else nothing."""
    shares = [ladder.probabilities[pooled.leading] for ladder in ladders]
    others = [
        ladder
        for ladder in ladders
        if max(ladder.probabilities) > ladder.probabilities[pooled.leading]
    ]
    if others:
        of = f"{number_word(len(others))} of {number_word(len(ladders))} raters"
        verb = "puts" if len(others) == 1 else "put"
        places = sorted({x.probabilities.index(max(x.probabilities)) for x in others})
        return f"{of} {verb} {' or '.join(atlas.rungs[place].title for place in places)} first"
    low, high = whole_percent(min(shares)), whole_percent(max(shares))
    if high - low < WIDE_LADDER:
        return ""
    return f"raters {low} to {percent_text(max(shares))}"


def _standing(
    atlas: Atlas, iso3: str, outlook: Outlook | None, intervals: Intervals | None
) -> _Standing | None:
    """Find what a cell is made from; `None` where nobody judged the state."""
    if outlook is not None and iso3 in outlook.before and iso3 in outlook.after:
        return _Standing(
            outlook.after[iso3].shares,
            outlook.before[iso3].basis.anchor,
            intervals.get(iso3) if intervals else None,
            outlook.is_plain,
        )
    pooled = ladder_of(atlas, iso3, BASELINE_SCENARIO)
    return _Standing(pooled.shares, pooled, None, is_plain=True) if pooled else None


def _bounds(found: Uncertainty | None) -> tuple[tuple[float, float], ...]:
    return tuple((each.low, each.high) for each in found.at_least[1:]) if found else ()


def _intervals(found: Uncertainty | None) -> tuple[str, ...]:
    """Give each rung's interval in words; none while they are being drawn."""
    return tuple(interval_text(each.low, each.high) for each in found.rungs) if found else ()


def _disagreement(atlas: Atlas, iso3: str, outlook: Outlook | None) -> str:
    """Say how those differ who are pooled; it is of the judgement, not of an assumption."""
    source = outlook.ground.atlas if outlook else atlas
    pooled = (
        outlook.before[iso3].basis.anchor
        if outlook and iso3 in outlook.before
        else ladder_of(atlas, iso3, BASELINE_SCENARIO)
    )
    ladders = source.ladders_of(iso3, BASELINE_SCENARIO, source.subject.as_of)
    return ladder_disagreement(atlas, pooled, ladders) if pooled else ""


def _move(atlas: Atlas, iso3: str, place: int, outlook: Outlook | None) -> tuple[str, str]:
    """Say how likely a rung was at the judgement before: in full, and in two words.

    The earlier judgement is pooled as the present one is. Where other raters gave it, the move is
    of those who gave both, and its present figure is told too: it is not the one above.
    """
    ground = outlook.ground if outlook else None
    move = ladder_move(
        ground.atlas if ground else atlas,
        iso3,
        BASELINE_SCENARIO,
        ground.choices if ground else None,
    )
    if move is None:
        return "", ""
    first, last = share_text(move.before.shares[place]), share_text(move.now.shares[place])
    since, was = f"since {day_words(move.since)}", f"was {first}"
    steps = f"{share_figure(move.before.shares[place])} → {last}"
    if not move.raters.are_alike:
        return (
            f"{since}: {steps} {alike_words(move.raters)}",
            f"{raters_words([move.raters.both])}: {steps}",
        )
    return (f"level {since}", was) if first == last else (f"{since}: {steps}", was)


def _key(cells: Sequence[OutcomeCell], outlook: Outlook | None) -> tuple[KeyLine, ...]:
    """Say what the marks mean that these cells have, or will have once they are drawn."""
    lines = [KeyLine("whisker", WHISKER)]
    if any(cell.before for cell in cells):
        lines.append(KeyLine("before", "the judgement as it stands"))
    if outlook is not None:
        said = (ruled_out_words(outlook, [cell.iso3]) for cell in cells)
        lines += [KeyLine("nought", words) for words in said if words]
    return tuple(lines)


def _subtitle(
    atlas: Atlas, view: View, cells: Sequence[OutcomeCell], outlook: Outlook | None
) -> str:
    """Say how the ladders were pooled, and of which day the earlier figures are."""
    day = previous_date(atlas)
    earlier = (
        ", ".join(part for part in (f"earlier: {day_words(day)}", made_words(atlas, day)) if part)
        if day is not None and any(cell.was for cell in cells)
        else ""
    )
    pooled = pooled_words(atlas, view.shown, outlook=outlook)
    if atlas.subject.seen_on is not None and not is_judged(atlas):
        return pooled
    return "; ".join(part for part in (pooled, f"80{NO_BREAK_SPACE}% intervals", earlier) if part)


def _description(atlas: Atlas, cell: OutcomeCell, outlook: Outlook | None) -> str:
    """Say a state's likely outcomes in sentences, for a reader who hears them."""
    day = previous_date(atlas)
    rungs = [rung.title for rung in atlas.rungs]
    leading = f"{cell.leading}, {cell.word}, {cell.percent}"
    whole = ", ".join(
        f"{rung} {percent_text(share)}" for rung, share in zip(rungs, cell.shares, strict=True)
    )
    edges = ", ".join(
        f"{rung} or higher {interval_text(*bound)}"
        for rung, bound in zip(rungs[1:], cell.bounds, strict=False)
    )
    parts = [
        f"{country_name(atlas, cell.iso3)}, likely outcomes: {leading}",
        f"80 % interval of that {cell.interval}" if cell.interval else "",
        whole,
        f"80 % intervals: {edges}" if edges else "",
        f"{cell.leading} {cell.move}" if cell.move else "",
        hindsight_clause(atlas, day) if cell.move and day else "",
        f"under the scenario {outlook.title}; {cell.judged}" if outlook and cell.judged else "",
        cell.disagreement,
        "you have a note here" if cell.has_note else "",
    ]
    return in_sentences(parts)
