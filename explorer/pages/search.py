"""What the search box can jump to, and the quick search among countries, factors and views."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

from explorer.domain.atlas import Atlas
from explorer.pages.compare_page import outcomes_title
from explorer.pages.view import VIEWS, Target
from explorer.pages.words import country_name, holder_words, study_states

HitKind = Literal[
    "country",
    "factor",
    "outcome",
    "view",
    "command",
    "cell",
    "own_note",
    "own_scenario",
    "own_evidence",
    "remark",
    "evidence",
    "source",
    "note",
    "glossary",
    "series",
    "event",
    "assessment",
    "vote",
    "question",
    "scenario",
]
_PLAIN = str.maketrans({"ə": "e", "\u0131": "i", "ø": "o", "ł": "l", "\u2019": "'", "\u02bb": "'"})


_FURTHER = {
    "outcomes": (
        "What moves it",
        "tornado",
        "What would have to change",
        "levers",
        "Where the doubt comes from",
        "doubt",
        "intervals",
        "Do the methods agree",
        "methods",
        "actors",
        "Competing hypotheses",
        "hypotheses",
        "matrix",
        "ACH",
        "The fit of the model",
        "fit",
        "beta",
        "raters",
        "rungs",
        "Reference cases",
    ),
    "assessments": ("who expects what", "experts", "analysts", "stances", "dissent", "likely"),
    "map": ("borders", "capitals", "ports", "region", "geography", "choropleth"),
    "votes": ("General Assembly", "UN", "roll calls", "resolutions", "agreement", "abstained"),
    "changes": ("What changed", "since", "between two dates", "news", "moves", "last brief"),
    "evidence": (
        "items",
        "sources",
        "grades",
        "Admiralty",
        "reliability",
        "credibility",
        "For and against",
        "balance",
        "my own items",
        "marks",
        "contradictions",
    ),
    "what_if": ("scenarios", "scenario", "assumptions", "sliders", "weights", "pooling"),
}
"""What a view is found by besides its title: what is in it, in the words of those who look."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing to jump to: a `target` to select, a `view` to open, or what `key` names.

    `key` is the id of an item of evidence, a source, a note, a question or a scenario, the short
    form of a series, the name of a command, the name that the glossary explains, or the place of
    an event or an assessment in the pack's own order.
    """

    kind: HitKind
    title: str
    subtitle: str
    target: Target | None
    view: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that the window can do: its name, its words, its keys, and what a menu says."""

    name: str
    words: str
    keys: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """A hit with the folded texts it is found by, the title first."""

    hit: Hit
    title: str
    others: tuple[str, ...]


def find(atlas: Atlas, query: str) -> tuple[Hit, ...]:
    """Find places by any words of their names, blind to case and diacritics; best first.

    A title that begins with the query comes before one with a word that does, then titles that
    hold it, then what is found by its code or subtitle. An empty query gives every place.
    """
    wanted = folded(query)
    ranked = ((_rank(place, wanted), place.hit) for place in _places(atlas))
    found = [(rank, hit) for rank, hit in ranked if rank is not None]
    return tuple(hit for _, hit in sorted(found, key=lambda pair: pair[0]))


def folded(text: str) -> str:
    """Give a text without case, diacritics and double spaces, to compare by."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(kept.split())


def named_places(atlas: Atlas) -> tuple[tuple[Hit, tuple[str, ...]], ...]:
    """Give countries, factors, likely outcomes and views, each with what else it is called."""
    countries = (
        (Hit("country", country_name(atlas, iso3), "Country", Target("country", iso3)), (iso3,))
        for iso3 in study_states(atlas)
    )
    factors = (
        (
            Hit(
                "factor",
                factor.title,
                f"{factor.group.capitalize()} · {holder_words(atlas, factor)}",
                Target("factor", factor=factor.id),
            ),
            (factor.short, factor.question),
        )
        for factor in atlas.factors
    )
    outcome = Hit("outcome", "Likely outcomes", atlas.subject.title, Target("outcome"))
    rungs = tuple(rung.title for rung in atlas.rungs)
    views = (
        (Hit("view", title, "View", None, name), _FURTHER.get(name, ())) for name, title in VIEWS
    )
    return (*countries, *factors, (outcome, (outcomes_title(atlas), *rungs)), *views)


def _places(atlas: Atlas) -> tuple[_Place, ...]:
    return tuple(_place(hit, names) for hit, names in named_places(atlas))


def _place(hit: Hit, names: tuple[str, ...]) -> _Place:
    return _Place(hit, folded(hit.title), tuple(folded(text) for text in (hit.subtitle, *names)))


def _rank(place: _Place, wanted: str) -> int | None:
    """Give how well a place fits, 0 best; `None` where a word of the query is nowhere in it."""
    if place.title.startswith(wanted):
        return 0
    if f" {wanted}" in place.title or wanted in place.others:
        return 1
    if wanted in place.title:
        return 2
    everything = " ".join((place.title, *place.others))
    return 3 if all(word in everything for word in wanted.split()) else None
