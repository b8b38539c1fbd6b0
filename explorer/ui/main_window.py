"""The window: top bar, rail, comparison, details, status line, and the actions between them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.pages.about import counts_words, status_words
from explorer.pages.view import VIEWS, Target
from explorer.pages.words import country_name, study_states
from explorer.settings import Settings, ThemeChoice
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.panels.compare.panel import ComparePanel
from explorer.ui.presenters.as_of import AsOfPresenter
from explorer.ui.presenters.compare import ComparePresenter
from explorer.ui.presenters.compare_copy import CompareCopyPresenter
from explorer.ui.presenters.search import SearchPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper, mark
from explorer.ui.widgets.rail import Rail
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.widgets.status_line import StatusLine
from explorer.ui.widgets.top_bar import TopBar
from explorer.ui.widgets.window_actions import make_actions
from explorer.ui.widgets.window_menu import WindowMenu

COMPARE = "compare"

_NARROW, _LOW = 860, 520
_DETAIL_LEAST, _DETAIL_USUAL = 280, 352
_CENTRE_LEAST = 300
_SETTLE_MS = 800
_ON_A_CELL = ("trace", "copy", "copy table", "note", "csv", "picture")
"""What the menu on a cell of the grid offers, by the names of the actions."""


class MainWindow(QMainWindow):
    """Composes the panels and their presenters. The detail side joins after the first paint."""

    painted = Signal()
    """The first paint is over: what is heavy may be imported now."""
    note_wanted = Signal()
    """The user wants to write a note on what is selected."""
    view_opened = Signal(str)
    """A view came to the front, by its name; at the first time it has nothing in it yet."""
    exported = Signal()
    """The user wants the briefs of the present view."""
    remembered = Signal(object)
    """The Settings as they are now, to be kept for the next start."""

    def __init__(
        self, session: Session, tasks: TaskDoor, themes: ThemeKeeper, settings: Settings
    ) -> None:
        """Build the part of the window that the first paint shows."""
        super().__init__()
        self.session = session
        self.tasks = tasks
        self.outlooks = OutlookKeeper(session, tasks)
        self.themes = themes
        self._settings = settings
        self.first_place = settings.place
        self.may_close: Callable[[], bool] = _always
        self._was_painted = False
        self._is_narrow: bool | None = None
        self._wants_details = settings.detail_open
        self.setWindowTitle("Country Explorer")
        self.setMinimumSize(600, 360)
        self._actions = make_actions(self)
        self.searching = SearchPresenter(session, self)
        self.search = SearchBox(self.searching.find, nothing=self.searching.nothing_words)
        self.menu = WindowMenu(self._actions, themes.choice, self)
        self.top_bar = TopBar(themes, self.search, self.menu)
        self.rail = Rail(VIEWS)
        self._views: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self.compare_panel = ComparePanel(themes)
        self.status_line = StatusLine()
        self.detail_place = QFrame()
        mark(self.detail_place, "detail")
        self._detail_rows = QVBoxLayout(self.detail_place)
        self._splitter = self._make_splitter()
        self._notices = QVBoxLayout()
        self._lay_out()
        self.as_of = AsOfPresenter(session, self.status_line, self._notices, self)
        self.compare = ComparePresenter(session, self.compare_panel, self.outlooks)
        self.copying = CompareCopyPresenter(session, tasks, themes, self, self.outlooks)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self.remember)
        self._connect()
        self._show_session()
        self._restore(settings)

    @property
    def is_detail_open(self) -> bool:
        """Say whether the details are in sight."""
        return not self.detail_place.isHidden()

    def show_detail(self, widget: QWidget) -> None:
        """Put the detail panel in its place."""
        self._detail_rows.addWidget(widget)
        self.detail_place.setFocusProxy(widget)

    @property
    def shown_view(self) -> str:
        """Give the name of the view in front."""
        front = self._stack.currentWidget()
        return next((name for name, view in self._views.items() if view is front), COMPARE)

    def add_view(self, name: str, widget: QWidget) -> None:
        """Put a view's panel in its place, and in front if the user has asked for it."""
        self._views[name] = widget
        self._stack.addWidget(widget)

    def open_view(self, name: str) -> None:
        """Bring a view to the front; who builds it at the first time listens to `view_opened`.

        The details belong to the comparison: beside another view they stand back.
        """
        if name not in self._views:
            self.view_opened.emit(name)
        widget = self._views.get(name)
        if widget is None:
            return
        self.rail.show_view(name)
        self._stack.setCurrentWidget(widget)
        self._show_details(is_open=self._wants_details and not self._is_narrow)
        focus = self.compare_panel.grid if name == COMPARE else widget
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._timer.start()

    def go_to(self, target: Target) -> None:
        """Select something in the comparison; a country that is not compared is added."""
        self.open_view(COMPARE)
        view = self.session.view
        if target.iso3 and target.iso3 not in view.shown:
            self.compare.choose_comparators((*view.comparators, target.iso3))
        self.session.select(target)
        self.compare_panel.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def action(self, name: str) -> QAction:
        """Give an action by its name in the table of shortcuts."""
        return self._actions[name]

    def set_details_open(self, is_open: bool) -> None:  # noqa: FBT001 - a slot takes a lone truth
        """Show or hide the details, as the user wishes."""
        self._wants_details = is_open
        self._show_details(is_open=is_open)
        self._timer.start()

    def settings(self) -> Settings:
        """Give the state of the window, to come back at the next start."""
        view = self.session.view
        sizes = self._splitter.sizes()
        width = sizes[1] if self.is_detail_open and sizes[1] else self._settings.detail_width
        return replace(
            self._settings,
            theme=self.themes.choice,
            geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
            detail_width=width,
            detail_open=self._wants_details,
            baseline=view.baseline,
            comparators=view.comparators,
            sort=view.sort,
            selection=str(self.session.selection),
            place=self.shown_view,
        )

    def remember(self) -> None:
        """Hand out the state of the window, to be written."""
        self._timer.stop()
        self._settings = self.settings()
        self.remembered.emit(self._settings)

    def keep_choices(self, settings: Settings) -> None:
        """Take choices made elsewhere, such as the paper of the last export."""
        self._settings = settings
        self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the focus in the grid, so that the arrows move at once."""
        super().showEvent(event)
        if not self._was_painted and self.shown_view == COMPARE:
            self.compare_panel.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show less in a small window: no rail, no details unless asked for."""
        super().resizeEvent(event)
        self.top_bar.set_low(is_low=self.height() < _LOW)
        is_narrow = self.width() < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.rail.setVisible(not is_narrow)
            self._show_details(is_open=self._wants_details and not is_narrow)
        self._timer.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the state and let no thread outlive the window, once `may_close` agrees."""
        if not self.may_close():
            event.ignore()
            return
        self.remember()
        self.outlooks.close()
        self.tasks.close()
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first paint of the grid."""
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)

    def _make_splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        self._detail_rows.setContentsMargins(1, 0, 0, 0)
        self.detail_place.setMinimumWidth(_DETAIL_LEAST)
        self._stack.setMinimumWidth(_CENTRE_LEAST)
        self.add_view(COMPARE, self.compare_panel)
        splitter.addWidget(self._stack)
        splitter.addWidget(self.detail_place)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setChildrenCollapsible(False)
        splitter.splitterMoved.connect(self._remember_soon)
        return splitter

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._splitter, 1)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top_bar)
        rows.addLayout(self._notices)
        rows.addLayout(middle, 1)
        rows.addWidget(self.status_line)
        self.setCentralWidget(whole)

    def _doings(self) -> dict[str, Callable[[], object]]:
        """Give what the window itself does for its actions, by their names."""
        session, bar = self.session, self.top_bar
        doings: dict[str, Callable[[], object]] = {
            "search": self.search.setFocus,
            "grid": partial(self.open_view, COMPARE),
            "note": self.note_wanted.emit,
            "details": lambda: self.set_details_open(not self.is_detail_open),
            "all": bar.chips.all_chip.click,
            "baseline": bar.picker.showMenu,
            "sort": self.compare.switch_sort,
            "copy": self._copy,
            "copy table": self.copying.copy_table,
            "csv": self.copying.save_csv,
            "picture": self.copying.save_picture,
            "undo": session.undo,
            "redo": session.redo,
            "raters": self.menu.raters_wanted.emit,
            "as of": self.as_of.open,
            "day before": partial(self.as_of.step, -1),
            "day after": partial(self.as_of.step, 1),
            "newest": self.as_of.back_to_newest,
            "export": self.exported.emit,
            "theme": self._switch_theme,
            "shortcuts": self._show_shortcuts,
            "quit": self.close,
        }
        for place in range(5):
            doings[f"country {place + 1}"] = partial(bar.chips.toggle, place)
        return doings | {f"view {name}": partial(self.open_view, name) for name, _ in VIEWS}

    def _connect(self) -> None:
        session, bar, doings = self.session, self.top_bar, self._doings()
        for name, action in self._actions.items():  # others listen to those not done here
            action.triggered.connect(partial(_do, doings.get(name, _always)))
        bar.chips.chosen.connect(self.compare.choose_comparators)
        bar.baseline_chosen.connect(self.compare.choose_baseline)
        bar.exported.connect(self.exported)
        self.menu.theme_chosen.connect(self._choose_theme)
        self.menu.about_wanted.connect(self._show_about)
        self.search.jumped.connect(self.searching.jump)
        self.searching.ready.connect(self.search.refresh)
        self.searching.target_wanted.connect(self.go_to)
        self.searching.view_wanted.connect(self.open_view)
        self.rail.chosen.connect(self.open_view)
        self.compare_panel.details_toggled.connect(self.set_details_open)
        self.compare_panel.details_wanted.connect(self._go_to_details)
        self.compare_panel.view_wanted.connect(self.open_view)
        self.compare_panel.grid.addActions([self._actions[name] for name in _ON_A_CELL])
        self.compare_panel.grid.viewport().installEventFilter(self)
        session.view_changed.connect(self._show_session)
        session.selection_changed.connect(self._timer.start)
        session.workspace_changed.connect(self._show_steps)

    def _remember_soon(self) -> None:
        self._timer.start()

    def _show_session(self) -> None:
        """Show the view in the top bar, and what the data are."""
        atlas, view = self.session.atlas, self.session.view
        countries = tuple((iso3, country_name(atlas, iso3)) for iso3 in study_states(atlas))
        self.top_bar.show_view(countries, view.baseline, view.comparators)
        self.status_line.show_data(status_words(atlas))
        self.status_line.show_counts(counts_words(atlas))
        self._show_steps()
        self._timer.start()

    def _show_steps(self) -> None:
        self._actions["undo"].setEnabled(self.session.can_undo)
        self._actions["redo"].setEnabled(self.session.can_redo)

    def _show_details(self, *, is_open: bool) -> None:
        is_open = is_open and self.shown_view == COMPARE
        self.detail_place.setVisible(is_open)
        self.compare_panel.show_details_open(is_open=is_open)
        if is_open:
            wanted = max(self._settings.detail_width or _DETAIL_USUAL, _DETAIL_LEAST)
            self._splitter.setSizes([max(self._splitter.width() - wanted, 1), wanted])

    def _restore(self, settings: Settings) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(1280, room.width()), min(800, room.height()))
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode("ascii")))
        self._show_details(is_open=settings.detail_open)

    def _go_to_details(self) -> None:
        if not self.is_detail_open:
            self.set_details_open(True)
        self.detail_place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _copy(self) -> None:
        self.copying.copy_selected(as_difference=self.compare_panel.grid.is_on_difference)

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self.themes.choose(choice)
        self.menu.show_theme(choice)
        self._timer.start()

    def _switch_theme(self) -> None:
        self._choose_theme("light" if self.themes.theme.name == "dark" else "dark")

    def _show_shortcuts(self) -> None:
        from explorer.ui.widgets.shortcuts import ShortcutsDialog

        ShortcutsDialog(self).open()

    def _show_about(self) -> None:
        from explorer.pages.about import compose_about
        from explorer.ui.widgets.about_dialog import AboutDialog

        AboutDialog(compose_about(self.session.newest), self).open()


def _do(doing: Callable[[], object], _checked: object = None) -> None:
    """Do what an action stands for; Qt's word on its check mark says nothing here."""
    doing()


def _always() -> bool:
    """Let the window close."""
    return True
