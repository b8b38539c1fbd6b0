from datetime import date

from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations


def refs(observations: Observations) -> list[tuple[SeriesRef, str]]:
    frame = observations.indicator_values
    pairs = dict.fromkeys(zip(frame["indicator_id"], frame["iso3"], strict=True))
    return [(SeriesRef("indicator", key), iso3) for key, iso3 in pairs][:200]


def test_a_value_counts_once_its_year_is_over(observations: Observations) -> None:
    ref, iso3 = refs(observations)[0]
    years = [point.year for point in observations.series(ref, iso3).points]
    year = years[len(years) // 2]
    cut = observations.known_on(date(year, 12, 30))
    assert [point.year for point in cut.series(ref, iso3).points] == [x for x in years if x < year]
    cut = observations.known_on(date(year, 12, 31))
    last = cut.series(ref, iso3).latest
    assert last is not None
    assert last.year == year


def test_a_later_day_shows_every_value(observations: Observations) -> None:
    cut = observations.known_on(date(2099, 1, 1))
    for ref, iso3 in refs(observations):
        assert cut.series(ref, iso3) == observations.series(ref, iso3)


def test_a_series_that_begins_later_has_no_values(observations: Observations) -> None:
    ref, iso3 = refs(observations)[0]
    assert observations.has_values(ref, iso3)
    assert not observations.known_on(date(1900, 1, 1)).has_values(ref, iso3)


def test_roll_calls_count_from_their_date(observations: Observations) -> None:
    day: date = observations.roll_calls["date"].iloc[len(observations.roll_calls) // 2]
    cut = observations.known_on(day).roll_calls
    assert cut["date"].max() == day
    assert len(cut) == (observations.roll_calls["date"] <= day).sum()


def test_a_cut_is_cheap_and_shares_what_was_looked_up(observations: Observations) -> None:
    cut = observations.known_on(date(2025, 11, 5))
    assert cut.indicator_values is observations.indicator_values
    assert vars(cut)["_indicator_rows"] is vars(observations)["_indicator_rows"]


def test_a_cut_knows_no_more_on_a_later_day(observations: Observations) -> None:
    cut = observations.known_on(date(2010, 1, 1))
    assert cut.known_on(date(2020, 1, 1)) is cut
    assert cut.known_on(date(2000, 1, 1)).seen_on == date(2000, 1, 1)


def test_roll_calls_out_of_order_are_cut_all_the_same(observations: Observations) -> None:
    turned = observations.roll_calls.iloc[::-1]
    mixed = Observations(
        observations.indicator_values,
        observations.trade_shares,
        observations.un_agreement,
        turned,
    )
    whole, other = (x.known_on(date(2010, 6, 1)).roll_calls for x in (observations, mixed))
    assert len(whole) == len(other) > 0
