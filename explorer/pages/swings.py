"""What moves an event: each factor's swing, as a chart and as the table behind it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from explorer.analysis.tornado import Bar, End, Tornado, tornado
from explorer.domain.atlas import Atlas
from explorer.pages.charts import Caption, Swing, TornadoChart
from explorer.pages.events import EventChoice
from explorer.pages.numbers import share_text
from explorer.pages.outlook import Outlook
from explorer.pages.ruled_out import NOUGHT, ruled_out_words
from explorer.pages.scenario_words import scenario_notice
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.words import (
    counted,
    country_name,
    in_sentences,
    judged_on,
    mid_sentence,
    not_judged,
    raters_words,
    tenth_text,
)

Reach = Literal["range", "point"]
"""How far each rating is moved: over its own range, or by one scale point down and up."""

NOT_JUDGED = "nobody judged this state"

_LEAST_SPAN = 0.02
_STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25)
_MOST_TICKS = 6
_NAMED = 3
_LEAST_SWING = 0.0005  # half a tenth of a point: shorter ones are all “0.0”
_FINE = 0.1  # swings below ten points are told to a tenth of one
_CAVEAT = (
    "One factor at a time, all else as it is: the chart says nothing of what factors do together. "
    "The raters worked from the same evidence, and one beta does not fit all states alike. "
    "The axis shows only the part of 0 to 100 % where the bars lie."
)


def compose_swings(
    atlas: Atlas, outlook: Outlook, iso3: str, choice: EventChoice, reach: Reach = "range"
) -> TornadoChart:
    """Give what each factor does to an event in a state, the longest swing first.

    A state that nobody judged has no swings, nor has an event that nothing moves; the caption
    says so.
    """
    now = outlook.after.get(iso3)
    if now is None:
        return TornadoChart(_caption(atlas, outlook, iso3, choice, reach), 0.0, ())
    found = tornado(now.basis, now.beta, choice.event, outlook.settings.get(iso3))
    bars = found.sorted_by("swing" if reach == "range" else "step")
    lengths = [bar.swing if reach == "range" else bar.step for bar in bars]
    swings = tuple(
        _swing(atlas, bar, reach, (length, max(lengths)), found.now)
        for bar, length in zip(bars, lengths, strict=True)
    )
    ends = [end for swing in swings for end in (swing.low, swing.high)]
    caption = _caption(atlas, outlook, iso3, choice, reach, (found, bars, swings))
    if max(lengths, default=0.0) < _LEAST_SWING:
        still = _still(outlook, iso3, found.now)
        return TornadoChart(replace(caption, caveat=still, missing=still), found.now, ())
    return TornadoChart(caption, found.now, swings, _ticks([*ends, found.now]))


def _still(outlook: Outlook, iso3: str, now: float) -> str:
    """Say why nothing moves an event, where no bar would be long enough to be seen."""
    if now < NOUGHT:
        words = "Nothing moves this: it is ruled out"
    elif now > 1.0 - NOUGHT:
        words = "Nothing moves this: all else is ruled out"
    else:
        words = f"No rating moves this by 0.1 points: it stays at {share_text(now)}"
    return in_sentences((words, ruled_out_words(outlook, [iso3])))


def points_text(length: float, longest: float) -> str:
    """Give a distance between likelihoods in words: “5.9 points”, “1 point”."""
    figure = points_figure(length, longest)
    return f"{figure}\u00a0{'point' if figure in {'1', '<1'} else 'points'}"


def points_figure(length: float, longest: float) -> str:
    """Give a distance between likelihoods in points; to a tenth where the longest is below ten."""
    points = 100.0 * length
    if longest < _FINE:
        text = tenth_text(points)
        return "<0.1" if text == "0.0" and length > 0.0 else text
    whole = math.floor(round(points, 9) + 0.5)
    return "<1" if whole == 0 and length > 0.0 else str(whole)


def _swing(
    atlas: Atlas, bar: Bar, reach: Reach, lengths: tuple[float, float], now: float
) -> Swing:
    low, high = _ends(bar, reach)
    title = atlas.factor_by_id[bar.factor].title
    return Swing(
        label=title,
        low=low.probability,
        high=high.probability,
        low_words=tenth_text(low.rating),
        high_words=tenth_text(high.rating),
        is_pull=high.probability > low.probability,
        words=points_figure(*lengths),
        description=(
            f"{title}, now {tenth_text(bar.rating)}: at {tenth_text(low.rating)} the likelihood "
            f"is {share_text(low.probability)}, at {tenth_text(high.rating)} it is "
            f"{share_text(high.probability)}; now {share_text(now)}. "
            f"Swing {points_text(*lengths)}, weight {share_text(bar.weight)}."
        ),
    )


def _ends(bar: Bar, reach: Reach) -> tuple[End, End]:
    return (bar.low, bar.high) if reach == "range" else (bar.down, bar.up)


def _ticks(values: Sequence[float]) -> tuple[float, ...]:
    """Give round probabilities that hold all values, evenly set, and 2 points apart at least."""
    low, high = min(values), max(values)
    spare = max(_LEAST_SPAN - (high - low), 0.0) / 2.0
    low, high = low - spare, high + spare
    step = next((step for step in _STEPS if (high - low) / step <= _MOST_TICKS - 2), _STEPS[-1])
    first = max(math.floor(round(low / step, 9)), 0)
    last = min(math.ceil(round(high / step, 9)), round(1.0 / step))
    return tuple(round(place * step, 6) for place in range(first, last + 1))


def axis_text(probability: float) -> str:
    """Give a place on the axis of likelihoods: “85 %”, “2.5 %”."""
    return f"{round(100.0 * probability, 4):g}\u00a0%"


_Found = tuple[Tornado, Sequence[Bar], Sequence[Swing]]


def _caption(
    atlas: Atlas,
    outlook: Outlook,
    iso3: str,
    choice: EventChoice,
    reach: Reach,
    found: _Found | None = None,
) -> Caption:
    name = country_name(atlas, iso3)
    over = "over its range" if reach == "range" else "by one scale point down and up"
    missing = f"{name}: {NO_VALUE}, {mid_sentence(not_judged(atlas, NOT_JUDGED))}."
    notice = scenario_notice(outlook)
    unit = f"likelihood, %; each rating {over}"
    return Caption(
        title=f"What moves {name} most · {choice.words}",
        unit=f"{unit} · {notice}" if notice else unit,
        source=_source(atlas, outlook, iso3),
        caveat=_CAVEAT if found else missing,
        description=_description(name, choice, over, found),
        table=_table(atlas, found[1] if found else ()),
        missing="" if found else missing,
    )


def _source(atlas: Atlas, outlook: Outlook, iso3: str) -> str:
    basis = outlook.ground.bases.get(iso3)
    judged = f"{judged_on(atlas)}; beta fitted"
    if basis is None:
        return f"Source: ratings, {judged}"
    raters = raters_words(len(each.pooled.modes) for each in basis.standings)
    return f"Source: ratings of {raters}, {judged} ({outlook.ground.fit.beta:.1f})"


def _description(name: str, choice: EventChoice, over: str, found: _Found | None) -> str:
    if found is None:
        return f"{name}: {NO_VALUE}, {NOT_JUDGED}."
    tornado_found, _, swings = found
    first = "; ".join(f"{swing.label} {swing.words}" for swing in swings[:_NAMED])
    return (
        f"{choice.title} in {name} has a likelihood of {share_text(tornado_found.now)} now. "
        f"How far it swings with {counted(len(swings), 'factor')}, each rating moved {over}, "
        f"the longest first, in points: {first}."
    )


def _table(atlas: Atlas, bars: Sequence[Bar]) -> Table:
    columns = (
        "Factor",
        "Bears as",
        "Weight",
        "Rating",
        "Low",
        "High",
        "Likelihood at low",
        "Likelihood at high",
        "Swing over range, points",
        "Likelihood one point lower",
        "Likelihood one point higher",
        "Swing by one point, points",
    )
    longest = max((max(bar.swing, bar.step) for bar in bars), default=0.0)
    rows = tuple(
        (
            atlas.factor_by_id[bar.factor].title,
            bar.group,
            share_text(bar.weight),
            tenth_text(bar.rating),
            tenth_text(bar.low.rating),
            tenth_text(bar.high.rating),
            share_text(bar.low.probability),
            share_text(bar.high.probability),
            points_figure(bar.swing, longest),
            share_text(bar.down.probability),
            share_text(bar.up.probability),
            points_figure(bar.step, longest),
        )
        for bar in bars
    )
    return Table(columns, rows, (False, False, *(True for _ in columns[2:])))


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """One bar of a swing as it is drawn: from now to `end`, with words beyond that end.

    It lies to the right of now where that end is likelier. `lane` and `depth` say where in the
    row's bar it lies, from 0 at the top to 1: all of it, or one half where both ends lie on one
    side of now.
    """

    end: float
    words: str
    is_likelier: bool
    lane: float
    depth: float


def drawn_bars(swing: Swing, now: float) -> tuple[DrawnBar, ...]:
    """Give the bars of a swing, to either side of now, or both to one side in lanes of their own.

    Where both are on one side, the outer end bears the words of both ratings, its own first.
    """
    ends = sorted(((swing.low, swing.low_words), (swing.high, swing.high_words)))
    (first, first_words), (last, last_words) = ends
    if first <= now <= last:
        # Of a bar with no length the rating still stands on the side where it has none.
        return (
            DrawnBar(first, first_words, False, 0.0, 1.0),
            DrawnBar(last, last_words, True, 0.0, 1.0),
        )
    is_right = first > now
    outer, inner = ends[::-1] if is_right else ends
    return (
        DrawnBar(outer[0], f"{outer[1]}, {inner[1]}", is_right, 0.0, 0.5),
        DrawnBar(inner[0], "", is_right, 0.5, 0.5),
    )
