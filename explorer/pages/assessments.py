"""Assessments: who expects what, in the pack's own words, apart by the question they answer.

The brief takes `stance_chart(compose_assessments(atlas, states).items, ...)`, or all at once
`assessment_chart(atlas, states)`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.dates import PartialDate, parse_partial_date
from explorer.domain.evidence import Assessment
from explorer.domain.judgement import Dissent
from explorer.pages.charts import Caption, StanceChart, StanceDot, StanceLine
from explorer.pages.detail import SourceLink
from explorer.pages.sources import source_links
from explorer.pages.tables import Table
from explorer.pages.trace import thing
from explorer.pages.words import (
    counted,
    country_name,
    country_names,
    day_words,
    horizon_words,
    in_sentences,
    listing,
)

BINS = ("unlikely", "possible", "likely")
"""The words of likelihood that stances use, from the left end of the line to the right."""
TIES, SUBSTANCE = "ties", "substance"
QUESTIONS = (
    (TIES, "Will ties grow closer, up to accession?"),
    (SUBSTANCE, "Will it change substance or alignment?"),
)
"""What stances are on. They are two questions: a signature may be likely and change little."""
OFF_LINE = "names no likelihood"
NO_STANCE = "no stance on record"
NO_SOURCE = "no source on record"
_MOST_CODES = 3
_SUBSTANCE_WORDS = ("alignment", "realignment", "substance", "symbolic")
_COLUMNS = ("Date", "Author", "Publisher", "State", "Question", "Stance", "Position", "Source")
_WORDS = re.compile(r"[a-z]+")
CAVEAT = (
    "The place on the line is the pack's one word for each author; within a place the order is "
    "that of time and means nothing more. Stances that speak of alignment or substance, or call a "
    "step symbolic, answer another question than accession and stand on a line of their own. "
    "Authors were collected, not sampled: their number is no measure of opinion."
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Where an author differs from this pack's conclusion on a state."""

    state: str
    words: str


@dataclass(frozen=True, slots=True)
class AssessmentItem:
    """One assessment, ready to be shown. `key` is its place in the pack, as the search has it.

    `place` is its bin among `BINS`, `None` off the line; `question` is a key of `QUESTIONS`. `day`
    sorts. `states` are codes, which may hold `REG` for the region; `names` are their names.
    `goal` names it for the view Sources.
    """

    key: str
    author: str
    publisher: str
    day: PartialDate
    states: tuple[str, ...]
    names: tuple[str, ...]
    question: str
    stance: str
    place: int | None
    position: str
    note: str
    source: SourceLink | None
    goal: str
    differences: tuple[Difference, ...] = ()

    @property
    def when(self) -> str:
        """Give the date for a reader."""
        return self.day.words if self.day.year else "no date on record"

    @property
    def places(self) -> str:
        """Name the states by their codes, of many the first and how many more."""
        codes = ["region" if iso3 == REGION else iso3 for iso3 in self.states]
        if len(codes) <= _MOST_CODES:
            return " ".join(codes)
        return f"{codes[0]} +{len(codes) - 1}"

    @property
    def described(self) -> str:
        """Tell all of it in sentences."""
        who = ", ".join(part for part in (self.author, self.publisher, self.when) if part)
        return in_sentences((f"{who}: {listing(self.names)}", f"Stance: {self.stance}"))


@dataclass(frozen=True, slots=True)
class Assessments:
    """The assessments on some states, the newest first, and what must be said of them."""

    states: tuple[tuple[str, str], ...]
    items: tuple[AssessmentItem, ...]
    standing: str
    no_comparison: str


def question_of(stance: str) -> str:
    """Give which question a stance answers, by the words in it."""
    found = set(_WORDS.findall(stance.lower()))
    return SUBSTANCE if found & set(_SUBSTANCE_WORDS) else TIES


def place_of(stance: str) -> int | None:
    """Give the bin that a stance names; `None` where it names none.

    It is the first word of the stance that counts. “Sceptical of substance” and “symbolic” name
    no likelihood, and are not guessed at.
    """
    first = next(iter(_WORDS.findall(stance.lower())), "")
    return BINS.index(first) if first in BINS else None


def compose_assessments(atlas: Atlas, states: Sequence[str]) -> Assessments:
    """Give the assessments that are on one of these states or on the region, newest first."""
    wanted = {*states, REGION}
    found = [each for each in _all(atlas) if wanted & set(each.states)]
    found.sort(key=lambda each: (each.day, each.key.zfill(4)), reverse=True)
    return Assessments(
        states=tuple(zip(states, country_names(atlas, states), strict=True)),
        items=tuple(found),
        standing=_standing(found, atlas.subject.seen_on),
        no_comparison=_no_comparison(atlas),
    )


def sieved(
    items: Iterable[AssessmentItem], state: str = "", question: str = "", text: str = ""
) -> tuple[AssessmentItem, ...]:
    """Give those on a state, on a question, and with all words of a text; a blank lets all pass.

    What is on the region as a whole is on each state.
    """
    wanted = text.lower().split()
    return tuple(
        each
        for each in items
        if (not state or state in each.states or REGION in each.states)
        and (not question or each.question == question)
        and all(word in _everything(each) for word in wanted)
    )


