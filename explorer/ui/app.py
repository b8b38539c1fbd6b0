"""Starts the window: first what the first paint needs, then the rest."""

import contextlib
import gc
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.errors import PackError
from explorer.packs.reading import read_atlas
from explorer.pages.view import Target, View, parse_target
from explorer.settings import LastBrief, Settings, read_settings, write_settings
from explorer.ui.autosave import Autosave
from explorer.ui.main_window import MainWindow
from explorer.ui.presenters.compare import first_view, in_view
from explorer.ui.presenters.visited import Visited
from explorer.ui.session import Session
from explorer.ui.tasks import Progress, Task, TaskDoor
from explorer.ui.theme import ThemeKeeper, load_other_fonts
from explorer.ui.widgets.enter import EnterPresses
from explorer.ui.widgets.message_window import MessageWindow
from explorer.workspace.document import Workspace
from explorer.workspace.storage import open_workspace


def run(argv: Sequence[str]) -> int:
    """Open the window and stay until it is closed; give the exit code."""
    # What is made while starting lives as long as the window: looking for waste in it is waste.
    gc.disable()
    application = _application(argv)
    faults = _FaultTeller()
    sys.excepthook = faults.tell
    settings = read_settings(paths.settings_file())
    themes = ThemeKeeper(settings.theme)
    try:
        atlas = read_atlas(paths.bundled_pack())
    except PackError as error:
        return _tell_of_pack(error)
    opened = open_workspace(paths.workspace_file())
    window = build_window(settings, atlas, opened.workspace, themes)
    window.remembered.connect(_keep)
    window.painted.connect(_collect_again)
    autosave = _save_as_one_types(window)
    if opened.message:
        window.painted.connect(partial(_tell, window, opened.message))
    window.show()
    code = application.exec()
    autosave.close()
    return code


def build_window(
    settings: Settings,
    atlas: Atlas,
    workspace: Workspace,
    themes: ThemeKeeper | None = None,
) -> MainWindow:
    """Build the window on an Atlas and a workspace; the heavy part follows its first paint."""
    view = first_view(atlas, settings.baseline, settings.comparators, settings.sort)
    session = Session(atlas, workspace, view, first_selection(atlas, view, settings.selection))
    window = MainWindow(session, TaskDoor(), themes or ThemeKeeper(settings.theme), settings)
    window.painted.connect(lambda: _finish(window))
    return window


def first_selection(atlas: Atlas, view: View, remembered: str) -> Target:
    """Give the selection to start with: the remembered one, or the first factor's cell."""
    target = parse_target(remembered)
    if target is not None and _is_held(atlas, target):
        return in_view(target, view)
    return Target("cell", view.comparators[0], atlas.factors[0].id)


def _is_held(atlas: Atlas, target: Target) -> bool:
    """Say whether the Atlas holds what a target names."""
    knows_country = not target.iso3 or target.iso3 in atlas.subject.compared
    return knows_country and (not target.factor or target.factor in atlas.factor_by_id)


