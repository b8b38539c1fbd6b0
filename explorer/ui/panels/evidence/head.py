"""The head of the view Evidence: how many items are shown, and what they are filtered by."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.evidence_filters import PARTS, Choice
from explorer.pages.evidence_table import COLUMNS
from explorer.style import Theme
from explorer.ui.panels.evidence.table import starts_high
from explorer.ui.theme import SEMIBOLD, TITLE_PX, mark
from explorer.ui.theme import font as themed
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.lettering import CLOSE, SMALL, font, set_ink
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.segments import Segments
from explorer.ui.widgets.text import aside
from explorer.ui.widgets.wrap_row import WrapRow

SIDE = 16
FACES = (("items", "Items", "Items"), ("balance", "For and against", "Balance"))
_ACTIONS = (
    ("copy", "Copy table", "Copy the items that are shown, for a spreadsheet or a text"),
    ("save", "Save as CSV…", "Save the items that are shown as a table in a file"),
    ("add", "Add an item…", "Add an item of evidence of your own"),
    ("export", "Export mine…", "Save your own items and your marks as a file for colleagues"),
    ("import", "Import…", "Take in items and marks from a colleague's file"),
)
_WIDE, _NARROW = 216, 104
_TYPING_MS = 60


class EvidenceHead(QWidget):
    """Says what the user asks for; it filters nothing.

    `asked` comes when a choice or a text changed, `cleared` when all are to go. `acted` carries
    the name of an action: copy, save, add, export, import. `face_chosen` carries `items` or
    `balance`.
    """

    asked = Signal()
    cleared = Signal()
    acted = Signal(str)
    face_chosen = Signal(str)
    sort_wanted = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        """Begin without choices."""
        super().__init__()
        self._title = QLabel("Evidence")
        self._title.setFont(themed(TITLE_PX, SEMIBOLD))
        mark(self._title, "title")
        self.count = QLabel("")
        self.count.setAccessibleName("Items shown")
        mark(self.count, "subtitle")
        self.clear = LinkButton("Clear filters", theme, font(CLOSE))
        self.clear.clicked.connect(self.cleared)
        self.faces = Segments("What is shown", theme)
        self.faces.show_choices(FACES)
        self.faces.show_chosen("items")
        self.faces.chosen.connect(self.face_chosen)
        self.buttons = {name: _action(words, hint, theme) for name, words, hint in _ACTIONS}
        for name, button in self.buttons.items():
            button.clicked.connect(partial(self._act, name))
        self.text = _field("Find in the evidence", "Find in claims, notes, sources…", _WIDE)
        self.since = _field("From: year, month or day", "From 2025", _NARROW)
        self.until = _field("To: year, month or day", "To 2026", _NARROW)
        self.boxes = {part: _box(part, theme) for part, _, _ in PARTS}
        self.sort = _sort_box(theme)
        self.fault = aside("", theme)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TYPING_MS)
        self._soon.timeout.connect(self.asked)
        self._connect()
        self._lay_out()
        self.set_theme(theme)

    def _connect(self) -> None:
        for field in (self.text, self.since, self.until):
            field.textEdited.connect(self._ask_soon)
            field.returnPressed.connect(self._ask_now)
        for box in self.boxes.values():
            box.activated.connect(self._ask_now)
        self.sort.activated.connect(self._sort_by)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        for part in (self._title, self.count, self.clear):
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignBaseline)
        top.addStretch(1)
        for button in self.buttons.values():
            top.addWidget(button)
        top.addSpacing(6)
        top.addWidget(self.faces)
        filters = QWidget()
        row = WrapRow(filters, across=6, down=6)
        row.addWidget(self.text)
        for box in list(self.boxes.values())[:7]:
            row.addWidget(box)
        row.addWidget(_side_by_side(self.since, self.until))
        for box in list(self.boxes.values())[7:]:
            row.addWidget(box)
        row.addWidget(self.sort)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        filters.setSizePolicy(policy)
        room = QVBoxLayout(self)
        room.setContentsMargins(SIDE, 10, SIDE, 8)
        room.setSpacing(8)
        room.addLayout(top)
        room.addWidget(filters)
        room.addWidget(self.fault)
        self.fault.hide()

    @property
    def chosen(self) -> dict[str, str]:
        """Give what is chosen of each part; blank where nothing is."""
        return {part: str(box.currentData() or "") for part, box in self.boxes.items()}

    def show_choices(self, choices: Mapping[str, tuple[Choice, ...]]) -> None:
        """Offer choices; what is chosen stays so where it is still offered."""
        for part, words, _ in PARTS:
            box = self.boxes[part]
            before = box.currentData()
            box.clear()
            box.addItem(words, "")
            for choice in choices.get(part, ()):
                box.addItem(choice.label, choice.key)
            box.setCurrentIndex(max(box.findData(before), 0))

    def choose(self, part: str, key: str) -> None:
        """Choose one value of a part, and none else anywhere."""
        self.show_nothing_asked()
        box = self.boxes[part]
        box.setCurrentIndex(max(box.findData(key), 0))

    def show_nothing_asked(self) -> None:
        """Take all choices and texts away."""
        self._soon.stop()
        for field in (self.text, self.since, self.until):
            field.clear()
        for box in self.boxes.values():
            box.setCurrentIndex(0)

    def show_count(self, words: str, fault: str, *, is_filtered: bool) -> None:
        """Show how many items there are, and what is wrong with a date."""
        self.count.setText(words)
        self.clear.setVisible(is_filtered)
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        for box in self.boxes.values():
            mark_box(box)

    def show_sort(self, column: str, *, descending: bool) -> None:
        """Show by which column the rows are sorted."""
        self.sort.setCurrentIndex(self.sort.findData(f"{column} {int(descending)}"))

    def show_mine(self, *, has_any: bool) -> None:
        """Offer to export where there is something to export."""
        self.buttons["export"].setEnabled(has_any)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        for box in (*self.boxes.values(), self.sort):
            box.set_theme(theme)
            mark_box(box)
        for link in (self.clear, *self.buttons.values()):
            link.set_theme(theme)
        self.faces.set_theme(theme)
        set_ink(self.fault, theme.hold)

    def _act(self, name: str) -> None:
        self.acted.emit(name)

    def _ask_soon(self) -> None:
        self._soon.start()

    def _ask_now(self) -> None:
        self._soon.stop()
        self.asked.emit()

    def _sort_by(self) -> None:
        column, descending = str(self.sort.currentData()).split()
        self.sort_wanted.emit(column, descending == "1")


def _side_by_side(*fields: QWidget) -> QWidget:
    """Keep fields that belong together on one line."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for field in fields:
        row.addWidget(field)
    return whole


