"""The card beside a link of a note: what is cited there, before anyone follows it."""

from dataclasses import dataclass

from explorer.domain.atlas import Atlas
from explorer.pages.evidence_items import STRENGTH, direction_words, grade_words
from explorer.pages.evidence_pool import pool_evidence
from explorer.pages.note_links import EVIDENCE, NOTE, note_by_id
from explorer.pages.note_places import is_known, place_label
from explorer.pages.sources import source_link
from explorer.pages.words import country_names, day_words, in_sentences
from explorer.workspace.document import Workspace

_LONGEST = 180


@dataclass(frozen=True, slots=True)
class CardRow:
    """A state's latest value and its year; “no value found” where there is none."""

    iso3: str
    name: str
    value: str
    year: str


@dataclass(frozen=True, slots=True)
class NoteCard:
    """A card: a line over the title, the title, rows of figures, and quiet lines below."""

    kicker: str
    title: str
    rows: tuple[CardRow, ...]
    lines: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """Give all of it in sentences, for a screen reader."""
        figures = (
            " ".join(part for part in (row.name, row.value, row.year and f"in {row.year}") if part)
            for row in self.rows
        )
        return in_sentences((self.kicker, self.title, *figures, *self.lines))


def compose_card(atlas: Atlas, workspace: Workspace, href: str) -> NoteCard | None:
    """Give the card of a link to evidence or a note; `None` for others and for what is not held.

    The card of a series is made by `series_card`, which needs the series to be read.
    """
    kind, _, key = href.partition(":")
    if kind == EVIDENCE:
        return _evidence_card(atlas, workspace, key)
    return _note_card(atlas, workspace, key) if kind == NOTE else None


def _evidence_card(atlas: Atlas, workspace: Workspace, key: str) -> NoteCard | None:
    pool = pool_evidence(atlas, workspace)
    item = pool.items.get(key)
    if item is None:
        return None
    sources = [source_link(pool.sources[each]) for each in item.source_ids if each in pool.sources]
    lines = [f"Source: {each.line}" for each in sources] or ["No source given"]
    states = ", ".join(country_names(atlas, item.countries))
    weight = f"{STRENGTH.get(item.strength, str(item.strength))}, {direction_words(atlas, item)}"
    return NoteCard(
        kicker=f"Evidence {key} · {item.reliability}{item.credibility} · {item.date.words}",
        title=item.claim,
        rows=(),
        lines=(
            grade_words(item.reliability, item.credibility),
            " · ".join(part for part in (states, weight) if part),
            *lines,
        ),
    )


def _note_card(atlas: Atlas, workspace: Workspace, key: str) -> NoteCard | None:
    note = note_by_id(atlas, key)
    if note is not None:
        return NoteCard(f"Bundled note · {day_words(note.updated)}", note.title, (), ())
    if not is_known(atlas, key):
        return None
    text = " ".join(workspace.note(key).split())
    short = f"{text[:_LONGEST].rstrip()}…" if len(text) > _LONGEST else text
    return NoteCard("Your note", place_label(atlas, key), (), (short or "Nothing written yet",))
