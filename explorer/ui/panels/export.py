"""What is asked before briefs are made: paper, marking, and where to."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.changes_dates import DateChoice
from explorer.style import MARKINGS, Theme
from explorer.ui.theme import mark
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.since_field import SinceField
from explorer.ui.widgets.text import aside, title

PAPERS = (("a4", "A4"), ("letter", "Letter"))


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the user chose; `place` is a file for one brief and a folder for several.

    `own_notes` says whether the user's notes are printed too; `None` where there are none.
    `appendices` asks for those on events, evidence and data, `since` for what changed since a day.
    """

    paper: str
    marking: str
    place: Path
    own_notes: bool | None = None
    appendices: bool = True
    since: date | None = None


@dataclass(frozen=True, slots=True)
class SinceChoices:
    """The days offered to begin from with what changed, and the day that all are before."""

    choices: tuple[DateChoice, ...]
    until: date


class ExportDialog(QDialog):
    """Asks how and where. `chosen` carries an `ExportChoice` when the user goes ahead."""

    chosen = Signal(object)

    def __init__(
        self,
        pairs: tuple[str, ...],
        choice: ExportChoice,
        since: SinceChoices,
        theme: Theme,
        parent: QWidget | None,
    ) -> None:
        """Ask for the briefs of these pairs; `choice` is what is proposed."""
        super().__init__(parent)
        self._is_one = len(pairs) == 1
        self.setWindowTitle("Export PDF")
        self._paper = _choices(PAPERS, choice.paper, "Paper", theme)
        markings = tuple((key, label or "None") for key, label in MARKINGS.items())
        self._marking = _choices(markings, choice.marking, "Marking on each page", theme)
        # Notes are private until the user says otherwise, each time anew.
        self._notes = QCheckBox("&Include my own notes")
        self._has_notes = choice.own_notes is not None
        self._notes.setVisible(self._has_notes)
        self._since = SinceField(since.choices, since.until, theme)
        self._since.changed.connect(self._check)
        self._appendices = QCheckBox("&Add events, evidence and where each figure stands")
        self._appendices.setChecked(choice.appendices)
        self._place = QLineEdit(str(choice.place))
        self._place.setAccessibleName("File" if self._is_one else "Folder")
        self._place.setMinimumWidth(420)
        browse = QPushButton("&Browse…")
        browse.setAutoDefault(False)
        browse.setAccessibleName("Browse for another file or folder")
        browse.clicked.connect(self._browse)
        self._export = QPushButton("&Export")
        mark(self._export, "primary")
        self._export.clicked.connect(self._go)
        self._place.textChanged.connect(self._check)
        self._lay_out(_head(pairs), _list(pairs), theme, browse)
        self._place.setFocus()
        self._place.setSelection(*_stem(choice.place))

    @property
    def choice(self) -> ExportChoice:
        """Give what is chosen now."""
        return ExportChoice(
            str(self._paper.currentData()),
            str(self._marking.currentData()),
            Path(self._place.text().strip()).expanduser(),
            self._notes.isChecked() if self._has_notes else None,
            self._appendices.isChecked(),
            self._since.day,
        )

    def set_place(self, place: Path) -> None:
        """Put a file or folder in the field."""
        self._place.setText(str(place))

    def _lay_out(self, head: str, pairs: str, theme: Theme, browse: QPushButton) -> None:
        where = QHBoxLayout()
        where.addWidget(self._place, 1)
        where.addWidget(browse)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("&Paper", self._paper)
        form.addRow("&Marking", self._marking)
        form.addRow("What changed &since", self._since)
        form.addRow("Appendices", self._appendices)
        label = QLabel("&File" if self._is_one else "F&older")
        label.setBuddy(self._place)
        form.addRow(label, where)
        if self._has_notes:
            form.addRow("", self._notes)
        buttons = QDialogButtonBox()
        buttons.addButton(self._export, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setAccessibleName("Cancel")
        buttons.rejected.connect(self.reject)
        room = QVBoxLayout(self)
        room.setSpacing(10)
        room.addWidget(title(head, theme))
        room.addWidget(aside(pairs, theme))
        room.addLayout(form)
        room.addWidget(buttons)
        self._export.setDefault(True)  # which Qt forgets when a button gets its place

    def _check(self, _text: str = "") -> None:
        self._export.setEnabled(bool(self._place.text().strip()) and not self._since.fault)

    def _go(self) -> None:
        choice = self.choice
        self.accept()
        self.chosen.emit(choice)

    def _browse(self) -> None:
        here = str(self.choice.place)
        if self._is_one:
            dialog = QFileDialog(self, "Export PDF", here, "PDF document (*.pdf)")
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            # Whether a file may be replaced is asked once, when the export begins.
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
            dialog.setDefaultSuffix("pdf")
            dialog.selectFile(here)
        else:
            dialog = QFileDialog(self, "Folder for the briefs", here)
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._place.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _head(pairs: tuple[str, ...]) -> str:
    return "Export the brief" if len(pairs) == 1 else f"Export {len(pairs)} briefs"


def _list(pairs: tuple[str, ...]) -> str:
    return pairs[0] if len(pairs) == 1 else "One file a pair: " + "; ".join(pairs)


def _choices(
    options: tuple[tuple[str, str], ...], present: str, name: str, theme: Theme
) -> QComboBox:
    box = ChoiceBox(theme)
    box.setAccessibleName(name)
    for key, label in options:
        box.addItem(label, key)
    box.setCurrentIndex(max(box.findData(present), 0))
    return box


def _stem(place: Path) -> tuple[int, int]:
    """Give where the name without its ending begins, and its length: what a user types over."""
    if not place.suffix:
        return len(str(place)), 0
    return len(str(place)) - len(place.name), len(place.stem)
