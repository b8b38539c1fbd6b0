"""Copies the comparison, or a part of it, and saves it to files."""

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from explorer.pages.compare import ComparePage
from explorer.pages.compare_page import compare_title, compose_compare
from explorer.pages.compare_table import comparison_table, difference_words, words_of
from explorer.pages.tables import as_csv, as_html, as_tsv
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.presenters.file_saving import FileSaver, Offer
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import Workspace

_CSV = {"csv": "Comma-separated values"}


class CompareCopyPresenter(QObject):
    """Gives away what the pack says in the present view; that the user has notes, it keeps."""

    def __init__(
        self,
        session: Session,
        tasks: TaskDoor,
        themes: ThemeKeeper,
        window: QWidget,
        outlooks: OutlookKeeper | None = None,
    ) -> None:
        """Stand ready; `window` is what the dialogs belong to."""
        super().__init__(window)
        self._session = session
        self._outlooks = outlooks
        self._themes = themes
        self._files = FileSaver(tasks, window)

    def copy_selected(self, *, as_difference: bool = False) -> None:
        """Put what is selected on the clipboard in sentences; what is not shown copies nothing.

        `as_difference` says that of a selected factor its difference alone is meant.
        """
        page, target = self._page(), self._session.selection
        difference = difference_words(page, target.factor) if as_difference else ""
        words = difference or words_of(page, target)
        if words:
            QGuiApplication.clipboard().setText(words)

    def copy_table(self) -> None:
        """Put the comparison on the clipboard, for a text processor and for a spreadsheet."""
        page = self._page()
        table = comparison_table(page)
        data = QMimeData()
        data.setText(as_tsv(table))
        data.setHtml(as_html(table, page.title, _origin(page)))
        QGuiApplication.clipboard().setMimeData(data)

    def save_csv(self) -> None:
        """Ask for a file and save the comparison there, to be read by spreadsheets."""
        page = self._page()
        table = comparison_table(page)
        # Spreadsheets take a file for UTF-8 by its mark at the front.
        content = as_csv(table).encode("utf-8-sig")
        self._files.ask(Offer("Save comparison", page.title, _CSV, lambda _: content))

    def save_picture(self) -> None:
        """Ask for a file and save the ratings there with their ranges, drawn."""
        from explorer.pages.judgement_charts import rating_chart
        from explorer.ui.presenters.chart_file import chart_offer

        session, keeper = self._session, self._outlooks
        if keeper is None:
            chart = rating_chart(session.atlas, session.view.shown)
        else:
            ground = keeper.outlook.ground
            chart = rating_chart(ground.atlas, session.view.shown, ground.choices)
        name = f"{compare_title(session.atlas, session.view)}, ratings"
        title = "Save ratings as picture"
        self._files.ask(chart_offer(chart, self._themes.theme, title=title, name=name))

    def _page(self) -> ComparePage:
        keeper = self._outlooks
        return compose_compare(
            self._session.atlas,
            Workspace(),
            self._session.view,
            keeper.outlook if keeper else None,
            keeper.intervals if keeper else None,
        )


def _origin(page: ComparePage) -> str:
    """Say in a line what the table stands on."""
    return " · ".join(
        each for each in (page.subtitle, page.outcomes.subtitle, page.banner) if each
    )
