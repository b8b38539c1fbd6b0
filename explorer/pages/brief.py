"""The brief on one pair, composed: what is said, in what order, and on what it rests."""

from collections.abc import Iterator
from dataclasses import replace

from explorer.analysis.change import previous_date
from explorer.domain.as_of import is_judged
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.as_of_words import as_of_notice, as_of_stamp, judged_words, not_written
from explorer.pages.brief_change import change_caution, changes_of, moves_of
from explorer.pages.brief_charts import brief_charts
from explorer.pages.brief_dates import long_date
from explorer.pages.brief_document import (
    Brief,
    BriefOptions,
    CitedText,
    Cover,
    DissentEntry,
    OwnNote,
    Paper,
    Passage,
    Verdict,
    Watch,
    WatchList,
)
from explorer.pages.brief_events import TITLE as EVENTS_TITLE
from explorer.pages.brief_events import events_part, things_told
from explorer.pages.brief_forecast import forecast_part
from explorer.pages.brief_grid import (
    GLANCE_CITES,
    REASON_CITES,
    glance_groups,
    outcome_bars,
    reason_pairs,
)
from explorer.pages.brief_method import method_passages
from explorer.pages.brief_origins import things_cited
from explorer.pages.brief_since import cited_in, since_part
from explorer.pages.brief_sources import SourceNumbers
from explorer.pages.compare import ComparePage
from explorer.pages.compare_outcomes import pooled_words
from explorer.pages.compare_page import compose_compare, conclusion_confidence, pair_conclusion
from explorer.pages.note_places import pair_place, place_label
from explorer.pages.outlook import Intervals, Outlook, all_intervals, compose_outlook
from explorer.pages.scenario_words import assumption_lines, page_notice
from explorer.pages.trace_appendix import compose_appendix
from explorer.pages.view import Target, View
from explorer.pages.words import (
    country_name,
    date_words,
    in_sentences,
    listing,
    number_word,
    sentence,
)
from explorer.style import MARKINGS
from explorer.workspace.document import Workspace

__all__ = ["Brief", "BriefOptions", "Paper", "compose_brief"]

_WATCH_WORDS = {"+": "closer", "-": "apart"}


def compose_brief(
    atlas: Atlas,
    observations: Observations,
    workspace: Workspace,
    baseline: str,
    comparator: str,
    options: BriefOptions,
    intervals: Intervals | None = None,
) -> Brief:
    """Compose the brief on a pair of the pack's countries, given by their ISO codes.

    The likelihoods are those of the workspace's outlook: its raters, its pooling and the scenario
    in force. `intervals` are that outlook's, where they have been drawn from all worlds already;
    drawing them takes some 0.2 s. Sources are numbered as the parts below are composed, so these
    stand in reading order.

    An Atlas that is cut to an earlier day (`explorer.domain.as_of`) goes with observations cut
    alike, and every page then says the day.

    Raises:
        ValueError: if what changed is asked for since a day that is not an earlier one.
    """
    outlook = compose_outlook(atlas, workspace)
    intervals = intervals or all_intervals(outlook)
    sources = SourceNumbers(outlook.ground.atlas)
    pair = (baseline, comparator)
    body = _body(observations, workspace, outlook, intervals, pair, options, sources)
    letters = iter("ABC")
    since = events = origins = None
    if options.since is not None:
        since = since_part(atlas, workspace, options.since, pair)
        since = replace(since, heading=_appendix(letters, since.heading))
    if options.events:
        events = events_part(atlas, pair, sources, _appendix(letters, EVENTS_TITLE))
    if options.files is not None:
        items = cited_in(since) if since else ()
        told = things_told(atlas, pair) if events else ()
        cited = things_cited(outlook, body.charts, sources, items, told)
        origins = compose_appendix(atlas, options.files, pair, cited)
        origins = replace(origins, title=_appendix(letters, origins.title))
    return replace(body, since=since, events=events, sources=sources.entries(), origins=origins)


