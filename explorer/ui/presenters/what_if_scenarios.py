"""Opens, saves, renames and deletes scenarios as the user asks."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject

from explorer.pages.put_aside import put_aside_words
from explorer.pages.scenarios import bundled_id, own_id
from explorer.ui.panels.what_if import WhatIfPanel
from explorer.ui.session import Session
from explorer.workspace.assumptions import (
    choose_base,
    delete_scenario,
    duplicate_scenario,
    open_scenario,
    rename_scenario,
    reset,
    save_scenario,
    update_scenario,
)
from explorer.workspace.document import Workspace


class ScenarioKeeper(QObject):
    """Turns the words of the menu of scenarios into edits, each a step to undo."""

    def __init__(self, session: Session, panel: WhatIfPanel) -> None:
        """Listen to a panel."""
        super().__init__(panel)
        self._session = session
        self._panel = panel
        self._is_telling = False
        panel.base_chosen.connect(self.open_bundled)
        panel.own_chosen.connect(self.open_own)
        panel.named.connect(self._take_name)

    def do(self, word: str) -> None:
        """Do what a word stands for: `reset`, `save`, `update`, `duplicate`, `rename`, `delete`.

        Saving and renaming ask for a name first.
        """
        workspace = self._session.workspace
        own = workspace.scenario
        if word == "reset":
            self._edit(reset(workspace))
        elif word == "save" or (word == "rename" and own in workspace.scenarios):
            self._panel.ask_name(word)
        elif own in workspace.scenarios:
            if word == "update":
                self._edit(update_scenario(workspace, own, _now()))
            elif word == "duplicate":
                self._edit(duplicate_scenario(workspace, own, _now()))
            elif word == "delete":
                self._delete(workspace, own)

    def open_bundled(self, scenario: str) -> None:
        """Assume a bundled scenario."""
        self._open(choose_base(self._session.workspace, scenario))

    def open_own(self, scenario: str) -> None:
        """Assume one of the user's own, if it is still there."""
        workspace = self._session.workspace
        if scenario in workspace.scenarios:
            self._open(open_scenario(workspace, scenario))

    def open_key(self, key: str) -> None:
        """Assume a scenario that stood side by side with others."""
        if bundled := bundled_id(key):
            self.open_bundled(bundled)
        elif own := own_id(key):
            self.open_own(own)

    def forget_notice(self) -> None:
        """Take back what was said of the last step, once something else is done."""
        if not self._is_telling:
            self._panel.head.show_notice("")

    def _delete(self, workspace: Workspace, own: str) -> None:
        title = workspace.scenarios[own].title
        words = f"“{title}” was deleted. What it assumes is still in force."
        self._edit_and_tell(delete_scenario(workspace, own), words)

    def _open(self, workspace: Workspace) -> None:
        """Open a scenario, and say what was changed and not saved: asking would interrupt."""
        self._edit_and_tell(workspace, put_aside_words(self._session.workspace, workspace))

    def _edit_and_tell(self, workspace: Workspace, words: str) -> None:
        self._is_telling = True
        self._edit(workspace)
        self._is_telling = False
        self._panel.head.show_notice(words)

    def _take_name(self, word: str, name: str, note: str) -> None:
        workspace = self._session.workspace
        own = workspace.scenario
        if word == "save":
            self._edit(save_scenario(workspace, name, _now(), note))
        elif own in workspace.scenarios:
            self._edit(rename_scenario(workspace, own, name, note, _now()))

    def _edit(self, workspace: Workspace) -> None:
        self._session.settle()
        self._session.edit(workspace)


def _now() -> datetime:
    return datetime.now(UTC)
