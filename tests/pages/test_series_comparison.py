from dataclasses import replace

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import Point, SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.series_comparison import (
    FEW_VOTES,
    caveat_of,
    comparison_of,
    named_figures,
    share_interval,
    year_cells,
)
from explorer.pages.words import EN_DASH, study_states

MILEX = SeriesRef("indicator", "milex_gdp")


@pytest.mark.parametrize(
    ("key", "iso3", "begins"),
    [
        ("milex_gdp", "KAZ", "Kazakhstan 2024 is 0.43"),
        ("milex_gdp", "TKM", "Uzbekistan ends 2018 (with gaps), Turkmenistan 1999"),
        ("remittances_gdp", "UZB", "The World Bank rebased Uzbek GDP"),
        ("gas_reserves_mtoe", "TKM", "Ends 2020; Turkmen reserves rest"),
        ("exports_gdp", "TKM", "Turkmenistan (17.6 % in 2024) is pulled down"),
    ],
)
def test_a_caveat_names_a_state_by_its_name_or_its_people(
    atlas: Atlas, key: str, iso3: str, begins: str
) -> None:
    words, named = caveat_of(atlas, SeriesRef("indicator", key), iso3)
    assert words.startswith(begins)
    assert named


@pytest.mark.parametrize(
    ("key", "iso3"),
    [
        ("milex_gdp", "AZE"),
        ("internet_users", "TKM"),
        ("oil_prod_mtoe", "TJK"),
        ("remittances_gdp", "KGZ"),
        ("exports_gdp", "KAZ"),
    ],
)
def test_a_caveat_on_others_or_on_years_alone_is_none_on_a_state(
    atlas: Atlas, key: str, iso3: str
) -> None:
    assert caveat_of(atlas, SeriesRef("indicator", key), iso3) == ("", False)


def test_a_caveat_against_ranking_stands_for_every_state(atlas: Atlas) -> None:
    for iso3 in study_states(atlas):
        words, _ = caveat_of(atlas, SeriesRef("indicator", "poverty_national_fb"), iso3)
        assert "do not rank" in words
    assert not caveat_of(atlas, SeriesRef("indicator", "poverty_national_fb"), "KAZ")[1]
    assert caveat_of(atlas, SeriesRef("un_agreement", "all", "ISR"), "KAZ") == ("", False)


def test_of_military_spending_the_mixed_years_are_not_compared(
    atlas: Atlas, observations: Observations
) -> None:
    assert "year" in comparison_of(atlas, observations, MILEX, "AZE", "TKM").withheld_by
    assert comparison_of(atlas, observations, MILEX, "AZE", "TJK").holds
    point = SeriesRef("indicator", "unga_ideal_point")
    found = {
        (one, other)
        for one in study_states(atlas)
        for other in study_states(atlas)
        if not comparison_of(atlas, observations, point, one, other).holds
    }
    assert {("AZE", "TKM"), ("TKM", "AZE")} <= found
    assert ("AZE", "KAZ") not in found


def test_the_two_ideal_points_order_azerbaijan_and_turkmenistan_differently(
    atlas: Atlas, observations: Observations
) -> None:
    for key in ("unga_ideal_point", "unga_ideal_point_all"):
        ref = SeriesRef("indicator", key)
        assert comparison_of(atlas, observations, ref, "AZE", "TKM").withheld_by == ("rival",)
        found = [observations.series(ref, iso3) for iso3 in ("AZE", "TKM")]
        figures = named_figures(atlas, observations, ref, found, str)
        points = [{point.year: point for point in each.points} for each in found]
        years = sorted(set(points[0]) & set(points[1]))
        cells = dict(zip(years, year_cells(figures, points, years), strict=True))
        assert cells[2023] == "no: rival figures disagree"
        assert "yes" in cells.values()
        assert figures[0].means == "closer to the West"