def _application(argv: Sequence[str]) -> QApplication:
    """Give the one QApplication, with the style that looks alike on every system."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    application = QApplication(list(argv))
    application.setApplicationName(paths.APP)
    application.setApplicationDisplayName("Country Explorer")
    application.setDesktopFileName(paths.APP)
    application.setStyle("Fusion")
    return application


def _finish(window: MainWindow) -> None:
    """Do what may come after the first paint: the details, the export, the series, other fonts."""
    from explorer.ui.panels.detail import DetailPanel
    from explorer.ui.presenters.ahead import VIEW_MODULES, ImportAhead
    from explorer.ui.presenters.copied import CopiedPresenter
    from explorer.ui.presenters.detail import DetailPresenter
    from explorer.ui.presenters.judgements import JudgementsPresenter
    from explorer.ui.presenters.search_jumps import SearchJumps
    from explorer.ui.presenters.tracing import Tracing
    from explorer.ui.presenters.undone import UndonePresenter

    panel = DetailPanel()
    window.show_detail(panel)
    details = DetailPresenter(window.session, window.tasks, window.themes, panel, window.outlooks)
    judgements = JudgementsPresenter(window.session, window.tasks, window.themes, panel, window)
    window.menu.raters_wanted.connect(judgements.open)
    window.note_wanted.connect(partial(_go_to_note, window, details.begin_note))
    panel.grid_wanted.connect(window.action("grid").trigger)
    show_details = partial(_show_details, window)
    SearchJumps(window.searching, window.session, details, window.themes, show_details, window)
    tracing = Tracing(window.session, window.action("trace"), window)
    tracing.lead(lambda: window.shown_view, window.open_view)
    panel.trace_wanted.connect(tracing.trace)
    panel.view_wanted.connect(window.open_view)
    visited = _visited(window)
    EnterPresses(window)
    window.exported.connect(partial(_export, window))
    window.action("data").triggered.connect(partial(_export_data, window))
    CopiedPresenter(window.status_line)
    UndonePresenter(window.session, window.status_line)
    window.view_opened.connect(partial(_build_view, window))
    task = Task("observations", partial(_read_series, window.session.atlas))
    task.done.connect(window.session.take_observations)
    task.done.connect(_spare)
    task.failed.connect(partial(_tell_of_series, window))
    # The whiskers and the index wait for the first chart, which they would hold up by a third.
    for over in (details.ready, task.failed):
        over.connect(partial(_begin_the_rest, window))
    window.tasks.start(task)
    window.outlooks.failed.connect(partial(_tell_of_intervals, window))
    load_other_fonts()
    ImportAhead(window.tasks, VIEW_MODULES, window)
    if window.first_place and window.first_place != window.shown_view:
        window.open_view(window.first_place)
    window.rail.leaving.connect(visited.leave)


def _visited(window: MainWindow) -> Visited:
    """Go back and forward through the views visited, from the first one shown on."""
    session = window.session

    def select(text: str) -> None:
        target = parse_target(text)
        if target is not None and (not target.iso3 or target.iso3 in session.view.shown):
            session.select(target)

    visited = Visited(lambda: window.shown_view, window.open_view, window)
    visited.add_way("compare", lambda: str(session.selection), select)
    visited.said.connect(window.status_line.say)
    window.action("back").triggered.connect(visited.back)
    window.action("forward").triggered.connect(visited.forward)
    return visited


def _begin_the_rest(window: MainWindow, _over: object = None) -> None:
    """Draw the intervals, and make the index of all there is, in threads."""
    window.outlooks.begin()
    window.searching.begin(window.tasks, window.action, window.menu)


def _build_view(window: MainWindow, name: str) -> None:
    """Build a view when it is opened for the first time."""
    from explorer.ui.views import build_view

    build_view(window, name)


def _go_to_note(window: MainWindow, begin: Callable[[], None]) -> None:
    """Let the user write, in the details, which come into sight for it."""
    _show_details(window)
    begin()


def _show_details(window: MainWindow) -> None:
    if not window.is_detail_open:
        window.set_details_open(True)


def _collect_again() -> None:
    """Let Python look for waste again, but not among what was made while starting."""
    gc.freeze()
    gc.enable()


def _spare(_done: object = None) -> None:
    """Look for no waste in what is here by now, which stays: each search would take 80 ms.

    Wherever Python searches, in whichever thread, the window stands still for as long.
    """
    gc.freeze()


def _export(window: MainWindow) -> None:
    """Export the briefs; what that takes is made at the first time."""
    from explorer.ui.presenters.export import ExportPresenter

    exporter = window.findChild(ExportPresenter)
    if exporter is None:
        settings = window.settings()
        exporter = ExportPresenter(window.session, window.tasks, window)
        exporter.paper, exporter.marking = settings.paper, settings.marking
        if settings.folder and Path(settings.folder).is_dir():
            exporter.folder = Path(settings.folder)
        _spare()
        made = exporter
        made.choices_changed.connect(
            lambda: _keep_choices(window, made.paper, made.marking, made.folder)
        )
        made.briefs_made.connect(partial(_keep_briefs, window))
    exporter.theme = window.themes.theme
    exporter.last_briefs = window.settings().last_briefs
    exporter.export()


def _export_data(window: MainWindow, _checked: object = None) -> None:
    """Export what is compared as data; it bears the marking that the last brief was given."""
    from explorer.ui.presenters.data_export import DataExportPresenter

    exporter = window.findChild(DataExportPresenter)
    if exporter is None:
        exporter = DataExportPresenter(window.session, window.tasks, window.status_line, window)
    exporter.export(window.settings().marking)


def _keep_choices(window: MainWindow, paper: str, marking: str, folder: Path) -> None:
    """Remember how and where the last brief was made."""
    window.keep_choices(
        replace(window.settings(), paper=paper, marking=marking, folder=str(folder))
    )


def _keep_briefs(window: MainWindow, briefs: Iterable[LastBrief]) -> None:
    """Remember on which data the last brief of each pair was made."""
    window.keep_choices(window.settings().with_briefs(briefs))


def _save_as_one_types(window: MainWindow) -> Autosave:
    """Keep the user's file in step with the session, and the status line with the file."""
    autosave = Autosave(window.session, paths.workspace_file())
    window.status_line.show_saved(autosave.state)
    autosave.state_changed.connect(window.status_line.show_saved)
    autosave.told.connect(partial(_tell, window))
    window.may_close = partial(_may_close, window, autosave)
    return autosave


def _may_close(window: MainWindow, autosave: Autosave) -> bool:
    """Save before the window goes; where that fails, let the user decide."""
    if autosave.flush():
        return True
    from PySide6.QtWidgets import QMessageBox

    answer = QMessageBox.warning(
        window,
        "Your work is not saved",
        f"{autosave.state}.\n\nIf you close now, your last changes are lost.",
        QMessageBox.StandardButton.Cancel | QMessageBox.StandardButton.Discard,
        QMessageBox.StandardButton.Cancel,
    )
    return answer == QMessageBox.StandardButton.Discard


