"""No text that is shown as of an earlier day may name a date after that day."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

import pytest

from explorer.domain.as_of import known_on, was_known
from explorer.domain.atlas import Atlas
from explorer.domain.dates import PartialDate, parse_partial_date
from explorer.domain.later_words import dates_named, names_later
from explorer.domain.observations import Observations
from explorer.packs.observations import read_observations
from explorer.packs.reading import read_atlas
from explorer.packs.rows import PackFiles
from explorer.pages.about import compose_about
from explorer.pages.assessments import compose_assessments
from explorer.pages.brief import compose_brief
from explorer.pages.brief_document import BriefOptions
from explorer.pages.changes import compose_changes
from explorer.pages.compare_page import compose_compare
from explorer.pages.detail_page import compose_detail
from explorer.pages.evidence_detail import compose_evidence_detail
from explorer.pages.evidence_table import compose_ledger
from explorer.pages.export_tables import compose_export
from explorer.pages.hypotheses import compose_matrix
from explorer.pages.notes_view import compose_note_list, compose_note_page
from explorer.pages.outcomes import compose_outcomes_page
from explorer.pages.outlook import compose_outlook
from explorer.pages.provenance import compose_chain
from explorer.pages.record import compose_question, compose_question_list
from explorer.pages.record_scores import compose_scores
from explorer.pages.rivals import evidence_rivals
from explorer.pages.roll_calls import compose_roll_calls
from explorer.pages.search_documents import pack_documents
from explorer.pages.series import series_chart
from explorer.pages.source_list import compose_source_list
from explorer.pages.timeline import compose_timeline
from explorer.pages.trace import Thing, thing
from explorer.pages.view import Target, View
from explorer.pages.votes import compose_votes
from explorer.pages.what_if import compose_what_if
from explorer.paths import bundled_pack
from explorer.workspace.document import Workspace

DAYS = (date(2020, 1, 1), date(2023, 6, 30), date(2025, 11, 5), date(2025, 11, 8))
STATES = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")
HORIZON = 2030
VIEW = View("AZE", STATES[1:])
MINE = Workspace()

NEVER_SHOWN = {"uncut", "plain", "letters", "also"}
"""The whole Atlas, and what is searched in: words of shown texts, put together for that."""

ALLOWED = (
    # The horizon of the question that is judged.
    "31 December 2030",
    "2030-12-31",
    "the end of 2030",
    # The edition of the pack and the day on which its texts and judgements were made: said on
    # every page of an earlier day, so that nobody takes them for older than they are.
    "2026.11",
    "23 November 2026",
    "23 Nov 2026",
    "2026-11-23",
    # How the judgements were made, in the note on method: with what hindsight, on which record.
    "the ratings dated 31 October 2025",
    "written in November 2026",
    "made in November 2026",
    "2026-11",
    "Items run to October 2026",
    # How long what was signed on a known day was to last.
    "health accord 2023-2028",
)
PLANS = {"E124", "E145", "E271"}
"""Items on what was planned or expected by then: their words name a target year to come."""


def _allowed(atlas: Atlas) -> Iterator[str]:
    yield from ALLOWED
    # Forecasts are of a later time: what a question asks about it tells nothing that came.
    yield from (each.question for each in atlas.questions)
    for item in atlas.evidence:
        if item.id in PLANS:
            yield from (item.claim.rstrip("."), item.unit, f"{item.quantity} {item.unit}")
    # Figures are told with the edition of the data set in which they were read. A page that came
    # out later but tells of earlier things keeps its publisher and its date, and nothing else.
    for source in atlas.sources:
        yield from (source.id, source.edition, source.read_via)
        yield from (source.date, _words(source.date))
        yield from (f"{source.publisher}{mark} {source.date}" for mark in ("", ","))
        yield from (_words(part) for part in re.findall(r"\d{4}-\d\d-\d\d", source.edition))
        if not source.date:
            yield from (source.title, f"{source.id} {source.title}")
    yield from (each.origin for each in atlas.indicators)
    yield from (each.unit for each in atlas.indicators)
    yield from (each.withheld for each in atlas.indicators)


def _words(text: str) -> str:
    try:
        return parse_partial_date(text).words
    except ValueError:
        return text


@cache
def pack() -> tuple[Atlas, Observations, PackFiles]:
    folder = bundled_pack()
    atlas = read_atlas(folder)
    return atlas, read_observations(folder, atlas), PackFiles(folder)


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Give every text and date in a value, with the way to it."""
    if isinstance(value, str):
        # An address is no text, and the value of a year is no date: “2014: 2027”.
        yield path, re.sub(r"https?://\S+|(?<=^\d{4}: )[\d.]+", "", value)
    elif isinstance(value, date | PartialDate):
        yield path, str(value)
    elif is_dataclass(value):
        for each in fields(value):
            if each.name not in NEVER_SHOWN:
                yield from texts(getattr(value, each.name), f"{path}.{each.name}")
    elif isinstance(value, Mapping):
        for pair in cast("Mapping[object, object]", value).items():
            yield from texts(pair, path)
    elif isinstance(value, Iterable) and not isinstance(value, bytes | Path):
        for each in cast("Iterable[object]", value):
            yield from texts(each, path)


