"""The series that the details offer, in groups where there are many, and those withheld."""

from collections.abc import Sequence

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import FactorSeries
from explorer.pages.detail import ChartChoice, ChartsBlock, Cited, Paragraph
from explorer.pages.series_labels import (
    bearing_words,
    choice_label,
    series_label,
    withheld_because,
)
from explorer.pages.words import in_sentences, sentence


def charts_blocks(
    atlas: Atlas, found: Sequence[FactorSeries], *, is_grouped: bool = False
) -> tuple[ChartsBlock, ...]:
    """Offer the bundled series; in groups, those of one topic stand together.

    Without groups, those that point one way come before those that are context.
    """
    if not is_grouped:
        found = sorted(found, key=lambda each: each.bearing == "context")
    choices = [
        ChartChoice(
            str(each.series),
            choice_label(atlas, each.series),
            in_sentences([bearing_words(atlas, each)]).removesuffix("."),
            _topic(atlas, each) if is_grouped else "",
        )
        for each in found
        if not withheld_because(atlas, each.series)
    ]
    groups = {group: at for at, group in enumerate(dict.fromkeys(c.group for c in choices))}
    choices.sort(key=lambda choice: groups[choice.group])
    return (ChartsBlock("Measured", tuple(choices)),) if choices else ()


def withheld_blocks(atlas: Atlas, found: Sequence[FactorSeries]) -> tuple[Paragraph, ...]:
    """Name the series that are withheld, each with the reason."""
    withheld = [
        f"{series_label(atlas, each.series)}: {sentence(because)}"
        for each in found
        if (because := withheld_because(atlas, each.series))
    ]
    return (Paragraph("Not bundled", Cited(" ".join(withheld)), quiet=True),) if withheld else ()


def _topic(atlas: Atlas, each: FactorSeries) -> str:
    """Name the topic of a series; shares in trade and votes at the UN are topics of their own."""
    match each.series.kind:
        case "indicator":
            return atlas.indicator_by_id[each.series.key].topic.capitalize()
        case "trade_share":
            return "Trade"
        case "un_agreement":
            return "Votes at the UN"
