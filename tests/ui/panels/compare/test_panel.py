from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Rating
from explorer.pages.compare import ComparePage
from explorer.pages.compare_page import OWN_RATING, compose_compare
from explorer.pages.outlook import compose_outlook
from explorer.pages.view import Target, View
from explorer.ui.panels.compare.model import CompareModel
from explorer.ui.panels.compare.panel import ComparePanel
from explorer.ui.theme import ThemeKeeper
from explorer.workspace.document import WhatIf, Workspace
from explorer.workspace.edits import write_note
from explorer.workspace.judgements import set_own_rating


@pytest.fixture
def panel(qtbot: QtBot, themes: ThemeKeeper, page_of: Callable[..., ComparePage]) -> ComparePanel:
    made = ComparePanel(themes)
    qtbot.addWidget(made)
    made.resize(900, 720)
    made.show_page(page_of("KAZ"), "factor")
    made.show()
    return made


def texts_in_sight(panel: ComparePanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_likelihood_and_confidence_stand_apart(
    panel: ComparePanel, page_of: Callable[..., ComparePage]
) -> None:
    page = page_of("KAZ")
    assert {page.title, page.headline, page.judgement, page.confidence} <= set(
        texts_in_sight(panel)
    )


def test_several_countries_have_no_pairs_judgement(
    panel: ComparePanel, page_of: Callable[..., ComparePage]
) -> None:
    pair, several = page_of("KAZ"), page_of("KAZ", "UZB")
    panel.show_page(several, "factor")
    assert several.title in texts_in_sight(panel)
    assert pair.judgement not in texts_in_sight(panel)


def test_the_sort_menu_says_the_order_and_offers_both(
    panel: ComparePanel, page_of: Callable[..., ComparePage]
) -> None:
    said: list[str] = []
    panel.sort_chosen.connect(said.append)
    button = panel._sort_button
    assert button.text() == "Sort: factor order ▾"
    button.menu().aboutToShow.emit()
    assert [action.text() for action in button.menu().actions()] == [
        "Factor order",
        "Largest difference",
    ]
    button.menu().actions()[1].trigger()
    panel.show_page(page_of("KAZ"), "difference")
    assert button.text() == "Sort: largest difference ▾"
    button.menu().aboutToShow.emit()
    assert [action.isChecked() for action in button.menu().actions()] == [False, True]
    button.menu().actions()[0].trigger()
    assert said == ["difference", "factor"]


def test_the_details_button_says_what_a_click_will_do(panel: ComparePanel) -> None:
    said: list[bool] = []
    panel.details_toggled.connect(said.append)
    panel.show_details_open(is_open=True)
    assert panel._details_button.text() == "Hide details"
    panel._details_button.click()
    panel.show_details_open(is_open=False)
    assert panel._details_button.text() == "Show details"
    panel._details_button.click()
    assert said == [False, True]


def test_a_low_panel_folds_the_judgement_away_and_a_click_brings_it_back(
    panel: ComparePanel, page_of: Callable[..., ComparePage]
) -> None:
    page = page_of("KAZ")
    panel.resize(900, 320)
    assert page.headline in texts_in_sight(panel)
    assert page.judgement not in texts_in_sight(panel)
    panel._headline._fold.click()
    assert page.judgement in texts_in_sight(panel)


def test_the_grid_is_no_higher_than_its_rows(panel: ComparePanel) -> None:
    panel.resize(1800, 2000)
    assert panel.grid.verticalScrollBar().maximum() == 0
    assert panel.grid.height() <= panel.grid.natural_height
    panel.resize(700, 2000)
    panel.resize(1800, 2000)
    assert panel.grid.height() <= panel.grid.natural_height


def test_the_legend_explains_whiskers_and_under_a_scenario_the_thin_bar(
    panel: ComparePanel, atlas: Atlas
) -> None:
    assert "80 % interval" in panel._legend.accessibleDescription()
    assert "the judgement as it stands" not in panel._legend.accessibleDescription()
    workspace = Workspace(what_if=WhatIf("calm_south"))
    outlook = compose_outlook(atlas, workspace)
    page = compose_compare(atlas, workspace, View("AZE", ("KAZ",)), outlook)
    panel.show_page(page, "factor")
    assert "the judgement as it stands" in panel._legend.accessibleDescription()
    assert panel.banner.isVisible()


def test_the_legend_names_the_users_own_rating_only_where_there_is_one(
    atlas: Atlas, panel: ComparePanel, page_of: Callable[..., ComparePage]
) -> None:
    assert OWN_RATING not in panel._legend.accessibleDescription()
    rating = Rating("", date(2026, 11, 24), "KAZ", "iran_wedge", 3.0, 3.5, 4.0, "low", "", "", ())
    workspace = set_own_rating(Workspace(), rating)
    panel.show_page(compose_compare(atlas, workspace, View("AZE", ("KAZ",))), "factor")
    assert OWN_RATING in panel._legend.accessibleDescription()
    panel.show_page(page_of("KAZ"), "factor")
    assert OWN_RATING not in panel._legend.accessibleDescription()


def test_the_users_own_rating_is_painted_in_its_cell(
    atlas: Atlas, panel: ComparePanel, page_of: Callable[..., ComparePage]
) -> None:
    target = Target("cell", "KAZ", "iran_wedge")
    before = picture_of(panel, target)
    rating = Rating("", date(2026, 11, 24), "KAZ", "iran_wedge", 3.0, 3.5, 4.0, "low", "", "", ())
    workspace = set_own_rating(Workspace(), rating)
    panel.show_page(compose_compare(atlas, workspace, View("AZE", ("KAZ",))), "factor")
    assert picture_of(panel, target) != before
    panel.show_page(page_of("KAZ"), "factor")
    assert picture_of(panel, target) == before


def test_a_note_on_a_factor_is_marked_at_its_title_and_the_users_own_otherwise(
    atlas: Atlas, panel: ComparePanel
) -> None:
    factor = Target("factor", factor="iran_wedge")
    noted = write_note(Workspace(), str(factor), "Ask", datetime(2026, 11, 24, tzinfo=UTC))
    seen: list[QImage] = []
    for pack, workspace in (
        (replace(atlas, notes=()), Workspace()),
        (atlas, Workspace()),
        (atlas, noted),
    ):
        panel.show_page(compose_compare(pack, workspace, View("AZE", ("KAZ",))), "factor")
        seen.append(picture_of(panel, factor))
    none, bundled, own = seen
    assert none != bundled
    assert bundled != own
    model = panel.grid.model()
    text = model.data(index_of(panel, factor), Qt.ItemDataRole.AccessibleTextRole)
    assert str(text).endswith("You have a note here. The data has 1 note on it.")


def index_of(panel: ComparePanel, target: Target) -> QModelIndex:
    model = panel.grid.model()
    assert isinstance(model, CompareModel)
    return model.index_of(target)


def picture_of(panel: ComparePanel, target: Target) -> QImage:
    rect = panel.grid.visualRect(index_of(panel, target))
    return panel.grid.viewport().grab(rect).toImage()
