"""What is on record of the states, as tables: evidence, relations, votes, assessments, events."""

from collections.abc import Sequence

from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.assessments import QUESTIONS, AssessmentItem, compose_assessments
from explorer.pages.evidence_items import CREDIBILITY, RELIABILITY
from explorer.pages.evidence_table import EvidenceFilter, EvidenceRow, compose_ledger
from explorer.pages.export_values import (
    NOT_APPLICABLE,
    NOT_FOUND,
    Cell,
    ExportColumn,
    ExportTable,
    Missing,
    day_cell,
    figure_cell,
    id_list,
    known_to,
    words_or,
)
from explorer.pages.series_comparison import FEW_VOTES, vote_count
from explorer.pages.timeline import TimelineEvent, compose_timeline
from explorer.pages.votes import compose_votes
from explorer.pages.voting_agreement import PARTNERS, TOPICS
from explorer.pages.words import country_name, country_names, listing
from explorer.workspace.document import Workspace

_DAY = ExportColumn("date", "Date", "day", "Words where less than the day is on record.")
_KNOWN_TO = ExportColumn("known_to", "Known to", "text", "Day, month or year.", told=False)
_CODES = ExportColumn("codes", "Codes", "text", "ISO 3166-1; REG is the region.", told=False)
_SOURCES = ExportColumn("sources", "Sources", "sources", "Ids of the table of sources.")
_NONE = Missing("none")


def evidence_export(atlas: Atlas, states: Sequence[str]) -> ExportTable:
    """Give the pack's items on these states, newest first; the user's own are left out."""
    columns = (
        ExportColumn("id", "Id", "text"),
        _DAY,
        _KNOWN_TO,
        ExportColumn("states", "States", "text"),
        _CODES,
        ExportColumn("factor", "Factor", "text"),
        ExportColumn("direction", "Direction", "text", "What it does to closeness."),
        ExportColumn("strength", "Strength", "count", "1 weak, 2 moderate, 3 strong."),
        ExportColumn("kind", "Kind", "text", told=False),
        ExportColumn("claim", "Claim", "prose"),
        ExportColumn("quantity", "Quantity", "figure", "As printed.", told=False),
        ExportColumn("unit", "Unit", "text", told=False),
        ExportColumn("reliability", "Reliability", "text", _grades(RELIABILITY)),
        ExportColumn("credibility", "Credibility", "count", _grades(CREDIBILITY)),
        _SOURCES,
        ExportColumn("note", "Note", "prose", told=False),
    )
    ledger = compose_ledger(atlas, Workspace())
    rows = tuple(
        _evidence_row(atlas, each) for each in ledger.find(EvidenceFilter(states=(*states,)))
    )
    about = "Every item of evidence on the states shown, graded after the Admiralty's system."
    return ExportTable(
        "evidence",
        "Evidence",
        about,
        columns,
        rows,
        empty="No item of evidence on these states is on record.",
    )


def relations_export(atlas: Atlas, states: Sequence[str]) -> ExportTable:
    """Give what is on record of each state's relations with Israel."""
    columns = (
        ExportColumn("state", "State", "text"),
        ExportColumn("item", "Item", "text"),
        ExportColumn("value", "On record", "prose"),
        ExportColumn("date", "Date", "text"),
        _SOURCES,
        ExportColumn("note", "Note", "prose", told=False),
    )
    rows = tuple(
        (
            country_name(atlas, each.iso3),
            _item_words(each.item),
            words_or(each.value),
            words_or(each.date),
            id_list(each.source_ids or (each.source_id,)),
            words_or(each.note, _NONE),
        )
        for iso3 in states
        for each in atlas.relations
        if each.iso3 == iso3
    )
    about = "Embassies, visas, flights, treaties and standing between each state and Israel."
    return ExportTable(
        "relations", "Relations", about, columns, rows, held=2, empty="Nothing is on record."
    )


def votes_export(atlas: Atlas, states: Sequence[str]) -> ExportTable:
    """Give how each state voted on the main General Assembly texts, newest first."""
    page = compose_votes(atlas, states)
    columns = (
        _DAY,
        ExportColumn("number", "Number", "text"),
        ExportColumn("text", "Text", "prose"),
        *(ExportColumn(f"vote_{iso3.lower()}", name, "text") for iso3, name in page.states),
        _SOURCES,
    )
    rows = tuple(
        (
            each.day,
            each.number,
            each.title,
            *each.votes,
            each.source.id if each.source else NOT_FOUND,
        )
        for each in page.rows
    )
    return ExportTable(
        "votes", "Votes", f"{page.standing}.", columns, rows, held=2, empty="No vote is on record."
    )