def _tell(window: MainWindow, message: str) -> None:
    """Show the user a message about their work, and leave the keys to what is being typed."""
    told = MessageWindow("Your work", message, message, window)
    told.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    told.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    told.setModal(False)
    told.show()


def _tell_of_series(window: MainWindow, error: Exception) -> None:
    """Say why there are no series: a pack with faults is not half shown, so the window closes.

    Any other failure costs the charts and the briefs; the comparison stands without them.
    """
    window.session.give_up_observations(str(error) or repr(error))
    if isinstance(error, PackError):
        told = MessageWindow(
            "The data could not be loaded",
            "The bundled data have faults in the series, so the window closes with this message. "
            "Reinstall the app, or send the text below to whoever made the data. Your work is "
            "safe.",
            str(error),
            window,
        )
        told.finished.connect(window.close)
        told.open()
        return
    words = (
        "The series could not be read, so no charts are shown and no briefs can be made. "
        "The comparison is complete. Start the app again to try once more."
    )
    MessageWindow("Charts are missing", words, str(error) or repr(error), window).open()


def _tell_of_intervals(window: MainWindow, reason: str) -> None:
    """Say that the likelihoods stand without their intervals."""
    words = (
        "The 80 % intervals could not be drawn, so the likelihoods are shown without them. "
        "Change an assumption, or start the app again, to try once more."
    )
    MessageWindow("Intervals are missing", words, reason, window).open()


def _read_series(atlas: Atlas, _progress: Progress) -> object:
    from explorer.packs.observations import read_observations

    observations = read_observations(paths.bundled_pack(), atlas)
    observations.prepare()
    return observations


def _keep(settings: Settings) -> None:
    """Write the settings; a folder that cannot be written costs only the remembered state."""
    with contextlib.suppress(OSError):
        write_settings(paths.settings_file(), settings)


def _tell_of_pack(error: PackError) -> int:
    """Show the faults of the pack; there is nothing else to show."""
    window = MessageWindow(
        "The data could not be loaded",
        "The bundled data have faults, so nothing was loaded. Reinstall the app, or send the text "
        "below to whoever made the data. Your work is safe and was not touched.",
        str(error),
    )
    window.exec()
    return 1


class _FaultTeller(QObject):
    """Takes exceptions that nobody expected: logs them, shows them, and lets the app go on."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._is_showing = False
        self._window: MessageWindow | None = None
        self.told.connect(self._show)

    def tell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take the place of `sys.excepthook`; it may be called from any thread."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        import traceback

        text = "".join(traceback.format_exception(kind, error, trace))
        _write_to_log(text)
        sys.stderr.write(text)
        self.told.emit(text)

    def _show(self, text: str) -> None:
        if self._is_showing:
            return

        self._is_showing = True
        self._window = MessageWindow(
            "Something went wrong",
            "This is a fault of the app, not yours. Your work is safe; you can go on. "
            f"The text below is also kept in {log_file()}.",
            text,
        )
        self._window.finished.connect(self._go_on)
        self._window.open()

    def _go_on(self) -> None:
        self._is_showing = False


def log_file() -> Path:
    """Give the file in which unexpected faults are kept."""
    return paths.user_home() / "faults.log"


def _write_to_log(text: str) -> None:
    """Add a fault to the log; that may fail without more ado, since the fault is shown too."""
    from datetime import UTC, datetime

    with contextlib.suppress(OSError):
        log_file().parent.mkdir(parents=True, exist_ok=True)
        with log_file().open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{text}\n")


def screenshot(
    path: Path,
    size: tuple[int, int] = (1440, 900),
    theme: str = "light",
    view: View | None = None,
    selection: str = "",
) -> None:
    """Save a picture of the window, with its details and their chart, to a PNG file."""
    _application(["country-explorer"])
    settings = Settings(theme="dark" if theme == "dark" else "light", selection=selection)
    if view is not None:
        settings = Settings(
            theme=settings.theme,
            baseline=view.baseline,
            comparators=view.comparators,
            sort=view.sort,
            selection=selection,
        )
    window = build_window(settings, read_atlas(paths.bundled_pack()), Workspace())
    window.resize(*size)
    window.show()
    settle(window)
    window.grab().save(str(path))
    window.close()


def settle(window: MainWindow) -> None:
    """Wait until the window has all it shows: the series are read and nothing is under way."""
    loop = QEventLoop()
    flag = QEventLoop.ProcessEventsFlag.AllEvents
    session = window.session
    while not window.tasks.is_idle or (
        session.observations is None and not session.observations_fault
    ):
        loop.processEvents(flag, 20)
    loop.processEvents(flag, 50)
