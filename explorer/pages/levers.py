"""What would have to change, in words: the smallest changes of ratings that turn an event."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from explorer.analysis.forecast import Forecast, Setting, forecast
from explorer.analysis.likelihood import whole_percent
from explorer.analysis.propensity import within_scale
from explorer.analysis.turning import Change, Goal, Lever
from explorer.domain.atlas import Atlas
from explorer.pages.events import EventChoice
from explorer.pages.numbers import share_text, signed_text
from explorer.pages.outlook import Outlook
from explorer.pages.scenario_words import ARROW
from explorer.pages.tables import NO_VALUE, Table
from explorer.pages.words import SCALE_WORDS, country_name, mid_sentence, not_judged, tenth_text

MOST = 3
"""How many changes of one factor, and of two, are listed."""

_EVEN = 0.5
_MOST_DECIMALS = 6
_FIGURES = tuple(10**decimals for decimals in range(1, _MOST_DECIMALS + 1))
"""Parts of a scale point that a rating is rounded to, finer at need."""


@dataclass(frozen=True, slots=True)
class LeverRow:
    """One change that turns the goal: “Standing in Washington 2.0 → 3.6”.

    `sizes` are the differences of the ratings as shown, to as many decimals. `outcome` is what
    holds then: the event's likelihood, or the rung that leads with its own.
    """

    words: str
    sizes: str
    outcome: str


@dataclass(frozen=True, slots=True)
class LeversPart:
    """What would have to change, ready to show.

    `opening` and `changes` together are the sentence: the second is what stands out in it, and is
    blank where no change does it. `one` and `two` are the smallest changes of one factor and of
    two, at most three of each; `table` holds both.
    """

    opening: str
    changes: str
    note: str
    one: tuple[LeverRow, ...]
    two: tuple[LeverRow, ...]
    table: Table

    @property
    def sentence(self) -> str:
        """Give opening and changes as one text."""
        return f"{self.opening} {self.changes}".strip()


def compose_levers(
    atlas: Atlas, outlook: Outlook, iso3: str, choice: EventChoice | Literal["lead"]
) -> LeversPart:
    """Give the smallest changes that make an event likelier than not, or no longer so.

    With `lead` in place of an event they are those that make another rung lead. Ratings are shown
    to a tenth, rounded away from where they start, so that a change as shown does what it says;
    finer where a tenth does not, and where nothing shown would, the change is left out.
    """
    from explorer.analysis.levers import find_levers

    now = outlook.after.get(iso3)
    if now is None:
        said = mid_sentence(not_judged(atlas, "nobody judged this state"))
        words = f"{country_name(atlas, iso3)}: {NO_VALUE}, {said}."
        return LeversPart(words, "", "", (), (), _table(choice, (), ()))
    setting = outlook.settings.get(iso3) or Setting()
    goal: Goal = choice.event if isinstance(choice, EventChoice) else choice
    found = find_levers(now.basis, now.beta, goal, setting)
    teller = _Teller(atlas, now, setting, goal)
    one, two = (teller.rows(each) for each in (found.one, found.two))
    return LeversPart(
        opening=_opening(atlas, now, choice, (one, two), holds=found.holds),
        changes=_changes(one, two),
        note=(
            f"Ratings are on the scale {SCALE_WORDS}; all others stay as they are. The smallest "
            "change of two is the one with the least sum of squares."
        ),
        one=one,
        two=two,
        table=_table(choice, one, two),
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    """Puts levers into words and checks that they still turn the goal as they are shown."""

    atlas: Atlas
    now: Forecast
    setting: Setting
    goal: Goal

    def rows(self, levers: Sequence[Lever]) -> tuple[LeverRow, ...]:
        """Put the first levers into words, those left out that cannot be shown."""
        shown = (row for lever in levers if (row := self._row(lever)) is not None)
        return tuple(islice(shown, MOST))

    def _row(self, lever: Lever) -> LeverRow | None:
        rounded = self._rounded(lever)
        if rounded is None:
            return None
        decimals, after = rounded
        words: list[str] = []
        sizes: list[str] = []
        for change, to in zip(lever.changes, after, strict=True):
            start, end, finer = _shown(change.before, to, decimals)
            title = self.atlas.factor_by_id[change.factor].title
            words.append(f"{title} {start}\u00a0{ARROW}\u00a0{end}")
            sizes.append(signed_text(float(end) - float(start), finer))
        then = self._then(lever, after)
        return LeverRow(" with ".join(words), " and ".join(sizes), self._outcome(then))

    def _rounded(self, lever: Lever) -> tuple[int, tuple[float, ...]] | None:
        """Round the ratings away from their start, as coarsely as still turns the goal.

        `None` where the goal turns back within the finest part of a scale point.
        """
        for decimals, parts in enumerate(_FIGURES, start=1):
            after = tuple(_away(change, parts) for change in lever.changes)
            if self._turns(self._then(lever, after)):
                return decimals, after
        return None

    def _then(self, lever: Lever, after: Sequence[float]) -> Forecast:
        moved = {change.factor: to for change, to in zip(lever.changes, after, strict=True)}
        ratings = {**(self.setting.ratings or {}), **moved}
        return forecast(self.now.basis, self.now.beta, Setting(ratings, self.setting.weights))

    def _turns(self, then: Forecast) -> bool:
        if self.goal == "lead":
            return then.leading != self.now.leading
        held = self.now.probability(self.goal) > _EVEN
        return (then.probability(self.goal) > _EVEN) != held

    def _outcome(self, then: Forecast) -> str:
        if self.goal != "lead":
            return _just(then.probability(self.goal))
        rung = self.atlas.rungs[then.leading].title
        return f"{rung}, {share_text(then.shares[then.leading])}"


def _just(probability: float) -> str:
    """Give a likelihood; one that rounds to even is said to lie just over it or just under."""
    text = share_text(probability)
    if whole_percent(probability) != whole_percent(_EVEN):
        return text
    return f"just {'over' if probability > _EVEN else 'under'} {text}"


def _away(change: Change, parts: int) -> float:
    """Round a rating to a part of a scale point, away from where the change starts."""
    exact = round(change.after * parts, 6)
    whole = math.ceil(exact) if change.points > 0 else math.floor(exact)
    return within_scale(whole / parts)


def _shown(before: float, after: float, decimals: int) -> tuple[str, str, int]:
    """Write both ratings, and give the decimals of the finer one.

    The start is to a tenth, or with more decimals where fewer would hide the change.
    """
    start, end = tenth_text(before), f"{after:.{decimals}f}"
    finer = decimals
    for places in range(2, _MOST_DECIMALS + 2):
        if (float(start) < float(end)) == (before < after) and float(start) != float(end):
            break
        start, finer = f"{before:.{places}f}", max(places, decimals)
    return start, end, finer


def _opening(
    atlas: Atlas,
    now: Forecast,
    choice: EventChoice | Literal["lead"],
    rows: tuple[Sequence[LeverRow], Sequence[LeverRow]],
    *,
    holds: bool,
) -> str:
    """Give the sentence up to the changes, or the whole of it where there are none."""
    if choice == "lead":
        rung = atlas.rungs[now.leading].title.lower()
        name = country_name(atlas, now.basis.iso3)
        aim = f"The likeliest rung in {name} is {rung}. For another one to lead,"
    elif holds:
        aim = f"{choice.title} is likelier than not already."
    else:
        aim = f"For {choice.words} to become likelier than not,"
    is_held = choice != "lead" and holds
    one, two = rows
    if one:
        rest = "The smallest change that ends that is:" if is_held else "the smallest change is:"
    elif two:
        ends = "ends that" if is_held else "is enough"
        rest = f"no change of one factor within the scale {ends}. The smallest change of two is:"
    else:
        ends = "ends that" if is_held else "is enough"
        rest = f"no change of one factor or of two within the scale {ends}."
    return f"{aim} {rest[:1].upper() + rest[1:] if is_held else rest}"


def _changes(one: Sequence[LeverRow], two: Sequence[LeverRow]) -> str:
    smallest = [rows[0].words for rows in (one, two) if rows]
    return f"{'; or '.join(smallest)}." if smallest else ""


def _table(
    choice: EventChoice | Literal["lead"], one: Sequence[LeverRow], two: Sequence[LeverRow]
) -> Table:
    outcome = "Leads then" if choice == "lead" else "Likelihood then"
    rows = tuple((row.words, row.sizes, row.outcome) for row in (*one, *two))
    columns = ("Change of ratings", "Scale points", outcome)
    return Table(columns, rows, (False, True, choice != "lead"))
