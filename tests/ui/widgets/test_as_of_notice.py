from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.as_of_notice import AsOfNotice


def test_the_whole_of_it_is_read_out_however_narrow(qtbot: QtBot) -> None:
    notice = AsOfNotice()
    qtbot.addWidget(notice)
    notice.resize(300, 34)
    words = "As of 5 Nov 2025: 242 of 446 items of evidence; judgements of 31 Oct 2025."
    notice.show_words(words)
    assert notice.words == notice.accessibleName() == words
    assert notice.minimumSizeHint().width() < 600


def test_in_a_narrow_window_it_takes_a_second_line_and_is_not_cut(qtbot: QtBot) -> None:
    notice = AsOfNotice()
    qtbot.addWidget(notice)
    words = "As of 5 Nov 2025: 242 of 446 items of evidence; judgements of 31 Oct 2025, made later"
    notice.show_words(words)
    assert notice.heightForWidth(1280) == notice.heightForWidth(1440)
    assert notice.heightForWidth(660) > notice.heightForWidth(1280)
    assert notice.heightForWidth(1280) <= notice.minimumHeight()


def test_it_leads_to_another_day_and_to_the_newest(qtbot: QtBot) -> None:
    notice = AsOfNotice()
    qtbot.addWidget(notice)
    with qtbot.waitSignal(notice.newest_wanted):
        QTest.mouseClick(notice.newest, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(notice.other_wanted):
        QTest.keyClick(notice.other, Qt.Key.Key_Space)
