"""The sections of the view Outcomes on the methods: agreement, actors and the model's fit."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.pages.actors import ActorsPart
from explorer.pages.agreement import AgreementPart
from explorer.pages.charts import Chart
from explorer.pages.detail import Fact
from explorer.pages.fit import FitPart
from explorer.pages.tables import Table
from explorer.style import Theme
from explorer.ui.charts.view import ChartView
from explorer.ui.panels.outcomes.methods_table import LinedTable
from explorer.ui.widgets.disclosure import Disclosure
from explorer.ui.widgets.lettering import set_ink
from explorer.ui.widgets.text import Text, aside, body, heading, strong

AGREEMENT = "Do they agree?"
ACTORS = "Where the actors settle"
FIT = "The fit of the model"
_ALONE = "Each state, scenario and event fitted alone"
_MISSES = "Each judged move and its miss"
_METHOD_STRETCHES = (9, 7, 9, 4, 7)
_ACTOR_STRETCHES = (6, 4, 5, 4, 4, 4, 4, 4)
_GROUP_STRETCHES = (7, 2, 3, 3, 3, 5)
_MOVE_STRETCHES = (4, 6, 7, 3, 5, 3, 3, 3)


class AgreementSection(QWidget):
    """Shows an `AgreementPart`: who agrees in a sentence, then each method in a row."""

    def __init__(self, theme: Theme) -> None:
        """Begin without a part."""
        super().__init__()
        self.setAccessibleName(AGREEMENT)
        self._heading = heading(AGREEMENT, theme)
        self._sentence = strong("", theme)
        self._notice = body("", theme)
        self.table = LinedTable(theme, _METHOD_STRETCHES)
        self._note = aside("", theme)
        _stack(self, self._heading, self._sentence, self._notice, self.table, self._note)

    def show_part(self, part: AgreementPart) -> None:
        """Show the methods side by side for a state; the one that leads stands out."""
        _say(self._heading, part.heading)
        _say(self._sentence, part.sentence)
        _say(self._notice, part.notice)
        leading = [place for place, row in enumerate(part.rows) if row.verdict == "leads"]
        self.table.show_table(part.table, leading)
        _say(self._note, part.note)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        _ink(theme.mute, self._heading, self._note)
        _ink(theme.ink, self._sentence, self._notice)
        self.table.set_theme(theme)


class ActorsSection(QWidget):
    """Shows an `ActorsPart`: the chart, what it says, and the figures behind it.

    `chart_save_wanted` carries the chart and `png` or `svg`; `unfolded` comes when the figures are
    shown or folded away.
    """

    chart_save_wanted = Signal(object, str)
    unfolded = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without a part."""
        super().__init__()
        self.setAccessibleName(ACTORS)
        self._heading = heading(ACTORS, theme)
        self._sentence = body("", theme)
        self._notice = aside("", theme)
        self._note = aside("", theme)
        self.chart = ChartView(theme)
        self.chart.save_wanted.connect(self._save)
        self.table = LinedTable(theme, _ACTOR_STRETCHES)
        self._part: ActorsPart | None = None
        self.figures = Folded("Each actor's figures", theme, self._fill, self.table, self._note)
        self.figures.unfolded.connect(self.unfolded)
        _stack(self, self._heading, self._sentence, self._notice, self.chart, self.figures)

    def show_part(self, part: ActorsPart | None) -> None:
        """Show a state's actors, or nothing where nobody described any."""
        self.setVisible(part is not None)
        self._part = part
        if part is None:
            return
        _say(self._heading, part.heading)
        _say(self._sentence, part.sentence)
        _say(self._notice, part.notice)
        _draw(self.chart, part.chart)
        self.figures.renew()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        _ink(theme.mute, self._heading, self._notice, self._note)
        _ink(theme.ink, self._sentence)
        for part in (self.chart, self.table, self.figures):
            part.set_theme(theme)

    def _fill(self) -> None:
        if self._part is not None:
            _say(self._note, self._part.note)
            self.table.show_table(self._part.table)

    def _save(self, kind: str) -> None:
        self.chart_save_wanted.emit(self.chart.chart, kind)


