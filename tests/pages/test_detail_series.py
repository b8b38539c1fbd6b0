from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.detail_series import FEWEST_COUNTRIES, first_shown
from explorer.pages.series_labels import parse_ref, withheld_because
from explorer.pages.words import study_states


def test_the_first_series_that_compares_is_shown_at_first(
    atlas: Atlas, observations: Observations
) -> None:
    for factor in atlas.factors:
        refs = [
            str(each.series)
            for each in atlas.factor_series
            if each.factor == factor.id and not withheld_because(atlas, each.series)
        ]
        for other in study_states(atlas)[1:]:
            shown = ("AZE", other)
            first = first_shown(observations, refs, shown)
            found = {
                ref: sum(bool(observations.series(parse_ref(ref), iso3).points) for iso3 in shown)
                for ref in refs
            }
            full = [ref for ref in refs if found[ref] >= FEWEST_COUNTRIES]
            assert first == (full or refs)[0]


def test_where_no_series_compares_the_very_first_is_shown(observations: Observations) -> None:
    refs = ("indicator/never_measured", "indicator/gini")
    assert first_shown(observations, refs, ("AZE",)) == refs[0]
