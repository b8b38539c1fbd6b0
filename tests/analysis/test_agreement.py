import pytest

from explorer.analysis.actors import settlement_of
from explorer.analysis.agreement import (
    View,
    actor_views,
    agreement,
    hypotheses_view,
    ladder_view,
    pool_view,
    rater_views,
)
from explorer.analysis.basis import Basis
from explorer.analysis.consistency import rows_of
from explorer.analysis.hypotheses import COUNTS, Standings, standings
from explorer.domain.atlas import Atlas


def a_view(*leading: int) -> View:
    return View("linear pool", leading, 0.5, "probability")


def test_methods_that_name_another_rung_are_told_from_those_that_agree() -> None:
    found = agreement(a_view(2), [a_view(2), a_view(1), a_view(1, 2)])
    assert found.agree == (a_view(2), a_view(1, 2))
    assert found.differ == (a_view(1),)
    assert not found.unanimous
    assert [(camp.leading, len(camp.views)) for camp in found.camps] == [
        ((2,), 2),
        ((1,), 1),
        ((1, 2), 1),
    ]
    assert found.apart == 1


def test_where_all_name_one_rung_they_are_unanimous() -> None:
    found = agreement(a_view(3), [a_view(3)] * 4)
    assert found.unanimous
    assert found.apart == 0
    assert len(found.camps) == 1


def test_a_ladder_is_as_sure_as_its_likeliest_rung_is_likely() -> None:
    view = ladder_view("rater", (0.1, 0.7, 0.2), "R2")
    assert (view.leading, view.sure, view.measure, view.who) == ((1,), 0.7, "probability", "R2")


def test_a_count_of_evidence_is_as_sure_as_its_margin_is_wide() -> None:
    found = Standings("plain", (8.0, 2.0, 4.0), (4, 1, 2), (1,), 2.0, ())
    view = hypotheses_view(found)
    assert view is not None
    assert view.sure == pytest.approx(0.5)
    level = hypotheses_view(Standings("squared", (2.0, 2.0, 4.0), (1, 1, 2), (0, 1), 2.0, ()))
    assert level is not None
    assert (level.leading, level.sure) == ((0, 1), 0.0)


def test_a_count_with_all_rungs_level_has_no_answer() -> None:
    level = Standings("plain", (2.0, 2.0, 2.0), (1, 1, 1), (0, 1, 2), 0.0, ())
    assert hypotheses_view(level) is None


def test_every_method_of_a_bundled_state_can_stand_side_by_side(
    bundled: Atlas, kazakhstan: Basis
) -> None:
    settled = settlement_of(bundled, "KAZ")
    assert settled is not None
    rungs = len(bundled.rungs)
    rows = rows_of(bundled, "KAZ")
    counts = [hypotheses_view(standings(rows, rungs, count)) for count in COUNTS]
    others = [
        pool_view(kazakhstan, "geometric"),
        *rater_views(kazakhstan),
        *(view for view in counts if view is not None),
        *actor_views(settled, rungs),
    ]
    main = pool_view(kazakhstan, "linear")
    found = agreement(main, others)
    assert main.leading == (kazakhstan.anchor.leading,)
    assert len(found.agree) + len(found.differ) == len(others)
    assert sum(len(camp.views) for camp in found.camps) == len(others) + 1
    for view in others:
        assert all(0 <= place < rungs for place in view.leading)
        assert view.sure >= 0.0
