import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.settings import ThemeChoice
from explorer.style import DARK, LIGHT, Theme, country_colour
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.chips import Chip, Chips, luminance, readable_ink

COUNTRIES = (("KAZ", "Kazakhstan"), ("UZB", "Uzbekistan"), ("TJK", "Tajikistan"))


@pytest.fixture
def chips(qtbot: QtBot, themes: ThemeKeeper) -> Chips:
    made = Chips(themes)
    qtbot.addWidget(made)
    made.show_countries(COUNTRIES, ("KAZ",))
    made.show()
    return made


def test_a_click_adds_a_country_in_order(qtbot: QtBot, chips: Chips) -> None:
    said: list[object] = []
    chips.chosen.connect(said.append)
    QTest.mouseClick(chips.chips[2], Qt.MouseButton.LeftButton)
    assert said == [("KAZ", "TJK")]


def test_the_last_country_cannot_be_switched_off(qtbot: QtBot, chips: Chips) -> None:
    with qtbot.assertNotEmitted(chips.chosen):
        QTest.mouseClick(chips.chips[0], Qt.MouseButton.LeftButton)
    assert chips.chips[0].isChecked()


def test_the_chip_for_all_switches_all_on(qtbot: QtBot, chips: Chips) -> None:
    said: list[object] = []
    chips.chosen.connect(said.append)
    chips.all_chip.click()
    assert said == [("KAZ", "UZB", "TJK")]


def test_short_chips_keep_their_full_name_for_screen_readers(chips: Chips) -> None:
    chips.set_short(is_short=True)
    assert [chip.text() for chip in chips.chips] == ["KAZ", "UZB", "TJK"]
    assert chips.chips[0].accessibleName() == "Kazakhstan"
    chips.set_short(is_short=False)
    assert chips.chips[0].text() == "Kazakhstan"


def test_on_and_off_differ_by_more_than_colour(chips: Chips) -> None:
    chip = chips.chips[0]
    switched_on = dark_pixels(chip)
    chip.setChecked(False)
    # The check mark is dark on the fill; where the chip is off there is only the country's dot.
    assert switched_on > dark_pixels(chip) == 0


def dark_pixels(chip: QWidget) -> int:
    """Count the dark pixels where the check mark stands."""
    image = chip.grab().toImage()
    return sum(
        image.pixelColor(x, y).lightness() < 60
        for x in range(8, 22)
        for y in range(image.height())
    )


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_the_ink_on_any_ground_is_readable(ground: str) -> None:
    light, dark = sorted((luminance(ground), luminance(readable_ink(ground))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.0


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_ink_on_every_countrys_colour_meets_the_standard(theme: Theme) -> None:
    for iso3 in ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK"):
        ground = country_colour(iso3, theme)
        light, dark = sorted((luminance(ground), luminance(readable_ink(ground))), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_chip_for_all_shows_the_focus_on_and_off(qtbot: QtBot, choice: ThemeChoice) -> None:
    themes = ThemeKeeper(choice)
    theme, chip = themes.theme, Chip("", "All five", themes)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    with qtbot.waitExposed(chip):
        chip.show()
    chip.activateWindow()
    for is_on in (False, True):
        chip.setChecked(is_on)
        chip.setFocus()
        qtbot.waitUntil(chip.hasFocus)
        inside = chip.grab().toImage().pixelColor(chip.width() // 2, 3).name()
        edge = chip.grab().toImage().pixelColor(chip.width() // 2, 1).name()
        ground = theme.accent if is_on else theme.card
        rings = [edge, inside] if is_on else [edge]
        assert max(contrast(each, ground) for each in rings) >= 3.0


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours as WCAG 2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
