"""Charts as values: what is drawn, never how. Drawers match on the kind.

Every chart carries its title, the line that names source and year, a text that describes it, and
the table behind it, so that screen, paper and clipboard say the same.
"""

from dataclasses import dataclass

from explorer.pages.comparability import Caution
from explorer.pages.map_parts import MapArea, MapClass, MapPoint
from explorer.pages.rating_marks import RatingMark
from explorer.pages.rivals import RivalGroup
from explorer.pages.tables import Table


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands round a chart: title, unit, source line, caveat (or blank), text and table.

    `missing` is the sentence at the head of the caveat that names the countries without a value
    (blank where all have one): what must be seen at once. `compared` says which country's figure
    is higher or lower, or why that is not said; `cautions` are what sets the figures apart, and
    `rivals` what other sources say of the same quantity. `goal` names what the chart is of, as
    `str(Thing)`, for “Where from?”; it is blank where that is told elsewhere. `checked` says in
    what the figures are alike and what of them is not recorded.
    """

    title: str
    unit: str
    source: str
    caveat: str
    description: str
    table: Table
    missing: str = ""
    cautions: tuple[Caution, ...] = ()
    compared: str = ""
    rivals: tuple[RivalGroup, ...] = ()
    goal: str = ""
    checked: str = ""

    @property
    def limits(self) -> str:
        """Give the caveat without the sentence on missing values."""
        return self.caveat.removeprefix(self.missing).strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One country's values; `None` is a gap, drawn as one. `years`, `values` go together.

    `thin` marks, by year, the values that little stands behind: they wear hollow marks. It is
    empty where that is not known.
    """

    iso3: str
    label: str
    years: tuple[int, ...]
    values: tuple[float | None, ...]
    notes: tuple[str, ...]
    thin: tuple[bool, ...] = ()

    @property
    def last_year(self) -> int:
        """Give the year of the newest value; 0 where there is none."""
        pairs = zip(self.years, self.values, strict=True)
        return max((year for year, value in pairs if value is not None), default=0)

    @property
    def thin_places(self) -> tuple[int, ...]:
        """Give the positions of the values that little stands behind."""
        return tuple(at for at, is_thin in enumerate(self.thin) if is_thin)


