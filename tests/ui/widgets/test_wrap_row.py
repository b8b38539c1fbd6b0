from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.wrap_row import WrapRow

HEIGHT = 20


def row_of(widths: list[int], width: int) -> tuple[QWidget, WrapRow]:
    holder = QWidget()
    row = WrapRow(holder, across=10, down=4)
    for each in widths:
        widget = QWidget()
        widget.setFixedSize(each, HEIGHT)
        row.addWidget(widget)
    holder.resize(width, max(row.heightForWidth(width), 1))
    row.activate()
    return holder, row


def test_what_fits_stands_on_one_line(qtbot: QtBot) -> None:
    holder, row = row_of([50, 60, 70], 200)
    qtbot.addWidget(holder)
    assert row.heightForWidth(200) == HEIGHT
    places = [row.itemAt(at) for at in range(3)]
    assert [item.geometry().x() for item in places if item] == [0, 60, 130]


def test_what_does_not_fit_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    holder, row = row_of([50, 60, 70], 199)
    qtbot.addWidget(holder)
    assert row.heightForWidth(199) == 2 * HEIGHT + 4
    last = row.itemAt(2)
    assert last is not None
    assert (last.geometry().x(), last.geometry().y()) == (0, HEIGHT + 4)


def test_a_hidden_widget_takes_no_room(qtbot: QtBot) -> None:
    holder, row = row_of([50, 60, 70], 400)
    qtbot.addWidget(holder)
    item = row.itemAt(1)
    assert item is not None
    widget = item.widget()
    assert widget is not None
    widget.hide()
    assert row.sizeHint().width() == 50 + 10 + 70


def test_an_item_that_is_not_there_is_none() -> None:
    _, row = row_of([50], 100)
    assert row.itemAt(1) is None
    assert row.takeAt(1) is None
    assert row.takeAt(0) is not None
    assert row.count() == 0


@given(st.lists(st.integers(10, 120), min_size=1, max_size=12), st.integers(120, 400))
def test_nothing_overlaps_or_reaches_beyond_the_width(widths: list[int], width: int) -> None:
    holder, row = row_of(widths, width)
    places = [item.geometry() for at in range(row.count()) if (item := row.itemAt(at))]
    assert all(place.right() < width for place in places)
    for one, two in pairwise(places):
        assert two.x() > one.right() or two.y() > one.bottom()
    assert places[-1].bottom() < row.heightForWidth(width)
    holder.deleteLater()
