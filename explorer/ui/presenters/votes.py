"""Keeps the view Votes in step with the session."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations
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
    agreement_chart,
    caution_of,
    latest_shares,
)
from explorer.pages.words import counted, country_name, country_names, study_states
from explorer.ui.panels.votes import VotesPanel
from explorer.ui.panels.votes.panel import AGREEMENT, CALLS, TEXTS
from explorer.ui.panels.votes.texts import TextsTable
from explorer.ui.presenters.chart_file import ChartFilePresenter
from explorer.ui.presenters.detail import open_outside
from explorer.ui.presenters.file_saving import Offer
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper

_CSV = {"csv": "Comma-separated values"}
_READING = "The series are still being read"
States = tuple[tuple[str, str], ...]


class VotesPresenter(QObject):
    """Composes the face in sight; roll calls take 10 ms, all else a few."""

    trace_wanted = Signal(str)
    """Carries the name of a thing to be shown in Sources."""

    def __init__(
        self, session: Session, tasks: TaskDoor, themes: ThemeKeeper, panel: VotesPanel
    ) -> None:
        """Compose once the panel is in sight."""
        super().__init__(panel)
        self._session = session
        self._themes = themes
        self._panel = panel
        self._calls: tuple[VoteRow, ...] = ()
        self._calls_from: Observations | None = None
        self._calls_states: States = ()
        self._files = ChartFilePresenter(tasks, themes, panel)
        session.view_changed.connect(self._follow)
        session.observations_changed.connect(self._follow)
        session.observations_failed.connect(self._follow)
        themes.changed.connect(self._show_theme)
        panel.shown.connect(self._follow)
        panel.changed.connect(self._follow)
        panel.agreement.changed.connect(self._follow)
        panel.agreement.save_wanted.connect(self._files.save)
        for table, name in ((panel.texts, "Main texts"), (panel.calls, "Roll calls")):
            table.csv_wanted.connect(self._saver(table, name))
            table.copy_wanted.connect(self._copier(table, name))
            table.link_opened.connect(open_outside)
            table.trace_wanted.connect(self.trace_wanted)
        panel.agreement.trace_wanted.connect(self.trace_wanted)
        panel.agreement.copy_wanted.connect(self._copy_latest)
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

    def _show_texts(self) -> None:
        states = self.states
        page = compose_votes(self._session.atlas, tuple(iso3 for iso3, _ in states))
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
        atlas, codes = self._session.atlas, tuple(iso3 for iso3, _ in self.states)
        partners = tuple((iso3, country_name(atlas, iso3)) for iso3 in PARTNERS)
        face.offer(partners, TOPICS, MEASURES)
        measure = HALF if face.measures.key == HALF else SAME_VOTE
        topic = face.topics.key
        chart = agreement_chart(atlas, observations, topic, face.partners.key, measure, codes)
        face.show_chart(chart, DEFINITIONS[measure], caution_of(chart))
        rows = latest_shares(atlas, observations, topic, measure, codes)
        face.show_latest(
            [name for _, name in self.states],
            [(row.partner, (row.name, *map(_share_words, row.shares))) for row in rows],
        )
        self._panel.show_standing("Share of votes in which each state went with a partner")

    def _show_calls(self) -> None:
        observations = self._observations()
        if observations is None:
            return
        states, panel = self.states, self._panel
        # By identity: frames of pandas cannot be asked whether they are equal.
        if self._calls_from is not observations or self._calls_states != states:
            codes = tuple(iso3 for iso3, _ in states)
            self._calls = compose_roll_calls(self._session.atlas, observations, codes)
            self._calls_from, self._calls_states = observations, states
            panel.offer_topics(topics_of(self._calls))
        rows = sieved(
            self._calls, panel.field.text(), panel.topic, is_split=panel.split.isChecked()
        )
        panel.calls.show_rows(states, rows, ". ".join(tallies(states, rows)))
        some = f"{len(rows)} of {counted(len(self._calls), 'roll call')}"
        panel.show_standing(some if len(rows) < len(self._calls) else some.split(" of ")[1])

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


def _share_words(share: LatestShare) -> str:
    """Write a newest share with its votes and year; one of few votes says so."""
    if not share.votes:
        return share.words
    few = ", few" if share.is_thin else ""
    return f"{share.words} · {share.votes}{few} · {share.year}"
