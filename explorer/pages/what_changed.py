"""What the assumptions change, in words: from what to what, and which factor adds how much."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.analysis.forecast import Forecast
from explorer.analysis.likelihood import NO_BREAK_SPACE, likelihood_word
from explorer.analysis.tenths import to_tenth
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.events import EventChoice
from explorer.pages.numbers import share_figure, share_text
from explorer.pages.outlook import Outlook
from explorer.pages.scenario_words import ARROW
from explorer.pages.what_if import Bearing
from explorer.pages.words import MINUS, counted, country_name, not_judged_of, sentence, tenth_text

MOST_REASONS = 5
"""How many factors are named one by one; what the others add is summed."""
_LEAST = 0.005
"""A part of the shift that shows as 0.00 in log-odds."""


@dataclass(frozen=True, slots=True)
class ShiftReason:
    """What one factor adds to the log-odds of every “at least”, and what that does to the odds.

    `move` tells what was changed (“3.1 → 2.2”), `shift` the log-odds with their sign, and `odds`
    by what the odds are multiplied (“× 1.54”).
    """

    label: str
    move: str
    shift: str
    odds: str
    bearing: Bearing


@dataclass(frozen=True, slots=True)
class ChangePart:
    """What changed for one state: sentences, the reasons one by one, and the other states.

    `total` is the sum of the reasons, and `None` where there are fewer than two.
    """

    heading: str
    lines: tuple[str, ...]
    reasons: tuple[ShiftReason, ...]
    total: ShiftReason | None
    others: str


def compose_change(
    atlas: Atlas, outlook: Outlook, iso3: str, states: Sequence[str], choice: EventChoice
) -> ChangePart:
    """Say what the assumptions do to a state, to an event in it, and to the other shown states."""
    name = country_name(atlas, iso3)
    heading = f"What changed for {name}"
    before, after = outlook.before.get(iso3), outlook.after.get(iso3)
    others = _others(atlas, outlook, [each for each in states if each != iso3])
    if before is None or after is None:
        return ChangePart(
            heading,
            (sentence(not_judged_of(atlas, name, f"Nobody has judged {name}")),),
            (),
            None,
            others,
        )
    if before.shares == after.shares:
        return ChangePart(heading, (_nothing(outlook, name),), (), None, others)
    lines = (
        *_leading_lines(atlas, before, after),
        _event_line(before, after, choice),
        _anchor_line(atlas, outlook, before, after, choice),
    )
    reasons, total = _reasons(atlas, outlook, after)
    return ChangePart(heading, tuple(line for line in lines if line), reasons, total, others)


def move_words(then: float, now: float) -> str:
    """Give a move of a likelihood, its words in brackets: “61 → 70 % (likely, as before)”."""
    earlier, later = likelihood_word(then), likelihood_word(now)
    same = share_text(then) == share_text(now)
    figures = (
        share_text(now)
        if same
        else f"{share_figure(then)}{NO_BREAK_SPACE}{ARROW}{NO_BREAK_SPACE}{share_text(now)}"
    )
    if earlier == later:
        return f"{figures} ({later}{'' if same else ', as before'})"
    return f"{figures} ({later}, was {earlier})"


def shift_text(shift: float) -> str:
    """Give log-odds to two decimals with their sign and a true minus."""
    size = f"{abs(shift):.2f}"
    if not float(size):
        return size
    return f"{'+' if shift > 0 else MINUS}{size}"


def odds_text(shift: float) -> str:
    """Give by what a shift multiplies the odds: “× 1.54”."""
    return f"× {math.exp(shift):.2f}"


def _nothing(outlook: Outlook, name: str) -> str:
    if outlook.is_plain:
        return (
            "Nothing yet: the bars are the judgement as it stands. Move a slider, or open a "
            "scenario."
        )
    return f"None of the present assumptions moves {name}."


def _leading_lines(atlas: Atlas, before: Forecast, after: Forecast) -> tuple[str, ...]:
    """Say how likely the leading rung is now, and the one that led before if it is another."""
    led, leads = before.leading, after.leading

    def move(place: int) -> str:
        return move_words(before.shares[place], after.shares[place])

    now, then = atlas.rungs[leads].title, atlas.rungs[led].title
    if led == leads:
        return (f"{now} still leads: {move(leads)}.",)
    return (f"{now} leads now: {move(leads)}.", f"{then} led before: {move(led)}.")


def _event_line(before: Forecast, after: Forecast, choice: EventChoice) -> str:
    event = choice.event
    return f"{choice.title}: {move_words(before.probability(event), after.probability(event))}."


def _anchor_line(
    atlas: Atlas, outlook: Outlook, before: Forecast, after: Forecast, choice: EventChoice
) -> str:
    """Say what the bundled scenario alone does; the raters judged its ladders by themselves."""
    base = outlook.what_if.base
    if base == BASELINE_SCENARIO:
        return ""
    title = next((each.title for each in atlas.scenarios if each.id == base), base)
    raters = counted(after.basis.anchor.raters, "rater")
    if after.shares == after.basis.anchor.shares:
        return f"The {raters} judged the ladder anew under “{title}”; nothing else is changed."
    then = choice.event.probability(before.shares)
    alone = choice.event.probability(after.basis.anchor.shares)
    return (
        f"Under “{title}” alone the {raters} put that at {share_text(alone)}, from "
        f"{share_text(then)}; your own changes do the rest."
    )


def _reasons(
    atlas: Atlas, outlook: Outlook, after: Forecast
) -> tuple[tuple[ShiftReason, ...], ShiftReason | None]:
    """Give the factors that add most, what the others add together, and the sum."""
    if after.shift == 0.0:
        return (), None
    order = sorted(
        (place for place, part in enumerate(after.part_shifts) if abs(part) >= _LEAST),
        key=lambda place: -abs(after.part_shifts[place]),
    )
    named = order if len(order) <= MOST_REASONS + 1 else order[:MOST_REASONS]
    has_weights = bool(outlook.what_if.weights)
    reasons = [
        _reason(
            _title(atlas, after, place),
            _move(after, place, has_weights=has_weights),
            after.part_shifts[place],
        )
        for place in named
    ]
    rest = [after.part_shifts[place] for place in order if place not in named]
    if rest:
        label = counted(len(rest), "other factor")
        reasons.append(_reason(label, "", math.fsum(rest)))
    total = _reason("Together", "", after.shift) if len(reasons) > 1 else None
    return tuple(reasons), total


def _title(atlas: Atlas, after: Forecast, place: int) -> str:
    return atlas.factor_by_id[after.basis.standings[place].factor].title


def _reason(label: str, move: str, shift: float) -> ShiftReason:
    bearing: Bearing = "pull" if shift > 0 else "hold"
    return ShiftReason(label, move, shift_text(shift), odds_text(shift), bearing)


def _move(after: Forecast, place: int, *, has_weights: bool) -> str:
    """Say what was changed of a factor: its rating, its weight, or both."""
    standing = after.basis.standings[place]
    rating, weight = after.ratings[place], after.weights[place]
    parts: list[str] = []
    if tenth_text(rating) != tenth_text(standing.mode):
        parts.append(f"{tenth_text(standing.mode)} {ARROW} {tenth_text(rating)}")
    if has_weights:
        then, now = (f"{to_tenth(100.0 * each):.1f}" for each in (standing.weight, weight))
        if then != now:
            parts.append(f"weight {then} {ARROW} {now} %")
    return ", ".join(parts)


def _others(atlas: Atlas, outlook: Outlook, states: Sequence[str]) -> str:
    """Say in a sentence each what the assumptions do to the leading rung of the other states."""
    sentences: list[str] = []
    for iso3 in states:
        before, after = outlook.before.get(iso3), outlook.after.get(iso3)
        if before is None or after is None or before.shares == after.shares:
            continue
        place = after.leading
        rung = atlas.rungs[place].title.lower()
        moved = move_words(before.shares[place], after.shares[place])
        led = atlas.rungs[before.leading].title.lower()
        lead = "" if before.leading == place else f"; {led} led before"
        sentences.append(f"{country_name(atlas, iso3)}: {rung} {moved}{lead}")
    return f"{'. '.join(sentences)}." if sentences else ""
