"""Keeps the view Votes in step with the session."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.charts import LineChart
from explorer.pages.roll_calls import compose_roll_calls, sieved, topics_of
from explorer.pages.search import Hit
from explorer.pages.tables import Table, as_csv, as_html, as_tsv
from explorer.pages.trace import thing
from explorer.pages.votes import VoteRow, compose_votes, rows_table, tallies
from explorer.pages.voting_agreement import (
    DEFINITIONS,
    HALF,
    MEASURES,
    PARTNERS,
    SAME_VOTE,
    TOPICS,
    LatestShare,
    Measure,
    PartnerRow,
    agreement_chart,
    caution_of,
    latest_shares,
)
from explorer.pages.words import counted, country_name, country_names, study_states
from explorer.ui.panels.votes import VotesPanel
from explorer.ui.panels.votes.panel import AGREEMENT, CALLS, TEXTS
from explorer.ui.panels.votes.texts import TextsTable, record_rows
from explorer.ui.presenters.chart_file import ChartFilePresenter
from explorer.ui.presenters.detail import open_outside
from explorer.ui.presenters.file_saving import Offer
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.record_table import RecordRow

_CSV = {"csv": "Comma-separated values"}
_READING = "The series are still being read"
States = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a face is composed from. An Atlas, and a set of series, is itself or another one."""

    atlas: Atlas
    observations: Observations | None
    states: States
    asked: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Say whether both are the same; frames of pandas cannot be asked whether they are."""
        return (
            isinstance(other, _Ground)
            and self.atlas is other.atlas
            and self.observations is other.observations
            and (self.states, self.asked) == (other.states, other.asked)
        )

    __hash__ = None  # pyright: ignore[reportAssignmentType] - none is a key


@dataclass(frozen=True, slots=True)
class _Calls:
    """The roll calls, and the rows of their table."""

    rows: tuple[VoteRow, ...] = ()
    made: Mapping[str, RecordRow] = field(default_factory=dict[str, RecordRow])


class VotesPresenter(QObject):
    """Composes the face in sight, where it is not the one composed before.

    The main texts take a few milliseconds. Agreement and roll calls go through the door, and
    what is heavy to draw is drawn in turns of its own, since the window stands still for each.
    """

    trace_wanted = Signal(str)
    """Carries the name of a thing to be shown in Sources."""

    def __init__(
        self, session: Session, tasks: TaskDoor, themes: ThemeKeeper, panel: VotesPanel
    ) -> None:
        """Compose once the panel is in sight."""
        super().__init__(panel)
        self._session = session
        self._tasks = tasks
        self._themes = themes
        self._panel = panel
        self._calls = _Calls()
        self._calls_of: _Ground | None = None
        self._grounds: dict[str, _Ground] = {}
        self._files = ChartFilePresenter(tasks, themes, panel)
        session.view_changed.connect(self._follow)
        session.observations_changed.connect(self._follow)
        session.observations_failed.connect(self._follow)
        themes.changed.connect(self._show_theme)
        panel.shown.connect(self._follow)
        panel.changed.connect(self._follow)
        panel.made.connect(self._connect_face)
        self._connect_face(TEXTS)
        panel.set_theme(themes.theme)

    @property
    def states(self) -> States:
        """Give code and name of the states that have a column."""
        atlas, shown = self._session.atlas, self._session.view.shown
        wanted = study_states(atlas) if self._panel.all_states.isChecked() else shown
        return tuple(zip(wanted, country_names(atlas, wanted), strict=True))

    def goal(self) -> str:
        """Name what is chosen or drawn for the view Sources; a blank where nothing is."""
        face, panel = self._panel.face, self._panel
        if face == AGREEMENT:
            ref = SeriesRef(
                "un_agreement", panel.agreement.topics.key, panel.agreement.partners.key
            )
            return str(thing("series", ref))
        table = panel.texts if face == TEXTS else panel.calls
        return table.goal

    def open_hit(self, hit: Hit) -> bool:
        """Show the main text that was found; `False` for anything else."""
        if hit.kind != "vote":
            return False
        self._panel.show_face(TEXTS)
        self._follow()
        if all(row.key != hit.key for row in self._panel.texts.rows):
            return False
        self._panel.texts.go_to(hit.key)
        return True

    def _connect_face(self, name: str) -> None:
        """Do what a face wants, once it is made."""
        panel = self._panel
        if name == AGREEMENT:
            panel.agreement.changed.connect(self._follow)
            panel.agreement.save_wanted.connect(self._files.save)
            panel.agreement.trace_wanted.connect(self.trace_wanted)
            panel.agreement.copy_wanted.connect(self._copy_latest)
            return
        table, words = (
            (panel.texts, "Main texts") if name == TEXTS else (panel.calls, "Roll calls")
        )
        table.csv_wanted.connect(self._saver(table, words))
        table.copy_wanted.connect(self._copier(table, words))
        table.link_opened.connect(open_outside)
        table.trace_wanted.connect(self.trace_wanted)

    def _follow(self) -> None:
        """Compose the face in sight."""
        if not self._panel.isVisible():
            return
        atlas, shown = self._session.atlas, self._session.view.shown
        every = study_states(atlas)
        self._panel.offer_all(len(every), is_offered=len(shown) < len(every))
        {TEXTS: self._show_texts, AGREEMENT: self._show_agreement, CALLS: self._show_calls}[
            self._panel.face
        ]()
        self._panel.order_tabs()

    def _is_new(self, face: str, ground: _Ground) -> bool:
        """Say whether a face is to be composed from other things than the last time."""
        is_new = self._grounds.get(face) != ground
        self._grounds[face] = ground
        return is_new

    def _tell(self, face: str, error: Exception) -> None:
        """Say that a face could not be composed; to open it again tries once more."""
        self._grounds.pop(face, None)
        if self._panel.face == face:
            self._panel.show_standing(f"This could not be composed: {str(error) or repr(error)}")

    def _show_texts(self) -> None:
        states, atlas = self.states, self._session.atlas
        page = compose_votes(atlas, tuple(iso3 for iso3, _ in states))
        if self._is_new(TEXTS, _Ground(atlas, None, states)):
            self._panel.texts.show_rows(states, page.rows, ". ".join(page.tallies))
        self._panel.show_standing(page.standing)

    def _observations(self) -> Observations | None:
        """Give the series, or say why there are none."""
        found = self._session.observations
        if isinstance(found, Observations):
            return found
        self._panel.show_standing(self._session.observations_fault or _READING)
        return None

    def _show_agreement(self) -> None:
        observations, face = self._observations(), self._panel.agreement
        if observations is None:
            return
        atlas = self._session.atlas
        partners = tuple((iso3, country_name(atlas, iso3)) for iso3 in PARTNERS)
        face.offer(partners, TOPICS, MEASURES)
        self._panel.show_standing("Share of votes in which each state went with a partner")
        asked = (face.topics.key, face.partners.key, face.measures.key)
        ground = _Ground(atlas, observations, self.states, asked)
        if self._is_new(AGREEMENT, ground):
            task = Task("votes agreement", partial(_compose_agreement, ground, observations))
            task.done.connect(partial(self._take_agreement, ground))
            task.failed.connect(partial(self._tell, AGREEMENT))
            self._tasks.start(task)

    def _take_agreement(
        self, ground: _Ground, found: tuple[LineChart, tuple[PartnerRow, ...]]
    ) -> None:
        """Draw the chart, and list the newest shares in the next turn."""
        if self._grounds.get(AGREEMENT) != ground:
            return
        chart, rows = found
        face = self._panel.agreement
        face.show_chart(chart, DEFINITIONS[_measure(ground)], caution_of(chart))

        def list_latest() -> None:
            if self._grounds.get(AGREEMENT) == ground:
                face.show_latest(
                    [name for _, name in ground.states],
                    [(row.partner, (row.name, *map(_share_words, row.shares))) for row in rows],
                )

        QTimer.singleShot(0, face, list_latest)

    def _show_calls(self) -> None:
        observations = self._observations()
        if observations is None:
            return
        ground = _Ground(self._session.atlas, observations, self.states)
        if self._is_new(CALLS, ground):
            task = Task("roll calls", partial(_compose_calls, ground, observations))
            task.done.connect(partial(self._take_calls, ground))
            task.failed.connect(partial(self._tell, CALLS))
            self._tasks.start(task)
        elif self._calls_of == ground:
            self._sieve_calls()

    def _take_calls(self, ground: _Ground, found: _Calls) -> None:
        """Keep the roll calls, and show those looked for."""
        if self._grounds.get(CALLS) == ground:
            self._calls, self._calls_of = found, ground
            self._panel.offer_topics(topics_of(found.rows))
            self._sieve_calls()

    def _sieve_calls(self) -> None:
        panel, calls = self._panel, self._calls
        rows = sieved(
            calls.rows, panel.field.text(), panel.topic, is_split=panel.split.isChecked()
        )
        states = self.states
        panel.calls.show_rows(states, rows, ". ".join(tallies(states, rows)), calls.made)
        if panel.face == CALLS:
            some = f"{len(rows)} of {counted(len(calls.rows), 'roll call')}"
            panel.show_standing(some if len(rows) < len(calls.rows) else some.split(" of ")[1])

    def _table(self, face: TextsTable) -> Table:
        return rows_table(self.states, face.rows)

    def _saver(self, face: TextsTable, name: str) -> Callable[[], None]:
        def save() -> None:
            # Spreadsheets take a file for UTF-8 by its mark at the front.
            content = as_csv(self._table(face)).encode("utf-8-sig")
            self._files.ask(Offer("Save votes", name, _CSV, lambda _: content))

        return save

    def _copier(self, face: TextsTable, name: str) -> Callable[[], None]:
        def copy() -> None:
            table, data = self._table(face), QMimeData()
            data.setText(as_tsv(table))
            data.setHtml(as_html(table, f"Votes: {name.lower()}", "UN General Assembly"))
            QGuiApplication.clipboard().setMimeData(data)

        return copy

    def _copy_latest(self) -> None:
        """Put the newest shares with each partner on the clipboard."""
        face = self._panel.agreement
        titles = tuple(column.title for column in face.latest.records.columns)
        rows = tuple(row.cells for row in face.latest.rows)
        table, data = Table(titles, rows, (False,) * len(titles)), QMimeData()
        source = face.view.chart.caption.source if face.view.chart else ""
        data.setText(as_tsv(table))
        data.setHtml(as_html(table, "Newest agreement at the UN", source))
        QGuiApplication.clipboard().setMimeData(data)

    def _show_theme(self) -> None:
        self._panel.set_theme(self._themes.theme)


def _measure(ground: _Ground) -> Measure:
    return HALF if ground.asked[-1] == HALF else SAME_VOTE


def _compose_agreement(
    ground: _Ground, observations: Observations, _progress: Progress
) -> tuple[LineChart, tuple[PartnerRow, ...]]:
    """Give the chart asked for, and the newest shares; some 40 ms for six states."""
    atlas, (topic, partner, _) = ground.atlas, ground.asked
    codes, measure = tuple(iso3 for iso3, _ in ground.states), _measure(ground)
    return (
        agreement_chart(atlas, observations, topic, partner, measure, codes),
        latest_shares(atlas, observations, topic, measure, codes),
    )


def _compose_calls(ground: _Ground, observations: Observations, _progress: Progress) -> _Calls:
    """Give the roll calls with their rows; some 30 ms for the 737 of the bundled pack."""
    codes = tuple(iso3 for iso3, _ in ground.states)
    rows = compose_roll_calls(ground.atlas, observations, codes)
    return _Calls(rows, record_rows(ground.states, rows))


def _share_words(share: LatestShare) -> str:
    """Write a newest share with its votes and year; one of few votes says so."""
    if not share.votes:
        return share.words
    few = ", few" if share.is_thin else ""
    return f"{share.words} · {share.votes}{few} · {share.year}"
