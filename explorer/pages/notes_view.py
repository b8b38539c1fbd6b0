"""The view Notes: the list of all notes, and the chosen one with what stands beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.domain.as_of import whole, written_on
from explorer.domain.atlas import Atlas
from explorer.domain.notes import Note
from explorer.domain.outcomes import OUTCOME
from explorer.pages.note_links import (
    EVIDENCE,
    CitedLine,
    LinkedLine,
    cited_lines,
    hrefs_in,
    linked_lines,
    linked_note,
    note_by_id,
)
from explorer.pages.note_places import KINDS, METHOD, PAIR, is_known, kind_of, place_label
from explorer.pages.search import folded
from explorer.pages.search_documents import plain_text
from explorer.pages.view import Target
from explorer.pages.words import counted, day_words, mid_sentence
from explorer.workspace.document import UserNote, Workspace

OWN_TITLE, BUNDLED_TITLE = "Your notes", "Bundled notes"
NOTHING_WRITTEN = "Nothing written yet"
NOTHING_FOUND = "No note has these words"
_GLOSSARY = "glossary"
_BUNDLED_GROUPS = (
    ("country", "States"),
    ("factor", "Factors"),
    (PAIR, "Pairs of states"),
    (OUTCOME, "Outcome"),
    (METHOD, "Method"),
    (_GLOSSARY, "Glossary"),
)
_ONE = {"country": "State", PAIR: "Pair of states", "factor": "Factor"}
_LOST = "Places that these data do not have"
_EXCERPT = 80


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note in the list. `key` is a bundled note's id, or the place of an own one."""

    key: str
    title: str
    subtitle: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """Notes of one kind: “States · 6”."""

    heading: str
    rows: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class NoteSection:
    """The user's notes or the bundled ones; `nothing` is said where there are none."""

    title: str
    count: int
    groups: tuple[NoteGroup, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class NoteList:
    """All notes that hold the words asked for, and how many there are in all."""

    counts: str
    sections: tuple[NoteSection, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the keys of all rows, in order."""
        groups = (group for section in self.sections for group in section.groups)
        return tuple(row.key for group in groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class BundledPart:
    """A bundled note to read: Markdown with links, and what it cites and is linked from.

    `others` are the further notes on the same subject, by key and title.
    """

    key: str
    title: str
    line: str
    markdown: str
    others: tuple[tuple[str, str], ...]
    cited: tuple[CitedLine, ...]
    linked: tuple[LinkedLine, ...]


@dataclass(frozen=True, slots=True)
class OwnPart:
    """The user's note on a place: the text to edit, and as Markdown with links to read."""

    place: str
    label: str
    text: str
    line: str
    markdown: str
    cited: tuple[CitedLine, ...]
    linked: tuple[LinkedLine, ...]


@dataclass(frozen=True, slots=True)
class NotePage:
    """The chosen note; one of the parts may be missing, never both."""

    key: str
    title: str
    subtitle: str
    bundled: BundledPart | None
    own: OwnPart | None


def compose_note_list(atlas: Atlas, workspace: Workspace, words: str = "") -> NoteList:
    """Give the notes that hold all of the words, blind to case and diacritics, by kind."""
    wanted = folded(words).split()
    own = tuple(_own_groups(atlas, workspace, wanted))
    bundled = tuple(_bundled_groups(atlas, workspace, wanted))
    return NoteList(
        counts=f"{len(atlas.notes)} bundled · {len(workspace.notes)} of yours",
        sections=(
            _section(OWN_TITLE, own, NOTHING_FOUND if workspace.notes else NOTHING_WRITTEN),
            _section(BUNDLED_TITLE, bundled, NOTHING_FOUND, _missing(atlas)),
        ),
    )


def _missing(atlas: Atlas) -> str:
    """Say how many notes are missing as of an earlier day, and why; blank for the newest."""
    if atlas.subject.seen_on is None:
        return ""
    count = len(whole(atlas).notes) - len(atlas.notes)
    return f"{counted(count, 'other')} written on {day_words(written_on(atlas))}"


def compose_note_page(atlas: Atlas, workspace: Workspace, key: str) -> NotePage | None:
    """Give a note by the id of a bundled one or by the place of an own one, beside the other.

    A place need not be written on yet; `None` where there is neither note nor place.
    """
    note = note_by_id(atlas, key)
    if note is None and not (is_known(atlas, key) or key in workspace.notes):
        return None
    place = place_of_note(note) if note else key
    if note is None:
        note = next(iter(atlas.notes_about(key)), None)
    bundled = _bundled_part(atlas, workspace, note) if note else None
    own = compose_own_part(atlas, workspace, place) if place else None
    label = place_label(atlas, place) if place else "Method"
    if bundled is None:
        return NotePage(key, label, _own_words(atlas, place), None, own)
    return NotePage(key, bundled.title, _subtitle(bundled.title, place, label), bundled, own)


def compose_own_part(atlas: Atlas, workspace: Workspace, place: str) -> OwnPart:
    """Give the user's note on a place, as it is now."""
    found = workspace.notes.get(place)
    text = found.text if found else ""
    markdown = linked_note(atlas, workspace, text)
    hrefs = hrefs_in(markdown)
    return OwnPart(
        place=place,
        label=place_label(atlas, place),
        text=text,
        line=_own_line(found),
        markdown=markdown,
        cited=cited_lines(atlas, workspace, hrefs),
        linked=linked_lines(atlas, workspace, place, _ids(hrefs)),
    )


def first_key(atlas: Atlas, workspace: Workspace, selection: Target) -> str:
    """Give the note to open at first: an own one on what is selected, or a bundled one near it."""
    if str(selection) in workspace.notes:
        return str(selection)
    nearest = (
        str(selection),
        f"factor:{selection.factor}",
        f"country:{selection.iso3}",
        OUTCOME,
    )
    for place in nearest:
        for note in atlas.notes_about(place):
            return note.id
    return atlas.notes[0].id if atlas.notes else str(selection)


def place_of_note(note: Note) -> str:
    """Give the place on which one's own note stands beside a bundled one; blank for the method."""
    return next((about for about in note.about if about != METHOD), "")


def _section(
    title: str, groups: tuple[NoteGroup, ...], nothing: str, missing: str = ""
) -> NoteSection:
    count = sum(len(group.rows) for group in groups)
    return NoteSection(title, count, groups, missing or ("" if groups else nothing))


def _own_groups(atlas: Atlas, workspace: Workspace, wanted: list[str]) -> Iterator[NoteGroup]:
    """Give the user's notes by kind; those on what the pack does not have come last."""
    known = {place: note for place, note in workspace.notes.items() if is_known(atlas, place)}
    lost = [note for place, note in workspace.notes.items() if place not in known]
    order = {factor.id: at for at, factor in enumerate(atlas.factors)}
    for kind, title in KINDS:
        notes = [note for place, note in known.items() if kind_of(place) == kind]
        notes.sort(key=lambda note: (order.get(note.target.rpartition(":")[2], -1), note.target))
        yield from _group(title, [_own_row(atlas, each) for each in notes], notes, wanted)
    yield from _group(_LOST, [_own_row(atlas, each) for each in lost], lost, wanted)


def _group(
    title: str, rows: list[NoteRow], notes: list[UserNote], wanted: list[str]
) -> Iterator[NoteGroup]:
    kept = tuple(
        row
        for row, note in zip(rows, notes, strict=True)
        if _holds(f"{row.title} {note.text}", wanted)
    )
    if kept:
        yield NoteGroup(f"{title} · {len(kept)}", kept)


def _own_row(atlas: Atlas, note: UserNote) -> NoteRow:
    text = plain_text(note.text)
    short = f"{text[:_EXCERPT].rstrip()}…" if len(text) > _EXCERPT else text
    return NoteRow(note.target, place_label(atlas, note.target), short, is_own=True)


def _bundled_groups(atlas: Atlas, workspace: Workspace, wanted: list[str]) -> Iterator[NoteGroup]:
    for kind, title in _BUNDLED_GROUPS:
        notes = [note for note in atlas.notes if _bundled_kind(note) == kind]
        notes.sort(key=lambda note: _rank(atlas, note))
        rows = tuple(
            _bundled_row(workspace, note)
            for note in notes
            if _holds(f"{note.title} {note.body}", wanted)
        )
        if rows:
            yield NoteGroup(f"{title} · {len(rows)}", rows)


def _bundled_kind(note: Note) -> str:
    if note.id.rpartition("/")[2] == _GLOSSARY:
        return _GLOSSARY
    return kind_of(note.about[0]) if note.about else METHOD


def _rank(atlas: Atlas, note: Note) -> tuple[int, str]:
    """Give the pack's own order of what a note is on: its states, its factors."""
    subject = (atlas.subject.baseline, *atlas.subject.compared)
    order = [*(f"country:{iso3}" for iso3 in subject), *(f"factor:{x.id}" for x in atlas.factors)]
    order += [f"{PAIR}:{atlas.subject.baseline}-{iso3}" for iso3 in subject]
    place = place_of_note(note)
    return (order.index(place) if place in order else len(order), note.id)


def _bundled_row(workspace: Workspace, note: Note) -> NoteRow:
    place = place_of_note(note)
    yours = " · yours beside it" if place and workspace.note(place) else ""
    return NoteRow(note.id, note.title, f"{counted(len(note.body.split()), 'word')}{yours}")


def _holds(text: str, wanted: list[str]) -> bool:
    if not wanted:
        return True
    plain = folded(text)
    return all(word in plain for word in wanted)


def _bundled_part(atlas: Atlas, workspace: Workspace, note: Note) -> BundledPart:
    markdown = linked_note(atlas, workspace, note.body)
    hrefs = tuple(
        dict.fromkeys((*hrefs_in(markdown), *(f"{EVIDENCE}:{key}" for key in note.evidence_ids)))
    )
    place = place_of_note(note)
    same = atlas.notes_about(place) if place else ()
    return BundledPart(
        key=note.id,
        title=note.title,
        line=f"{counted(len(note.body.split()), 'word')} · {day_words(note.updated)}",
        markdown=markdown,
        others=tuple((other.id, other.title) for other in same if other.id != note.id),
        cited=cited_lines(atlas, workspace, hrefs),
        linked=linked_lines(atlas, workspace, note.id, _ids(hrefs)),
    )


def _ids(hrefs: tuple[str, ...]) -> frozenset[str]:
    lead = f"{EVIDENCE}:"
    return frozenset(href.removeprefix(lead) for href in hrefs if href.startswith(lead))


def _own_line(note: UserNote | None) -> str:
    if note is None:
        return NOTHING_WRITTEN
    return f"{counted(len(note.text.split()), 'word')} · {day_words(note.edited.date())}"


def _subtitle(title: str, place: str, label: str) -> str:
    """Say what a bundled note is on; where its title says that, what that is."""
    if not place:
        return label
    if title == label:
        return _ONE.get(kind_of(place), "")
    return f"On {mid_sentence(label) if place == OUTCOME else label}"


def _own_words(atlas: Atlas, place: str) -> str:
    """Say what an own note that stands alone is on."""
    if not is_known(atlas, place):
        return "A note on a place that these data do not have; its text is kept"
    if kind_of(place) == "cell":
        return "On one cell of the comparison"
    return "No bundled note is on this"
