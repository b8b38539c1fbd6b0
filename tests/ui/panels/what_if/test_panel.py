from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.agreement import compose_agreement
from explorer.pages.events import default_event, event_choices
from explorer.pages.levers import compose_levers
from explorer.pages.outlook import compose_outlook
from explorer.pages.scenarios import JUDGED, compose_scenarios
from explorer.pages.swings import compose_swings
from explorer.pages.what_changed import compose_change
from explorer.pages.what_if import WhatIfPage, compose_what_if
from explorer.pages.what_if_outcomes import compose_outcome_bars
from explorer.ui.panels.what_if import WhatIfPanel
from explorer.ui.panels.what_if.naming import NameDialog
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.lettering import font, width_of
from explorer.workspace.document import WhatIf, Workspace, frozen

CHANGED = Workspace(
    what_if=WhatIf("calm_south", frozen({("KAZ", "public_opinion"): 3.0}), frozen({}))
)
ALL = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")


def fill(
    panel: WhatIfPanel, atlas: Atlas, workspace: Workspace, states: tuple[str, ...] = ALL
) -> WhatIfPage:
    """Show everything that the view has, as its presenter would."""
    outlook = compose_outlook(atlas, workspace)
    event = default_event(atlas)
    page = compose_what_if(atlas, outlook, workspace, states, "KAZ")
    panel.show_page(page, "ratings", can_undo=True, can_redo=True)
    panel.show_bars(compose_outcome_bars(atlas, outlook, None, states))
    results = panel.results
    panel.show_events(event_choices(atlas), event.key)
    results.show_change(compose_change(atlas, outlook, "KAZ", states, event))
    results.show_tornado(compose_swings(atlas, outlook, "KAZ", event))
    results.show_levers(compose_levers(atlas, outlook, "KAZ", event))
    results.show_methods(compose_agreement(atlas, outlook, workspace, "KAZ"))
    return page


@pytest.fixture
def panel(qtbot: QtBot, themes: ThemeKeeper) -> WhatIfPanel:
    made = WhatIfPanel(themes.theme)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def controls(panel: WhatIfPanel) -> list[QWidget]:
    return [
        *panel.findChildren(QAbstractButton),
        *panel.findChildren(QAbstractSlider),
        *panel.findChildren(QComboBox),
        *panel.findChildren(QLineEdit),
    ]


def stops_of(panel: WhatIfPanel, first: QWidget) -> list[QWidget]:
    """Return what Tab goes through inside the panel, from a widget on and once round."""
    stops: list[QWidget] = [first]
    widget = first.nextInFocusChain()
    while widget is not None and widget is not first:
        is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if is_stop and widget.isVisible() and widget.isEnabled() and panel.isAncestorOf(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def test_every_control_has_a_name(panel: WhatIfPanel, atlas: Atlas) -> None:
    fill(panel, atlas, CHANGED)
    scrolls = {"QScrollBar"}
    named = [each for each in controls(panel) if each.metaObject().className() not in scrolls]
    assert len(named) > 40
    assert [each for each in named if not each.accessibleName()] == []


def test_tab_goes_through_the_view_as_it_is_read(panel: WhatIfPanel, atlas: Atlas) -> None:
    fill(panel, atlas, CHANGED)
    stops = stops_of(panel, panel.head.scenarios)
    lines = panel.sliders.lists["ratings"].lines
    sliders = [line.slider for line in lines.values()]
    order = [stops.index(slider) for slider in sliders]
    assert order == sorted(order)
    assert stops.index(panel.head.buttons["compare"]) < order[0]
    assert stops.index(panel.results.events) > order[-1]
    states = [stop for stop in stops if stop in panel.sliders.states.buttons]
    assert states == [panel.sliders.states.buttons[1]]  # arrows go from one to the next
    assert stops.index(states[0]) < order[0]
    first = panel.sliders.states.buttons[0]
    first.click()
    again = stops_of(panel, panel.head.scenarios)
    assert again.index(first) == stops.index(states[0])


def test_arrows_go_from_state_to_state(panel: WhatIfPanel, atlas: Atlas) -> None:
    fill(panel, atlas, CHANGED)
    chosen: list[str] = []
    panel.state_chosen.connect(chosen.append)
    button = panel.sliders.states.buttons[1]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Right)
    assert chosen == ["UZB"]


