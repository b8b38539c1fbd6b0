import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.actors import compose_actors
from explorer.pages.agreement import compose_agreement
from explorer.pages.fit import compose_fit
from explorer.pages.outlook import Outlook, compose_outlook
from explorer.style import DARK, LIGHT
from explorer.ui.panels.outcomes.methods import MethodsSection
from explorer.workspace.document import WhatIf, Workspace


def shown(section: MethodsSection, atlas: Atlas, outlook: Outlook, iso3: str = "AZE") -> None:
    workspace = Workspace(what_if=outlook.what_if)
    section.show_parts(
        compose_agreement(atlas, outlook, workspace, iso3),
        compose_actors(atlas, outlook, iso3),
        compose_fit(atlas, outlook),
    )


def words(widget: QWidget) -> str:
    labels = widget.findChildren(QLabel)
    return " | ".join(each.text() for each in labels if each.isVisibleTo(widget))


@pytest.fixture
def outlook(atlas: Atlas) -> Outlook:
    return compose_outlook(atlas, Workspace())


@pytest.fixture
def section(qtbot: QtBot, atlas: Atlas, outlook: Outlook) -> MethodsSection:
    made = MethodsSection(LIGHT)
    qtbot.addWidget(made)
    shown(made, atlas, outlook)
    made.resize(700, 1400)
    made.show()
    return made


def test_the_disagreement_is_said_and_each_method_has_a_row(section: MethodsSection) -> None:
    said = words(section.agreement)
    assert "Seven of 11 answers name strategic embrace" in said
    assert "no independent confirmation" in said
    assert len(section.agreement.table.table.rows) == 11
    assert "differs" in section.agreement.table.accessibleName()


def test_without_a_scenario_no_line_is_kept_for_it(section: MethodsSection) -> None:
    assert "do not move with a scenario" not in words(section)


def test_under_a_scenario_each_row_says_what_it_is_of(
    section: MethodsSection, atlas: Atlas, qtbot: QtBot
) -> None:
    under = compose_outlook(atlas, Workspace(what_if=WhatIf(base="calm_south")))
    shown(section, atlas, under)
    assert "do not move with a scenario" in words(section.agreement)
    qtbot.waitUntil(lambda: "“Calm in the south”" in words(section.agreement.table))
    assert "The actors are of things as they stand" in words(section.actors)


def test_the_same_labels_are_used_again_for_another_state(
    section: MethodsSection, atlas: Atlas, outlook: Outlook
) -> None:
    before = section.agreement.table.findChildren(QLabel)
    shown(section, atlas, outlook, "KAZ")
    assert section.agreement.table.findChildren(QLabel) == before
    assert "All 11 answers name token accession." in words(section.agreement)


def test_figures_are_folded_away_until_asked_for(section: MethodsSection, qtbot: QtBot) -> None:
    assert not section.actors.table.isVisible()
    with qtbot.waitSignal(section.unfolded):
        section.actors.figures.disclosure.button.click()
    assert section.actors.table.isVisible()
    assert not section.fit.moves.isVisible()
    section.fit.folded[1].disclosure.button.click()
    assert section.fit.moves.isVisible()
    assert len(section.fit.moves.table.rows) == 59


def test_what_is_folded_is_filled_when_it_is_unfolded_and_renewed_while_it_is_open(
    section: MethodsSection, atlas: Atlas, outlook: Outlook
) -> None:
    table, button = section.actors.table, section.actors.figures.disclosure.button
    assert table.table.rows == ()
    button.click()
    first = table.table
    assert len(first.rows) == 10
    shown(section, atlas, outlook, "KAZ")
    assert table.table != first
    button.click()
    second = table.table
    shown(section, atlas, outlook, "AZE")
    assert table.table == second
    button.click()
    assert table.table == first


def test_the_fit_tells_beta_and_where_it_fits_worst(section: MethodsSection) -> None:
    said = words(section.fit)
    assert "13.2 in log-odds" in said
    assert "One beta does not fit all states alike" in said


def test_a_state_without_actors_has_no_section_for_them(
    section: MethodsSection, atlas: Atlas, outlook: Outlook
) -> None:
    section.actors.show_part(None)
    assert not section.actors.isVisible()
    shown(section, atlas, outlook)
    assert section.actors.isVisible()


def test_a_chart_is_asked_to_be_saved_with_its_kind(section: MethodsSection) -> None:
    caught: list[tuple[object, str]] = []

    def catch(chart: object, kind: str) -> None:
        caught.append((chart, kind))

    section.chart_save_wanted.connect(catch)
    section.actors.chart.buttons["PNG…"].click()
    section.fit.chart.buttons["SVG…"].click()
    assert caught == [(section.actors.chart.chart, "png"), (section.fit.chart.chart, "svg")]


def test_the_charts_are_not_drawn_anew_while_they_stay_the_same(
    section: MethodsSection,
    atlas: Atlas,
    outlook: Outlook,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[object] = []
    monkeypatch.setattr(section.fit.chart, "show_chart", drawn.append)
    shown(section, atlas, outlook, "KAZ")
    assert drawn == []


def test_another_theme_colours_all_of_it(section: MethodsSection) -> None:
    section.fit.folded[0].disclosure.button.click()
    section.set_theme(DARK)
    labels = [
        *section.agreement.table.findChildren(QLabel),
        *section.fit.groups.findChildren(QLabel),
    ]
    inks = {label.palette().windowText().color().name() for label in labels}
    assert inks == {DARK.ink, DARK.mute}
