"""The comparison: a row a factor, a column a country, and the likely outcomes."""

from dataclasses import dataclass
from typing import Literal

from explorer.pages.rating_marks import RatingMark

Effect = Literal["pull", "hold", "level"]
"""What a difference does to closeness, seen from the baseline: pull, hold back, or neither."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Comparator less baseline, in scale points: `value` exactly, `text` by the shown ratings.

    `within_ranges` says that the difference is smaller than the two ranges together allow to
    tell. `text` is ready to show (“+1.9”, or with a true minus) and `words` says it in full for
    readers and screen readers.
    """

    value: float
    effect: Effect
    within_ranges: bool
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class FactorCell:
    """One state's rating of one factor.

    `mark` is `None` where nobody rated it, and `summary` says so.

    `difference` is `None` in the baseline's own column. `disagreement` is blank, or says how far
    the raters lie apart. `description` is the whole cell in a sentence.
    """

    iso3: str
    mark: RatingMark | None
    summary: str
    confidence: str
    evidence_count: int
    difference: Difference | None
    disagreement: str
    has_note: bool
    description: str


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One factor across the countries shown, in column order; `holder`: whose interest it is.

    `note` says whose notes there are on the factor itself, and is blank where there is none;
    `has_note` says that the user has one.
    """

    factor: str
    title: str
    short: str
    holder: str
    cells: tuple[FactorCell, ...]
    has_note: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeCell:
    """One state's ladder: shares by rung, the leading rung, its per cent and its word.

    `bounds` are the 80 % intervals of “this rung or a higher one” for each rung but the lowest,
    `intervals` are the rungs' own in words and `interval` is that of the leading rung (“63 to
    72 %”); empty and blank while being drawn.

    `move` is that of the leading rung's likelihood, as judged, since the judgement before (“since
    31 Oct 2025: 24 → 69 %”), and `was` the same in two words; both blank where there is none.
    While a scenario is in force they give way to `judged`, the rung's likelihood as judged, and
    `before` are the shares as judged, which is empty where nothing is assumed.
    """

    iso3: str
    shares: tuple[float, ...]
    leading: str
    percent: str
    word: str
    disagreement: str
    has_note: bool
    description: str
    bounds: tuple[tuple[float, float], ...] = ()
    interval: str = ""
    move: str = ""
    was: str = ""
    before: tuple[float, ...] = ()
    judged: str = ""
    intervals: tuple[str, ...] = ()

    @property
    def place(self) -> int:
        """Give the place of the leading rung, counted from 0; the lower one of two equals."""
        return self.shares.index(max(self.shares)) if self.shares else 0

    @property
    def asides(self) -> tuple[str, str]:
        """Give what stands beside the leading rung, in full and short: interval, and move."""
        short = self.interval.replace(" to ", "\u2013")
        return (
            " · ".join(each for each in (self.interval, self.move or self.judged) if each),
            " · ".join(each for each in (short, self.was or self.judged) if each),
        )


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """The ladder across the countries shown, in column order.

    `key` says what the marks about the bars mean, each with the name of its mark. `note` and
    `has_note` are of the notes on the outcomes as a whole, as those of a `FactorRow`.
    """

    title: str
    subtitle: str
    rungs: tuple[str, ...]
    cells: tuple[OutcomeCell, ...]
    key: tuple["KeyLine", ...] = ()
    has_note: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What one mark means: “whisker”, “before” (the thin bar), or “own” (the triangle).

    “nought” is no mark, but says which rungs a rater's nought rules out.
    """

    mark: Literal["whisker", "before", "own", "nought"]
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the grid and the factors under it."""

    title: str
    rows: tuple[FactorRow, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A country's column: its name, and its headline where several are shown."""

    iso3: str
    name: str
    headline: str
    is_baseline: bool


@dataclass(frozen=True, slots=True)
class ComparePage:
    """The whole comparison.

    `headline`, `judgement` and `confidence` are of the pair, or blank for more countries.
    `banner` says which scenario is in force; blank where nothing is assumed. `key` says what those
    marks on the ratings mean that are not always there.
    """

    title: str
    subtitle: str
    headline: str
    judgement: str
    confidence: str
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    outcomes: OutcomeRow
    outcomes_title: str
    banner: str = ""
    key: tuple[KeyLine, ...] = ()
