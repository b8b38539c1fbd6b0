from explorer.domain.atlas import Atlas
from explorer.domain.indicators import SeriesRef
from explorer.domain.observations import Observations
from explorer.pages.series_card import compose_series_card
from explorer.pages.tables import NO_VALUE
from explorer.pages.view import View

VIEW = View("AZE", ("KAZ", "TKM"))


def test_a_card_gives_each_states_latest_value_with_its_year(
    atlas: Atlas, observations: Observations
) -> None:
    card = compose_series_card(atlas, observations, VIEW, "indicator/gini")
    assert card is not None
    assert [row.iso3 for row in card.rows] == list(VIEW.shown)
    for row in card.rows:
        latest = observations.series(SeriesRef("indicator", "gini"), row.iso3).latest
        assert latest is not None
        assert row.year == str(latest.year)
        assert float(row.value) == round(latest.value, 1)
    assert card.lines[0].startswith("Source: ")
    assert "Azerbaijan 26.6 in 2005" in card.spoken


def test_a_state_without_a_value_says_so(atlas: Atlas, observations: Observations) -> None:
    for indicator in atlas.indicators:
        ref = SeriesRef("indicator", indicator.id)
        without = [iso3 for iso3 in VIEW.shown if not observations.has_values(ref, iso3)]
        if not indicator.withheld and without:
            card = compose_series_card(atlas, observations, VIEW, str(ref))
            assert card is not None
            found = {row.iso3: (row.value, row.year) for row in card.rows}
            assert found[without[0]] == (NO_VALUE, "")
            return
    raise AssertionError("no indicator of the pack lacks a state")


def test_a_series_that_is_not_in_the_data_has_no_card(
    atlas: Atlas, observations: Observations
) -> None:
    for ref in ("indicator/none", "x", ""):
        assert compose_series_card(atlas, observations, VIEW, ref) is None


def test_every_series_that_a_bundled_note_cites_has_its_card(
    atlas: Atlas, observations: Observations
) -> None:
    for indicator in atlas.indicators:
        if any(f"{{{indicator.id}}}" in note.body for note in atlas.notes):
            card = compose_series_card(atlas, observations, VIEW, f"indicator/{indicator.id}")
            assert card is not None
            assert card.title
            assert len(card.rows) == len(VIEW.shown)