class FitSection(QWidget):
    """Shows a `FitPart`: the judged moves, beta and its errors, and where it fits worst.

    `chart_save_wanted` carries the chart and `png` or `svg`; `unfolded` comes when a table is
    shown or folded away.
    """

    chart_save_wanted = Signal(object, str)
    unfolded = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without a part."""
        super().__init__()
        self.setAccessibleName(FIT)
        self._heading = heading(FIT, theme)
        self._sentences = body("", theme)
        self.figures = LinedTable(theme, (2, 9))
        self.chart = ChartView(theme)
        self.chart.save_wanted.connect(self._save)
        self._note = aside("", theme)
        self.groups = LinedTable(theme, _GROUP_STRETCHES)
        self.moves = LinedTable(theme, _MOVE_STRETCHES)
        self._part: FitPart | None = None
        self.folded = (
            Folded(_ALONE, theme, self._fill_groups, self.groups, self._note),
            Folded(_MISSES, theme, self._fill_moves, self.moves),
        )
        for part in self.folded:
            part.unfolded.connect(self.unfolded)
        _stack(self, self._heading, self._sentences, self.figures, self.chart, *self.folded)

    def show_part(self, part: FitPart) -> None:
        """Show the fit."""
        _say(self._sentences, " ".join(part.sentences))
        self.figures.show_table(_figures_table(part.figures))
        _draw(self.chart, part.chart)
        self._part = part
        for folded in self.folded:
            folded.renew()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        _ink(theme.mute, self._heading, self._note)
        _ink(theme.ink, self._sentences)
        for part in (self.figures, self.chart, self.groups, self.moves, *self.folded):
            part.set_theme(theme)

    def _fill_groups(self) -> None:
        if self._part is not None:
            _say(self._note, self._part.note)
            self.groups.show_table(self._part.groups)

    def _fill_moves(self) -> None:
        if self._part is not None:
            self.moves.show_table(self._part.residuals)

    def _save(self, kind: str) -> None:
        self.chart_save_wanted.emit(self.chart.chart, kind)


class MethodsSection(QWidget):
    """The three sections one under the other, for where they are wanted together."""

    chart_save_wanted = Signal(object, str)
    unfolded = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin without parts."""
        super().__init__()
        self.agreement = AgreementSection(theme)
        self.actors = ActorsSection(theme)
        self.fit = FitSection(theme)
        for section in (self.actors, self.fit):
            section.chart_save_wanted.connect(self.chart_save_wanted)
            section.unfolded.connect(self.unfolded)
        _stack(self, self.agreement, self.actors, self.fit, spacing=22)

    def show_parts(
        self, agreement: AgreementPart, actors: ActorsPart | None, fit: FitPart
    ) -> None:
        """Show the three parts."""
        self.agreement.show_part(agreement)
        self.actors.show_part(actors)
        self.fit.show_part(fit)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        for section in (self.agreement, self.actors, self.fit):
            section.set_theme(theme)


class Folded(QWidget):
    """Parts that are folded away, and filled only once the reader asks for them.

    A table of a few hundred labels takes longer to fill than a frame lasts.
    """

    unfolded = Signal()

    def __init__(
        self, words: str, theme: Theme, fill: Callable[[], None], *parts: QWidget
    ) -> None:
        """Begin folded; `fill` puts what there is to show into the parts."""
        super().__init__()
        self._fill = fill
        self._is_stale = False
        self._inside = QWidget()
        _stack(self._inside, *parts)
        self.disclosure = Disclosure(words, theme, lambda: self._inside)
        self.disclosure.unfolded.connect(self._unfold)
        self._inside.setParent(self.disclosure)
        self._inside.hide()
        _stack(self, self.disclosure)

    def renew(self) -> None:
        """Fill the parts anew: at once while they are shown, else when they are unfolded."""
        self._is_stale = True
        if self.disclosure.button.isChecked():
            self._fill_if_stale()

    def _unfold(self) -> None:
        if self.disclosure.button.isChecked():
            self._fill_if_stale()
        self.unfolded.emit()

    def _fill_if_stale(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.disclosure.button.set_theme(theme)


def _figures_table(figures: tuple[Fact, ...]) -> Table:
    rows = tuple((fact.label, fact.value) for fact in figures)
    return Table(("", ""), rows, (False, False))


def _stack(owner: QWidget, *parts: QWidget, spacing: int = 8) -> None:
    """Set parts one under the other."""
    room = QVBoxLayout(owner)
    room.setContentsMargins(0, 0, 0, 0)
    room.setSpacing(spacing)
    for part in parts:
        room.addWidget(part)


def _say(label: Text, words: str) -> None:
    """Show words, or hide a label that has none."""
    if label.text() != words:
        label.setText(words)
    label.setVisible(bool(words))


def _ink(colour: str, *labels: Text) -> None:
    for label in labels:
        set_ink(label, colour)


def _draw(view: ChartView, chart: Chart) -> None:
    """Draw a chart unless it is the one that is drawn."""
    if view.chart != chart:
        view.show_chart(chart)
