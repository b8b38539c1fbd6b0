"""Every key of the window, in one table: the actions are made from it, and F1 shows it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from explorer.ui.theme import BOLD, SEMIBOLD, SMALL_PX, TITLE_PX, font, mark


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys and what they do. `action` is the action's name, blank where a widget listens.

    `label` is what a menu says, where `words` would be long there.
    """

    action: str
    keys: tuple[str, ...]
    words: str
    group: str
    label: str = ""


_DAY = "As of a day"
_MATRIX = "On a mark against a hypothesis"
_SLIDER = "On a slider in What if"
_TIMELINE = "On the axis of the Timeline"
_MAP = "On the Map"

SHORTCUTS = (
    Shortcut("search", ("Ctrl+K",), "Search everything", "Go"),
    Shortcut("grid", ("Ctrl+G",), "Go to the grid", "Go"),
    Shortcut(
        "note",
        ("Ctrl+N",),
        "Write a note on what is selected; Esc goes back",
        "Go",
        "Write a note",
    ),
    Shortcut("view compare", ("Alt+1",), "Open Compare", "Go"),
    Shortcut("view outcomes", ("Alt+2",), "Open Outcomes: how likely, and why", "Go"),
    Shortcut("view what_if", ("Alt+3",), "Open What if: change an assumption", "Go"),
    Shortcut("view evidence", ("Alt+4",), "Open Evidence: all items, their grades and uses", "Go"),
    Shortcut("view timeline", ("Alt+5",), "Open Timeline: what happened, and when", "Go"),
    Shortcut("view notes", ("Alt+6",), "Open Notes: all notes, and your own beside them", "Go"),
    Shortcut("view assessments", ("Alt+7",), "Open Assessments: who expects what", "Go"),
    Shortcut("view votes", ("Alt+8",), "Open Votes: how states vote at the UN", "Go"),
    Shortcut("view changes", ("Alt+9",), "Open Changes: what changed between two dates", "Go"),
    Shortcut("view record", ("Alt+0",), "Open Record: forecasts and how they came out", "Go"),
    Shortcut("view sources", ("Alt+S",), "Open Sources: all of them, and what uses each", "Go"),
    Shortcut("view map", ("Ctrl+Shift+M",), "Open Map: the states by what is known of them", "Go"),
    Shortcut(
        "trace",
        ("Ctrl+Shift+F",),
        "Where does this come from? From what is selected to its sources",
        "Go",
        "Where does this come from?",
    ),
    Shortcut(
        "back", ("Alt+Left",), "Go back to the view before, with what was selected", "Go", "Back"
    ),
    Shortcut(
        "forward",
        ("Alt+Right",),
        "Go forward again; in Sources both go along its own trail first",
        "Go",
        "Forward",
    ),
    Shortcut("details", ("F4",), "Show or hide the details", "Go"),
    Shortcut(
        "as of",
        ("Ctrl+D",),
        "Choose the day whose knowledge is shown",
        _DAY,
        "As of a day…",
    ),
    Shortcut("day before", ("Alt+PgUp",), "Look one day earlier", _DAY),
    Shortcut("day after", ("Alt+PgDown",), "Look one day later, up to the newest", _DAY),
    Shortcut("newest", ("Alt+Home",), "Go back to the newest day", _DAY),
    Shortcut("", ("Up", "Down"), "In the field for the day: a day later, or earlier", _DAY),
    Shortcut("", ("Arrows",), "Move from cell to cell", "In the grid"),
    Shortcut("", ("Up",), "From the first row: to the country's name", "In the grid"),
    Shortcut("", ("Enter",), "Go to the details of the cell", "In the grid"),
    Shortcut("", ("Tab",), "Leave the grid for the next control", "In the grid"),
    Shortcut("copy", ("Ctrl+C",), "Copy what is selected, in sentences", "In the grid", "Copy"),
    Shortcut("", ("Ctrl+PgDown",), "Go to the next section", "In Outcomes"),
    Shortcut("", ("Ctrl+PgUp",), "Go to the section before", "In Outcomes"),
    Shortcut("", ("I",), "Inconsistent; again: very inconsistent", _MATRIX),
    Shortcut("", ("C",), "Consistent; again: very consistent", _MATRIX),
    Shortcut("", ("N",), "Neutral", _MATRIX),
    Shortcut("", ("Space",), "The next mark", _MATRIX),
    Shortcut("", ("Delete", "Backspace"), "Return to the rule", _MATRIX),
    Shortcut("", ("Enter",), "Choose a mark from a menu", _MATRIX),
    Shortcut("", ("Arrows",), "Move by a tenth, a weight by half a per cent", _SLIDER),
    Shortcut("", ("PgUp", "PgDown"), "Move five times as far", _SLIDER),
    Shortcut("", ("Home", "End"), "Go to the least or to the most", _SLIDER),
    Shortcut("", ("Backspace", "Delete"), "Return to the judgement or the scenario", _SLIDER),
    Shortcut("", ("F2",), "Type the number; a figure begins it at once", _SLIDER),
    Shortcut("", ("Left", "Right"), "The event before, or the next one", _TIMELINE),
    Shortcut("", ("Up", "Down"), "The same within the lane", _TIMELINE),
    Shortcut("", ("+", "-"), "Zoom in, or out", _TIMELINE),
    Shortcut("", ("PgUp", "PgDown"), "Move to earlier or later days", _TIMELINE),
    Shortcut("", ("Home",), "Show the time of all events", _TIMELINE),
    Shortcut("", ("Enter",), "Look closer at the event, or at those in one mark", _TIMELINE),
    Shortcut("", ("Space", "Shift+Space"), "The next state, or the one before", _MAP),
    Shortcut("", ("Arrows",), "Move the map", _MAP),
    Shortcut("", ("+", "-"), "Zoom in, or out", _MAP),
    Shortcut("", ("Home",), "Show the compared states", _MAP),
    Shortcut("", ("Enter",), "Show the state chosen in Compare", _MAP),
    Shortcut(
        "copy table",
        ("Ctrl+Shift+C",),
        "Copy the comparison as a table",
        "Copy and save",
        "Copy comparison",
    ),
    Shortcut(
        "csv",
        ("Ctrl+Shift+T",),
        "Save the comparison as a table in a CSV file",
        "Copy and save",
        "Save as CSV…",
    ),
    Shortcut(
        "picture",
        ("Ctrl+Shift+P",),
        "Save the ratings as a picture, PNG or SVG",
        "Copy and save",
        "Save ratings as picture…",
    ),
    Shortcut(
        "data",
        ("Ctrl+Shift+E",),
        "Export the comparison as data: Excel, Markdown, JSON or CSV",
        "Copy and save",
        "Export data…",
    ),
    Shortcut("country 1", ("Ctrl+1",), "Switch the first country on or off", "Countries"),
    Shortcut("country 2", ("Ctrl+2",), "Switch the second country on or off", "Countries"),
    Shortcut("country 3", ("Ctrl+3",), "Switch the third country on or off", "Countries"),
    Shortcut("country 4", ("Ctrl+4",), "Switch the fourth country on or off", "Countries"),
    Shortcut("country 5", ("Ctrl+5",), "Switch the fifth country on or off", "Countries"),
    Shortcut("all", ("Ctrl+0",), "Compare with all five", "Countries"),
    Shortcut("baseline", ("Ctrl+B",), "Choose the country to compare from", "Countries"),
    Shortcut("sort", ("Ctrl+Shift+S",), "Sort by factor or by largest difference", "Countries"),
    Shortcut("undo", ("Ctrl+Z",), "Undo your last change", "Your work", "Undo"),
    Shortcut("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Redo it", "Your work", "Redo"),
    Shortcut(
        "raters",
        ("Ctrl+R",),
        "Choose whose judgements are pooled, and how",
        "Your work",
        "Raters and pooling…",
    ),
    Shortcut("export", ("Ctrl+E",), "Export the brief as a PDF", "Your work"),
    Shortcut("theme", ("Ctrl+L",), "Switch between light and dark", "The window"),
    Shortcut("shortcuts", ("F1",), "Show this list", "The window", "Keyboard shortcuts"),
    Shortcut("quit", ("Ctrl+Q",), "Close the window; your work is saved", "The window", "Quit"),
)


