from collections.abc import Callable

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.rival_figures import all_rivals, series_rivals, with_rivals
from explorer.pages.rivals import RivalGroup, RivalLine
from explorer.pages.tables import Table
from explorer.pages.words import study_states


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


def test_all_rivals_of_a_pair_are_groups_of_two_or_more_and_fit_to_read(
    atlas: Atlas, observations: Observations, faults_of_text: Callable[[object], list[str]]
) -> None:
    groups = all_rivals(atlas, observations, study_states(atlas))
    assert {"Jewish population", "Azerbaijan's trade with Israel"} <= {x.title for x in groups}
    assert all(len(group.lines) > 1 for group in groups)
    assert faults_of_text(groups) == []
    pair = {group.title for group in all_rivals(atlas, observations, ("UZB", "TJK"))}
    assert "Kazakhstan's share of Israel's oil" not in pair


def test_rivals_stand_at_the_foot_of_a_table_and_none_changes_nothing() -> None:
    table = Table(("Year", "A", "B"), (("2020", "1", "2"),), (True, True, True))
    assert with_rivals(table, ()) is table
    group = RivalGroup("Arms", (RivalLine("Bank", "A 3 (2020)"),))
    assert with_rivals(table, (group,)).rows[-1] == (
        "Other figures for this quantity: Bank",
        "A 3 (2020)",
        "\u2013",
    )
