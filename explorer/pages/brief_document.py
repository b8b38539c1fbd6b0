"""The brief as a value: every sentence, figure and number of it, before anyone sets a page."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from explorer.packs.rows import PackFiles
from explorer.pages.changes_brief import ChangesPart
from explorer.pages.charts import BalanceChart, Chart, TimelineChart, TornadoChart
from explorer.pages.rating_marks import RatingMark
from explorer.pages.trace_appendix import TraceAppendix
from explorer.pages.whiskers import Whisker

Paper = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class BriefOptions:
    """What the reader may choose: paper, marking (a key of `style.MARKINGS`), own notes or not.

    Three appendices may be added: what changed since a day, events and evidence, and where each
    figure stands in the data, for which `files` are those of the pack.
    """

    paper: str = "a4"
    marking: str = ""
    own_notes: bool = True
    events: bool = True
    since: date | None = None
    files: PackFiles | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """One citation: the source's number, and which of that source's citations it is, from 1."""

    number: int
    place: int


@dataclass(frozen=True, slots=True)
class CitedText:
    """A text and its citations, which stand behind it in the order of their numbers."""

    text: str
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement: headline, likelihood, and confidence in a sentence of its own.

    `name` is the country judged, or blank for the pair.
    """

    name: str
    headline: str
    judgement: str
    confidence: str


@dataclass(frozen=True, slots=True)
class GlanceCell:
    """A rating at a glance: “3.2”, “2.7 to 3.7”, and one line. No mark where nobody rated."""

    mark: RatingMark | None
    value: str
    range: str
    summary: CitedText


@dataclass(frozen=True, slots=True)
class GlanceDifference:
    """A difference: “+1.9”, what it does (“more hold”), and “within ranges” or blank."""

    text: str
    effect: Literal["pull", "hold", "level"]
    words: str
    caution: str


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """One factor: whose interest it is, both ratings, and how they differ, if both are rated."""

    title: str
    holder: str
    cells: tuple[GlanceCell, GlanceCell]
    difference: GlanceDifference | None


@dataclass(frozen=True, slots=True)
class GlanceGroup:
    """A heading of the grid and the rows under it."""

    title: str
    rows: tuple[GlanceRow, ...]


@dataclass(frozen=True, slots=True)
class OutcomeBar:
    """One state's ladder: shares, “61” per share, the leading rung with its word, and a text.

    `whiskers` are the 80 % intervals of the bar's inner edges, `interval` the leading rung's in
    words. `before` are the shares as judged, where a scenario is in force, and `judged` says how
    likely the leading rung was by them; both are empty otherwise.
    """

    name: str
    shares: tuple[float, ...]
    labels: tuple[str, ...]
    leading: str
    word: str
    disagreement: str
    description: str
    interval: str
    whiskers: tuple[Whisker, ...]
    before: tuple[float, ...]
    judged: str


@dataclass(frozen=True, slots=True)
class StateMoves:
    """What moves one state's forecast: its longest swings, and what would have to change."""

    name: str
    chart: TornadoChart
    levers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One method's answer for one state: the leading rung, how sure, and whether it agrees."""

    rung: str
    sure: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class MethodAnswers:
    """One method and its answers for both states; `None` where it gives none."""

    method: str
    answers: tuple[Answer | None, Answer | None]


