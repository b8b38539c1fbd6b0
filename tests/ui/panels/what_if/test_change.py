import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.events import default_event
from explorer.pages.outlook import compose_outlook
from explorer.pages.what_changed import ChangePart, compose_change
from explorer.ui.panels.what_if.change import ChangeView
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import WhatIf, Workspace, frozen


def part_of(atlas: Atlas, **values: float) -> ChangePart:
    ratings = frozen({("KAZ", factor): value for factor, value in values.items()})
    outlook = compose_outlook(atlas, Workspace(what_if=WhatIf(ratings=ratings)))
    return compose_change(atlas, outlook, "KAZ", ("AZE", "KAZ"), default_event(atlas))


@pytest.fixture
def view(qtbot: QtBot, themes: ThemeKeeper) -> ChangeView:
    made = ChangeView(themes.theme)
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show()
    return made


def test_sentences_and_reasons_are_shown(view: ChangeView, atlas: Atlas) -> None:
    part = part_of(atlas, public_opinion=0.5, washington_profile=3.6)
    view.show_part(part)
    assert view.words == " ".join(part.lines)
    said = view._reasons.accessibleDescription()
    for reason in (*part.reasons, part.total):
        assert reason is not None
        assert f"{reason.shift} in log-odds, odds {reason.odds}" in said
    assert not view.grab().isNull()


def test_without_reasons_there_is_no_room_for_them(view: ChangeView, atlas: Atlas) -> None:
    view.show_part(part_of(atlas, public_opinion=0.5))
    assert view._reasons.isVisible()
    view.show_part(part_of(atlas))
    assert not view._reasons.isVisible()


def test_reasons_in_a_narrow_place_lose_the_move_before_the_figures(
    view: ChangeView, atlas: Atlas
) -> None:
    view.show_part(part_of(atlas, russia_china_pressure=0.5))
    view.resize(250, 300)
    assert not view._reasons.grab().isNull()
