from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Rating
from explorer.pages.own_judgement import OwnBlock, compose_own
from explorer.pages.view import Target
from explorer.style import DARK, LIGHT
from explorer.ui.panels.detail.own import OwnJudgement
from explorer.ui.panels.detail.own_forms import LadderForm, RatingForm
from explorer.ui.widgets.text import Text
from explorer.workspace.document import Workspace
from explorer.workspace.judgements import set_own_rating

DAY = date(2026, 11, 24)
CELL = Target("cell", "KAZ", "iran_wedge")
OUTCOME = Target("outcome", "KAZ")
RATING = Rating("", DAY, "KAZ", "iran_wedge", 2.0, 3.0, 4.0, "high", "", "Grain", ())
Block = Callable[..., OwnBlock]


@pytest.fixture
def block(atlas: Atlas) -> Block:
    def compose(target: Target = CELL, workspace: Workspace | None = None) -> OwnBlock:
        found = compose_own(atlas, workspace or Workspace(), target)
        assert found is not None
        return found

    return compose


@pytest.fixture
def own(qtbot: QtBot, block: Block) -> OwnJudgement:
    made = OwnJudgement(block(), LIGHT)
    qtbot.addWidget(made)
    made.resize(320, 700)
    made.show()
    return made


def words_of(own: OwnJudgement) -> set[str]:
    return {text.text() for text in own.findChildren(Text) if text.isVisible()}


def test_it_is_one_line_until_it_is_wanted(qtbot: QtBot, own: OwnJudgement) -> None:
    assert own.form is None
    assert words_of(own) == {"none yet"}
    assert own.button.text() == "▸ Your own judgement"
    with qtbot.waitSignal(own.unfolded):
        own.button.click()
    assert isinstance(own.form, RatingForm)
    assert own.form.isVisible()
    assert own.button.text() == "▾ Your own judgement"
    own.button.click()
    assert not own.form.isVisible()


def test_it_says_what_is_judged_also_while_folded(own: OwnJudgement, block: Block) -> None:
    own.show_block(block(workspace=set_own_rating(Workspace(), RATING)))
    assert words_of(own) == {"3.0 (2.0 to 4.0)"}
    assert own.button.accessibleDescription() == "3.0 (2.0 to 4.0). Press to show"


def test_a_ladder_takes_the_place_of_a_rating_and_back(own: OwnJudgement, block: Block) -> None:
    own.button.click()
    own.show_block(block(OUTCOME))
    assert isinstance(own.form, LadderForm)
    assert own.form.isVisible()
    own.show_block(block(CELL))
    assert isinstance(own.form, RatingForm)


def test_the_same_raters_keep_their_lines_while_figures_move(
    own: OwnJudgement, block: Block
) -> None:
    own.button.click()
    lines = own.lines
    own.show_block(block())
    assert own.lines is lines
    rated = set_own_rating(Workspace(), RATING)
    own.show_block(block(workspace=rated))
    assert own.lines is not lines
    assert "Kept apart from the pool. The pooled figure is the mean of 4 raters." in words_of(own)


def test_reasons_unfolded_stay_so_when_a_rater_joins(own: OwnJudgement, block: Block) -> None:
    own.button.click()
    assert own.lines is not None
    own.lines.reasons.button.click()
    own.show_block(block(workspace=set_own_rating(Workspace(), RATING)))
    assert own.lines.reasons.button.isChecked()


def test_what_is_typed_stays_when_the_block_comes_back(own: OwnJudgement, block: Block) -> None:
    own.show_block(block(workspace=set_own_rating(Workspace(), RATING)))
    own.button.click()
    assert isinstance(own.form, RatingForm)
    QTest.keyClicks(own.form.fields[0], "9")
    typed = own.form.fields[0].text()
    own.show_block(own.block)
    assert own.form.fields[0].text() == typed


def test_it_leads_to_the_raters(qtbot: QtBot, own: OwnJudgement) -> None:
    own.button.click()
    with qtbot.waitSignal(own.raters_wanted):
        QTest.mouseClick(own.raters, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("target", [CELL, OUTCOME])
def test_every_control_has_a_name_and_is_a_stop_of_tab(
    own: OwnJudgement, block: Block, target: Target
) -> None:
    own.show_block(block(target, set_own_rating(Workspace(), RATING)))
    own.button.click()
    controls: list[QWidget] = [
        *own.findChildren(QAbstractButton),
        *own.findChildren(QLineEdit),
        *own.findChildren(QPlainTextEdit),
    ]
    assert [each for each in controls if not each.accessibleName()] == []
    # A group of buttons has one stop: the one that is pressed.
    stops = [each for each in controls if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == len(controls)


def test_it_can_begin_unfolded_in_another_theme(qtbot: QtBot, block: Block) -> None:
    own = OwnJudgement(block(), DARK, is_open=True)
    qtbot.addWidget(own)
    own.show()
    assert own.is_open
    assert own.form is not None
    assert own.form.isVisible()
