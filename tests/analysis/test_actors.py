from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.actors import Pull, pool_actor, settle, settlement_of, weighted_median
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import Actor


def an_actor(name: str, position: float, salience: float, capability: float) -> Pull:
    return pool_actor([Actor("R1", "KAZ", name, position, salience, capability, "")])


def some_actors() -> st.SearchStrategy[list[Pull]]:
    number = st.tuples(st.floats(1.0, 5.0), st.floats(1.0, 100.0), st.floats(0.01, 1.0))
    return st.lists(number.map(lambda found: an_actor("x", *found)), min_size=1, max_size=9)


def test_mean_and_median_of_the_greek_debt_talks_are_the_published_ones() -> None:
    """Stakeholders of the Greek debt talks of 2015 in the format of The predictioneer's game.

    Bueno de Mesquita, B., 2009, gives the format; the eleven stakeholders are worked out in the
    public note "Greece debt relief, game theory" (muratk5n/tw,
    en/0119/2015/07/mesquita-game-theory-greece.md): mean voter position 82, which it cuts from
    82.2, and weighted median voter position 100.
    """
    rows = [
        (100, 40, 100),
        (30, 60, 100),
        (20, 70, 100),
        (10, 80, 100),
        (100, 100, 80),
        (70, 100, 100),
        (70, 100, 40),
        (70, 100, 40),
        (50, 100, 100),
        (20, 100, 70),
        (20, 100, 100),
    ]
    actors = [
        an_actor(str(place), position, salience, clout / 100)
        for place, (clout, position, salience) in enumerate(rows)
    ]
    found = settle("GRC", actors)
    assert int(found.mean) == 82
    assert found.mean == pytest.approx(3_700_000 / 45_000)
    assert found.median == 100


def test_the_median_is_the_middle_of_the_gap_where_exactly_half_lies_on_either_side() -> None:
    assert weighted_median([1, 2, 4, 5], [1, 1, 1, 1]) == 3
    assert weighted_median([5, 1, 4], [1, 1, 3]) == 4
    assert weighted_median([1, 2, 5], [1, 0, 1]) == 3


def test_without_weight_there_is_no_median() -> None:
    with pytest.raises(ValueError, match="carries weight"):
        weighted_median([1, 2], [0, 0])


def test_views_of_an_actor_are_pooled_by_their_means() -> None:
    one = Actor("R1", "KAZ", "Russia", 2.0, 40.0, 0.5, "")
    other = Actor("R2", "KAZ", "Russia", 3.0, 60.0, 0.7, "")
    pooled = pool_actor([one, other])
    assert (pooled.position, pooled.salience) == (2.5, 50.0)
    assert pooled.capability == pytest.approx(0.6)
    assert pooled.weight == pytest.approx(0.3)
    assert pooled.positions == (2.0, 3.0)
    assert pool_actor([one, other], {"R1": 1, "R2": 0}).position == 2.0


@given(some_actors(), st.data(), st.floats(-2.0, 2.0))
def test_the_lever_is_by_how_much_the_mean_moves_for_each_rung_an_actor_moves(
    actors: list[Pull], data: st.DataObject, rungs: float
) -> None:
    place = data.draw(st.integers(0, len(actors) - 1))
    moved = list(actors)
    moved[place] = replace(moved[place], position=moved[place].position + rungs)
    before, after = settle("KAZ", actors), settle("KAZ", moved)
    assert after.mean - before.mean == pytest.approx(before.pulls[place].lever * rungs, abs=1e-9)


@given(some_actors())
def test_pulls_sum_to_zero_and_levers_to_one_and_both_middles_lie_among_the_actors(
    actors: list[Pull],
) -> None:
    found = settle("KAZ", actors)
    positions = [actor.position for actor in actors]
    assert sum(each.pull for each in found.pulls) == pytest.approx(0.0, abs=1e-9)
    assert sum(each.lever for each in found.pulls) == pytest.approx(1.0)
    assert min(positions) - 1e-9 <= found.mean <= max(positions) + 1e-9
    assert min(positions) <= found.median <= max(positions)
    below = sum(x.lever for x in found.pulls if x.position < found.median)
    above = sum(x.lever for x in found.pulls if x.position > found.median)
    assert below <= 0.5 + 1e-6
    assert above <= 0.5 + 1e-6


def test_every_bundled_state_settles(bundled: Atlas) -> None:
    for iso3 in bundled.subject.compared:
        found = settlement_of(bundled, iso3)
        assert found is not None
        assert 1.0 <= found.mean <= 5.0
        assert 0 <= found.nearest_rung(found.mean) < len(bundled.rungs)
        names = {actor.actor for actor in bundled.actors if actor.iso3 == iso3}
        assert {pull.actor for pull in found.pulls} == names
    assert settlement_of(bundled, "TUR") is None
