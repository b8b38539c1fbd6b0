"""The chain of a bundled note: the items and series that it cites, and its file."""

from dataclasses import replace

from explorer.domain.atlas import Atlas
from explorer.domain.notes import Note
from explorer.packs.rows import PackFiles
from explorer.pages.chain import ChainPage, PackPlace, group
from explorer.pages.provenance_records import compose_record
from explorer.pages.provenance_series import series_link
from explorer.pages.trace import Thing
from explorer.pages.trace_names import records_named


def compose_note(atlas: Atlas, files: PackFiles, named: Thing) -> ChainPage:
    """Compose the page of a note; its place is its file, which is one text and has no rows."""
    page = compose_record(atlas, files, named)
    found = records_named(atlas, named)
    if not found or not isinstance(found[0], Note):
        return page
    note = found[0]
    file = f"notes/{note.id}.md"
    series = tuple(
        series_link(atlas, f"indicator/{each.id}", words=each.unit)
        for each in atlas.indicators
        if f"{{{each.id}}}" in note.body
    )
    return replace(
        page,
        rests_on=(*page.rests_on, *group("Series that it names", series)),
        places=(PackPlace(file, "", files.stamp(file).sha256),),
    )
