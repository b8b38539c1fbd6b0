import time

from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.roll_calls import compose_roll_calls, sieved, topics_of
from explorer.pages.votes import compose_votes

SIX = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")
MOST_SECONDS = 0.5


def test_every_roll_call_is_listed_once_the_newest_first(
    atlas: Atlas, observations: Observations
) -> None:
    rows = compose_roll_calls(atlas, observations, SIX)
    assert len(rows) == observations.roll_calls["rcid"].nunique()
    assert [row.day for row in rows] == sorted((row.day for row in rows), reverse=True)


def test_the_votes_are_those_of_the_states_in_their_order(
    atlas: Atlas, observations: Observations
) -> None:
    rows = {row.number: row for row in compose_roll_calls(atlas, observations, ("TKM", "UZB"))}
    assert rows["A/RES/79/183"].votes == ("no", "no")
    assert rows["A/RES/80/1"].votes == ("not recorded", "yes")


def test_the_roll_calls_agree_with_the_main_texts(
    atlas: Atlas, observations: Observations
) -> None:
    calls = {row.number: row for row in compose_roll_calls(atlas, observations, SIX)}
    for text in compose_votes(atlas, SIX).rows:
        assert (calls[text.number].day, calls[text.number].votes) == (text.day, text.votes)


def test_roll_calls_are_sieved_by_words_number_and_topic(
    atlas: Atlas, observations: Observations
) -> None:
    rows = compose_roll_calls(atlas, observations, SIX)
    assert sieved(rows) == rows
    assert all("jerusalem" in row.title.lower() for row in sieved(rows, "JERUSALÉM"))
    assert [row.number for row in sieved(rows, "79/183")] == ["A/RES/79/183"]
    for topic in topics_of(rows):
        assert {row.topic for row in sieved(rows, topic=topic)} == {topic}


def test_only_those_on_which_states_differ_may_be_wanted(
    atlas: Atlas, observations: Observations
) -> None:
    rows = sieved(compose_roll_calls(atlas, observations, ("AZE", "KAZ")), is_split=True)
    assert rows
    assert all(row.votes[0] != row.votes[1] for row in rows)


def test_all_of_them_are_composed_at_once(atlas: Atlas, observations: Observations) -> None:
    start = time.perf_counter()
    compose_roll_calls(atlas, observations, SIX)
    assert time.perf_counter() - start < MOST_SECONDS
