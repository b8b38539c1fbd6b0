import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.atlas import Atlas
from explorer.pages.search import find, folded
from explorer.pages.view import VIEWS, Target


def titles(atlas: Atlas, query: str) -> list[str]:
    return [hit.title for hit in find(atlas, query)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("kaz", "Kazakhstan"),
        ("KGZ", "Kyrgyzstan"),
        ("Azər", "Azerbaijan"),
        ("ÚZB", "Uzbekistan"),
        ("iran", "Iran trade routes"),
        ("wash", "Standing in Washington"),
        ("gaza", "Public opinion"),
        ("token", "Likely outcomes"),
        ("compare", "Compare"),
        ("  turkm  ", "Turkmenistan"),
    ],
)
def test_the_best_place_comes_first(atlas: Atlas, query: str, first: str) -> None:
    assert titles(atlas, query)[0] == first


@pytest.mark.parametrize(
    "query", ["tornado", "Levers", "actors", "hypotheses", "ACH", "fit", "doubt", "methods"]
)
def test_what_the_outcomes_view_holds_leads_to_it(atlas: Atlas, query: str) -> None:
    assert find(atlas, query)[0].view == "outcomes"


@pytest.mark.parametrize("query", ["scenarios", "assumptions", "weights"])
def test_what_the_what_if_view_holds_leads_to_it(atlas: Atlas, query: str) -> None:
    assert find(atlas, query)[0].view == "what_if"


def test_a_title_that_begins_so_comes_before_one_with_a_word_that_does(atlas: Atlas) -> None:
    found = titles(atlas, "iran")
    assert found.index("Iran trade routes") < found.index("Shared wariness of Iran")


def test_an_empty_query_gives_every_place_and_nonsense_none(atlas: Atlas) -> None:
    assert len(find(atlas, "")) == 6 + len(atlas.factors) + 1 + len(VIEWS)
    assert find(atlas, "zzz") == ()


def test_a_hit_carries_where_to_go(atlas: Atlas) -> None:
    hit = find(atlas, "kaz")[0]
    assert (hit.kind, hit.target) == ("country", Target("country", "KAZ"))
    hit = find(atlas, "compare")[0]
    assert (hit.kind, hit.target, hit.view) == ("view", None, "compare")


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)
