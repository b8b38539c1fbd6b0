from hypothesis import given
from hypothesis import strategies as st

from explorer.pages.charts import Caption, StanceChart, StanceDot, StanceLine
from explorer.pages.stance_layout import MOST_ROWS, lay_out
from explorer.pages.tables import Table

_CAPTION = Caption("", "", "", "", "", Table((), (), ()))


def chart_of(*lines: list[int | None]) -> StanceChart:
    made = tuple(
        StanceLine(
            "?", tuple(StanceDot(f"{n}/{i}", "A", "", at, (), "") for i, at in enumerate(each))
        )
        for n, each in enumerate(lines)
    )
    return StanceChart(_CAPTION, ("unlikely", "possible", "likely"), "off", made, ())


PLACES = st.lists(st.sampled_from([0, 1, 2, None]), max_size=40)


@given(PLACES, PLACES, st.integers(1, 9))
def test_no_two_stances_of_a_line_share_a_place(
    first: list[int | None], second: list[int | None], room: int
) -> None:
    layout = lay_out(chart_of(first, second), room)
    for spots, line, rows in zip(layout.spots, (first, second), layout.heights, strict=True):
        assert len(spots) == len(line)
        assert len({(spot.column, spot.row) for spot in spots}) == len(spots)
        assert all(spot.row < rows for spot in spots)


@given(PLACES, st.integers(1, 9))
def test_a_stance_stands_within_the_columns_of_its_bin(
    places: list[int | None], room: int
) -> None:
    layout = lay_out(chart_of(places), room)
    for spot in layout.spots[0]:
        first, count = layout.spans[-1 if spot.dot.place is None else spot.dot.place]
        assert first <= spot.column < first + count


def test_a_full_bin_takes_a_further_column_where_there_is_room() -> None:
    chart = chart_of([2] * (MOST_ROWS + 1))
    assert lay_out(chart, 4).heights == (MOST_ROWS + 1,)
    assert lay_out(chart, 5).spans[2] == (2, 2)
    assert lay_out(chart, 9).columns == 5


def test_bins_of_all_lines_stand_in_the_same_columns() -> None:
    layout = lay_out(chart_of([2] * 9, [2]), 5)
    assert layout.spots[1][0].column == layout.spots[0][0].column
