from datetime import date

import pytest

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.map_values import (
    LEADING,
    MapChoice,
    Measured,
    map_choices,
    measure,
    missing_words,
)
from explorer.pages.numbers import share_text
from explorer.pages.outlook import Outlook, compose_outlook
from explorer.workspace.document import Workspace


@pytest.fixture(scope="module")
def outlook(atlas: Atlas) -> Outlook:
    return compose_outlook(atlas, Workspace())


@pytest.fixture(scope="module")
def every(
    atlas: Atlas, outlook: Outlook, observations: Observations
) -> dict[tuple[str, str], Measured]:
    return {
        (each.kind, each.ref): measure(atlas, outlook, observations, each)
        for each in map_choices(atlas)
    }


def test_every_factor_rung_figure_and_organisation_can_colour_the_map(atlas: Atlas) -> None:
    refs = {kind: [each.ref for each in map_choices(atlas) if each.kind == kind] for kind in KINDS}
    assert refs["rating"] == [each.id for each in atlas.factors]
    assert refs["likelihood"] == [LEADING, *(each.id for each in atlas.rungs[1:])]
    assert set(refs["indicator"]) == {each.id for each in atlas.indicators if not each.withheld}
    assert set(refs["bloc"]) == {each.organisation for each in atlas.memberships}


KINDS = ("rating", "likelihood", "indicator", "bloc")


@pytest.mark.parametrize(
    "choice", [MapChoice("rating", "iran_wedge", ""), MapChoice("likelihood", LEADING, "")]
)
def test_a_judgement_of_an_earlier_day_is_never_coloured_without_its_hindsight(
    atlas: Atlas, choice: MapChoice
) -> None:
    cut = known_on(atlas, date(2025, 11, 5))
    found = measure(cut, compose_outlook(cut, Workspace()), None, choice)
    assert found.unit.endswith("judged 31 Oct 2025, with hindsight")
    assert found.source.endswith("judged 31 Oct 2025, with hindsight")
    reading = found.readings["KAZ"]
    assert reading.year == "31 Oct 2025, with hindsight"
    assert dict(reading.facts)["Judged"].startswith("31 Oct 2025, with hindsight")


@pytest.mark.parametrize(
    "choice", [MapChoice("rating", "iran_wedge", ""), MapChoice("likelihood", LEADING, "")]
)
def test_before_any_judgement_the_map_says_that_nothing_was_judged_by_that_day(
    atlas: Atlas, choice: MapChoice
) -> None:
    cut = known_on(atlas, date(2020, 1, 1))
    found = measure(cut, compose_outlook(cut, Workspace()), None, choice)
    assert found.unit.endswith("not judged by 1 Jan 2020")
    assert found.source.endswith("not judged by 1 Jan 2020")
    assert {each.place for each in found.readings.values()} == {None}
    assert {each.value for each in found.readings.values()} == {"not judged by 1 Jan 2020"}


def test_every_state_stands_in_a_class_that_has_a_label_or_says_what_is_missing(
    every: dict[tuple[str, str], Measured],
) -> None:
    for key, measured in every.items():
        for iso3, reading in measured.readings.items():
            if reading.place is None:
                assert reading.value.startswith("no"), (key, iso3)
            else:
                assert 0 <= reading.place < len(measured.labels), (key, iso3)
                assert reading.value, (key, iso3)


def test_no_text_of_a_measure_is_faulty(
    every: dict[tuple[str, str], Measured], faults_of_text: object
) -> None:
    assert callable(faults_of_text)
    assert [faults_of_text(measured) for measured in every.values()] == [[]] * len(every)


def test_a_rating_is_in_the_class_of_the_figure_that_is_shown(
    every: dict[tuple[str, str], Measured],
) -> None:
    for (kind, _), measured in every.items():
        if kind == "rating":
            for reading in measured.readings.values():
                assert reading.place == int(float(reading.value))


def test_an_event_is_as_likely_on_the_map_as_in_the_outlook(
    atlas: Atlas, outlook: Outlook, every: dict[tuple[str, str], Measured]
) -> None:
    event = atlas.rungs[2]
    measured = every["likelihood", event.id]
    for iso3, reading in measured.readings.items():
        chance = outlook.after[iso3].at_least[2]
        assert reading.value == share_text(chance)
        assert reading.place == min(int(100 * chance + 0.5) // 20, 4)
        assert "confidence" not in " ".join(words for _, words in reading.facts)


def test_the_likeliest_rung_is_named_with_the_likelihoods_of_all(
    atlas: Atlas, outlook: Outlook, every: dict[tuple[str, str], Measured]
) -> None:
    measured = every["likelihood", LEADING]
    titles = [rung.title for rung in atlas.rungs]
    reading = measured.readings["KAZ"]
    assert reading.value == titles[outlook.after["KAZ"].leading]
    assert [heading for heading, _ in reading.facts] == [*titles, "Judged", "Source"]


def test_a_figure_says_its_year_and_its_source_and_an_odd_year_stands_under_the_name(
    atlas: Atlas, every: dict[tuple[str, str], Measured]
) -> None:
    reading = every["indicator", "gini"].readings["TKM"]
    assert (reading.value, reading.year) == ("40.8 (1998)", "1998")
    facts = dict(reading.facts)
    assert facts["Gini index"] == "40.8 (index 0-100)"
    assert facts["Source"]
    assert atlas.indicator_by_id["gini"].caveat in every["indicator", "gini"].caveat


def test_figures_count_in_the_size_of_the_middle_state(
    every: dict[tuple[str, str], Measured],
) -> None:
    measured = every["indicator", "population"]
    assert measured.unit.startswith("million people")
    assert float(measured.readings["AZE"].value) == pytest.approx(10, abs=1)


def test_a_state_without_a_figure_reads_as_missing_and_never_as_nought(
    atlas: Atlas, every: dict[tuple[str, str], Measured]
) -> None:
    measured = every["indicator", "debt_service_exports"]
    assert measured.readings["ISR"].value == "no value found"
    assert "Israel" in missing_words(atlas, measured)


def test_figures_that_are_still_being_read_read_as_missing(atlas: Atlas, outlook: Outlook) -> None:
    measured = measure(atlas, outlook, None, MapChoice("indicator", "gini", ""))
    assert {reading.place for reading in measured.readings.values()} == {None}
    assert measured.labels == ()


def test_no_entry_in_an_organisation_is_not_the_same_as_standing_outside(
    every: dict[tuple[str, str], Measured],
) -> None:
    readings = every["bloc", "Abraham Accords"].readings
    places = {iso3: readings[iso3].place for iso3 in ("ARE", "SDN", "KAZ", "AZE", "TJK", "RUS")}
    assert places == {"ARE": 0, "SDN": 1, "KAZ": 1, "AZE": 1, "TJK": 2, "RUS": None}
    assert readings["RUS"].value == "no entry found"
    assert readings["KAZ"].year == "6 Nov 2025"


def test_what_the_pack_does_not_know_is_refused(
    atlas: Atlas, outlook: Outlook, observations: Observations
) -> None:
    for choice in (MapChoice("rating", "x", ""), MapChoice("bloc", "x", "")):
        with pytest.raises(KeyError):
            measure(atlas, outlook, observations, choice)
