import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import Point, SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.charts import BarChart, LineChart
from explorer.pages.series import FEWEST_POINTS, FIRST_YEAR, series_chart, source_line
from explorer.pages.series_labels import withheld_because
from explorer.pages.tables import NO_VALUE
from explorer.pages.words import EN_DASH, study_states

AGREEMENT = "un_agreement/all/ISR"


def bundled(atlas: Atlas) -> list[SeriesRef]:
    found = {str(each.series): each.series for each in atlas.factor_series}
    return [ref for ref in found.values() if not withheld_because(atlas, ref)]


def test_every_bundled_series_of_the_pack_makes_a_chart_with_a_source(
    atlas: Atlas, observations: Observations, faults_of_text: Callable[[object], list[str]]
) -> None:
    states = study_states(atlas)
    for ref in bundled(atlas):
        chart = series_chart(atlas, observations, str(ref), states)
        assert faults_of_text(chart) == [], ref
        assert chart.caption.source.removeprefix("Source: ").strip("; "), ref
        assert chart.caption.unit, ref
        assert chart.caption.table.rows, ref


def test_a_line_has_a_gap_for_each_year_missing_between_its_first_and_last(
    atlas: Atlas, observations: Observations
) -> None:
    gaps = 0
    for ref in bundled(atlas):
        chart = series_chart(atlas, observations, str(ref), study_states(atlas))
        if not isinstance(chart, LineChart):
            continue
        for line in chart.lines:
            points = observations.series(ref, line.iso3).points
            known = {point.year for point in points if point.year >= FIRST_YEAR}
            assert line.years == tuple(range(min(known), max(known) + 1))
            missing = [year for year, v in zip(line.years, line.values, strict=True) if v is None]
            assert set(line.years) - known == set(missing)
            assert len(line.years) == len(line.values) == len(line.notes)
            gaps += len(missing)
    assert gaps > 0


def test_a_series_with_few_values_is_drawn_as_bars_with_their_years(
    atlas: Atlas, observations: Observations
) -> None:
    chart = series_chart(atlas, observations, "indicator/jewish_pop_core", study_states(atlas))
    assert isinstance(chart, BarChart)
    assert [bar.iso3 for bar in chart.bars] == list(study_states(atlas))
    [missing] = [bar for bar in chart.bars if bar.value is None]
    assert (missing.iso3, missing.year) == ("TJK", 0)
    assert ("Tajikistan", NO_VALUE, NO_VALUE, EN_DASH) in chart.caption.table.rows
    assert "No value found for Tajikistan." in chart.caption.description


def test_a_state_without_values_is_named_and_never_zero(
    atlas: Atlas, observations: Observations
) -> None:
    chart = series_chart(atlas, observations, "indicator/oil_prod_mtoe", ("AZE", "KGZ"))
    assert isinstance(chart, LineChart)
    assert [line.iso3 for line in chart.lines] == ["AZE"]
    years = [row for row in chart.caption.table.rows if row[0].isdigit()]
    assert {row[2] for row in years} == {NO_VALUE}
    assert chart.caption.missing == "No value found for Kyrgyzstan."
    assert chart.caption.caveat.startswith(chart.caption.missing)
    assert chart.caption.missing not in chart.caption.limits


def test_what_a_source_says_of_missing_countries_is_not_said_twice(
    atlas: Atlas, observations: Observations
) -> None:
    for each in atlas.indicators:
        ref = f"indicator/{each.id}"
        if "Not covered: Kyrgyzstan, Tajikistan." in each.caveat:
            caption = series_chart(atlas, observations, ref, study_states(atlas)).caption
            assert caption.missing == "No value found for Kyrgyzstan and Tajikistan."
            assert "Not covered" not in caption.caveat


def test_latest_years_that_differ_are_told_in_caption_and_description(
    atlas: Atlas, observations: Observations
) -> None:
    chart = series_chart(atlas, observations, "indicator/milex_gdp", ("AZE", "TKM"))
    said = "Latest years differ: Azerbaijan 2024, Turkmenistan 1999."
    [year] = [each for each in chart.caption.cautions if each.kind == "year"]
    assert year.words == said
    assert year.withholds
    assert said in chart.caption.description


