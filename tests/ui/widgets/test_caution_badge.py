from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.pages.comparability import Caution
from explorer.style import DARK, LIGHT
from explorer.ui.widgets.caution_badge import CautionBadge, CautionLines, said_of

YEAR = Caution("year", "Y", "Latest years differ: A 2024, B 1999.", withholds=True)
MODEL = Caution("modelled", "M", "Model estimates.")
CAVEAT = Caution("caveat", "C", "A caveat names B.", withholds=True, detail="B is doubted.")


def image(qtbot: QtBot, caution: Caution) -> QImage:
    badge = CautionBadge(caution, LIGHT)
    qtbot.addWidget(badge)
    return badge.grab().toImage()


def test_a_badge_says_its_words_and_whether_it_withholds(qtbot: QtBot) -> None:
    badge = CautionBadge(CAVEAT, LIGHT)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == (
        "C: A caveat names B. “Higher” and “lower” are withheld. B is doubted."
    )
    assert "B is doubted." in badge.toolTip()
    assert "warning only" in said_of(MODEL)


def test_what_withholds_is_filled_and_what_warns_is_open(qtbot: QtBot) -> None:
    corner = (3, 7)  # within the box and beside the letter
    assert image(qtbot, YEAR).pixelColor(*corner).name() == LIGHT.mute
    assert image(qtbot, MODEL).pixelColor(*corner).name() != LIGHT.mute


def test_lines_are_as_many_as_cautions_and_go_with_them(qtbot: QtBot) -> None:
    lines = CautionLines(LIGHT)
    qtbot.addWidget(lines)
    assert lines.isHidden()
    lines.say("Not called higher or lower.", (YEAR, CAVEAT))
    assert not lines.isHidden()
    assert [badge.accessibleName()[0] for badge in lines.badges] == ["Y", "C"]
    lines.set_theme(DARK)
    assert len(lines.badges) == 2
    lines.say("", ())
    assert lines.isHidden()
    assert lines.badges == []


def test_what_was_checked_stands_below_and_has_a_tick_where_nothing_is_wrong(
    qtbot: QtBot,
) -> None:
    lines = CautionLines(LIGHT)
    qtbot.addWidget(lines)
    lines.say("The latest figure is higher.", (), "Alike in year.")
    assert "✓ Alike in year." in [label.text() for label in lines.findChildren(QLabel)]
    lines.say("Not called higher or lower.", (YEAR,), "Alike in source.")
    assert "Alike in source." in [label.text() for label in lines.findChildren(QLabel)]
