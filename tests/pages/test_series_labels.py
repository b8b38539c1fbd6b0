import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import Bearing, FactorSeries, SeriesRef
from explorer.pages.evidence_items import direction_words
from explorer.pages.series_labels import bearing_words, series_label, series_unit

REF = SeriesRef("indicator", "wgi_va")


@pytest.mark.parametrize(
    ("factor", "bearing", "words"),
    [
        ("security_need", "pull", "a higher value strengthens the pull"),
        ("security_need", "hold", "a higher value weakens the pull"),
        ("public_opinion", "hold", "a higher value holds back more"),
        ("public_opinion", "pull", "a higher value eases the constraint"),
        ("public_opinion", "context", "context: points neither way by itself"),
        ("", "context", "context: points neither way by itself"),
    ],
)
def test_what_a_higher_value_does_is_said_by_the_group_of_its_factor(
    atlas: Atlas, factor: str, bearing: Bearing, words: str
) -> None:
    assert bearing_words(atlas, FactorSeries(factor, REF, bearing)) == words


def test_series_and_evidence_speak_of_pull_and_constraint_in_the_same_words(atlas: Atlas) -> None:
    cases: tuple[tuple[str, Bearing, str], ...] = (
        ("security_need", "hold", "-"),
        ("public_opinion", "pull", "+"),
    )
    for factor, bearing, direction in cases:
        item = next(x for x in atlas.evidence if (x.factor, x.direction) == (factor, direction))
        said = bearing_words(atlas, FactorSeries(factor, REF, bearing))
        assert said == f"a higher value {direction_words(atlas, item)}"


def test_a_share_in_arms_imports_is_no_share_in_goods(atlas: Atlas) -> None:
    ref = SeriesRef("trade_share", "arms_imports_share", "ISR")
    assert series_label(atlas, ref) == "Israel's share of arms imports, five-year windows"
    assert series_unit(atlas, ref) == "% of arms imports"