def test_which_figure_is_higher_is_said_only_where_the_comparison_holds(
    atlas: Atlas, observations: Observations
) -> None:
    for ref in bundled(atlas):
        for other in study_states(atlas)[1:]:
            caption = series_chart(atlas, observations, str(ref), ("AZE", other)).caption
            withheld = any(each.withholds for each in caption.cautions)
            told = re.search(r"\b(?:is higher|is lower|are level)\b", caption.compared)
            assert bool(told) == (bool(caption.compared) and not withheld), ref
            if withheld:
                assert caption.compared.startswith("Not called higher or lower: "), ref


def test_military_spending_is_not_ranked_across_a_quarter_of_a_century(
    atlas: Atlas, observations: Observations
) -> None:
    caption = series_chart(atlas, observations, "indicator/milex_gdp", study_states(atlas)).caption
    assert caption.compared == (
        "Latest figures, against Azerbaijan: lower for Kyrgyzstan and Tajikistan; not called "
        "higher or lower for Kazakhstan (caveat), Uzbekistan (years, caveat) and Turkmenistan "
        "(years, caveat). A higher value means: more militarised."
    )
    assert [each.mark for each in caption.cautions] == ["Y", "C"]
    assert "keep budgets secret" in caption.cautions[1].detail


def test_ideal_points_of_one_year_and_source_are_compared(
    atlas: Atlas, observations: Observations
) -> None:
    caption = series_chart(
        atlas, observations, "indicator/unga_ideal_point", ("AZE", "KAZ")
    ).caption
    assert caption.cautions == ()
    assert caption.compared == (
        "The latest figure is higher for Kazakhstan than for Azerbaijan. "
        "A higher value means: closer to the West."
    )


def test_ideal_points_are_not_ranked_where_final_and_all_votes_disagree(
    atlas: Atlas, observations: Observations
) -> None:
    for key in ("unga_ideal_point", "unga_ideal_point_all"):
        caption = series_chart(atlas, observations, f"indicator/{key}", ("AZE", "TKM")).caption
        assert [each.mark for each in caption.cautions] == ["R"]
        assert caption.compared.startswith("Not called higher or lower: another figure")
        assert "Turkmenistan" in caption.cautions[0].words


def test_the_votes_behind_two_shares_stand_in_the_words_that_compare_them(
    atlas: Atlas, observations: Observations
) -> None:
    caption = series_chart(atlas, observations, "un_agreement/all/ISR", ("AZE", "KAZ")).caption
    assert caption.compared == (
        "Not called higher or lower: the intervals meet (Azerbaijan 13 votes, Kazakhstan 19 "
        "votes)."
    )
    assert "Azerbaijan 1–33 % (13 votes)" in caption.cautions[0].words


def test_a_partner_that_is_not_listed_is_told_with_the_list(
    atlas: Atlas, observations: Observations
) -> None:
    caption = series_chart(atlas, observations, "trade_share/exports/ISR", ("AZE", "KAZ")).caption
    [absent] = caption.cautions
    assert absent.words == (
        "Israel is not among the partners listed for Kazakhstan (2023, smallest 5 %), which is "
        "not zero."
    )
    assert "is not zero" in caption.compared


def test_the_table_says_of_each_year_whether_its_figures_may_be_compared(
    atlas: Atlas, observations: Observations
) -> None:
    table = series_chart(
        atlas, observations, "indicator/remittances_gdp", ("AZE", "UZB")
    ).caption.table
    assert table.columns[-1] == "May be compared?"
    by_year = {row[0]: row[-1] for row in table.rows}
    assert by_year["2024"] == "no: sources, caveat"
    assert by_year["2015"] == EN_DASH
    alone = series_chart(atlas, observations, "indicator/milex_gdp", ("AZE",)).caption
    assert "May be compared?" not in alone.table.columns
    assert alone.cautions == ()
    assert not alone.compared


def test_other_figures_for_the_quantity_stand_at_the_foot_of_the_table(
    atlas: Atlas, observations: Observations
) -> None:
    caption = series_chart(atlas, observations, "indicator/milex_gdp", ("AZE", "KAZ")).caption
    [group] = caption.rivals
    assert [line.label for line in group.lines] == ["CIA World Factbook"]
    last = caption.table.rows[-1]
    assert last[0] == "Other figures for this quantity: CIA World Factbook, % of GDP"
    assert last[caption.table.columns.index("Kazakhstan")] == "0.90 (2024)"
    assert len(last) == len(caption.table.columns)


