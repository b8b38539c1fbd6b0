"""No text calls a pooled judgement a bare mean where it is weighted, or is no mean at all."""

import re
from collections.abc import Iterator

import pytest

from explorer.analysis.pooling import Pool
from explorer.domain.atlas import Atlas
from explorer.pages.actors import compose_actors
from explorer.pages.agreement import compose_agreement
from explorer.pages.compare_outcomes import compose_outcomes
from explorer.pages.detail_outcome import compose_outcome_detail
from explorer.pages.doubt import compose_doubt
from explorer.pages.events import default_event
from explorer.pages.fit import compose_fit
from explorer.pages.moves import compose_moves
from explorer.pages.outcomes import compose_outcomes_page, compose_rater_ladders
from explorer.pages.outlook import Outlook, compose_outlook
from explorer.pages.scenarios import compose_scenarios
from explorer.pages.view import Target, View
from explorer.pages.what_changed import compose_change
from explorer.pages.what_if_outcomes import compose_outcome_bars
from explorer.pages.words import study_states
from explorer.workspace.document import Pooling, Workspace, frozen
from tests.pages.conftest import texts

_MEAN_OF_RATERS = re.compile(r"mean of (?:\d+|the)")
_BARE_MEAN = re.compile(r"(?<!weighted )mean of (?:\d+|the)", re.IGNORECASE)


def ladder_pages(atlas: Atlas, outlook: Outlook, workspace: Workspace) -> Iterator[object]:
    """Compose all that says what the ladders of some states are."""
    states, choice = study_states(atlas), default_event(atlas)
    view = View(states[0], states[1:])
    yield compose_agreement(atlas, outlook, workspace, "KAZ")
    yield compose_change(atlas, outlook, "KAZ", states, choice)
    yield compose_doubt(atlas, outlook, "KAZ", choice, rows=64)
    yield compose_fit(atlas, outlook)
    yield compose_moves(atlas, outlook, "KAZ", choice)
    yield compose_outcome_bars(atlas, outlook, None, states)
    yield compose_outcomes(atlas, workspace, view, outlook)
    yield compose_outcomes_page(atlas, workspace, outlook, None, states)
    yield compose_rater_ladders(atlas, workspace, "KAZ")
    yield compose_scenarios(
        atlas, outlook, workspace, states, ("now", "bundled:calm_south"), choice
    )
    yield compose_outcome_detail(atlas, workspace, view, Target("outcome", "KAZ"), outlook)


def told(page: object, pattern: re.Pattern[str]) -> list[str]:
    return [text for text in texts(page) if pattern.search(text)]


@pytest.mark.parametrize("method", ["linear", "geometric"])
@pytest.mark.parametrize("weights", [{"R1": 2.0}, {"R1": 0.0, "R4": 0.5}])
def test_with_raters_that_count_unlike_no_text_says_a_bare_mean(
    atlas: Atlas, weights: dict[str, float], method: Pool
) -> None:
    workspace = Workspace(pooling=Pooling(method, frozen(weights)))
    outlook = compose_outlook(atlas, workspace)
    pages = (*ladder_pages(atlas, outlook, workspace), compose_actors(atlas, outlook, "KAZ"))
    assert [text for page in pages for text in told(page, _BARE_MEAN)] == []


def test_no_text_on_ladders_pooled_by_product_calls_them_a_mean(atlas: Atlas) -> None:
    workspace = Workspace(pooling=Pooling("geometric"))
    outlook = compose_outlook(atlas, workspace)
    pages = ladder_pages(atlas, outlook, workspace)
    assert [text for page in pages for text in told(page, _MEAN_OF_RATERS)] == []


def test_actors_are_of_a_mean_whatever_the_pool_of_the_ladders(atlas: Atlas) -> None:
    outlook = compose_outlook(atlas, Workspace(pooling=Pooling("geometric")))
    part = compose_actors(atlas, outlook, "KAZ")
    assert part is not None
    assert part.chart.caption.source.startswith("Source: mean of")


def test_actors_whose_raters_count_unlike_are_of_a_weighted_mean(atlas: Atlas) -> None:
    workspace = Workspace(pooling=Pooling(rater_weights=frozen({"R1": 2.0})))
    part = compose_actors(atlas, compose_outlook(atlas, workspace), "KAZ")
    assert part is not None
    assert part.chart.caption.source.startswith("Source: weighted mean of")
