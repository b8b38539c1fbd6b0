from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.agreement import AgreementPart, compose_agreement
from explorer.pages.outlook import compose_outlook
from explorer.ui.panels.what_if.methods import MethodsView
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import Workspace


@pytest.fixture
def part(atlas: Atlas) -> AgreementPart:
    workspace = Workspace()
    return compose_agreement(atlas, compose_outlook(atlas, workspace), workspace, "KAZ")


@pytest.fixture
def view(qtbot: QtBot, themes: ThemeKeeper) -> MethodsView:
    made = MethodsView(themes.theme)
    qtbot.addWidget(made)
    made.resize(560, 500)
    made.show()
    return made


def test_the_methods_are_shown_and_the_raters_left_to_the_other_view(
    view: MethodsView, part: AgreementPart
) -> None:
    view.show_part(part)
    said = view._rows.accessibleDescription()
    for row in part.rows:
        assert (f"{row.method}: {row.rung}" in said) == (not row.rater)
    assert view._sentence.text() == part.sentence


def test_what_differs_is_told_by_word_and_weight(view: MethodsView, part: AgreementPart) -> None:
    view.show_part(part)
    before = view._rows.grab().toImage()
    first, second, *rest = part.rows
    view.show_part(replace(part, rows=(first, replace(second, verdict="differs"), *rest)))
    assert view._rows.grab().toImage() != before
    assert ", differs" in view._rows.accessibleDescription()


def test_a_state_without_a_judgement_has_a_sentence_and_no_rows(
    view: MethodsView, part: AgreementPart
) -> None:
    said = "Nobody has judged the outcomes of Kazakhstan."
    view.show_part(replace(part, sentence=said, rows=(), notice="", note=""))
    assert view._sentence.text() == said
    assert view._rows.height() == 0
