import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.settings import ThemeChoice
from explorer.style import DARK, LIGHT
from explorer.ui.theme import SEMIBOLD, ThemeKeeper, font, mark, style_sheet


def test_a_chosen_theme_reaches_palette_and_style_sheet(qtbot: QtBot) -> None:
    themes = ThemeKeeper("light")
    with qtbot.waitSignal(themes.changed):
        themes.choose("dark")
    assert themes.theme is DARK
    assert QApplication.palette().window().color().name() == DARK.background
    assert DARK.card in style_sheet(DARK)
    themes.choose("light")
    assert QApplication.palette().window().color().name() == LIGHT.background


def test_choosing_the_theme_in_force_changes_nothing(qtbot: QtBot) -> None:
    themes = ThemeKeeper("light")
    with qtbot.assertNotEmitted(themes.changed):
        themes.choose("light")


def test_the_system_decides_when_the_user_has_not(qtbot: QtBot) -> None:
    themes = ThemeKeeper("dark")
    themes.choose("system")
    assert themes.choice == "system"
    assert themes.theme in {LIGHT, DARK}


def test_switching_goes_to_the_other_theme_and_back(themes: ThemeKeeper) -> None:
    themes.switch()
    assert themes.theme is DARK
    themes.switch()
    assert themes.theme is LIGHT


def test_text_is_set_in_the_bundled_typeface(themes: ThemeKeeper) -> None:
    assert "Inter" in QFontDatabase.families()
    assert QFontInfo(font()).family() == "Inter"


def test_a_font_that_is_given_may_be_changed_without_changing_the_next(
    themes: ThemeKeeper,
) -> None:
    given = font(13, SEMIBOLD)
    given.setPixelSize(40)
    assert font(13, SEMIBOLD).pixelSize() == 13


def test_a_marked_widget_is_drawn_by_its_kind(qtbot: QtBot, themes: ThemeKeeper) -> None:
    label = QLabel("quiet")
    qtbot.addWidget(label)
    label.ensurePolished()
    mark(label, "mute")
    assert label.palette().windowText().color().name() == LIGHT.mute


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_box_to_tick_is_seen_on_its_ground(
    qtbot: QtBot, kind: type[QAbstractButton], choice: ThemeChoice
) -> None:
    keeper = ThemeKeeper(choice)
    ground = QDialog()
    qtbot.addWidget(ground)
    box = kind(ground)
    box.resize(30, 30)
    box.move(0, 0)
    ground.show()
    image = ground.grab().toImage().copy(0, 0, 30, 30)
    back = QColor(keeper.theme.background).lightness()
    strongest = max(
        abs(image.pixelColor(x, y).lightness() - back) for x in range(30) for y in range(30)
    )
    assert strongest > 45
    ThemeKeeper("light")


def test_a_switch_polishes_a_widget_deep_in_the_window_no_oftener_than_a_shallow_one(
    qtbot: QtBot, themes: ThemeKeeper
) -> None:
    outer = QDialog()
    qtbot.addWidget(outer)
    inner: QWidget = outer
    for _ in range(12):
        inner = QWidget(inner)
    counted = _Counter(inner)
    outer.show()
    counted.polished = 0
    themes.switch()
    assert 1 <= counted.polished <= 4
    themes.switch()


def test_switching_there_and_back_leaves_a_window_as_it_was(
    qtbot: QtBot, themes: ThemeKeeper
) -> None:
    window = QDialog()
    qtbot.addWidget(window)
    room = QVBoxLayout(window)
    titled = QLabel("Title")
    titled.setFont(font(20, SEMIBOLD))
    mark(titled, "title")
    for widget in (titled, QPushButton("Go"), QCheckBox("Yes"), QLabel("Words")):
        room.addWidget(widget)
    window.show()
    light = window.grab().toImage()
    themes.switch()
    dark = window.grab().toImage()
    themes.switch()
    assert dark != light
    assert window.grab().toImage() == light


class _Counter(QWidget):
    """Counts how often it is told of another style."""

    polished = 0

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.polished += 1
        super().changeEvent(event)
