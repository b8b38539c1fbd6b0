"""What a brief cites, for the appendix that says where each of it stands in the data."""

from collections.abc import Sequence

from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.brief_document import BriefChart
from explorer.pages.brief_sources import SourceNumbers
from explorer.pages.outlook import Outlook
from explorer.pages.trace_appendix import CitedThings


def things_cited(
    outlook: Outlook,
    charts: Sequence[BriefChart],
    sources: SourceNumbers,
    items: Sequence[str] = (),
    things: Sequence[str] = (),
) -> CitedThings:
    """Give what a brief cites: its sources, the evidence behind them, and what its charts draw.

    `items` are ids of evidence that it names beside, `things` the names of what its appendix on
    events and evidence tells of.
    """
    base = outlook.what_if.base
    return CitedThings(
        source_ids=sources.source_ids,
        evidence_ids=(*sources.evidence_ids, *items),
        series=tuple(dict.fromkeys(each.series for each in charts)),
        scenario="" if base == BASELINE_SCENARIO else base,
        things=things,
    )
