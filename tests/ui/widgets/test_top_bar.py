from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.widgets.top_bar import TopBar

COUNTRIES = (("AZE", "Azerbaijan"), ("KAZ", "Kazakhstan"), ("UZB", "Uzbekistan"))


def bar_of(qtbot: QtBot, themes: ThemeKeeper) -> TopBar:
    made = TopBar(themes, SearchBox(lambda _query, _group: ()), QMenu())
    qtbot.addWidget(made)
    made.resize(1200, 52)
    made.show_view(COUNTRIES, "AZE", ("KAZ",))
    return made


def test_any_country_can_be_chosen_as_the_baseline(qtbot: QtBot, themes: ThemeKeeper) -> None:
    bar = bar_of(qtbot, themes)
    said: list[str] = []
    bar.baseline_chosen.connect(said.append)
    bar.picker.menu().aboutToShow.emit()
    actions = bar.picker.menu().actions()
    assert [action.text() for action in actions] == ["Azerbaijan", "Kazakhstan", "Uzbekistan"]
    assert [action.isChecked() for action in actions] == [True, False, False]
    actions[2].trigger()
    assert said == ["UZB"]


def test_the_baseline_is_named_and_is_not_among_the_chips(
    qtbot: QtBot, themes: ThemeKeeper
) -> None:
    bar = bar_of(qtbot, themes)
    bar.show_view(COUNTRIES, "KAZ", ("AZE", "UZB"))
    assert bar.picker.accessibleName() == "Baseline: Kazakhstan"
    assert [chip.iso3 for chip in bar.chips.chips] == ["AZE", "UZB"]
    assert all(chip.isChecked() for chip in bar.chips.chips)


def test_a_narrow_bar_shows_codes_and_a_wide_one_names(qtbot: QtBot, themes: ThemeKeeper) -> None:
    bar = bar_of(qtbot, themes)
    bar.show()
    assert bar.chips.chips[0].text() == "Kazakhstan"
    bar.resize(420, 52)
    assert bar.chips.chips[0].text() == "KAZ"
    bar.resize(1200, 52)
    assert bar.chips.chips[0].text() == "Kazakhstan"
