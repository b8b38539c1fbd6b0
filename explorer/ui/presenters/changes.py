"""Keeps the view Changes in step with the session: two dates, and what changed between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from explorer.pages.changes import ChangesPage, compose_changes
from explorer.pages.changes_dates import (
    JUDGEMENT,
    TYPED,
    WINDOW,
    BriefMade,
    DateChoice,
    Span,
    first_since,
    parse_day,
    since_choices,
    span_of,
    until_choices,
)
from explorer.pages.charts import Caption
from explorer.pages.search import Hit
from explorer.pages.tables import as_csv
from explorer.pages.timeline import compose_timeline
from explorer.pages.view import Target
from explorer.pages.words import day_words
from explorer.settings import LastBrief
from explorer.ui.charts.table_window import TableWindow
from explorer.ui.panels.changes import ChangesPanel
from explorer.ui.presenters.file_saving import FileSaver, Offer
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import Workspace

_CSV = {"csv": "Comma-separated values"}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The choices of the user, by key, and the days typed where that is the choice."""

    since: str = JUDGEMENT
    until: str = WINDOW
    since_typed: date | None = None
    until_typed: date | None = None


class ChangesPresenter(QObject):
    """Composes the page in a thread while the view is in sight.

    `jump_wanted` carries a `Target` or a `Hit` to go to. `briefs` gives the last briefs exported.
    """

    jump_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        tasks: TaskDoor,
        themes: ThemeKeeper,
        panel: ChangesPanel,
        briefs: Callable[[], Sequence[LastBrief]],
    ) -> None:
        """Compose once the panel is in sight."""
        super().__init__(panel)
        self._session = session
        self._tasks = tasks
        self._themes = themes
        self._panel = panel
        self._briefs = briefs
        self._wanted = _Wanted()
        self._of: tuple[object, ...] = ()
        self._files = FileSaver(tasks, panel)
        head = panel.head
        session.view_changed.connect(self._follow)
        session.workspace_changed.connect(self._follow)
        themes.changed.connect(self._show_theme)
        panel.shown.connect(self._follow)
        panel.goal_wanted.connect(self._go)
        head.since.chosen.connect(partial(self._choose, "since"))
        head.until.chosen.connect(partial(self._choose, "until"))
        head.since.typed.connect(partial(self._type, "since"))
        head.until.typed.connect(partial(self._type, "until"))
        head.copy_link.clicked.connect(self._copy)
        head.csv_link.clicked.connect(self._save)
        head.table_link.clicked.connect(self._show_table)

    @property
    def window_day(self) -> date:
        """Give the date of the window: the latest that can be compared."""
        newest = self._session.newest.subject
        return self._session.as_of or newest.seen_on or newest.as_of

    def _choose(self, which: str, key: str) -> None:
        wanted = replace(self._wanted, **{which: key})
        if key != TYPED or getattr(wanted, f"{which}_typed") is not None:
            self._try(wanted)

    def _type(self, which: str, text: str) -> None:
        """Take a day typed, or say why it cannot be taken."""
        try:
            day = parse_day(text)
        except ValueError as fault:
            self._panel.head.show_message(str(fault))
            return
        self._try(replace(self._wanted, **{which: TYPED, f"{which}_typed": day}))

    def _try(self, wanted: _Wanted) -> None:
        """Take what is wanted, unless the two dates cannot be compared."""
        until = self._until(wanted)
        since = self._since(wanted, until.day or self.window_day)
        span = span_of(since.day, until.day, self.window_day)
        if span.fault:
            self._show_choices()
            self._panel.head.show_message(span.fault)
            return
        self._wanted = wanted
        self._follow()

    def _until_choices(self) -> tuple[DateChoice, ...]:
        session = self._session
        return until_choices(session.newest, self.window_day, session.view.shown)

    def _since_choices(self, until: date) -> tuple[DateChoice, ...]:
        session = self._session
        view = session.view
        pairs = [(view.baseline, iso3) for iso3 in view.comparators]
        briefs = tuple(
            BriefMade(each.baseline, each.comparator, date.fromisoformat(each.day), each.edition)
            for each in self._briefs()
        )
        return since_choices(session.newest, until, pairs, view.shown, briefs)

    def _until(self, wanted: _Wanted) -> DateChoice:
        if wanted.until == TYPED:
            return DateChoice(TYPED, "", wanted.until_typed)
        choices = self._until_choices()
        return next((each for each in choices if each.key == wanted.until), choices[0])

    def _since(self, wanted: _Wanted, until: date) -> DateChoice:
        if wanted.since == TYPED:
            return DateChoice(TYPED, "", wanted.since_typed)
        choices = self._since_choices(until)
        found = next((each for each in choices if each.key == wanted.since and each.day), None)
        return found or first_since(choices)

    def _resolved(self) -> tuple[DateChoice, DateChoice, Span, str]:
        """Give the dates in force; where what was wanted no longer does, others, and why."""
        wanted, window, words = self._wanted, self.window_day, ""
        until = self._until(wanted)
        if until.day is None or until.day > window:
            until = self._until_choices()[0]
        last = until.day or window
        since = self._since(wanted, last)
        if since.day is None or since.day >= last:
            passed, since = since.day, first_since(self._since_choices(last))
            if passed is not None and since.day is not None:
                words = (
                    f"{day_words(passed)} is not before {day_words(last)}; shown instead is "
                    f"what changed since {day_words(since.day)}."
                )
        return since, until, span_of(since.day, until.day, window), words

    def _show_choices(self) -> None:
        """Offer the choices, and mark those in force."""
        since, until, span, _ = self._resolved()
        if span.since is None or span.until is None:
            return
        head = self._panel.head
        choices = self._since_choices(span.until)
        head.since.show_choices(choices, since.key, day_words(span.since))
        head.until.show_choices(self._until_choices(), until.key, day_words(span.until))

    def _follow(self) -> None:
        """Compose the page of the dates and states in force, if it is not the one shown."""
        if not self._panel.isVisible():
            return
        session = self._session
        _, _, span, words = self._resolved()
        if span.since is None or span.until is None:
            return
        self._panel.head.show_message(words)
        self._show_choices()
        workspace = session.workspace
        of = (id(session.newest), span.since, span.until, session.view.shown, _ground(workspace))
        if of == self._of:
            return
        self._of = of
        work = partial(
            _compose, session, session.workspace, span.since, span.until, session.view.shown
        )
        task = Task("changes", work)
        task.done.connect(self._panel.show_page)
        task.failed.connect(self._tell_failed)
        self._tasks.start(task)

    def _tell_failed(self, error: Exception) -> None:
        self._of = ()
        self._panel.head.show_message(
            f"What changed could not be composed. This is a fault of the app: {error!r}"
        )

    def _go(self, goal: object) -> None:
        """Go to the place of a line; the places of events are those in the Atlas in force."""
        if isinstance(goal, Hit) and goal.kind == "event":
            goal = replace(goal, key=self._event_key(goal))
        elif isinstance(goal, Hit) and goal.kind == "assessment":
            goal = replace(goal, key=self._assessment_key(goal))
        if isinstance(goal, Hit | Target):
            self.jump_wanted.emit(goal)

    def _event_key(self, hit: Hit) -> str:
        session = self._session
        events = compose_timeline(session.atlas, session.view.shown).events
        found = (each for each in events if (each.title, each.when) == (hit.title, hit.subtitle))
        return next((each.key for each in found), "")

    def _assessment_key(self, hit: Hit) -> str:
        assessments = self._session.atlas.assessments
        return next((str(at) for at, x in enumerate(assessments) if x.position == hit.title), "")

    def _copy(self) -> None:
        if self._panel.page is not None:
            QGuiApplication.clipboard().setText(self._panel.page.text)

    def _save(self) -> None:
        """Ask for a file and save all changes there, to be read by spreadsheets."""
        page = self._panel.page
        if page is None:
            return
        # Spreadsheets take a file for UTF-8 by its mark at the front.
        content = as_csv(page.table).encode("utf-8-sig")
        name = f"What changed, {page.subtitle}"
        self._files.ask(Offer("Save changes", name, _CSV, lambda _: content))

    def _show_table(self) -> None:
        page = self._panel.page
        if page is None:
            return
        caption = Caption(
            title=f"{page.title}: {page.subtitle}",
            unit="",
            source=page.judged,
            caveat=" ".join(page.cautions),
            description=page.subtitle,
            table=page.table,
        )
        window = TableWindow(caption, self._themes.theme, self._panel)
        window.resize(980, 560)
        window.open()

    def _show_theme(self) -> None:
        self._panel.set_theme(self._themes.theme)


def _ground(workspace: Workspace) -> tuple[object, ...]:
    """Give what of a workspace bears on a page."""
    return workspace.judgements, workspace.pooling, workspace.own_evidence


def _compose(
    session: Session,
    workspace: Workspace,
    since: date,
    until: date,
    states: tuple[str, ...],
    _progress: Progress,
) -> ChangesPage:
    return compose_changes(session.newest, workspace, since, until, states)
