"""The card beside a link to a series: the latest values; imported late, since it reads series."""

from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.charts import BarChart, LineChart
from explorer.pages.note_cards import CardRow, NoteCard
from explorer.pages.note_links import is_series
from explorer.pages.numbers import number_text
from explorer.pages.series import series_chart
from explorer.pages.tables import NO_VALUE
from explorer.pages.view import View
from explorer.pages.words import country_names


def compose_series_card(
    atlas: Atlas, observations: Observations, view: View, ref: str
) -> NoteCard | None:
    """Give the latest values of the shown states, each with its year, as the chart has them.

    It is `None` where a text names no series of the pack.
    """
    if not is_series(atlas, ref):
        return None
    chart = series_chart(atlas, observations, ref, view.shown)
    caption = chart.caption
    latest = _latest(chart)
    names = country_names(atlas, view.shown)
    rows = tuple(
        CardRow(iso3, name, *latest.get(iso3, (NO_VALUE, "")))
        for iso3, name in zip(view.shown, names, strict=True)
    )
    return NoteCard(
        kicker=" · ".join(part for part in ("Series", caption.unit) if part),
        title=caption.title,
        rows=rows,
        lines=tuple(part for part in (caption.source, caption.compared, caption.limits) if part),
    )


def _latest(chart: LineChart | BarChart) -> dict[str, tuple[str, str]]:
    """Give each state's newest value and its year."""
    if isinstance(chart, BarChart):
        return {
            bar.iso3: (number_text(bar.value, chart.decimals), str(bar.year))
            for bar in chart.bars
            if bar.value is not None
        }
    found: dict[str, tuple[str, str]] = {}
    for line in chart.lines:
        for year, value in zip(line.years, line.values, strict=True):
            if value is not None:
                found[line.iso3] = (number_text(value, chart.decimals), str(year))
    return found
