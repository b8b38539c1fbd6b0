"""What came onto the record between two dates: evidence, events, questions, votes and ties."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from explorer.domain.as_of import was_known
from explorer.domain.atlas import Atlas
from explorer.domain.countries import Membership
from explorer.domain.dates import PartialDate
from explorer.domain.evidence import (
    OPEN,
    ArmsOrder,
    Assessment,
    Evidence,
    ForecastQuestion,
    KeyVote,
    Relation,
)
from explorer.pages.changes_page import ChangeGroup, ChangeLine
from explorer.pages.detail_country import RELATION_TITLES
from explorer.pages.evidence_items import STRENGTH, direction_words, grade_words
from explorer.pages.evidence_pool import factor_title, with_own_source
from explorer.pages.relation_dates import tells_a_status
from explorer.pages.search import Hit
from explorer.pages.search_documents import RESOLUTIONS
from explorer.pages.timeline import TimelineEvent, compose_timeline
from explorer.pages.view import Target
from explorer.pages.what_if import Bearing
from explorer.pages.words import date_words, in_sentences
from explorer.workspace.document import Workspace

_BEARINGS: dict[str, Bearing] = {"+": "pull", "-": "hold", "0": "level"}
_NONE = "None in this time."

Item = TypeVar("Item")
When = PartialDate | date | str | int | None


@dataclass(frozen=True, slots=True)
class Record:
    """What two dates can be compared by: the Atlas as known then and now, and what is new.

    `states` are those shown. `evidence` holds the new items, with the user's own (`own` are their
    ids) behind them, and `events` the new events, oldest first.
    """

    then: Atlas
    now: Atlas
    since: date
    until: date
    states: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    events: tuple[TimelineEvent, ...]
    own: frozenset[str] = frozenset()


def record_of(
    then: Atlas,
    now: Atlas,
    workspace: Workspace,
    days: tuple[date, date],
    states: Sequence[str],
) -> Record:
    """Find what is known at the later of two days and was not at the earlier one."""
    since, until = days
    items = tuple(_new(then.evidence, now.evidence, lambda each: each.id))
    own = tuple(
        with_own_source(each)
        for each in workspace.own_evidence.values()
        if was_known(each.item.date, until) and not was_known(each.item.date, since)
    )
    before = frozenset((each.date, each.title) for each in compose_timeline(then, states).events)
    events = tuple(
        each
        for each in compose_timeline(now, states).events
        if (each.date, each.title) not in before and not was_known(each.date, since)
    )
    mine = frozenset(each.id for each in own)
    return Record(then, now, since, until, tuple(states), (*items, *own), events, mine)


def record_groups(record: Record, iso3: str) -> tuple[ChangeGroup, ...]:
    """Give the groups of one state; a blank code asks for what bears on none of those shown."""
    return (
        *_evidence_groups(record, iso3),
        _events_group(record, iso3),
        _questions_group(record, iso3),
        _votes_group(record, iso3),
        _relations_group(record, iso3),
        _assessments_group(record, iso3),
        _arms_group(record, iso3),
    )


def resolved_between(record: Record) -> tuple[ForecastQuestion, ...]:
    """Give the questions that were resolved, or checked where that has no day, in between.

    One that was not asked by the earlier day may have been resolved long before it.
    """
    return tuple(
        each
        for each in record.now.questions
        if each.resolution != OPEN
        and not was_known(each.date_resolved or each.last_checked, record.since)
    )


def _bears(record: Record, countries: Iterable[str], iso3: str) -> bool:
    """Say whether something bears on a state, or on none of those shown where that is asked."""
    found = frozenset(countries)
    return iso3 in found if iso3 else not found.intersection(record.states)


def _new(
    then: Iterable[Item], now: Iterable[Item], key: Callable[[Item], Hashable]
) -> Iterator[Item]:
    """Give what was not there before; other notes make it no other."""
    before = frozenset(key(each) for each in then)
    return (each for each in now if key(each) not in before)


def _whole(item: Hashable) -> Hashable:
    return item


def _dated(record: Record, items: Iterable[Item], when: Callable[[Item], When]) -> list[Item]:
    """Give the items whose date lies between: what bears no date is new at no time."""
    return [
        each
        for each in items
        if was_known(when(each), record.until) and not was_known(when(each), record.since)
    ]


def _evidence_groups(record: Record, iso3: str) -> tuple[ChangeGroup, ChangeGroup]:
    atlas = record.now
    items = [each for each in record.evidence if _bears(record, each.countries, iso3)]
    by_factor: dict[str, list[Evidence]] = {}
    for item in items:
        by_factor.setdefault(item.factor, []).append(item)
    counts = tuple(
        ChangeLine(
            text=factor_title(atlas, factor),
            told=f"{factor_title(atlas, factor)}: {_balance_words(found)}.",
            aside=_balance_words(found),
            figure=str(len(found)),
            goal=Target("cell", iso3, factor) if iso3 and factor in atlas.factor_by_id else None,
        )
        for factor, found in sorted(by_factor.items(), key=lambda each: -len(each[1]))
    )
    strongest = sorted(items, key=_newness, reverse=True)
    strongest.sort(key=lambda each: (-each.strength, each.credibility, each.reliability))
    lines = tuple(_evidence_line(record, each) for each in strongest)
    return (
        ChangeGroup(
            "factors", "New evidence by factor", counts, "" if counts else _NONE, counts=False
        ),
        ChangeGroup("evidence", "New evidence, strongest first", lines, "" if lines else _NONE),
    )


def _balance_words(items: Sequence[Evidence]) -> str:
    """Count items by what they do: “3 towards, 1 against, 2 context”."""
    found = [each.direction for each in items]
    counts = ((found.count("+"), "towards"), (found.count("-"), "against"))
    context = found.count("0")
    return ", ".join(
        f"{count} {words}" for count, words in (*counts, (context, "context")) if count
    )


def _newness(item: Evidence) -> tuple[PartialDate, str]:
    return item.date, item.id


def _evidence_line(record: Record, item: Evidence) -> ChangeLine:
    atlas, is_own = record.now, item.id in record.own
    strength = STRENGTH.get(item.strength, str(item.strength))
    doing = direction_words(atlas, item)
    grade = f"{item.reliability}{item.credibility}"
    title = factor_title(atlas, item.factor)
    label = f"{item.id} (yours)" if is_own else item.id
    told = in_sentences(
        (
            item.claim.rstrip(".") + f" [{label}]",
            f"{item.date.words}; {title}; {strength}, {doing}",
            grade_words(item.reliability, item.credibility),
        )
    )
    return ChangeLine(
        text=item.claim,
        told=told,
        lead=item.date.words,
        aside=" · ".join((label, item.date.words, f"{strength}, {doing}", grade, title)),
        bearing=_BEARINGS[item.direction],
        goal=Hit(
            "own_evidence" if is_own else "evidence",
            item.claim,
            item.id,
            None,
            "evidence",
            item.id,
        ),
        id=item.id,
    )


def _events_group(record: Record, iso3: str) -> ChangeGroup:
    lines = tuple(_event_line(each) for each in record.events if _bears(record, each.states, iso3))
    return ChangeGroup("events", "Events", lines[::-1], "" if lines else _NONE)


def _event_line(event: TimelineEvent) -> ChangeLine:
    return ChangeLine(
        text=event.title,
        told=event.told,
        lead=event.when,
        aside=f"{event.when} · {event.kind.title}",
        goal=Hit("event", event.title, event.when, None, "timeline"),
    )


def _questions_group(record: Record, iso3: str) -> ChangeGroup:
    lines = tuple(
        _question_line(each)
        for each in resolved_between(record)
        if _bears(record, each.countries, iso3)
    )
    return ChangeGroup("questions", "Questions resolved", lines, "" if lines else _NONE)


def _question_line(question: ForecastQuestion) -> ChangeLine:
    answer = RESOLUTIONS.get(question.resolution, question.resolution)
    when = (
        f"resolved {date_words(question.date_resolved)}"
        if question.date_resolved
        else f"checked {date_words(question.last_checked)}"
    )
    cited = "".join(f" [{each}]" for each in question.evidence_ids)
    told = in_sentences(
        (f"{question.question} [{question.id}]", f"{answer}, {when}", question.what_happened)
    )
    return ChangeLine(
        text=question.question,
        told=told + cited,
        lead=date_words(question.date_resolved or question.last_checked),
        aside=" · ".join(each for each in (question.id, when, question.what_happened) if each),
        figure=question.resolution,
        goal=Hit("question", question.question, question.id, None, "", question.id),
        id=question.id,
    )


def _votes_group(record: Record, iso3: str) -> ChangeGroup:
    votes = list(_new(record.then.key_votes, record.now.key_votes, _whole))
    lines = tuple(_vote_line(each) for each in votes[::-1] if iso3 and each.iso3 == iso3)
    return ChangeGroup("votes", "Votes in the General Assembly", lines, "" if lines else _NONE)


def _vote_line(vote: KeyVote) -> ChangeLine:
    when = date_words(str(vote.date))
    return ChangeLine(
        text=vote.topic[:1].upper() + vote.topic[1:],
        told=in_sentences((f"{vote.topic}: {vote.vote}", f"{vote.resolution}, {when}")),
        lead=when,
        aside=f"{when} · {vote.resolution}",
        figure=vote.vote,
        goal=Hit("vote", vote.topic, when, None, "votes", vote.resolution),
    )


def _relations_group(record: Record, iso3: str) -> ChangeGroup:
    dated = _dated(record, record.now.relations, lambda each: each.date)
    relations = [each for each in dated if iso3 and each.iso3 == iso3]
    begun = [each for each in relations if not tells_a_status(each)]
    memberships = _dated(record, record.now.memberships, lambda each: each.since)
    lines = (
        *map(_relation_line, begun),
        *(_membership_line(each) for each in memberships if iso3 and each.iso3 == iso3),
    )
    title = "Relations with Israel and memberships"
    checked = in_sentences(_status_words(each) for each in relations if tells_a_status(each))
    note = " ".join(each for each in ("" if lines else _NONE, checked) if each)
    return ChangeGroup("relations", title, lines, note)


def _status_words(relation: Relation) -> str:
    """Tell a status by the day it was looked up, since nothing need have begun on it."""
    checked = f"status checked {date_words(relation.date)}"
    return f"{_relation_title(relation)}, {checked}: {relation.value}"


def _relation_title(relation: Relation) -> str:
    return RELATION_TITLES.get(relation.item, relation.item.replace("_", " ").capitalize())


def _relation_line(relation: Relation) -> ChangeLine:
    title = _relation_title(relation)
    when = date_words(relation.date)
    return ChangeLine(
        text=f"{title}: {relation.value}" if relation.value else title,
        told=in_sentences((f"{title}: {relation.value}", when, relation.note)),
        lead=when,
        aside=" · ".join(each for each in (when, relation.note) if each),
        goal=Target("country", relation.iso3),
    )


def _membership_line(membership: Membership) -> ChangeLine:
    since = date_words(membership.since)
    return ChangeLine(
        text=f"{membership.organisation}: {membership.status}",
        told=in_sentences(
            (f"{membership.organisation}: {membership.status} since {since}", membership.note)
        ),
        lead=since,
        aside=" · ".join(each for each in (f"since {since}", membership.note) if each),
        goal=Target("country", membership.iso3),
    )


def _assessments_group(record: Record, iso3: str) -> ChangeGroup:
    lines = tuple(
        _assessment_line(each)
        for each in _new(record.then.assessments, record.now.assessments, _unnoted)
        if _bears(record, each.countries, iso3)
    )
    title = "What others expect"
    return ChangeGroup("assessments", title, lines[::-1], "" if lines else _NONE)


def _unnoted(each: Assessment) -> Assessment:
    return replace(each, note="")


def _assessment_line(each: Assessment) -> ChangeLine:
    who = ", ".join(part for part in (each.author, each.publisher) if part)
    when = each.date.words
    return ChangeLine(
        text=each.position,
        told=in_sentences((each.position, f"{who}, {when}: {each.stance}")),
        lead=when,
        aside=f"{when} · {who} · {each.stance}",
        goal=Hit("assessment", each.position, f"{who} · {when} · {each.stance}", None),
    )


def _arms_group(record: Record, iso3: str) -> ChangeGroup:
    orders = _dated(record, record.now.arms_orders, lambda each: each.order_year)
    lines = tuple(_arms_line(each) for each in orders if iso3 and each.iso3 == iso3)
    return ChangeGroup("arms", "Arms orders from Israel", lines, "" if lines else _NONE)


def _arms_line(order: ArmsOrder) -> ChangeLine:
    year = str(order.order_year)
    return ChangeLine(
        text=f"{order.weapon}: {order.category}",
        told=in_sentences((f"{order.weapon}, {order.category}, ordered in {year}",)),
        lead=year,
        aside=f"ordered in {year}",
        goal=Target("country", order.iso3),
    )
