from dataclasses import replace

import pytest

from explorer.analysis.basis import Basis, bases_of
from explorer.analysis.doubt import doubt_about
from explorer.analysis.fit import Fit, fit_beta
from explorer.analysis.odds import Event
from explorer.analysis.shares import BETA, RATERS
from explorer.analysis.uncertainty import draw_intervals
from explorer.domain.atlas import Atlas

AT_LEAST_TOKEN = Event("at_least", 2)


@pytest.fixture(scope="module")
def fit(bundled: Atlas) -> Fit:
    return fit_beta(bundled)


def test_every_rating_the_raters_and_beta_have_a_share(kazakhstan: Basis, fit: Fit) -> None:
    found = doubt_about(kazakhstan, fit, AT_LEAST_TOKEN)
    names = [source.name for source in found.sources]
    assert names == [*(each.factor for each in kazakhstan.standings), RATERS, BETA]
    for source in found.sources:
        assert source.total.low <= source.total.value <= source.total.high
        assert source.total.value >= -0.01
        assert source.first.value <= source.total.value + 0.1


@pytest.mark.parametrize("event", [AT_LEAST_TOKEN, Event("exactly", 2)])
def test_the_mean_is_that_of_the_worlds_drawn_for_the_intervals(
    kazakhstan: Basis, fit: Fit, event: Event
) -> None:
    (drawn,) = draw_intervals((kazakhstan,), fit, None, 20_000)
    interval = (drawn.at_least if event.kind == "at_least" else drawn.rungs)[event.place]
    assert doubt_about(kazakhstan, fit, event).mean == pytest.approx(interval.mean, abs=0.005)


def test_where_only_one_thing_is_uncertain_all_doubt_is_its_own(
    kazakhstan: Basis, fit: Fit
) -> None:
    known = replace(
        kazakhstan,
        standings=tuple(replace(x, low=x.mode, high=x.mode) for x in kazakhstan.standings),
    )
    found = {source.name: source for source in doubt_about(known, fit, AT_LEAST_TOKEN).sources}
    assert found[RATERS].first.value == pytest.approx(1.0, abs=0.05)
    assert found[RATERS].total.value == pytest.approx(1.0, abs=0.05)
    assert found["iran_wedge"].total.value == pytest.approx(0.0, abs=1e-6)


def test_every_state_has_its_own_shares(bundled: Atlas, fit: Fit) -> None:
    bases = bases_of(bundled)
    found = [doubt_about(each, fit, AT_LEAST_TOKEN, rows=256) for each in bases]
    assert found == [doubt_about(each, fit, AT_LEAST_TOKEN, rows=256) for each in bases]
    assert all(doubt.variance > 0 for doubt in found)
    assert len({doubt.mean for doubt in found}) == len(bases)
