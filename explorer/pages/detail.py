"""The detail of a cell, factor, country or outcome, as blocks in reading order."""

from dataclasses import dataclass
from typing import Literal

from explorer.pages.charts import EstimateChart, LadderChart
from explorer.pages.own_judgement import OwnLadderBlock, OwnRatingBlock
from explorer.pages.rating_marks import RatingMark
from explorer.pages.tables import Table
from explorer.pages.view import Target


@dataclass(frozen=True, slots=True)
class Cited:
    """A text and the evidence items it rests on."""

    text: str
    evidence_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text under a heading (blank heading: none). `quiet` is for asides and cautions.

    `is_headline` says that the heading is a sentence of its own, which the text goes on from;
    `goal` names the record that says it, as `str(Thing)`, for “Where from?”.
    """

    heading: str
    body: Cited
    quiet: bool = False
    is_headline: bool = False
    goal: str = ""


@dataclass(frozen=True, slots=True)
class ScaleMark:
    """Where a country stands on the written scale."""

    iso3: str
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class ScaleBlock:
    """The five written scale points, 0 to 4, and where the shown countries stand."""

    heading: str
    points: tuple[str, ...]
    marks: tuple[ScaleMark, ...]


@dataclass(frozen=True, slots=True)
class RaterView:
    """One rater's judgement: “R2”, “2.1 (1.6 to 2.8)”, confidence, summary in own words."""

    rater: str
    rating: str
    confidence: str
    summary: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a country has its rating; `change` says how it moved since the date before, if known.

    `own` says the user's own rating of it; blank where there is none. `goal` names the rating, as
    `str(Thing)`, for “Where from?”.
    """

    iso3: str
    name: str
    rating: str
    mark: RatingMark | None
    confidence: str
    summary: str
    rationale: Cited
    would_raise: str
    would_lower: str
    change: str
    raters: tuple[RaterView, ...]
    own: str = ""
    goal: str = ""


@dataclass(frozen=True, slots=True)
class ReasonsBlock:
    """The reasons for each shown country."""

    heading: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """A series that bears on the selection; `ref` is what `pages.series.series_chart` takes.

    Choices of one `group` stand together under its name; a blank group has no name over it.
    """

    ref: str
    label: str
    bearing: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class ChartsBlock:
    """The series to choose among; the first is shown at first."""

    heading: str
    choices: tuple[ChartChoice, ...]


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A source as shown: “Daryo.uz, 29 Mar 2023”, its title, its address (blank if unsafe)."""

    id: str
    title: str
    line: str
    url: str


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One claim, ready to show. `grade` is “B2”; `grade_words` spells out both grades, apart."""

    id: str
    claim: str
    countries: tuple[str, ...]
    direction: Literal["+", "-", "0"]
    direction_words: str
    strength_words: str
    kind: str
    date: str
    grade: str
    grade_words: str
    note: str
    cited: bool
    sources: tuple[SourceLink, ...]
    country_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceBlock:
    """Evidence items, those that the text cites first, then the newest first."""

    heading: str
    items: tuple[EvidenceItem, ...]


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """A bundled note: Markdown in which citations are links of the form `evidence:E123`."""

    heading: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a list of facts, with its source; `more` holds further sources of the fact.

    `goal` names the record, as `str(Thing)`, for “Where from?”; blank leads to the source alone.
    """

    label: str
    value: str
    source: SourceLink | None
    more: tuple[SourceLink, ...] = ()
    goal: str = ""


@dataclass(frozen=True, slots=True)
class FactsBlock:
    """Facts on record."""

    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class LadderBlock:
    """The pooled ladders as a chart, and each rater's ladder as a table."""

    heading: str
    chart: LadderChart
    raters: Table


@dataclass(frozen=True, slots=True)
class EstimatesBlock:
    """Probabilities with their intervals: as a chart, and in figures."""

    heading: str
    chart: EstimateChart
    table: Table


@dataclass(frozen=True, slots=True)
class ViewLink:
    """A way to another view, by its name, in words."""

    view: str
    words: str


@dataclass(frozen=True, slots=True)
class ViewsBlock:
    """The other views that show more of what is selected."""

    heading: str
    links: tuple[ViewLink, ...]


@dataclass(frozen=True, slots=True)
class UserNoteBlock:
    """The places where the user can write a note here; `text` is what is written now."""

    heading: str
    notes: tuple["UserNoteField", ...]


@dataclass(frozen=True, slots=True)
class UserNoteField:
    """One place for a note: “Kazakhstan · Iran trade routes”."""

    target: Target
    label: str
    text: str


Block = (
    Paragraph
    | ScaleBlock
    | ReasonsBlock
    | ChartsBlock
    | EvidenceBlock
    | NoteBlock
    | FactsBlock
    | LadderBlock
    | EstimatesBlock
    | ViewsBlock
    | UserNoteBlock
    | OwnRatingBlock
    | OwnLadderBlock
)


@dataclass(frozen=True, slots=True)
class DetailPage:
    """The panel beside the grid: what is selected, and the blocks about it."""

    target: Target
    title: str
    kicker: str
    blocks: tuple[Block, ...]