def test_the_description_gives_each_latest_value_with_its_year(
    atlas: Atlas, observations: Observations
) -> None:
    chart = series_chart(atlas, observations, AGREEMENT, ("AZE",))
    latest = observations.series(SeriesRef("un_agreement", "all", "ISR"), "AZE").latest
    assert latest is not None
    assert f"Azerbaijan: {latest.value:.1f} in {latest.year}." in chart.caption.description
    assert chart.caption.title == "Agreement with Israel at the UN, all votes"


def test_the_votes_behind_an_agreement_are_told_since_few_make_it_swing(
    atlas: Atlas, observations: Observations
) -> None:
    caption = series_chart(atlas, observations, AGREEMENT, ("AZE", "TKM")).caption
    votes = [
        latest.note
        for iso3 in ("AZE", "TKM")
        if (latest := observations.series(SeriesRef("un_agreement", "all", "ISR"), iso3).latest)
    ]
    words = f"Behind the latest shares: Azerbaijan {votes[0]} and Turkmenistan {votes[1]}."
    assert words in caption.caveat
    assert words in caption.description


def test_large_amounts_are_shown_in_billions_and_the_unit_says_so(
    atlas: Atlas, observations: Observations
) -> None:
    chart = series_chart(atlas, observations, "indicator/gdp_oer_usd_fb", ("KAZ",))
    assert isinstance(chart, LineChart)
    latest = observations.series(SeriesRef("indicator", "gdp_oer_usd_fb"), "KAZ").latest
    assert latest is not None
    assert chart.caption.unit == "billion USD"
    assert chart.lines[0].values[-1] == pytest.approx(latest.value / 1e9)


def test_the_source_line_names_origin_copy_and_years(
    atlas: Atlas, observations: Observations
) -> None:
    copied = series_chart(atlas, observations, "indicator/milex_gdp", ("KAZ",))
    assert copied.caption.source == (
        "Source: World Bank WDI MS.MIL.XPND.GD.ZS (SIPRI), through Gapminder; 1993\u20132024"
    )
    own = series_chart(atlas, observations, "indicator/wgi_va", ("KAZ",))
    assert own.caption.source == "Source: World Bank WGI (2024 release); 1996\u20132023"


def test_a_single_year_is_no_span(atlas: Atlas, observations: Observations) -> None:
    ref = SeriesRef("indicator", "wgi_va")
    series = observations.series(ref, "KAZ")
    one = replace(series, points=(Point(2020, 1.0, series.points[0].source_id),))
    assert source_line(atlas, ref, [one]).endswith("; 2020")


def test_years_before_the_states_were_states_are_left_out(
    atlas: Atlas, observations: Observations
) -> None:
    chart = series_chart(atlas, observations, "indicator/agri_gdp", study_states(atlas))
    assert isinstance(chart, LineChart)
    assert min(line.years[0] for line in chart.lines) >= FIRST_YEAR
    assert any(len(line.years) >= FEWEST_POINTS for line in chart.lines)


@pytest.mark.parametrize(
    "text", ["", "gini", "indicator/", "nonsense/gini", "trade_share/exports"]
)
def test_a_text_that_names_no_series_is_refused(
    atlas: Atlas, observations: Observations, text: str
) -> None:
    with pytest.raises(ValueError, match="names no series"):
        series_chart(atlas, observations, text, ("KAZ",))


def test_shares_of_few_votes_are_thin_in_every_chart_of_them(
    atlas: Atlas, observations: Observations
) -> None:
    chart = series_chart(atlas, observations, "un_agreement/all/ISR", ("KAZ", "TKM"))
    assert isinstance(chart, LineChart)
    many, few = chart.lines
    assert many.thin_places == ()
    assert few.years[few.thin_places[-1]] == 2025
    assert "fewer than 10 votes" in chart.caption.caveat
    alone = series_chart(atlas, observations, "un_agreement/all/ISR", ("KAZ",))
    assert "Hollow" not in alone.caption.caveat
