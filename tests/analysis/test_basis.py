from dataclasses import replace

import pytest

from explorer.analysis.basis import Basis, Choices, bases_of, basis_of, steps_of
from explorer.domain.atlas import Atlas


def test_every_compared_state_of_the_bundled_pack_has_a_basis(bundled: Atlas) -> None:
    found = bases_of(bundled)
    assert tuple(basis.iso3 for basis in found) == bundled.subject.compared
    for basis in found:
        assert len(basis.standings) == len(bundled.factors)
        assert basis.raters == bundled.raters
        assert sum(basis.weights) == pytest.approx(1.0)
        assert all(sum(row) == pytest.approx(1.0) for row in basis.rater_weights)
        assert not basis.unrated


def test_a_state_that_nobody_judged_has_no_basis(bundled: Atlas) -> None:
    assert basis_of(bundled, "TUR") is None


def test_a_scenario_moves_the_ratings_it_names_and_keeps_them_on_the_scale(
    bundled: Atlas, kazakhstan: Basis
) -> None:
    offered = basis_of(bundled, "KAZ", "costed_offer")
    assert offered is not None
    steps = steps_of(bundled, "costed_offer")
    assert steps["washington_profile"] == 1.5
    for before, after in zip(kazakhstan.standings, offered.standings, strict=True):
        expected = min(before.mode + steps.get(before.factor, 0.0), 4.0)
        assert after.mode == pytest.approx(expected)
        assert after.low <= after.mode <= after.high <= 4.0
        assert after.step == steps.get(before.factor, 0.0)


def test_one_rater_alone_is_a_basis_too(bundled: Atlas) -> None:
    alone = Choices(rater_weights={"R1": 1, "R2": 0, "R3": 0, "R4": 0})
    basis = basis_of(bundled, "KAZ", choices=alone)
    assert basis is not None
    assert basis.anchor.shares == pytest.approx(basis.anchor.ladders[0])
    assert basis.weights == pytest.approx(basis.rater_weights[0])


def test_an_earlier_date_has_its_own_basis(bundled: Atlas, kazakhstan: Basis) -> None:
    before = basis_of(bundled, "KAZ", choices=Choices(as_of=bundled.judgement_dates[0]))
    assert before is not None
    assert before.anchor.shares != kazakhstan.anchor.shares


def test_a_factor_without_a_rating_takes_no_part(bundled: Atlas) -> None:
    kept = tuple(rating for rating in bundled.ratings if rating.factor != "iran_wedge")
    basis = basis_of(replace(bundled, ratings=kept), "KAZ")
    assert basis is not None
    assert basis.unrated == ("iran_wedge",)
    assert sum(basis.weights) == pytest.approx(1.0)
    assert "iran_wedge" not in [standing.factor for standing in basis.standings]
