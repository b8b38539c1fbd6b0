"""The chosen row of a list stays in sight when the list gets another size."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView


def is_in_sight(view: QAbstractItemView, event: QResizeEvent) -> bool:
    """Say whether the chosen row was in sight at the size before; ask before a new layout."""
    index = view.currentIndex()
    before = QRect(QPoint(0, 0), event.oldSize())
    return index.isValid() and before.isValid() and before.intersects(view.visualRect(index))


def show_chosen(view: QAbstractItemView) -> None:
    """Scroll up or down to the chosen row, and not across."""
    across = view.horizontalScrollBar().value()
    view.scrollTo(view.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
    view.horizontalScrollBar().setValue(across)
