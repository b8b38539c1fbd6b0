from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from explorer.pages.compare import Column, ComparePage
from explorer.ui.panels.compare.layout import (
    cell_style,
    column_widths,
    meta_text,
    row_heights,
)
from explorer.ui.panels.compare.model import CompareModel, GridColumn
from explorer.ui.theme import ThemeKeeper

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
