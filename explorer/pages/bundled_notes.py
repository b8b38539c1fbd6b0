"""The bundled notes as Markdown ready to show, with citations and series as links."""

import re

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import SeriesRef
from explorer.domain.notes import METHOD_NOTE, Note
from explorer.pages.detail import Cited, NoteBlock, Paragraph

_CAUTIONS = "Two cautions"
_CITATION = re.compile(r"\[(E\d+)\](?!\()")
_SERIES = re.compile(r"\{([A-Za-z0-9_]+)\}")
_PARAGRAPHS = re.compile(r"\n\s*\n")


def note_blocks(atlas: Atlas, target: str) -> tuple[NoteBlock, ...]:
    """Give the bundled notes about a target such as `factor:iran_wedge`."""
    return tuple(note_block(atlas, note) for note in atlas.notes_about(target))


def note_block(atlas: Atlas, note: Note) -> NoteBlock:
    """Give one bundled note, ready to show."""
    return NoteBlock(note.title, linked(atlas, note.body))


def linked(atlas: Atlas, markdown: str) -> str:
    """Turn `[E123]` into a link to the evidence and `{id}` into an indicator's linked name."""

    def cite(match: re.Match[str]) -> str:
        key = match.group(1)
        return f"[{key}](evidence:{key})" if key in atlas.evidence_by_id else match.group(0)

    def name(match: re.Match[str]) -> str:
        indicator = atlas.indicator_by_id.get(match.group(1))
        if indicator is None:
            return match.group(0)
        if indicator.withheld:
            return f"{indicator.name} (not bundled)"
        return f"[{indicator.name}](series:{SeriesRef('indicator', indicator.id)})"

    return _SERIES.sub(name, _CITATION.sub(cite, markdown))


def caution_paragraph(atlas: Atlas) -> tuple[Paragraph, ...]:
    """Give the two cautions that belong beside every judgement, in the method note's words."""
    for note in atlas.notes:
        if note.id == METHOD_NOTE:
            paragraphs = _PARAGRAPHS.split(note.body)
            found = [text for text in paragraphs if text.lstrip().startswith(_CAUTIONS)]
            return tuple(
                Paragraph("", Cited(" ".join(text.split())), quiet=True) for text in found
            )
    return ()
