import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.ui.panels.compare.banner import ScenarioBanner
from explorer.ui.theme import ThemeKeeper


@pytest.fixture
def banner(qtbot: QtBot, themes: ThemeKeeper) -> ScenarioBanner:
    made = ScenarioBanner(themes)
    qtbot.addWidget(made)
    made.resize(600, 30)
    return made


def test_the_banner_is_in_sight_only_while_it_has_something_to_say(banner: ScenarioBanner) -> None:
    assert not banner.isVisible()
    banner.show_words("What if: Calm in the south")
    assert banner.isVisible()
    assert banner.words == banner.accessibleName() == "What if: Calm in the south"
    banner.show_words("")
    assert not banner.isVisible()


def test_both_ways_out_can_be_taken_by_key_and_have_a_name(
    qtbot: QtBot, banner: ScenarioBanner
) -> None:
    banner.show_words("What if: Calm in the south")
    with qtbot.waitSignal(banner.judgement_wanted):
        QTest.keyClick(banner.back, Qt.Key.Key_Space)
    with qtbot.waitSignal(banner.what_if_wanted):
        QTest.keyClick(banner.open, Qt.Key.Key_Space)
    for button in (banner.back, banner.open):
        assert button.accessibleName()
        assert button.accessibleDescription()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_links_follow_the_theme(banner: ScenarioBanner, themes: ThemeKeeper) -> None:
    banner.show_words("What if: Calm in the south")
    light = banner.back.grab().toImage()
    themes.choose("dark")
    assert banner.back.grab().toImage() != light
    themes.choose("light")
