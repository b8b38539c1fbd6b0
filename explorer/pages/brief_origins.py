"""The appendix of a brief that says where each of its figures and texts stands in the data."""

from collections.abc import Sequence
from dataclasses import replace

from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.packs.rows import PackFiles
from explorer.pages.brief_document import BriefChart
from explorer.pages.brief_sources import SourceNumbers
from explorer.pages.outlook import Outlook
from explorer.pages.trace_appendix import (
    AppendixRow,
    CitedThings,
    TraceAppendix,
    compose_appendix,
)

_TEXTS = ("cells", "conclusions", "signposts", "pair")
"""What the lines on texts are of; as of an earlier day these texts are not in a brief."""


def things_cited(
    outlook: Outlook,
    charts: Sequence[BriefChart],
    sources: SourceNumbers,
    items: Sequence[str] = (),
) -> CitedThings:
    """Give what a brief cites: its sources, the evidence behind them, and what its charts draw.

    `items` are ids of evidence that it names beside.
    """
    base = outlook.what_if.base
    return CitedThings(
        source_ids=sources.source_ids,
        evidence_ids=(*sources.evidence_ids, *items),
        series=tuple(dict.fromkeys(each.series for each in charts)),
        scenario="" if base == BASELINE_SCENARIO else base,
    )


def origins_of(
    atlas: Atlas, files: PackFiles, pair: tuple[str, str], cited: CitedThings
) -> TraceAppendix:
    """Give the lines of the appendix, without those on texts that the brief does not hold."""
    whole = compose_appendix(atlas, files, pair, cited)
    if atlas.subject.seen_on is None:
        return whole
    kept = tuple(
        (heading, tuple(row for row in rows if not _is_text(row)))
        for heading, rows in whole.groups
    )
    groups = tuple((heading, rows) for heading, rows in kept if rows)
    named = {f"data/{row.file}" for _, rows in groups for row in rows}
    return replace(
        whole, groups=groups, files=tuple(each for each in whole.files if each.file in named)
    )


def _is_text(row: AppendixRow) -> bool:
    return row.key.partition(":")[0] in _TEXTS
