import shutil
from pathlib import Path

import pandas as pd
import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations
from explorer.errors import PackError
from explorer.packs.observations import read_observations
from explorer.packs.reading import read_atlas
from explorer.packs.schema import LONG_TABLES
from explorer.paths import bundled_pack


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


@pytest.fixture(scope="module")
def observations(atlas: Atlas) -> Observations:
    return read_observations(bundled_pack(), atlas)


def frames(observations: Observations) -> list[pd.DataFrame]:
    return [
        observations.indicator_values,
        observations.trade_shares,
        observations.un_agreement,
        observations.roll_calls,
    ]


def test_the_frames_hold_every_row_and_column_of_their_tables(observations: Observations) -> None:
    for table, frame in zip(LONG_TABLES, frames(observations), strict=True):
        text = (bundled_pack() / table.file).read_text("utf-8")
        assert len(frame) == text.count("\n") - 1
        assert list(frame.columns) == [field.name for field in table.fields]


def test_no_frame_has_a_hole(observations: Observations) -> None:
    assert not any(frame.isna().to_numpy().any() for frame in frames(observations))
    assert "" in set(observations.trade_shares["note"])


def test_years_are_whole_and_values_are_numbers(observations: Observations) -> None:
    kinds = observations.indicator_values.dtypes
    assert (str(kinds["year"]), str(kinds["value"])) == ("int64", "float64")


def test_a_series_gives_each_value_with_its_year_and_source(observations: Observations) -> None:
    series = observations.series(SeriesRef("indicator", "milex_gdp"), "UZB")
    years = [point.year for point in series.points]
    assert years == sorted(set(years))
    assert series.latest is not None
    assert (series.latest.year, series.latest.source_id) == (2018, "gapminder_sg")


def test_a_year_that_was_not_found_is_left_out(observations: Observations) -> None:
    series = observations.series(SeriesRef("trade_share", "exports", "CHN"), "AZE")
    assert series.points == ()
    assert series.latest is None


def test_a_share_in_trade_carries_its_caveat(observations: Observations) -> None:
    series = observations.series(SeriesRef("trade_share", "imports", "CHN"), "TJK")
    noted = {point.year: point.note for point in series.points if point.note}
    assert noted == {2023: "the list printed for 2023 leaves Russia out (22 % in 2022)"}


def test_agreement_is_in_percent_and_tells_how_many_votes_stand_behind_it(
    observations: Observations,
) -> None:
    latest = observations.series(SeriesRef("un_agreement", "other", "RUS"), "KAZ").latest
    assert latest is not None
    assert (latest.year, round(latest.value, 2), latest.note) == (2025, 78.57, "28 votes")


def test_every_factor_has_three_series_that_hold_values_for_all_six(
    atlas: Atlas, observations: Observations
) -> None:
    for factor in atlas.factors:
        full = [
            each.series
            for each in atlas.factor_series
            if each.factor == factor.id
            and all(
                observations.series(each.series, iso3).points for iso3 in atlas.subject.compared
            )
        ]
        assert len(full) >= 3, factor.id


def test_nothing_is_shipped_whose_source_forbids_it(
    atlas: Atlas, observations: Observations
) -> None:
    forbidden = {source.id for source in atlas.sources if source.bundle == "no"}
    assert "pew_2015" in forbidden
    shipped = {source for frame in frames(observations) for source in frame["source_id"]}
    records = (atlas.religions, atlas.ethnic_groups, atlas.memberships, atlas.borders)
    shipped |= {each.source_id for every in records for each in every}
    assert shipped & forbidden == set()


def test_a_withheld_indicator_has_no_values_and_every_other_has(
    atlas: Atlas, observations: Observations
) -> None:
    held = set(observations.indicator_values["indicator_id"])
    assert held == {each.id for each in atlas.indicators if not each.withheld}


def test_faults_of_all_long_tables_are_told_at_once(atlas: Atlas, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(bundled_pack(), folder)
    for table, old, new in (
        ("observations", ",ARE,1991,", ",ARE,soon,"),
        ("bilateral", "ARE,JPN,exports", "ARE,JPN,expats"),
        ("un_votes_key", "282859,A/RES/47/55,", ""),
    ):
        path = folder / f"data/{table}.csv"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8", newline="")
    with pytest.raises(PackError) as caught:
        read_observations(folder, atlas)
    places = [(fault.file, fault.row, fault.field) for fault in caught.value.faults]
    assert places == [
        ("data/bilateral.csv", 3, "flow"),
        ("data/observations.csv", 2, "year"),
        ("data/un_votes_key.csv", 2, ""),
    ]
