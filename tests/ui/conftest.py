"""The real pack, a theme and windows for the tests of what is on the screen."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.packs.reading import read_atlas
from explorer.pages.compare import ComparePage
from explorer.pages.compare_page import compose_compare
from explorer.pages.view import View
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import Workspace

# The offscreen platform has no window manager to tell sizes to, nor keyboards to grab for a popup,
# and says so at each window.
NOTHING_TO_TELL = (
    r"This plugin does not support (propagateSizeHints|raise\(\)|grabbing the keyboard)"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a window that says its least size be no warning."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(NOTHING_TO_TELL, extend=True))


@pytest.fixture(scope="session", autouse=True)
def _application(qapp: QApplication) -> None:
    """Let laws that measure text hold in whatever order the tests run."""
    del qapp


@pytest.fixture(autouse=True)
def _pointer_out_of_the_way(_application: None) -> None:
    """Put the pointer where no window opens: one left over a chart points at what is under it."""
    QCursor.setPos(QGuiApplication.primaryScreen().geometry().bottomRight())


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """Read the bundled pack once."""
    return read_atlas(paths.bundled_pack())


@pytest.fixture
def themes(qtbot: QtBot) -> ThemeKeeper:
    """Keep the light theme."""
    del qtbot
    return ThemeKeeper("light")


@pytest.fixture(scope="session")
def page_of(atlas: Atlas) -> Callable[..., ComparePage]:
    """Compose the comparison of Azerbaijan with some countries."""

    def compose(*comparators: str, workspace: Workspace | None = None) -> ComparePage:
        return compose_compare(atlas, workspace or Workspace(), View("AZE", comparators))

    return compose
