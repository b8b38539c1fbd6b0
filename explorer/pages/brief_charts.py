"""The charts of a brief: of the factors on which the ratings differ most, what was measured."""

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.brief_document import BriefChart
from explorer.pages.brief_sources import SourceNumbers
from explorer.pages.series import series_chart
from explorer.pages.series_labels import bearing_words
from explorer.pages.telling import most_telling_series
from explorer.pages.view import View
from explorer.pages.words import sentence

CHARTS = 4


def brief_charts(
    atlas: Atlas, observations: Observations, view: View, sources: SourceNumbers
) -> tuple[BriefChart, ...]:
    """Choose and compose the charts for the pair in view, and cite the data sets they stand on."""
    chosen = most_telling_series(atlas, observations, view.baseline, view.comparators[0], CHARTS)
    return tuple(
        BriefChart(
            chart=series_chart(atlas, observations, str(each.series), view.shown),
            factor=sentence(
                f"Bears on {atlas.factor_by_id[each.factor].title}: {bearing_words(atlas, each)}"
            ),
            cites=sources.cites(_source_ids(atlas, observations, each.series, view)),
            series=str(each.series),
        )
        for each in chosen
    )


def _source_ids(
    atlas: Atlas, observations: Observations, ref: SeriesRef, view: View
) -> tuple[str, ...]:
    """Give the data sets behind a series; one id of the tables may hold several."""
    points = (point for iso3 in view.shown for point in observations.series(ref, iso3).points)
    ids = dict.fromkeys(part.strip() for point in points for part in point.source_id.split(";"))
    return tuple(key for key in ids if key in atlas.source_by_id)