def agreement_export(
    atlas: Atlas, observations: Observations, states: Sequence[str]
) -> ExportTable:
    """Give each state's newest share of equal votes with partners, by topic, and the votes."""
    columns = (
        ExportColumn("partner", "Partner", "text"),
        ExportColumn("topic", "Topic", "text"),
        ExportColumn("state", "State", "text"),
        ExportColumn("iso3", "Code", "text", "ISO 3166-1.", told=False),
        ExportColumn("same", "Same vote", "percent", "Of the roll calls in which both voted."),
        ExportColumn("votes", "Votes", "count", "How many roll calls stand behind the share."),
        ExportColumn("few", "Few votes", "text", f"Fewer than {FEW_VOTES}: not to be compared."),
        ExportColumn("year", "Year", "year", "The newest with a share."),
        _SOURCES,
    )
    rows = tuple(
        _agreement_row(atlas, observations, SeriesRef("un_agreement", key, partner), topic, iso3)
        for partner in PARTNERS
        for key, topic in TOPICS
        for iso3 in states
    )
    about = "How often each state's vote at the General Assembly was the same as a partner's."
    return ExportTable("agreement", "Agreement", about, columns, rows, held=3, told=False)


def assessments_export(atlas: Atlas, states: Sequence[str]) -> ExportTable:
    """Give what named authors expect of these states or of the region, newest first."""
    columns = (
        _DAY,
        ExportColumn("author", "Author", "text"),
        ExportColumn("publisher", "Publisher", "text"),
        ExportColumn("states", "States", "text"),
        _CODES,
        ExportColumn("question", "Question", "text", "Which of two questions it answers."),
        ExportColumn("stance", "Stance", "text", "In the words of the pack."),
        ExportColumn("position", "Position", "prose"),
        _SOURCES,
        ExportColumn("note", "Note", "prose", told=False),
    )
    page = compose_assessments(atlas, states)
    rows = tuple(_assessment_row(each) for each in page.items)
    apart = " They answer other questions than the outcomes, and name no rung." if rows else ""
    about = f"{page.standing}.{apart}"
    return ExportTable(
        "assessments",
        "Assessments",
        about,
        columns,
        rows,
        held=2,
        empty="No assessment on these states is on record.",
    )


def timeline_export(atlas: Atlas, states: Sequence[str]) -> ExportTable:
    """Give what happened in these states or bears on the region, oldest first."""
    columns = (
        _DAY,
        _KNOWN_TO,
        ExportColumn("states", "States", "text"),
        _CODES,
        ExportColumn("kind", "Kind", "text"),
        ExportColumn("title", "What happened", "prose"),
        ExportColumn("detail", "Detail", "prose"),
        _SOURCES,
        ExportColumn("evidence", "Evidence near it", "text", "By source or date.", told=False),
    )
    wanted = {*states, REGION}
    events = compose_timeline(atlas, states).events
    rows = tuple(_event_row(each) for each in events if wanted & set(each.states))
    about = "What happened in the states shown, or bears on the region as a whole."
    return ExportTable("timeline", "Timeline", about, columns, rows, empty="Nothing is on record.")


def _item_words(item: str) -> str:
    """Name an item of the relations for people: “Israeli embassy” for `israeli_embassy`."""
    plain = item.replace("_", " ")
    return plain[:1].upper() + plain[1:]


def _grades(words: dict[str, str] | dict[int, str]) -> str:
    return ", ".join(f"{grade} {said}" for grade, said in words.items())


def _evidence_row(atlas: Atlas, row: EvidenceRow) -> tuple[Cell, ...]:
    item = atlas.evidence_by_id[row.id]
    return (
        row.id,
        day_cell(row.when),
        known_to(row.when),
        listing(country_names(atlas, row.states)),
        "; ".join(row.states),
        row.factor_title,
        row.direction_words,
        row.strength,
        row.kind,
        row.claim,
        figure_cell(item.quantity),
        words_or(item.unit, NOT_APPLICABLE),
        row.reliability,
        row.credibility,
        id_list(row.source_ids),
        words_or(item.note, _NONE),
    )


def _agreement_row(
    atlas: Atlas, observations: Observations, ref: SeriesRef, topic: str, iso3: str
) -> tuple[Cell, ...]:
    head = (country_name(atlas, ref.partner), topic, country_name(atlas, iso3), iso3)
    point = observations.series(ref, iso3).latest
    if point is None:
        return (*head, *(NOT_FOUND,) * 5)
    votes = vote_count(point)
    few = "yes" if votes < FEW_VOTES else "no"
    return (*head, point.value / 100.0, votes, few, point.year, point.source_id)


def _assessment_row(each: AssessmentItem) -> tuple[Cell, ...]:
    return (
        day_cell(each.day) if each.day.year else Missing(each.when),
        each.author,
        words_or(each.publisher),
        listing(each.names),
        "; ".join(each.states),
        dict(QUESTIONS)[each.question],
        each.stance,
        each.position,
        each.source.id if each.source else NOT_FOUND,
        words_or(each.note, _NONE),
    )


def _event_row(each: TimelineEvent) -> tuple[Cell, ...]:
    return (
        day_cell(each.date),
        known_to(each.date),
        listing(each.names),
        "; ".join(each.states),
        each.kind.title,
        each.title,
        words_or(each.detail, _NONE),
        id_list(link.id for link in each.sources),
        words_or("; ".join(lead.id for lead in each.evidence), _NONE),
    )