def _action(words: str, hint: str, theme: Theme) -> LinkButton:
    button = LinkButton(words, theme, font(CLOSE))
    button.setToolTip(hint)
    button.setAccessibleDescription(hint)
    return button


def _field(name: str, hint: str, width: int) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setToolTip(name)
    made.setFont(font(CLOSE))
    made.setFixedWidth(width)
    made.setClearButtonEnabled(width == _WIDE)
    return made


def _box(part: str, theme: Theme) -> ChoiceBox:
    name = next(words for key, _, words in PARTS if key == part)
    made = ChoiceBox(theme)
    made.setFont(font(CLOSE))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMaxVisibleItems(24)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(9)
    return made


def _sort_box(theme: Theme) -> ChoiceBox:
    made = ChoiceBox(theme)
    made.setFont(font(CLOSE))
    made.setAccessibleName("Sorted by")
    for column, title in COLUMNS:
        for descending in (starts_high(column), not starts_high(column)):
            words = "highest first" if descending else "lowest first"
            if column == "date":
                words = "newest first" if descending else "oldest first"
            elif column in {"states", "claim", "kind", "factor", "grade", "direction"}:
                words = "last first" if descending else "first to last"
            made.addItem(f"{title}, {words}", f"{column} {int(descending)}")
    return made


def mark_box(box: ChoiceBox) -> None:
    """Show in bold letters that a box asks for something."""
    # A new style sheet takes a font away that is set again as it was.
    box.setFont(font(SMALL))
    box.setFont(font(CLOSE, SEMIBOLD) if box.currentIndex() > 0 else font(CLOSE))
