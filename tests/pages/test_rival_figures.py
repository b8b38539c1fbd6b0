from explorer.domain.atlas import Atlas
from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.rival_figures import series_rivals, with_rivals
from explorer.pages.rivals import RivalFigure, RivalGroup, RivalLine
from explorer.pages.tables import Table


def test_a_series_has_the_other_sources_latest_figures_with_years_and_unit(
    atlas: Atlas, observations: Observations
) -> None:
    ref = SeriesRef("indicator", "milex_gdp")
    [group] = series_rivals(atlas, observations, ref, ("KAZ", "TKM"))
    assert group.lines == (
        RivalLine(
            "CIA World Factbook",
            "Kazakhstan 0.90 (2024), Turkmenistan 1.90 (2019); % of GDP",
            series="indicator/milex_gdp_fb",
            figures=(
                RivalFigure("Kazakhstan", "0.90", "2024"),
                RivalFigure("Turkmenistan", "1.90", "2019"),
            ),
            unit="% of GDP",
        ),
    )


def test_press_figures_stand_beside_a_series_for_their_states_alone(
    atlas: Atlas, observations: Observations
) -> None:
    ref = SeriesRef("indicator", "remittances_gdp")
    [group] = series_rivals(atlas, observations, ref, ("AZE", "TJK"))
    assert [line.evidence for line in group.lines] == ["E128"]
    assert series_rivals(atlas, observations, ref, ("AZE", "KAZ")) == ()


def test_shares_and_votes_have_no_rivals(atlas: Atlas, observations: Observations) -> None:
    ref = SeriesRef("trade_share", "exports", "ISR")
    assert series_rivals(atlas, observations, ref, ("AZE",)) == ()


def test_rivals_stand_at_the_foot_of_a_table_and_none_changes_nothing() -> None:
    table = Table(("Year", "A", "B"), (("2020", "1", "2"),), (True, True, True))
    assert with_rivals(table, ()) is table
    group = RivalGroup("Arms", (RivalLine("Bank", "A 3 (2020)"),))
    assert with_rivals(table, (group,)).rows[-1] == (
        "Other figures for this quantity: Bank",
        "A 3 (2020)",
        "\u2013",
    )


def test_each_figure_of_a_rival_stands_with_its_own_state_and_a_missing_one_says_so() -> None:
    figures = (RivalFigure("A", "3", "2020"), RivalFigure("B", "no value found", ""))
    group = RivalGroup("Gas", (RivalLine("Bank", "A 3 (2020)", figures=figures, unit="Mtoe"),))
    by_year = Table(("Year", "A", "B", "May be compared?"), (), (True, True, True, False))
    assert with_rivals(by_year, (group,)).rows == (
        ("Other figures for this quantity: Bank, Mtoe", "3 (2020)", "no value found", "\u2013"),
    )
    by_state = Table(("State", "bcm", "Year"), (), (False, True, True))
    assert with_rivals(by_state, (group,)).rows == (
        ("A, Bank", "3 Mtoe", "2020"),
        ("B, Bank", "no value found", "no value found"),
    )
