"""Figures that several sources give for one quantity: shown together, never averaged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explorer.domain.atlas import Atlas
from explorer.domain.evidence import Evidence
from explorer.domain.indicators import SeriesRef
from explorer.domain.rivals import Rival
from explorer.pages.numbers import number_text
from explorer.pages.series_labels import series_label
from explorer.pages.words import country_names, listing

HEADING = "Other figures for this quantity"
_LONG = 3
NEVER_AVERAGED = "Kept apart and never averaged: each counts in its own way."


@dataclass(frozen=True, slots=True)
class RivalFigure:
    """What a rival series says of one state: its latest value, and the year or a blank."""

    state: str
    value: str
    year: str


@dataclass(frozen=True, slots=True)
class RivalLine:
    """One of the figures: whose it is, and what it says.

    `series` is the short form of a series and `evidence` the id of an item; one of them is blank.
    A series has a figure for each state shown, in `unit`, so that a table can hold them apart.
    """

    label: str
    words: str
    series: str = ""
    evidence: str = ""
    figures: tuple[RivalFigure, ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class RivalGroup:
    """The figures for one quantity that stand beside one already shown, or all of them."""

    title: str
    lines: tuple[RivalLine, ...]


def rivals_sentence(groups: Sequence[RivalGroup]) -> str:
    """Give the other figures in a sentence, for the foot of a picture; blank without any."""
    told = "; ".join(f"{line.label}: {line.words}" for group in groups for line in group.lines)
    return f"{HEADING}, kept apart: {told}." if told else ""


def rivals_of(atlas: Atlas, kind: str, key: str) -> tuple[tuple[Rival, ...], ...]:
    """Give, for each quantity that a figure is one of, the others, in the pack's order."""
    quantities = dict.fromkeys(
        each.quantity for each in atlas.rivals if (each.kind, each.key) == (kind, key)
    )
    groups = (
        tuple(
            each
            for each in atlas.rivals
            if each.quantity == quantity and (each.kind, each.key) != (kind, key)
        )
        for quantity in quantities
    )
    return tuple(group for group in groups if group)


def evidence_rivals(atlas: Atlas, evidence_id: str) -> tuple[RivalGroup, ...]:
    """Give the other figures for what an item puts a figure on; a series is named, not read."""
    groups = (
        RivalGroup(found[0].title, tuple(_named_lines(atlas, found)))
        for found in rivals_of(atlas, "evidence", evidence_id)
    )
    return tuple(group for group in groups if group.lines)


def evidence_line(
    atlas: Atlas, rival: Rival, countries: Sequence[str] | None = None
) -> RivalLine | None:
    """Give the figure of an item; `None` where it is not known, or is of no shown country."""
    item = atlas.evidence_by_id.get(rival.key)
    if item is None or (countries is not None and not set(countries) & set(item.countries)):
        return None
    figure = _figure_words(item) if item.quantity else item.claim.removesuffix(".")
    of = listing(country_names(atlas, item.countries))
    words = f"{of}: {figure}, {item.date.words} ({item.id})"
    return RivalLine(rival.label, words, evidence=item.id)


def _figure_words(item: Evidence) -> str:
    """Give the figure as printed, with its thousands set apart as in all other figures."""
    quantity = item.quantity
    if quantity.isdecimal() and len(quantity) > _LONG:
        quantity = number_text(float(quantity), 0)
    return f"{quantity} {item.unit}".strip()


def _named_lines(atlas: Atlas, rivals: Sequence[Rival]) -> Iterator[RivalLine]:
    for rival in rivals:
        if rival.kind == "evidence":
            line = evidence_line(atlas, rival)
            if line is not None:
                yield line
        else:
            ref = SeriesRef("indicator", rival.key)
            yield RivalLine(rival.label, f"series: {series_label(atlas, ref)}", series=str(ref))
