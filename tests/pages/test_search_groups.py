from typing import get_args

from explorer.domain.atlas import Atlas
from explorer.pages.search import HitKind, find
from explorer.pages.search_groups import FEW, place_sections, ranked_groups


def test_every_kind_of_hit_has_a_group() -> None:
    kinds: tuple[HitKind, ...] = get_args(HitKind)
    grouped = ranked_groups((0, kind, kind) for kind in kinds)
    assert sorted(kind for _, group in grouped for kind in group) == sorted(kinds)


def test_the_group_of_the_best_hit_comes_first_and_else_the_usual_order_holds() -> None:
    found: list[tuple[int, HitKind, int]] = [
        (0, "source", 1),
        (1, "evidence", 2),
        (1, "country", 3),
    ]
    assert [title for title, _ in ranked_groups(found)] == ["Sources", "Countries", "Evidence"]


def test_the_quick_search_gives_a_few_of_each_group_and_says_how_many_more(atlas: Atlas) -> None:
    sections = place_sections(find(atlas, ""), "")
    assert [section.title for section in sections] == ["Countries", "Factors", "Views"]
    factors = sections[1]
    assert len(factors.found) == FEW
    assert factors.count == len(atlas.factors)
    assert factors.more == len(atlas.factors) - FEW