def _body(
    observations: Observations,
    workspace: Workspace,
    outlook: Outlook,
    intervals: Intervals,
    pair: tuple[str, str],
    options: BriefOptions,
    sources: SourceNumbers,
) -> Brief:
    """Compose what stands before the appendices; the list of sources is left empty."""
    atlas, view = outlook.ground.atlas, View(pair[0], pair[1:])
    names = (country_name(atlas, pair[0]), country_name(atlas, pair[1]))
    page = compose_compare(atlas, workspace, view, outlook, intervals)
    moves = moves_of(atlas, pair, outlook.ground.choices)
    unwritten = not_written(atlas)
    unjudged = "" if is_judged(atlas) else sentence(judged_words(atlas))
    return Brief(
        cover=_cover(atlas, outlook, pair, options),
        verdict=_verdict(atlas, page, names),
        verdicts_title="The judgement on each state",
        verdicts=() if unwritten else tuple(_own_verdict(atlas, iso3) for iso3 in pair),
        glance=() if unjudged else glance_groups(atlas, page, sources),
        glance_key=_glance_key(names, has_lines=not unwritten),
        outcomes_title=page.outcomes_title,
        rungs=page.outcomes.rungs,
        outcomes=() if unjudged else outcome_bars(atlas, page),
        outcomes_key=_outcomes_key(atlas, outlook, pair),
        forecast=forecast_part(atlas, outlook, workspace, pair),
        contrast=_contrast(atlas, view),
        charts=brief_charts(atlas, observations, view, sources),
        charts_note=_CHARTS_NOTE,
        reasons=() if unjudged else reason_pairs(atlas, page, sources),
        counters=_counters(atlas, pair, sources),
        dissents=_dissents(atlas, pair, sources),
        changed_title=_changed_title(atlas),
        changes=changes_of(atlas, pair),
        moves=moves,
        changed_caution=change_caution(atlas, moves),
        signposts=tuple(_watch_list(atlas, iso3) for iso3 in pair),
        own_notes=_own_notes(atlas, workspace, view) if options.own_notes else (),
        method=method_passages(atlas, outlook, intervals),
        sources_note=_SOURCES_NOTE,
        sources=(),
        unwritten=unwritten,
        unjudged=unjudged,
    )


def _appendix(letters: Iterator[str], title: str) -> str:
    return f"Appendix {next(letters)} · {title}"


def _changed_title(atlas: Atlas) -> str:
    since = previous_date(atlas)
    return f"What changed since {long_date(since)}" if since else "What changed"


def _cover(atlas: Atlas, outlook: Outlook, pair: tuple[str, str], options: BriefOptions) -> Cover:
    names = (country_name(atlas, pair[0]), country_name(atlas, pair[1]))
    title, data = f"{names[0]} and {names[1]}", f"data {atlas.subject.edition}"
    day, stamp = atlas.subject.seen_on or atlas.subject.as_of, as_of_stamp(atlas)
    dated = f"As of {long_date(day)}" if stamp else long_date(day)
    return Cover(
        paper=options.paper,
        marking=MARKINGS[options.marking],
        title=title,
        subtitle=f"{atlas.subject.title}: interests, constraints and likely outcomes",
        dateline=f"{dated} · {data}",
        footer=f"Country Explorer · {title} · {data}",
        as_of=day,
        names=names,
        iso3s=pair,
        scenario=page_notice(outlook),
        assumptions=assumption_lines(atlas, outlook, pair),
        stamp=stamp,
        notice=as_of_notice(atlas),
    )


_CHARTS_NOTE = (
    "One series a factor, chosen by how far both the ratings and the values lie apart. A break in "
    "a line is a year for which no value was found."
)
_SOURCES_NOTE = (
    "Numbered in the order of first citation. After each come the evidence items that rest on it "
    "and are cited here, with their Admiralty grades (source A to F, information 1 to 6), and the "
    "pages that cite it (4a and 4b are two places on page 4); of a data set its licence, the copy "
    "read and a caveat, where on record."
)


def _glance_key(names: tuple[str, str], *, has_lines: bool) -> str:
    scale = (
        f"Ratings on a scale of 0 to 4: the best value, and on the drawn scale the range. The "
        f"difference is {names[1]} less {names[0]}; ▲ more pull or less "
        "hold, ▼ less pull or more hold; within ranges, it is too small to tell."
    )
    lines = (
        f"A line cites the sources of its {number_word(GLANCE_CITES)} strongest evidence items, a "
        f"reason further on those of its {number_word(REASON_CITES)}; the app shows every item."
    )
    return f"{scale} {lines}" if has_lines else scale


