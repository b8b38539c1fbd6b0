"""A page that scrolls up and down on the ground of its panel, no wider than is good to read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


def put_page(area: QScrollArea, name: str, widest: int) -> tuple[QWidget, QVBoxLayout]:
    """Put an empty page into an area, and give it with the room for what stands on it.

    `name` is what the area is called to those who do not see it, `widest` is in pixels.
    """
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    page = QWidget()
    page.setMaximumWidth(widest)
    room = QVBoxLayout(page)
    room.setContentsMargins(20, 14, 18, 24)
    room.setSpacing(4)
    area.setWidget(page)
    for clear in (page, area.viewport()):
        clear.setAutoFillBackground(False)
    return page, room