def test_shares_of_a_dozen_votes_are_not_ranked_where_their_intervals_meet(
    atlas: Atlas, observations: Observations
) -> None:
    ref = SeriesRef("un_agreement", "all", "ISR")
    found = [observations.series(ref, iso3) for iso3 in ("AZE", "KAZ")]
    figures = named_figures(atlas, observations, ref, found, str)
    assert [each.backing for each in figures] == [each.points[-1].note for each in found]
    assert comparison_of(atlas, observations, ref, "AZE", "KAZ").withheld_by == ("overlap",)
    low, high = share_interval(Point(2025, 100 / 13, "a", "13 votes"))
    assert (round(low, 1), round(high, 1)) == (1.4, 33.3)


def test_a_partner_left_out_of_the_newest_list_is_absent_though_it_had_a_share_before(
    atlas: Atlas, observations: Observations
) -> None:
    ref = SeriesRef("trade_share", "imports", "RUS")
    series = [observations.series(ref, "TJK")]
    [named] = named_figures(atlas, observations, ref, series, str)
    assert (named.figure.absence, named.figure.year) == ("small", 2022)
    assert named.figure.value is not None
    assert named.listed.startswith("2023, smallest 4 %; the list printed for 2023 leaves Russia")


def test_years_are_judged_by_the_sources_of_that_year(
    atlas: Atlas, observations: Observations
) -> None:
    found = [observations.series(MILEX, iso3) for iso3 in ("AZE", "TJK")]
    figures = named_figures(atlas, observations, MILEX, found, str)
    points = [{2020: Point(2020, 1.0, "a"), 2021: Point(2021, 1.0, "a")}, {}]
    assert year_cells(figures, points, (2020, 2021)) == (EN_DASH, EN_DASH)
    points[1] = {2020: Point(2020, 1.0, "a"), 2021: Point(2021, 1.0, "b")}
    assert year_cells(figures, points, (2020, 2021)) == ("yes", "no: sources")


def test_a_state_without_values_and_without_a_list_is_no_figure(
    atlas: Atlas, observations: Observations
) -> None:
    empty = replace(observations.series(MILEX, "TKM"), points=())
    [named] = named_figures(atlas, observations, MILEX, [empty], str)
    assert not named.is_known


def test_a_share_of_few_votes_is_not_compared(atlas: Atlas, observations: Observations) -> None:
    ref = SeriesRef("un_agreement", "other", "ISR")
    whole = observations.series(ref, "KAZ")
    few = replace(whole, points=(replace(whole.points[-1], note=f"{FEW_VOTES - 1} votes"),))
    enough = replace(whole, points=(replace(whole.points[-1], note=f"{FEW_VOTES} votes"),))
    [thin, full] = named_figures(atlas, observations, ref, [few, enough], str)
    assert thin.figure.caveat == f"Behind the share of {thin.figure.year} stand only 9 votes."
    assert thin.warned
    assert not full.figure.caveat
    points = [{2020: Point(2020, 1.0, "a", "9 votes"), 2021: Point(2021, 1.0, "a", "20 votes")}]
    points.append(
        {2020: Point(2020, 2.0, "a", "30 votes"), 2021: Point(2021, 2.0, "a", "30 votes")}
    )
    assert year_cells((thin, full), points, (2020, 2021)) == (
        "no: caveat, intervals meet",
        "no: intervals meet",
    )
    points[1][2021] = Point(2021, 80.0, "a", "30 votes")
    assert year_cells((thin, full), points, (2021,)) == ("yes",)


@pytest.mark.parametrize("key", ["urban_share", "unemployment_ilo", "qog_relig_importance"])
@pytest.mark.parametrize("iso3", ["AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK"])
def test_states_measured_in_unlike_ways_are_not_ranked_whoever_the_sentence_names(
    atlas: Atlas, key: str, iso3: str
) -> None:
    assert "differ" in caveat_of(atlas, SeriesRef("indicator", key), iso3)[0]


def test_a_caveat_on_one_state_alone_bars_no_other(atlas: Atlas) -> None:
    assert caveat_of(atlas, SeriesRef("indicator", "exports_gdp"), "KAZ") == ("", False)
    assert caveat_of(atlas, SeriesRef("indicator", "gas_prod_bcm_fb"), "KAZ") == ("", False)