@dataclass(frozen=True, slots=True)
class Forecast:
    """Why the likelihoods are what they are: swings, levers, and whether the methods agree."""

    moves_title: str
    moves_note: str
    moves: tuple[StateMoves, ...]
    methods_title: str
    methods: tuple[MethodAnswers, ...]
    methods_note: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A text under a heading, or without one (blank)."""

    heading: str
    body: CitedText


@dataclass(frozen=True, slots=True)
class BriefChart:
    """A chart of the brief, the factor it bears on, and the data sets it stands on.

    `series` names what is drawn, as `str(SeriesRef)` does.
    """

    chart: Chart
    factor: str
    cites: tuple[Cite, ...]
    series: str = ""


@dataclass(frozen=True, slots=True)
class BriefReason:
    """Why a state has its rating: “2.1 (1.5 to 2.8)”, confidence, how the raters lie, and why."""

    name: str
    rating: str
    standing: str
    body: CitedText


@dataclass(frozen=True, slots=True)
class ReasonPair:
    """One factor with the question it asks, and the reasons of both states."""

    title: str
    question: str
    reasons: tuple[BriefReason, BriefReason]


@dataclass(frozen=True, slots=True)
class DissentEntry:
    """A named author who expects something else; `where` holds publisher and date."""

    name: str
    author: str
    where: str
    body: CitedText


@dataclass(frozen=True, slots=True)
class Move:
    """How a rating or a likelihood moved: “Accession profile”, “1.4”, “2.0”, “+0.6”.

    `raters` counts them then and now where they differ, as `what` says too; else it is blank.
    """

    name: str
    what: str
    before: str
    now: str
    change: str
    raters: str = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """A signpost, which way it points (“closer” or “apart”) and the factor it bears on."""

    signpost: str
    direction: Literal["+", "-"]
    words: str
    factor: str


@dataclass(frozen=True, slots=True)
class WatchList:
    """The signposts of one state."""

    name: str
    items: tuple[Watch, ...]


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note that the user wrote, as plain text: its place and its paragraphs."""

    place: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event of the timeline in words: “6 Nov 2025”, “Kazakhstan”, and what happened.

    `kind` names what its letter in the chart stands for: “Embassies”.
    """

    when: str
    where: str
    kind: str
    body: CitedText


@dataclass(frozen=True, slots=True)
class VoteLine:
    """A General Assembly text, and the votes of both states in words."""

    when: str
    text: str
    votes: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a named author expects: of which states, the pack's word for it, and the words."""

    who: str
    where: str
    stance: str
    body: CitedText


@dataclass(frozen=True, slots=True)
class ResolvedQuestion:
    """A forecast question, how it came out, what happened, and the score of the ladders or none.

    The score comes with its cautions.
    """

    question: str
    outcome: str
    body: CitedText
    score: str


@dataclass(frozen=True, slots=True)
class RecordPart:
    """Votes, what others expect, and resolved questions; each note says so where there is none."""

    votes: tuple[VoteLine, ...]
    votes_note: CitedText
    expected: tuple[Expectation, ...]
    expected_note: str
    resolved: tuple[ResolvedQuestion, ...]
    resolved_note: str


@dataclass(frozen=True, slots=True)
class EventsPart:
    """The appendix on events and evidence. `timeline` is `None` where there is no event to draw.

    `events` are those of the timeline, oldest first; `events_note` says how they were chosen, or
    that there is none.
    """

    title: str
    events_note: str
    timeline: TimelineChart | None
    events: tuple[EventEntry, ...]
    balance: BalanceChart
    record: RecordPart


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source in the list. `places` counts its citations; `url` is blank where it is not safe.

    `record` says of a data set its licence, the copy that was read and its caveat, as far as they
    are on record.
    """

    number: int
    publisher: str
    title: str
    date: str
    language: str
    url: str
    grades: str
    places: int
    record: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """What names the document: its titles, its pair, its date, and what stands on every page.

    `scenario` says under which scenario the brief was made, and `assumptions` what that assumes;
    both are empty for the judgement as it stands. `stamp` says on each page the earlier day that
    the case is seen as of, and `notice` what that leaves; both are blank for the newest.
    """

    paper: str
    marking: str
    title: str
    subtitle: str
    dateline: str
    footer: str
    as_of: date
    names: tuple[str, str]
    iso3s: tuple[str, str]
    scenario: str
    assumptions: tuple[str, ...]
    stamp: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief on one pair, in reading order. An empty part is left out, or says why.

    As of an earlier day `unwritten` says why the texts are missing, and `unjudged` that nothing
    was judged by then; both are blank otherwise. `since` is what changed since the day asked for.
    """

    cover: Cover
    verdict: Verdict
    verdicts: tuple[Verdict, ...]
    verdicts_title: str
    glance: tuple[GlanceGroup, ...]
    glance_key: str
    outcomes_title: str
    rungs: tuple[str, ...]
    outcomes: tuple[OutcomeBar, ...]
    outcomes_key: str
    forecast: Forecast
    contrast: tuple[Passage, ...]
    charts_note: str
    charts: tuple[BriefChart, ...]
    reasons: tuple[ReasonPair, ...]
    counters: tuple[Passage, ...]
    dissents: tuple[DissentEntry, ...]
    changed_title: str
    changes: tuple[Passage, ...]
    moves: tuple[Move, ...]
    changed_caution: str
    signposts: tuple[WatchList, ...]
    own_notes: tuple[OwnNote, ...]
    method: tuple[Passage, ...]
    sources_note: str
    sources: tuple[SourceEntry, ...]
    unwritten: str = ""
    unjudged: str = ""
    since: ChangesPart | None = None
    events: EventsPart | None = None
    origins: TraceAppendix | None = None
