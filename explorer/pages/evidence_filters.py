"""What the table of evidence can be filtered by: the choices on offer, and what they ask for."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.domain.dates import PartialDate, parse_partial_date
from explorer.domain.outcomes import OUTCOME
from explorer.pages.evidence_items import CREDIBILITY, RELIABILITY, STRENGTH
from explorer.pages.evidence_pool import VERDICT_WORDS, factor_title, pool_evidence
from explorer.pages.evidence_table import EvidenceFilter, EvidenceRow
from explorer.pages.sources import publisher_words
from explorer.pages.words import counted, country_name, listing, study_states
from explorer.workspace.document import Workspace

PARTS = (
    ("states", "All states", "State"),
    ("factors", "All factors", "Factor"),
    ("directions", "Any direction", "Direction"),
    ("strengths", "Any strength", "Strength"),
    ("kinds", "All kinds", "Kind"),
    ("reliabilities", "Any reliability", "Reliability of the source"),
    ("credibilities", "Any credibility", "Credibility of the information"),
    ("sources", "All sources", "Source"),
    ("whose", "Marked or not", "Your marks and items"),
)
"""The parts of a filter that are chosen from a list: name, words for no choice, and its name."""

_DIRECTIONS = (("+", "Towards closer ties"), ("-", "Against"), ("0", "Context"))
_WHOSE = (
    ("own", "My own items"),
    ("marked", "With my mark or comment"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a part: a key, and the words for it. Several values are parted by spaces."""

    key: str
    label: str


def filter_choices(
    atlas: Atlas, workspace: Workspace, rows: Iterable[EvidenceRow]
) -> Mapping[str, tuple[Choice, ...]]:
    """Give the choices of each part; only such as some row has."""
    found = tuple(rows)
    used = Counter(key for row in found for key in row.source_ids)
    pool = pool_evidence(atlas, workspace)
    states = {iso3 for row in found for iso3 in row.states}
    factors = {row.factor for row in found}
    order = (*study_states(atlas), *sorted(states - set(study_states(atlas)), key=_of_region))
    titles = sorted(
        (
            (publisher_words(pool.sources[key]) or pool.sources[key].title, key)
            for key in used
            if key in pool.sources
        ),
        key=lambda pair: (pair[0].casefold(), pair[1]),
    )
    return {
        "states": tuple(Choice(x, country_name(atlas, x)) for x in order if x in states),
        "factors": tuple(
            Choice(key, factor_title(atlas, key))
            for key in (*(each.id for each in atlas.factors), OUTCOME)
            if key in factors
        ),
        "directions": tuple(Choice(*each) for each in _DIRECTIONS),
        "strengths": tuple(
            Choice(str(key), STRENGTH[key].capitalize()) for key in sorted(STRENGTH, reverse=True)
        ),
        "kinds": tuple(Choice(x, x.capitalize()) for x in sorted({row.kind for row in found})),
        "reliabilities": _grades(RELIABILITY, {row.reliability for row in found}, "A", "B"),
        "credibilities": _grades(
            {str(key): words for key, words in CREDIBILITY.items()},
            {str(row.credibility) for row in found},
            "1",
            "2",
        ),
        "sources": tuple(
            Choice(key, f"{name}, {_title(pool.sources[key].title)} ({used[key]})")
            for name, key in titles
        ),
        "whose": tuple(
            Choice(*each) for each in (*_WHOSE, *((str(k), v) for k, v in VERDICT_WORDS.items()))
        ),
    }


def asked_of(
    chosen: Mapping[str, str], text: str, since: str, until: str
) -> tuple[EvidenceFilter, str]:
    """Make a filter of what was chosen and typed; with words for a date that cannot be read.

    A date at fault asks for nothing.
    """
    faults: list[str] = []
    numbers = {"strengths", "credibilities"}
    parts = {
        part: tuple(int(key) if part in numbers else key for key in keys.split())
        for part, keys in chosen.items()
        if keys and part != "whose"
    }
    # `replace` takes the parts by name; each is what its field holds.
    made = replace(EvidenceFilter(text=text.strip(), whose=chosen.get("whose", "")), **parts)
    made = replace(
        made,
        since=_date(since, "From", faults),
        until=_date(until, "To", faults),
    )
    return made, " ".join(faults)


def asked_words(
    choices: Mapping[str, tuple[Choice, ...]], chosen: Mapping[str, str], wanted: EvidenceFilter
) -> str:
    """Say in words what is asked for: “Kazakhstan, against, since 2025”, or “all items”."""
    said = [
        next((each.label for each in choices.get(part, ()) if each.key == chosen[part]), "")
        for part, _, _ in PARTS
        if chosen.get(part)
    ]
    if wanted.since is not None:
        said.append(f"since {wanted.since.words}")
    if wanted.until is not None:
        said.append(f"until {wanted.until.words}")
    if wanted.text:
        said.append(f"with “{wanted.text}”")
    return listing([words for words in said if words]) or "all items"


def count_taken(items: int, new: int, remarks: int) -> str:
    """Say what an import of a file brought, and how to take it back."""
    there = items - new
    known = f", {there} of which you have already" if there else ""
    return (
        f"The file held {counted(items, 'item')}{known}, and {counted(remarks, 'remark')}, "
        "which now hold in place of yours on the same items. Undo takes all of it back."
    )


def _of_region(iso3: str) -> tuple[bool, str]:
    return (iso3 == REGION, iso3)


def _title(title: str) -> str:
    return f"{title[:59]}…" if len(title) > 60 else title  # noqa: PLR2004 - a line's length


def _grades(
    words: Mapping[str, str], found: set[str], first: str, second: str
) -> tuple[Choice, ...]:
    """Offer the two best grades together, and then each that some row has."""
    both = Choice(f"{first} {second}", f"{first} or {second}")
    each = (Choice(key, f"{key}: {text}") for key, text in words.items() if key in found)
    return (both, *each)


def _date(text: str, label: str, faults: list[str]) -> PartialDate | None:
    if not text.strip():
        return None
    try:
        return parse_partial_date(text.strip())
    except ValueError:
        faults.append(f"{label}: “{text.strip()}” is no date; write 2025, 2025-11 or 2025-11-06.")
        return None
