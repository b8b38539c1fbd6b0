"""The order in which Tab goes through widgets that come and go: as they are read."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(first: QWidget, *layouts: QLayout) -> None:
    """Let Tab go from `first` through all that the layouts hold, in the layouts' order."""
    last = first
    for layout in layouts:
        for widget in _stops(layout):
            QWidget.setTabOrder(last, widget)
            last = widget


def tab_stops(layout: QLayout) -> list[QWidget]:
    """Give the widgets that take the focus, in the layout's order."""
    return list(_stops(layout))


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _stops(inner)
        if (widget := item.widget()) is None:
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        if (own := widget.layout()) is not None:
            yield from _stops(own)
