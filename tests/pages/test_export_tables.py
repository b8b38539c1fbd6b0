from collections.abc import Callable
from datetime import date

import pytest

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.export_tables import compose_export
from explorer.pages.export_values import NUMBERS, DataExport, Missing
from explorer.pages.view import View
from explorer.workspace.document import WhatIf, Workspace
from explorer.workspace.edits import write_note

VIEW = View("AZE", ("KAZ", "UZB"))


@pytest.fixture(scope="module")
def made(atlas: Atlas, observations: Observations) -> DataExport:
    return compose_export(atlas, observations, Workspace(), VIEW, "amber")


def test_every_table_has_rows_and_each_row_a_cell_a_column(made: DataExport) -> None:
    for table in made.tables:
        assert table.rows, table.key
        assert {len(row) for row in table.rows} == {len(table.columns)}
        keys = [column.key for column in table.columns]
        assert len(set(keys)) == len(keys)


def test_no_cell_is_blank_and_a_column_of_numbers_holds_numbers_or_says_why_not(
    made: DataExport,
) -> None:
    for table in made.tables:
        for at, column in enumerate(table.columns):
            cells = [row[at] for row in table.rows]
            assert "" not in cells
            if column.kind in NUMBERS and column.kind != "figure":
                assert all(isinstance(cell, int | float | Missing) for cell in cells), column.key


def test_it_says_what_it_is_of(made: DataExport) -> None:
    facts = dict(made.facts)
    assert facts["States"] == "Azerbaijan, Kazakhstan and Uzbekistan"
    assert facts["Data"] == "abraham-accords, edition 2026.11"
    assert facts["Day"] == "The newest: 23 Nov 2026."
    assert facts["Scenario"] == "None: the judgement as it stands."
    assert facts["Marking"] == made.marking == "TLP:AMBER"
    assert "200,000" in facts["Intervals"]
    assert made.made == date(2026, 11, 23)


def test_it_says_what_to_beware_of_and_reads_well(
    made: DataExport, faults_of_text: Callable[[object], list[str]]
) -> None:
    said = " ".join(made.cautions)
    assert "understate doubt" in said
    assert "One beta does not fit all states alike" in said
    assert "leans to the middle rung" in said
    assert faults_of_text((made.title, made.facts, made.cautions)) == []


def test_a_scenario_moves_the_outcomes_and_the_judgement_stands_beside(
    atlas: Atlas, observations: Observations, made: DataExport
) -> None:
    calm = Workspace(what_if=WhatIf("calm_south"))
    other = compose_export(atlas, observations, calm, VIEW)
    assert dict(other.facts)["Scenario"].startswith("Calm in the south; outcomes follow it")
    assert any("Bandar Abbas" in words for name, words in other.facts if name == "Assumed")
    now, then = other.table("outcomes"), made.table("outcomes")
    judged, likely = now.place("judged"), then.place("likelihood")
    assert [row[judged] for row in now.rows] == [row[likely] for row in then.rows]
    assert [row[likely] for row in now.rows] != [row[likely] for row in then.rows]
    assert other.table("ratings") == made.table("ratings")


def test_an_earlier_day_knows_no_more_than_was_known(
    atlas: Atlas, observations: Observations
) -> None:
    day = date(2020, 1, 1)
    cut = compose_export(known_on(atlas, day), observations.known_on(day), Workspace(), VIEW)
    assert cut.made == day
    assert dict(cut.facts)["Day"].startswith("As of 1 Jan 2020")
    assert cut.table("judgements").rows == ()
    assert "not shown as of an earlier day" in cut.table("judgements").empty
    rating = cut.table("ratings").place("rating")
    assert {row[rating] for row in cut.table("ratings").rows} == {
        Missing("Not judged by 1 Jan 2020")
    }
    year = cut.table("figures").place("year")
    years = [row[year] for row in cut.table("figures").rows]
    assert max(each for each in years if isinstance(each, int)) <= 2019
    when = cut.table("evidence").place("date")
    assert all(str(row[when]) < "2020-01-02" for row in cut.table("evidence").rows)
    bare = [table for table in cut.tables if not table.rows]
    assert {table.key for table in bare} == {"judgements", "votes", "assessments"}
    assert all("no" in table.empty.lower() and len(table.empty) > 15 for table in bare)


def test_the_users_notes_stay_at_home(
    atlas: Atlas, observations: Observations, made: DataExport
) -> None:
    from datetime import UTC, datetime

    noted = write_note(
        Workspace(), "cell:KAZ:iran_wedge", "a secret", datetime(2026, 11, 24, tzinfo=UTC)
    )
    assert compose_export(atlas, observations, noted, VIEW, "amber") == made