def test_the_panel_takes_the_focus_at_the_chosen_state(panel: WhatIfPanel, atlas: Atlas) -> None:
    fill(panel, atlas, CHANGED)
    panel.setFocus()
    assert panel.sliders.states.buttons[1].hasFocus()


@pytest.mark.parametrize("width", [620, 900, 1180, 1800])
def test_nothing_is_wider_than_its_place(panel: WhatIfPanel, atlas: Atlas, width: int) -> None:
    fill(panel, atlas, CHANGED)
    panel.resize(width, 700)
    QGuiApplication.processEvents()
    for area in (panel.sliders.area, panel.results.area):
        inner = area.widget()
        assert inner is not None
        assert inner.width() <= area.viewport().width()
    for button in panel.sliders.states.buttons:
        assert width_of(button.text(), font(12)) <= button.width()


def test_in_a_narrow_window_what_follows_stands_above(panel: WhatIfPanel, atlas: Atlas) -> None:
    fill(panel, atlas, CHANGED)
    origin = QPoint(0, 0)
    assert panel.results.mapTo(panel, origin).x() > panel.sliders.mapTo(panel, origin).x()
    panel.resize(640, 700)
    QGuiApplication.processEvents()
    assert panel.results.mapTo(panel, origin).y() < panel.sliders.mapTo(panel, origin).y()


def test_lines_stay_when_only_values_change(panel: WhatIfPanel, atlas: Atlas) -> None:
    fill(panel, atlas, CHANGED)
    before = dict(panel.sliders.lists["ratings"].lines)
    page = fill(panel, atlas, Workspace())
    assert panel.sliders.lists["ratings"].lines == before
    shown = before["public_opinion"].slider.row
    assert shown in [row for group in page.ratings for row in group.rows]


def test_a_long_title_and_a_long_name_are_cut_and_told_whole(
    panel: WhatIfPanel, atlas: Atlas
) -> None:
    page = fill(panel, atlas, CHANGED)
    title = "What if: " + "a very long name of a scenario " * 8
    states = tuple(replace(state, name=state.name * 6) for state in page.states)
    panel.show_page(replace(page, title=title, states=states), "ratings")
    QGuiApplication.processEvents()
    assert panel.head._title.toolTip() == title
    assert panel.head.width() <= panel.width()
    panel.grab()


def test_without_a_judgement_it_is_said_that_there_is_nothing_to_slide(
    panel: WhatIfPanel, atlas: Atlas
) -> None:
    page = fill(panel, atlas, Workspace())
    empty = replace(page, ratings=(), missing="Nobody has judged Kazakhstan.")
    panel.show_page(empty, "ratings")
    assert panel.sliders._missing.text() == "Nobody has judged Kazakhstan."
    assert panel.sliders.lists["ratings"].lines == {}


def test_the_proposed_name_is_that_of_what_is_assumed(panel: WhatIfPanel, atlas: Atlas) -> None:
    fill(panel, atlas, CHANGED)
    panel.ask_name("save")
    (dialog,) = panel.findChildren(NameDialog)
    assert dialog.name.text() == "Calm in the south, changed"
    dialog.name.setText("  ")
    assert not dialog.save.isEnabled()
    dialog.reject()


def test_scenarios_take_the_place_of_the_sliders_and_give_it_back(
    panel: WhatIfPanel, atlas: Atlas
) -> None:
    fill(panel, atlas, CHANGED)
    outlook = compose_outlook(atlas, CHANGED)
    page = compose_scenarios(
        atlas, outlook, CHANGED, ALL, (JUDGED, "bundled:calm_south"), default_event(atlas)
    )
    panel.show_scenarios(page)
    assert panel.is_comparing
    assert panel.scenarios.back.hasFocus()
    panel.show_scenarios(None)
    assert not panel.is_comparing
    assert panel.head.buttons["compare"].hasFocus()
