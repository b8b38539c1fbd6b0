from collections.abc import Callable
from dataclasses import replace

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.fit import NEAR, FitPart, compose_fit, fit_figures
from explorer.pages.outlook import Outlook, compose_outlook
from explorer.workspace.document import Pooling, Workspace


@pytest.fixture(scope="module")
def outlook(atlas: Atlas) -> Outlook:
    return compose_outlook(atlas, Workspace())


@pytest.fixture(scope="module")
def part(atlas: Atlas, outlook: Outlook) -> FitPart:
    return compose_fit(atlas, outlook)


def test_the_figures_say_what_beta_is_and_how_sure(part: FitPart) -> None:
    figures = {fact.label: fact.value for fact in part.figures}
    assert figures["Beta"].startswith("13.2 ")
    assert figures["Standard error"].startswith("1.1 if all moves were independent; 2.4 with")
    assert figures["R squared"].startswith("0.73, about zero")
    assert figures["Moves"].startswith("59 used of 96; 37 left out")


def test_every_judged_move_is_drawn_and_listed(part: FitPart, outlook: Outlook) -> None:
    count = len(outlook.ground.fit.residuals)
    assert len(part.chart.points) == len(part.residuals.rows) == count
    assert part.chart.slope == outlook.ground.fit.beta
    assert {point.iso3 for point in part.chart.points} == {iso3 for iso3, _ in part.chart.names}


def test_the_worst_fitted_move_is_listed_first(part: FitPart) -> None:
    misses = [abs(float(row[-1].replace("−", "-"))) for row in part.residuals.rows]
    assert misses == sorted(misses, reverse=True)
    assert part.residuals.rows[0][:2] == ("Azerbaijan", "A costed American offer")


def test_one_beta_is_said_not_to_fit_all_states_alike(part: FitPart) -> None:
    assert part.sentences[1] == (
        "One beta does not fit all states alike; it fits Azerbaijan, Kyrgyzstan and Uzbekistan "
        "worst."
    )
    assert "its own slope is 3.8" in part.sentences[2]
    assert "further than the raters would" in part.sentences[2]
    assert "less far than the raters would" in part.sentences[3]


def test_what_beta_means_is_said_in_plain_words(part: FitPart) -> None:
    # 13.19 * 0.1 / 4 in log-odds takes 50 % to 58.2 %.
    assert part.sentences[0].endswith("takes an even chance to 58\u00a0%.")


def test_each_group_is_fitted_alone_and_judged_by_its_slope(
    part: FitPart, outlook: Outlook
) -> None:
    fit = outlook.ground.fit
    verdicts = {row[0]: row[-1] for row in part.groups.rows}
    assert verdicts["Azerbaijan"] == "moves it too far"
    assert verdicts["Uzbekistan"] == "moves it too little"
    kazakhstan = next(group for group in fit.states if group.name == "KAZ")
    assert kazakhstan.beta == pytest.approx(fit.beta, rel=NEAR)
    assert verdicts["Kazakhstan"] == "about right"
    assert len(part.groups.rows) == len(fit.states) + len(fit.scenarios) + len(fit.cuts)


def test_a_state_near_beta_but_widely_scattered_is_said_to_scatter(
    atlas: Atlas, outlook: Outlook
) -> None:
    fit = outlook.ground.fit
    near = replace(fit.states[0], beta=fit.beta)
    ground = replace(outlook.ground, fit=replace(fit, states=(near,)))
    said = compose_fit(atlas, replace(outlook, ground=ground)).sentences
    assert "scatter widely" in said[-1]


def test_a_group_without_a_change_in_propensity_has_no_slope_of_its_own(
    atlas: Atlas, outlook: Outlook
) -> None:
    fit = outlook.ground.fit
    flat = replace(fit.states[0], beta=None)
    found = replace(fit, states=(flat,))
    part = compose_fit(atlas, replace(outlook, ground=replace(outlook.ground, fit=found)))
    assert part.groups.rows[0][2] == part.groups.rows[0][-1] == "no value found"
    assert len(part.sentences) == 1


def test_another_pooling_gives_another_fit(atlas: Atlas, outlook: Outlook) -> None:
    other = compose_outlook(atlas, Workspace(pooling=Pooling("geometric")))
    assert fit_figures(other.ground.fit) != fit_figures(outlook.ground.fit)


def test_no_text_has_a_fault(part: FitPart, faults_of_text: Callable[[object], list[str]]) -> None:
    assert faults_of_text(part) == []
