"""The methods in short: what each holds to lead, and whether it agrees."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from explorer.pages.agreement import AgreementPart, AgreementRow
from explorer.style import Theme
from explorer.ui.theme import REGULAR, SEMIBOLD
from explorer.ui.widgets.lettering import CLOSE, SMALL
from explorer.ui.widgets.text import aside, body, heading
from explorer.ui.widgets.text_lines import write

_ROW, _LINE = 36, 16
_WORD = 62


class MethodRows(QWidget):
    """Paints the methods, a line each; the raters' own answers are left to the view Outcomes."""

    def __init__(self, theme: Theme) -> None:
        """Begin without methods."""
        super().__init__()
        self._theme = theme
        self._rows: tuple[AgreementRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Methods side by side")

    def show_rows(self, rows: tuple[AgreementRow, ...]) -> None:
        """Show the methods of an agreement."""
        self._rows = tuple(row for row in rows if not row.rater)
        said = (f"{row.method}: {row.rung}, {row.sure}, {row.word}" for row in self._rows)
        self.setAccessibleDescription("; ".join(said))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a line each."""
        return QSize(280, _ROW * len(self._rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint method, leading rung, how sure, and the verdict."""
        del event
        theme = self._theme
        painter = QPainter(self)
        names = round(self.width() * 0.46)
        for at, row in enumerate(self._rows):
            top = at * _ROW
            if at:
                painter.fillRect(QRect(0, top, self.width(), 1), QColor(theme.grid))
            name = QRect(0, top + 2, names - 8, _LINE)
            write(painter, name, row.method, theme.ink, CLOSE)
            write(painter, name.translated(0, _LINE), f"of {row.of}", theme.mute, SMALL)
            weight = SEMIBOLD if row.verdict in {"leads", "differs"} else REGULAR
            answer = QRect(names, top + 2, self.width() - names - _WORD - 6, _LINE)
            write(painter, answer, row.rung, theme.ink, CLOSE, weight)
            sure = answer.translated(0, _LINE)
            sure.setRight(self.width())
            write(painter, sure, row.sure, theme.mute, SMALL)
            ink = theme.hold if row.verdict == "differs" else theme.mute
            room = QRect(self.width() - _WORD, top + 2, _WORD, _LINE)
            words = f"{row.sign} {row.word}"
            write(painter, room, words, ink, SMALL, REGULAR, Qt.AlignmentFlag.AlignRight)
        painter.end()


class MethodsView(QWidget):
    """Shows an `AgreementPart` in short."""

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._heading, self._sentence = heading("", theme), body("", theme)
        self._rows = MethodRows(theme)
        self._notice, self._note = aside("", theme), aside("", theme)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(5)
        for part in (self._heading, self._sentence, self._rows, self._notice, self._note):
            room.addWidget(part)

    def show_part(self, part: AgreementPart) -> None:
        """Show whether the methods agree."""
        for label, words in (
            (self._heading, part.heading),
            (self._sentence, part.sentence),
            (self._notice, part.notice),
            (self._note, part.note),
        ):
            if label.text() != words:
                label.setText(words)
            label.setVisible(bool(words))
        self._rows.show_rows(part.rows)
