from dataclasses import replace

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.evidence import Relation
from explorer.pages.relation_dates import tells_a_status

OPENED = Relation("KAZ", "israeli_embassy", "Opened August 1992", "1992-08", "S004", "")


def test_a_standing_towards_the_accords_bears_the_day_it_was_looked_up(atlas: Atlas) -> None:
    standings = [each for each in atlas.relations if each.item == "accords_status"]
    assert len(standings) == len(atlas.subject.compared)
    assert all(tells_a_status(each) for each in standings)


@pytest.mark.parametrize(
    "value",
    [
        "None found",
        "No agreement after October 2023 found; earlier texts reported",
        "Farm memorandum 2014; no government text after October 2023 found",
        "Resident ambassador; opening year not found",
    ],
)
def test_what_was_not_found_began_on_no_day(value: str) -> None:
    assert tells_a_status(replace(OPENED, value=value))


@pytest.mark.parametrize("value", ["Opened August 1992", "No visa needed; text found in 2018", ""])
def test_any_other_relation_bears_the_day_of_what_it_tells(value: str) -> None:
    assert not tells_a_status(replace(OPENED, value=value))


def test_all_that_bears_the_day_of_the_last_check_is_told_as_a_status(atlas: Atlas) -> None:
    last = [each for each in atlas.relations if each.date == "2026-10-05"]
    assert len(last) > 5
    assert all(tells_a_status(each) for each in last)