def later(atlas: Atlas, day: date, *values: object) -> list[tuple[str, str]]:
    """Give the texts that name a date after a day, beside what they may name."""
    wanted = sorted(filter(_has_date, set(_allowed(atlas))), key=len, reverse=True)
    # Not the end or the beginning of a longer date.
    exact = (rf"(?<![\w-])(?<!\d ){re.escape(each)}(?![\d-])" for each in wanted)
    allowed = re.compile("|".join(exact), re.IGNORECASE)
    years = {each.date for each in atlas.sources}
    found = dict.fromkeys(pair for value in values for pair in texts(value, type(value).__name__))
    return [
        (path, text)
        for path, text in found
        if text not in years
        and names_later(text, day)
        and names_after(allowed.sub(" ", text), day)
    ]


def _has_date(text: str) -> bool:
    """Say whether a text names a date, and is no bare year, which might stand for anything."""
    return not text.isdecimal() and any(True for _ in dates_named(text))


def names_after(text: str, day: date) -> bool:
    """Say whether a text names a date that begins after a day: one under way is no news yet."""
    return names_later(text, day) and any(
        date(each.year, each.month or 1, each.day or 1) > day and each.year <= HORIZON
        for each in dates_named(text)
    )


@pytest.mark.parametrize("day", DAYS)
def test_no_text_of_a_cut_atlas_names_a_date_after_the_day(day: date) -> None:
    cut = known_on(pack()[0], day)
    assert later(cut, day, cut) == []


@pytest.mark.parametrize("day", DAYS)
def test_no_page_composed_from_a_cut_atlas_names_a_date_after_the_day(day: date) -> None:
    atlas, observations, _ = pack()
    cut = known_on(atlas, day)
    assert later(cut, day, *_pages(cut, observations.known_on(day), day)) == []


@pytest.mark.parametrize("day", DAYS)
def test_no_way_to_where_something_comes_from_names_a_date_after_the_day(day: date) -> None:
    atlas, _, files = pack()
    cut = known_on(atlas, day)
    chains = [compose_chain(cut, files, MINE, each) for each in _things(cut)]
    assert len(chains) > len(cut.evidence)
    assert later(cut, day, *chains, compose_source_list(cut, files)) == []


def _pages(cut: Atlas, observations: Observations, day: date) -> Iterator[object]:
    outlook = compose_outlook(cut, MINE)
    yield compose_about(cut)
    yield compose_compare(cut, MINE, VIEW, outlook)
    for target in _targets(cut):
        yield compose_detail(cut, MINE, VIEW, target, outlook)
    yield compose_outcomes_page(cut, MINE, outlook, None, STATES)
    for iso3 in STATES:
        yield compose_what_if(cut, outlook, MINE, STATES, iso3)
        yield compose_matrix(cut, MINE, iso3)
    yield compose_ledger(cut, MINE)
    for item in cut.evidence:
        yield compose_evidence_detail(cut, MINE, item.id)
        yield evidence_rivals(cut, item.id)
    yield compose_timeline(cut, STATES)
    yield compose_note_list(cut, MINE)
    yield from (compose_note_page(cut, MINE, note.id) for note in cut.notes)
    yield compose_assessments(cut, STATES)
    yield compose_votes(cut, STATES)
    yield compose_roll_calls(cut, observations, STATES)
    yield compose_changes(cut, MINE, date(2019, 1, 1), day, STATES)
    yield compose_question_list(cut, MINE)
    yield from (compose_question(cut, MINE, each.id, day) for each in cut.questions)
    yield compose_scores(cut, MINE)
    yield pack_documents(cut)
    for ref in dict.fromkeys(str(each.series) for each in cut.factor_series):
        yield series_chart(cut, observations, ref, STATES)
    yield compose_export(cut, observations, MINE, VIEW)
    for comparator in STATES[1:]:
        options = BriefOptions(files=pack()[2])
        yield compose_brief(cut, observations, MINE, "AZE", comparator, options)


def _targets(cut: Atlas) -> Iterator[Target]:
    for iso3 in STATES:
        yield Target("country", iso3)
        yield Target("outcome", iso3)
        yield from (Target("cell", iso3, factor.id) for factor in cut.factors)
    yield from (Target("factor", factor=factor.id) for factor in cut.factors)


def _things(cut: Atlas) -> Iterator[Thing]:
    yield from (thing("evidence", each.id) for each in cut.evidence)
    yield from (thing("source", each.id) for each in cut.sources)
    yield from (thing("question", each.id) for each in cut.questions)
    yield from (thing("note", each.id) for each in cut.notes)
    yield from (thing("indicator", each.id) for each in cut.indicators)
    yield from (thing("factor", each.id) for each in cut.factors)
    yield from (thing("country", iso3) for iso3 in STATES)
    yield from (thing("membership", x.iso3, x.organisation) for x in cut.memberships)
    yield from (thing("relation", x.iso3, x.item) for x in cut.relations)
    for ref in dict.fromkeys(str(each.series) for each in cut.factor_series):
        yield from (thing("series", ref, iso3) for iso3 in STATES)


@pytest.mark.parametrize("day", DAYS)
def test_the_later_pages_that_are_named_are_those_whose_items_were_known(day: date) -> None:
    cut = known_on(pack()[0], day)
    withheld = [each for each in cut.sources if names_later(each.date, day)]
    assert withheld
    assert all(not each.url and not was_known(each.date, day) for each in withheld)
    assert len({each.title for each in withheld}) == 1
