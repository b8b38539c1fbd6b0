"""Which series the details draw at first; imported late, since it names the series' own class."""

from collections.abc import Sequence

from explorer.domain.observations import Observations
from explorer.pages.series_labels import parse_ref

FEWEST_COUNTRIES = 2
"""A chart compares from two countries on."""


def first_shown(observations: Observations, refs: Sequence[str], countries: Sequence[str]) -> str:
    """Give the first series with values for at least two of the countries, or the very first.

    The series come from most to least telling, those that are context last, but some have no
    values for some countries. Of a country that is shown alone its own values will do.
    """
    fewest = min(FEWEST_COUNTRIES, len(countries))
    for ref in refs:
        series = parse_ref(ref)
        if sum(observations.has_values(series, iso3) for iso3 in countries) >= fewest:
            return ref
    return refs[0]
