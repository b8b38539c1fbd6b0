import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.pages.view import Target, View, parse_target

WORD = st.text("abcXYZ_123", min_size=1)


@given(
    st.one_of(
        st.builds(Target, st.just("cell"), WORD, WORD),
        st.builds(Target, st.just("country"), WORD),
        st.builds(Target, st.just("outcome"), st.one_of(st.just(""), WORD)),
        WORD.map(lambda factor: Target("factor", factor=factor)),
    )
)
def test_a_target_is_read_back_from_its_own_form(target: Target) -> None:
    assert parse_target(str(target)) == target


@pytest.mark.parametrize("text", ["", "cell", "cell:KAZ", "factor:", "country:A:B", "other:KAZ"])
def test_a_text_that_is_no_target_gives_none(text: str) -> None:
    assert parse_target(text) is None


def test_the_baseline_is_shown_first() -> None:
    assert View("AZE", ("KAZ", "UZB")).shown == ("AZE", "KAZ", "UZB")
