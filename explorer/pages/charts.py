"""Charts as values: what is drawn, never how. Drawers match on the kind.

Every chart carries its title, the line that names source and year, a text that describes it, and
the table behind it, so that screen, paper and clipboard say the same.
"""

from dataclasses import dataclass

from explorer.pages.tables import Table


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands round a chart: title, unit, source line, caveat (or blank), text and table.

    `missing` is the sentence at the head of the caveat that names the countries without a value
    (blank where all have one): what must be seen at once.
    """

    title: str
    unit: str
    source: str
    caveat: str
    description: str
    table: Table
    missing: str = ""

    @property
    def limits(self) -> str:
        """Give the caveat without the sentence on missing values."""
        return self.caveat.removeprefix(self.missing).strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One country's values; `None` is a gap, drawn as one. `years`, `values` go together."""

    iso3: str
    label: str
    years: tuple[int, ...]
    values: tuple[float | None, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineChart:
    """Values over years, a line a country. `from_zero` asks for an axis that holds zero."""

    caption: Caption
    lines: tuple[Line, ...]
    from_zero: bool
    decimals: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One country's value; `None` where none was found. `year` is 0 where it has none."""

    iso3: str
    label: str
    value: float | None
    year: int
    note: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """One value a country, each with its year: for series with too few years to draw as lines."""

    caption: Caption
    bars: tuple[Bar, ...]
    decimals: int


@dataclass(frozen=True, slots=True)
class RatingMark:
    """A pooled rating on the 0 to 4 scale: value, range, and each rater's best value.

    Value and range are to a tenth, as they are shown, so that figure and drawing agree.
    """

    value: float
    low: float
    high: float
    raters: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class RangeRow:
    """One label and the marks of the countries on it."""

    label: str
    marks: tuple[tuple[str, RatingMark], ...]


@dataclass(frozen=True, slots=True)
class RangeChart:
    """Ratings with their ranges, a row a factor, a mark a country (ISO code first).

    `names` holds code and name of each country, for the key.
    """

    caption: Caption
    rows: tuple[RangeRow, ...]
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LadderRow:
    """One country's likelihoods of the rungs, lowest rung first; they sum to one."""

    iso3: str
    label: str
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LadderChart:
    """Stacked bars of the outcome ladder, a row a country."""

    caption: Caption
    rungs: tuple[str, ...]
    rows: tuple[LadderRow, ...]


Chart = LineChart | BarChart | RangeChart | LadderChart