def keys_of(action: str) -> list[QKeySequence]:
    """Give the key sequences of an action by its name."""
    found = next(each for each in SHORTCUTS if each.action == action)
    return [QKeySequence(keys) for keys in found.keys]


def words_of_keys(action: str) -> str:
    """Give the keys of an action as this system writes them."""
    found = next(each for each in SHORTCUTS if each.action == action)
    return " or ".join(native(each) for each in found.keys)


def native(keys: str) -> str:
    """Give a key as this system writes it."""
    if keys == "Arrows":
        return keys
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class ShortcutsDialog(QDialog):
    """Lists every key."""

    def __init__(self, parent: QWidget) -> None:
        """List the table's groups one below the other."""
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        title = QLabel("Keyboard shortcuts")
        title.setFont(font(TITLE_PX, BOLD))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        _fill(grid)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inner)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.addWidget(title)
        rows.addWidget(scroll, 1)
        self.resize(480, min(620, parent.height() - 40))


def _fill(grid: QGridLayout) -> None:
    group = ""
    for shortcut in SHORTCUTS:
        row = grid.rowCount()
        if shortcut.group != group:
            group = shortcut.group
            heading = QLabel(group)
            heading.setFont(font(SMALL_PX, SEMIBOLD))
            heading.setContentsMargins(0, 8, 0, 0)
            mark(heading, "heading")
            grid.addWidget(heading, row, 0, 1, 2)
            row += 1
        keys = QLabel("  or  ".join(native(each) for each in shortcut.keys))
        keys.setFont(font(weight=SEMIBOLD))
        words = QLabel(shortcut.words)
        words.setWordWrap(True)
        grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, row, 1)
