from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from explorer.domain.atlas import Atlas
from explorer.pages.evidence_detail import EvidenceDetail, compose_evidence_detail
from explorer.pages.view import Target
from explorer.style import DARK, LIGHT
from explorer.ui.panels.evidence.detail import NOTHING, EvidenceDetailPanel
from explorer.ui.widgets.link import LinkButton
from explorer.workspace.document import Workspace
from explorer.workspace.evidence import set_remark

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def panel(qtbot: QtBot) -> EvidenceDetailPanel:
    made = EvidenceDetailPanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    return made


def detail_of(atlas: Atlas, key: str, workspace: Workspace | None = None) -> EvidenceDetail:
    found = compose_evidence_detail(atlas, workspace or Workspace(), key)
    assert found is not None
    return found


def said(panel: EvidenceDetailPanel) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def link(panel: EvidenceDetailPanel, words: str) -> LinkButton:
    QApplication.processEvents()
    found = panel.findChildren(LinkButton)
    return next(
        each for each in found if each.isVisible() and each.accessibleName().startswith(words)
    )


def carried(told: SignalBlocker) -> list[object]:
    """Give what a signal carried."""
    return list(told.args or ())  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - pytest-qt does not say what a signal may carry


def test_it_begins_with_what_to_do(panel: EvidenceDetailPanel) -> None:
    assert NOTHING in said(panel)


def test_all_that_is_known_of_an_item_is_said(atlas: Atlas, panel: EvidenceDetailPanel) -> None:
    detail = detail_of(atlas, "E311")
    panel.show_detail(detail)
    text = said(panel)
    for words in (
        detail.item.claim,
        *detail.grades,
        detail.sources[0].title,
        detail.contradictions[0].words,
        *(value for _, value in detail.facts),
    ):
        assert words in text


def test_each_use_leads_to_where_it_is_seen(
    atlas: Atlas, panel: EvidenceDetailPanel, qtbot: QtBot
) -> None:
    panel.show_detail(detail_of(atlas, "E311"))
    with qtbot.waitSignal(panel.jump_wanted) as told:
        link(panel, "Go to Kazakhstan · ").click()
    assert isinstance(carried(told)[0], Target)
    with qtbot.waitSignal(panel.jump_wanted) as told:
        link(panel, "Go to Matrix of Kazakhstan").click()
    assert carried(told) == ["outcomes"]


def test_an_item_beside_it_and_all_of_a_source_can_be_gone_to(
    atlas: Atlas, panel: EvidenceDetailPanel, qtbot: QtBot
) -> None:
    panel.show_detail(detail_of(atlas, "E441"))
    with qtbot.waitSignal(panel.item_wanted) as told:
        link(panel, "Go to E311").click()
    assert carried(told) == ["E311"]
    with qtbot.waitSignal(panel.source_wanted):
        link(panel, "All ").click()


def test_a_remark_that_changes_leaves_the_rest_and_the_caret_in_place(
    atlas: Atlas, panel: EvidenceDetailPanel
) -> None:
    panel.show_detail(detail_of(atlas, "E311"))
    before = link(panel, "Go to Kazakhstan · ")
    workspace = set_remark(Workspace(), "E311", "doubt", "Hm", NOW)
    panel.show_detail(detail_of(atlas, "E311", workspace))
    assert link(panel, "Go to Kazakhstan · ") is before
    assert panel.remark.comment.toPlainText() == "Hm"
    assert panel.remark.box.currentText() == "Doubt"


def test_another_item_begins_at_its_head(atlas: Atlas, panel: EvidenceDetailPanel) -> None:
    panel.show_detail(detail_of(atlas, "E311"))
    panel.verticalScrollBar().setValue(300)
    panel.show_detail(detail_of(atlas, "E441"))
    assert panel.verticalScrollBar().value() == 0


def test_esc_goes_back(atlas: Atlas, panel: EvidenceDetailPanel, qtbot: QtBot) -> None:
    panel.show_detail(detail_of(atlas, "E311"))
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel, Qt.Key.Key_Escape)


def test_tab_goes_from_the_mark_to_the_comment_and_on_to_the_source(
    atlas: Atlas, panel: EvidenceDetailPanel
) -> None:
    panel.show_detail(detail_of(atlas, "E311"))
    QApplication.processEvents()
    panel.remark.box.setFocus()
    QTest.keyClick(panel.remark.box, Qt.Key.Key_Tab)
    assert panel.focusWidget() is panel.remark.comment
    QTest.keyClick(panel.remark.comment, Qt.Key.Key_Tab)
    assert panel.focusWidget() is link(panel, "Open the page")


def test_the_other_theme_shows_the_same(atlas: Atlas, panel: EvidenceDetailPanel) -> None:
    panel.show_detail(detail_of(atlas, "E311"))
    before = said(panel)
    panel.set_theme(DARK)
    assert said(panel) == before
