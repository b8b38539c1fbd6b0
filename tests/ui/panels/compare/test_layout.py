from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from explorer.pages.compare import Column, ComparePage, FactorRow
from explorer.ui.panels.compare.layout import (
    AIR_MOST,
    NOTE_ROOM,
    cell_style,
    column_widths,
    heading_lines,
    meta_text,
    outcome_asides,
    outcome_is_on_one_line,
    outcome_lines,
    row_heights,
    table_sizes,
    under_bars,
    with_air,
)
from explorer.ui.panels.compare.model import CompareModel, GridColumn
from explorer.ui.theme import SEMIBOLD, TEXT_PX, ThemeKeeper
from explorer.ui.widgets.text_lines import text_width

PAIR: tuple[GridColumn, ...] = (
    "factor",
    Column("AZE", "Azerbaijan", "", is_baseline=True),
    "difference",
    Column("KAZ", "Kazakhstan", "", is_baseline=False),
)


@given(room=st.integers(700, 3000))
def test_the_columns_fill_the_room_and_no_more(room: int) -> None:
    assert sum(column_widths(PAIR, room)) == room


@given(room=st.integers(0, 3000))
def test_both_countries_have_the_same_width(room: int) -> None:
    widths = column_widths(PAIR, room)
    assert widths[1] == widths[3] >= 128


def test_a_wider_cell_never_says_less(themes: ThemeKeeper) -> None:
    order = ["tight", "short", "middle", "full"]
    forms = [cell_style(width, pair=True) for width in range(176, 700, 4)]
    inline = [order.index(form.meta) for form in forms if form.inline]
    assert inline == sorted(inline)
    assert inline[-1] == order.index("full")


def test_the_line_about_a_rating_never_drops_its_figures() -> None:
    for form in ("full", "middle", "short", "tight"):
        text = meta_text("3.9", "moderate", 14, form)
        assert "3.9" in text
        assert "14" in text
    assert meta_text("–", "", 2, "full") == "not rated · 2 evidence"


def test_rows_are_higher_where_texts_wrap(
    qtbot: QtBot, themes: ThemeKeeper, page_of: Callable[..., ComparePage]
) -> None:
    model = CompareModel()
    model.show(page_of("KAZ"))
    narrow = sum(row_heights(model, column_widths(model.columns, 600), 600))
    wide = sum(row_heights(model, column_widths(model.columns, 1600), 1600))
    assert narrow > wide


def test_a_title_that_would_take_three_lines_goes_by_its_short_form(
    themes: ThemeKeeper, page_of: Callable[..., ComparePage]
) -> None:
    rows = [row for section in page_of("KAZ").sections for row in section.rows]
    style = cell_style(136, pair=False)
    shown = {" ".join(heading_lines(row, 132, style)[0]): row for row in rows}
    assert all(text in {row.title, row.short} for text, row in shown.items())
    assert any(text == row.short != row.title for text, row in shown.items())
    wide = [" ".join(heading_lines(row, 300, style)[0]) for row in rows]
    assert wide == [row.title for row in rows]


@given(width=st.integers(128, 400))
def test_a_scale_among_several_leaves_room_for_its_difference(width: int) -> None:
    style = cell_style(width, pair=False)
    inside = width - 2 * style.pad
    assert 40 <= style.scale <= inside
    assert style.below or style.scale + 44 <= inside


def test_scales_are_long_enough_to_show_a_range_in_the_usual_windows(themes: ThemeKeeper) -> None:
    for room in (792, 952, 1305):
        six = ("factor", *(Column(c, c, "", is_baseline=c == "A") for c in "ABCDEF"))
        width = column_widths(six, room)[-1]
        assert cell_style(width, pair=False).scale >= 96


@given(width=st.integers(100, 500))
def test_the_likeliest_rung_and_its_word_are_never_cut(
    page_of: Callable[..., ComparePage], width: int
) -> None:
    for cell in page_of("KAZ", "UZB", "TKM", "KGZ", "TJK").outcomes.cells:
        leading, word = outcome_lines(cell, width)
        assert " ".join(leading) == f"{cell.leading}:"
        assert word.startswith(cell.word)
        if width > 300:
            assert outcome_is_on_one_line(cell, width)


@given(height=st.integers(0, 3000))
def test_rows_share_what_height_is_left(page_of: Callable[..., ComparePage], height: int) -> None:
    model = CompareModel()
    model.show(page_of("KAZ"))
    need = table_sizes(model, 952)
    roomy = with_air(model, need, height)
    factors = sum(isinstance(row, FactorRow) for row in model.rows)
    most = need.height + AIR_MOST * (factors + 1)
    assert roomy.height == min(max(height, need.height), most)
    assert all(
        after - before >= 0 for before, after in zip(need.heights, roomy.heights, strict=True)
    )


def test_five_countries_with_all_factors_and_outcomes_fit_the_usual_window(
    themes: ThemeKeeper, page_of: Callable[..., ComparePage]
) -> None:
    model = CompareModel()
    model.show(page_of("KAZ", "UZB", "TKM", "KGZ", "TJK"))
    assert table_sizes(model, 961).height <= 745


@given(room=st.integers(944, 3000))
def test_six_countries_fit_a_window_of_1440_pixels_with_the_details_and_none_is_cut(
    page_of: Callable[..., ComparePage], room: int
) -> None:
    model = CompareModel()
    model.show(page_of("KAZ", "UZB", "TKM", "KGZ", "TJK"))
    widths = column_widths(model.columns, room)
    assert sum(widths) == room
    style = cell_style(widths[-1], pair=False)
    # At least as long a scale as in the usual window: the difference is not pressed beside it.
    assert style.below or style.scale >= 96


def test_whiskers_and_thin_bars_have_room_under_every_bar_of_the_row(
    page_of: Callable[..., ComparePage],
) -> None:
    row = page_of("KAZ").outcomes
    plain = under_bars(row, 200)
    drawn = replace(row.cells[1], bounds=((0.98, 0.99), (0.85, 0.92), (0.13, 0.28), (0.0, 0.02)))
    # A lane is kept while whiskers are drawn, so that the row does not jump when they come.
    assert under_bars(replace(row, cells=(row.cells[0], drawn)), 200) == plain
    thin = replace(drawn, before=drawn.shares)
    assert under_bars(replace(row, cells=(row.cells[0], thin)), 200) > plain


@given(width=st.integers(100, 500))
def test_the_interval_and_the_move_are_never_cut_and_short_in_all_cells_or_none(
    page_of: Callable[..., ComparePage], width: int
) -> None:
    row = page_of("KAZ", "UZB", "TKM", "KGZ", "TJK").outcomes
    cells = tuple(replace(cell, interval="59 to 80\u00a0%") for cell in row.cells)
    row = replace(row, cells=cells)
    forms: set[int] = set()
    for cell in cells:
        text = " ".join(outcome_asides(row, cell, width))
        assert text in cell.asides  # a per cent sign stays with its figure
        forms.add(cell.asides.index(text))
    assert len(forms) == 1
    if width > 300:
        assert forms == {0}


def test_a_title_keeps_clear_of_the_mark_of_a_note(
    page_of: Callable[..., ComparePage],
) -> None:
    style = cell_style(136, pair=False)
    for section in page_of("KAZ").sections:
        for row in section.rows:
            assert row.note
            for line in heading_lines(row, 136, style)[0]:
                assert style.pad + text_width(line, TEXT_PX, SEMIBOLD) <= 136 - NOTE_ROOM + 1
