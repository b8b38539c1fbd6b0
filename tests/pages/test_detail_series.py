from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.detail_charts import charts_blocks
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


def test_of_the_first_factor_the_details_first_draw_a_series_that_points_one_way(
    atlas: Atlas, observations: Observations
) -> None:
    bearing = {(each.factor, str(each.series)): each.bearing for each in atlas.factor_series}
    for factor in atlas.factors:
        found = [each for each in atlas.factor_series if each.factor == factor.id]
        blocks = charts_blocks(atlas, found)
        refs = [choice.ref for block in blocks for choice in block.choices]
        kinds = [bearing[factor.id, ref] == "context" for ref in refs]
        assert kinds == sorted(kinds)
        points = [
            ref
            for ref in refs
            if bearing[factor.id, ref] != "context"
            and all(observations.has_values(parse_ref(ref), iso3) for iso3 in ("AZE", "KAZ"))
        ]
        first = first_shown(observations, refs, ("AZE", "KAZ"))
        assert (bearing[factor.id, first] != "context") == bool(points)


def test_a_country_alone_is_shown_by_a_series_of_its_own(observations: Observations) -> None:
    refs = ("indicator/never_measured", "indicator/population")
    assert first_shown(observations, refs, ("KAZ",)) == refs[1]


def test_where_no_series_compares_the_very_first_is_shown(observations: Observations) -> None:
    refs = ("indicator/never_measured", "indicator/gini")
    assert first_shown(observations, refs, ("XXA", "XXB")) == refs[0]