def _outcomes_key(atlas: Atlas, outlook: Outlook, pair: tuple[str, str]) -> str:
    under = "" if outlook.is_plain else "; the thin bar is the judgement as it stands"
    return (
        f"Per cent, the {pooled_words(atlas, pair, outlook=outlook)}{under}; figures are rounded "
        "and may not sum to 100. A line under a bar is the 80 % interval of the rung right of "
        "its dot, or a higher one. The raters share their evidence, so it understates doubt. "
        "Words for likelihood as in ICD 203 (see the method)."
    )


def _verdict(atlas: Atlas, page: ComparePage, names: tuple[str, str]) -> Verdict:
    if not page.headline and atlas.subject.seen_on is not None:
        return Verdict("", "", in_sentences((as_of_notice(atlas), _missing(atlas))), "")
    if not page.headline:
        nothing = (
            f"The pack holds no judgement on {listing(names)} as a pair. Its judgements on each "
            "of the two follow."
        )
        return Verdict("", "", nothing, "")
    return Verdict("", page.headline, page.judgement, page.confidence)


def _missing(atlas: Atlas) -> str:
    """Say once which parts are left out as of an earlier day, and why."""
    left_out = "the judgement in words, the reasons, the argument against and the signposts"
    return f"{not_written(atlas).rstrip('.')}: {left_out}"


def _own_verdict(atlas: Atlas, iso3: str) -> Verdict:
    name = country_name(atlas, iso3)
    found = atlas.conclusion_by_iso3.get(iso3)
    if found is None:
        return Verdict(name, "", f"No judgement was written on {name}.", "")
    return Verdict(name, found.headline, found.judgement, conclusion_confidence(atlas, iso3))


def _contrast(atlas: Atlas, view: View) -> tuple[Passage, ...]:
    found = pair_conclusion(atlas, view)
    if found is None:
        return ()
    return (
        Passage("What they share", CitedText(found.shared)),
        Passage("What sets them apart", CitedText(found.differs)),
    )


def _counters(atlas: Atlas, pair: tuple[str, str], sources: SourceNumbers) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for iso3 in pair:
        found = atlas.conclusion_by_iso3.get(iso3)
        if found is not None and found.counter_argument:
            body = sources.cited(found.counter_argument, found.counter_evidence_ids)
            passages.append(Passage(country_name(atlas, iso3), body))
    return tuple(passages)


def _dissents(
    atlas: Atlas, pair: tuple[str, str], sources: SourceNumbers
) -> tuple[DissentEntry, ...]:
    return tuple(
        DissentEntry(
            name=country_name(atlas, iso3),
            author=dissent.author,
            where=", ".join(
                part for part in (dissent.publisher, date_words(dissent.date)) if part
            ),
            body=CitedText(sentence(dissent.position), sources.cites((dissent.source_id,))),
        )
        for iso3 in pair
        for dissent in atlas.dissents
        if dissent.iso3 == iso3
    )


def _watch_list(atlas: Atlas, iso3: str) -> WatchList:
    return WatchList(
        country_name(atlas, iso3),
        tuple(
            Watch(
                item.signpost,
                item.direction,
                _WATCH_WORDS[item.direction],
                atlas.factor_by_id[item.factor].title,
            )
            for item in atlas.signposts
            if item.iso3 == iso3
        ),
    )


def _own_notes(atlas: Atlas, workspace: Workspace, view: View) -> tuple[OwnNote, ...]:
    """Give the user's notes that bear on the pair: itself, states, outcomes, factors, cells."""
    pairs = (pair_place(atlas, view.baseline, iso3) for iso3 in view.comparators)
    places = [
        *((pair, place_label(atlas, pair)) for pair in pairs),
        *((str(Target("country", iso3)), country_name(atlas, iso3)) for iso3 in view.shown),
        (str(Target("outcome")), "Likely outcomes"),
        *(
            (str(Target("outcome", iso3)), f"{country_name(atlas, iso3)} · Likely outcomes")
            for iso3 in view.shown
        ),
    ]
    for factor in atlas.factors:
        places.append((str(Target("factor", factor=factor.id)), factor.title))
        places.extend(
            (
                str(Target("cell", iso3, factor.id)),
                f"{country_name(atlas, iso3)} · {factor.title}",
            )
            for iso3 in view.shown
        )
    return tuple(
        OwnNote(label, tuple(line.strip() for line in text.splitlines() if line.strip()))
        for place, label in places
        if (text := workspace.note(place)).strip()
    )