def stance_chart(
    items: Iterable[AssessmentItem], states: Sequence[tuple[str, str]], title: str = ""
) -> StanceChart:
    """Give assessments as a chart: two questions, each on a line from unlikely to likely.

    `states` are code and name of the states whose marks are drawn, in order.
    """
    rising = sorted(items, key=lambda each: (each.day, each.key.zfill(4)))
    lines = tuple(
        StanceLine(words, tuple(_dot(x, states) for x in rising if x.question == key))
        for key, words in QUESTIONS
    )
    return StanceChart(
        caption=Caption(
            title=title or "Who expects what",
            unit="",
            source=f"Source: the pack's {counted(len(rising), 'assessment')}, each with its own"
            " source in the table",
            caveat=CAVEAT,
            description=_described(lines),
            table=assessment_table(reversed(rising)),
        ),
        bins=BINS,
        off=OFF_LINE,
        lines=tuple(line for line in lines if line.dots),
        names=tuple(states),
    )


def assessment_chart(atlas: Atlas, states: Sequence[str]) -> StanceChart:
    """Give the chart of all assessments on some states, as the brief wants it."""
    page = compose_assessments(atlas, states)
    return stance_chart(page.items, page.states)


def assessment_table(items: Iterable[AssessmentItem]) -> Table:
    """Give assessments as a table, a line each, in the order given."""
    rows = tuple(
        (
            each.when,
            each.author,
            each.publisher,
            listing(each.names),
            dict(QUESTIONS)[each.question],
            each.stance,
            each.position,
            _source_words(each),
        )
        for each in items
    )
    return Table(_COLUMNS, rows, (False,) * len(_COLUMNS))


def _source_words(each: AssessmentItem) -> str:
    if each.source is None:
        return NO_SOURCE
    parts = (each.source.id, each.source.title, each.source.url)
    return " · ".join(part for part in parts if part)


def _all(atlas: Atlas) -> list[AssessmentItem]:
    """Give every assessment, and the dissents that belong to none, since none may be lost."""
    items = [_item(atlas, str(at), each) for at, each in enumerate(atlas.assessments)]
    left: list[Dissent] = []
    for dissent in atlas.dissents:
        at = next((i for i, each in enumerate(atlas.assessments) if _same(each, dissent)), None)
        if at is None:
            left.append(dissent)
        else:
            new = Difference(country_name(atlas, dissent.iso3), dissent.position)
            items[at] = replace(items[at], differences=(*items[at].differences, new))
    return [*items, *(_lone(atlas, at, each) for at, each in enumerate(left))]


def _same(each: Assessment, dissent: Dissent) -> bool:
    return (each.author, str(each.date), each.source_id) == (
        dissent.author,
        dissent.date,
        dissent.source_id,
    )


def _item(atlas: Atlas, key: str, each: Assessment) -> AssessmentItem:
    return AssessmentItem(
        key=key,
        author=each.author,
        publisher=each.publisher,
        day=each.date,
        states=each.countries,
        names=country_names(atlas, each.countries),
        question=question_of(each.stance),
        stance=each.stance,
        place=place_of(each.stance),
        position=each.position,
        note=each.note,
        source=next(iter(source_links(atlas, (each.source_id,))), None),
        goal=str(thing("assessment", each.date, each.source_id, each.author)),
    )


def _lone(atlas: Atlas, at: int, each: Dissent) -> AssessmentItem:
    name = country_name(atlas, each.iso3)
    return AssessmentItem(
        key=f"dissent {at}",
        author=each.author,
        publisher=each.publisher,
        day=_day(each.date),
        states=(each.iso3,),
        names=(name,),
        question=TIES,
        stance=NO_STANCE,
        place=None,
        position=each.position,
        note="",
        source=next(iter(source_links(atlas, (each.source_id,))), None),
        goal=str(thing("dissent", each.iso3, each.author)),
    )


def _day(text: str) -> PartialDate:
    try:
        return parse_partial_date(text)
    except ValueError:  # a dissent's date is not checked by the loader
        return PartialDate(0)


def _dot(each: AssessmentItem, states: Sequence[tuple[str, str]]) -> StanceDot:
    said = BINS[each.place] if each.place is not None else ""
    return StanceDot(
        key=each.key,
        label=each.author,
        word=each.stance.removeprefix(said).strip(),
        place=each.place,
        states=tuple(iso3 for iso3, _ in states if iso3 in each.states),
        description=in_sentences((each.described, each.position)),
    )


def _everything(each: AssessmentItem) -> str:
    parts = (each.author, each.publisher, each.when, *each.names, each.stance, each.position)
    return " ".join((*parts, each.note)).lower()


def _standing(items: Sequence[AssessmentItem], seen_on: date | None) -> str:
    if not items:
        by_then = f" by {day_words(seen_on)}" if seen_on else ""
        return f"No assessment on record for these states{by_then}"
    authors = len({each.author for each in items})
    first = min(each.day for each in items)
    last = max(each.day for each in items)
    count = counted(len(items), "assessment")
    return f"{count} by {counted(authors, 'author')}, {first.words} to {last.words}"


def _no_comparison(atlas: Atlas) -> str:
    """Say why the pack's own likelihoods are not drawn beside those of the authors."""
    horizon = horizon_words(atlas.subject.horizon)
    return (
        "The pack's own likelihoods are not drawn here. They answer another question: which rung "
        f"of the outcome ladder a state will have reached by {horizon}. The authors name neither "
        "a rung nor a date. See Outcomes for the pack's own."
    )


def _described(lines: Iterable[StanceLine]) -> str:
    return in_sentences(_line_words(line) for line in lines if line.dots)


def _line_words(line: StanceLine) -> str:
    parts: list[str] = []
    for place, title in (*enumerate(BINS), (None, OFF_LINE)):
        names = [dot.label for dot in line.dots if dot.place == place]
        if names:
            parts.append(f"{title} ({len(names)}): {listing(names)}")
    return f"{line.question} {'; '.join(parts)}"