@dataclass(frozen=True, slots=True)
class LineChart:
    """Values over years, a line a country. `from_zero` asks for an axis that holds zero."""

    caption: Caption
    lines: tuple[Line, ...]
    from_zero: bool
    decimals: int

    @property
    def newest(self) -> int:
        """Give the newest year of any line."""
        return max((line.last_year for line in self.lines), default=0)

    def hollow_places(self, line: Line) -> tuple[int, ...]:
        """Give the positions of a line's values that wear hollow marks.

        Little stands behind them, or the line ends with them before others do.
        """
        thin = set(line.thin_places)
        if 0 < line.last_year < self.newest:
            thin.add(line.years.index(line.last_year))
        return tuple(sorted(at for at in thin if line.values[at] is not None))


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

    @property
    def newest(self) -> int:
        """Give the newest year of any bar; a bar of an older year is drawn hollow."""
        return max((bar.year for bar in self.bars), default=0)


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
    """One country's likelihoods of the rungs, lowest rung first; they sum to one.

    `bounds` are the 80 % interval of “this rung or a higher one” for each rung but the lowest:
    where the bar's inner edges may lie, counted from its right end. Empty while not known.
    `before` are the likelihoods without the assumptions in force, or empty where nothing changed.
    """

    iso3: str
    label: str
    shares: tuple[float, ...]
    bounds: tuple[tuple[float, float], ...] = ()
    before: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class LadderChart:
    """Stacked bars of the outcome ladder, a row a country."""

    caption: Caption
    rungs: tuple[str, ...]
    rows: tuple[LadderRow, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A probability with its 80 % interval; the interval is `None` while it is being drawn."""

    value: float
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """One country's probabilities, in the order of the columns."""

    iso3: str
    label: str
    estimates: tuple[Estimate, ...]


@dataclass(frozen=True, slots=True)
class EstimateChart:
    """Dots with whiskers: a row a country, a column a rung or an event, all on 0 to 100 %."""

    caption: Caption
    columns: tuple[str, ...]
    rows: tuple[EstimateRow, ...]

    @property
    def panels(self) -> tuple["EstimatePanel", ...]:
        """Give what is drawn side by side: a panel a column, or one alone for a lone country."""
        if len(self.rows) == 1:
            row = self.rows[0]
            pairs = zip(self.columns, row.estimates, strict=True)
            lanes = tuple(EstimateLane(row.iso3, column, each) for column, each in pairs)
            return (EstimatePanel(row.label, lanes),)
        return tuple(
            EstimatePanel(
                column,
                tuple(EstimateLane(row.iso3, row.label, row.estimates[at]) for row in self.rows),
            )
            for at, column in enumerate(self.columns)
        )


@dataclass(frozen=True, slots=True)
class EstimateLane:
    """One estimate with the words beside it."""

    iso3: str
    label: str
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class EstimatePanel:
    """Estimates to be compared, one under the other on one axis."""

    title: str
    lanes: tuple[EstimateLane, ...]


@dataclass(frozen=True, slots=True)
class Swing:
    """What one factor does to an event: its probability at either end of the rating's range.

    `low` and `high` belong to the low and the high rating; `low_words`, `high_words` are those
    ratings (“1.5”). `is_pull` says that a higher rating makes the event likelier. `words` is the
    length of the swing in points (“5.9”). `description` tells all of it in a sentence.
    """

    label: str
    low: float
    high: float
    low_words: str
    high_words: str
    is_pull: bool
    words: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class TornadoChart:
    """Swings of one event's probability about what it is now, the longest first.

    `ticks` are the probabilities named on the axis, which runs from the first to the last.
    """

    caption: Caption
    now: float
    swings: tuple[Swing, ...]
    ticks: tuple[float, ...] = (0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an actor stands on the ladder (1 is the lowest rung), and its share of all weight.

    `low` and `high` are the lowest and the highest position that a rater gave.
    """

    label: str
    position: float
    low: float
    high: float
    share: float
    words: str


@dataclass(frozen=True, slots=True)
class StandChart:
    """Actors on the ladder, with the weighted mean and the weighted median of them all."""

    caption: Caption
    rungs: tuple[str, ...]
    stands: tuple[Stand, ...]
    mean: float
    median: float


@dataclass(frozen=True, slots=True)
class FitPoint:
    """One judged move: the change in propensity and that in log-odds, and the words for both."""

    iso3: str
    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class FitChart:
    """Judged moves with the fitted line through the origin; a colour and a shape a country.

    `names` holds code and name of each country; `error` is the standard error of the slope.
    """

    caption: Caption
    x_title: str
    y_title: str
    points: tuple[FitPoint, ...]
    slope: float
    names: tuple[tuple[str, str], ...]
    error: float = 0.0


@dataclass(frozen=True, slots=True)
class Balance:
    """How many items speak for something, how many against it, and how many are context."""

    towards: int
    against: int
    context: int = 0


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One label and its balances, in the order of the chart's columns.

    The sums in a row `is_total` are written and not drawn, since they would dwarf the bars.
    """

    label: str
    balances: tuple[Balance, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class BalanceChart:
    """Bars to both sides of nought: items against on the one, items towards on the other.

    A chart `over_time` has one row, and its columns are spans of time, drawn upwards and
    downwards from left to right. Otherwise rows and columns make a grid. All bars have one scale.
    """

    caption: Caption
    columns: tuple[str, ...]
    rows: tuple[BalanceRow, ...]
    over_time: bool = False

    @property
    def most(self) -> int:
        """Give the length of the longest bar, at least one."""
        rows = (row for row in self.rows if not row.is_total)
        return max((1, *(max(x.towards, x.against) for row in rows for x in row.balances)))


@dataclass(frozen=True, slots=True)
class CalibrationPoint:
    """Forecasts of one bin: their mean, the share that came true, their number, and the words."""

    mean: float
    share: float
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class CalibrationChart:
    """What was forecast against what came true, each from 0 to 1; on the diagonal both agree.

    `edges` are the bounds of the bins, `base` is the share of all forecasts that came true.
    """

    caption: Caption
    points: tuple[CalibrationPoint, ...]
    edges: tuple[float, ...]
    base: float


@dataclass(frozen=True, slots=True)
class TimelineKind:
    """A kind of event: the letter in its mark, its title, and the family that gives the shape."""

    key: str
    letter: str
    title: str
    family: str


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """One event: the days it may have been on (ordinals of the calendar), lanes and words.

    `first` and `last` are one day where the day is known, else the ends of the month or year.
    `date` is the date in words, `description` all of it in sentences.
    """

    key: str
    lanes: tuple[str, ...]
    first: int
    last: int
    kind: str
    date: str
    title: str
    description: str

    @property
    def middle(self) -> float:
        """Give the day in the middle of those it may have been on."""
        return (self.first + self.last) / 2


@dataclass(frozen=True, slots=True)
class TimelineLane:
    """A state's lane, or that of all others; `levels` are the rows its marks may stand on."""

    iso3: str
    label: str
    levels: int


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """Events on a time axis, a lane a state, in the order of time.

    `first` and `last` are the days between which it is shown at first, as ordinals of the calendar
    and parts of a day.
    """

    caption: Caption
    lanes: tuple[TimelineLane, ...]
    kinds: tuple[TimelineKind, ...]
    marks: tuple[TimelineMark, ...]
    first: float
    last: float

    @property
    def shown(self) -> tuple[TimelineMark, ...]:
        """Give the events in what is shown at first; of a month or a year its middle counts."""
        return tuple(each for each in self.marks if self.first <= each.middle <= self.last)


@dataclass(frozen=True, slots=True)
class StanceDot:
    """One author's stance: the bin it stands in, and who says it.

    `place` counts the bins from the left; `None` stands off the line, since the stance names no
    likelihood. `word` is what the pack's own word for the stance says beyond the bin's title,
    `states` the codes of those shown that it is on, `description` all of it in sentences.
    """

    key: str
    label: str
    word: str
    place: int | None
    states: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class StanceLine:
    """One question, and the stances on it in the order of time, the oldest first."""

    question: str
    dots: tuple[StanceDot, ...]


@dataclass(frozen=True, slots=True)
class StanceChart:
    """Stances on a line from unlikely to likely, a line a question; no place lies within a bin.

    `off` heads those that name no likelihood; `names` holds code and name of each state, for the
    key.
    """

    caption: Caption
    bins: tuple[str, ...]
    off: str
    lines: tuple[StanceLine, ...]
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MapChart:
    """A map whose areas are coloured by class; places are in kilometres on a plane.

    `sheet` is the edge of what the outlines cover: nothing is known beyond it. `reach` is what is
    shown at first: west, south, east and north. `boundaries` says whose lines these are, and
    `drawn` of which year; blank where that is not on record.
    """

    caption: Caption
    areas: tuple[MapArea, ...]
    classes: tuple[MapClass, ...]
    points: tuple[MapPoint, ...]
    sheet: tuple[tuple[float, float], ...]
    reach: tuple[float, float, float, float]
    boundaries: str
    drawn: str = ""


Chart = (
    LineChart
    | BarChart
    | RangeChart
    | LadderChart
    | EstimateChart
    | TornadoChart
    | StandChart
    | FitChart
    | BalanceChart
    | CalibrationChart
    | TimelineChart
    | StanceChart
    | MapChart
)
