import csv
from dataclasses import replace
from datetime import date

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.packs.rows import PackFiles
from explorer.pages.brief import Brief, BriefOptions, compose_brief
from explorer.paths import bundled_pack
from explorer.workspace.document import WhatIf, Workspace

OPTIONS = BriefOptions(files=PackFiles(bundled_pack()))


def lines(brief: Brief) -> dict[str, str]:
    assert brief.origins is not None
    return {row.what: row.rows for _, rows in brief.origins.groups for row in rows}


def test_each_source_and_each_item_that_the_brief_names_has_its_row(
    atlas: Atlas, observations: Observations
) -> None:
    brief = compose_brief(atlas, observations, Workspace(), "AZE", "KAZ", OPTIONS)
    assert brief.origins is not None
    parts = {name for _, rows in brief.origins.groups for row in rows for name, _ in row.parts}
    items = {
        part.split(" ")[0] for entry in brief.sources for part in entry.grades.split(", ") if part
    }
    assert parts == items | {f"[{entry.number}]" for entry in brief.sources}


def test_without_the_files_of_the_pack_there_is_no_such_appendix(
    atlas: Atlas, observations: Observations
) -> None:
    options = replace(OPTIONS, files=None)
    assert compose_brief(atlas, observations, Workspace(), "AZE", "KAZ", options).origins is None


def test_a_scenario_in_force_brings_the_rows_of_its_shifts(
    atlas: Atlas, observations: Observations
) -> None:
    workspace = Workspace(what_if=WhatIf("calm_south"))
    assumed = compose_brief(atlas, observations, workspace, "AZE", "KAZ", OPTIONS)
    plain = compose_brief(atlas, observations, Workspace(), "AZE", "KAZ", OPTIONS)
    assert "Shifts of the scenario" in lines(assumed)
    assert "Shifts of the scenario" not in lines(plain)


def test_as_of_an_earlier_day_no_row_of_a_text_written_later_is_named(
    atlas: Atlas, observations: Observations
) -> None:
    day = date(2025, 11, 5)
    brief = compose_brief(
        known_on(atlas, day), observations.known_on(day), Workspace(), "AZE", "KAZ", OPTIONS
    )
    found = lines(brief)
    assert "Ratings, Kazakhstan, 2025-10-31" in found
    assert not any(what.startswith(("Reasons", "Conclusion", "Signposts")) for what in found)
    assert brief.origins is not None
    assert "data/cells.csv" not in {each.file for each in brief.origins.files}


def test_as_of_an_earlier_day_each_row_named_is_one_that_was_known(
    atlas: Atlas, observations: Observations
) -> None:
    day = date(2024, 6, 1)
    brief = compose_brief(
        known_on(atlas, day), observations.known_on(day), Workspace(), "AZE", "UZB", OPTIONS
    )
    assert brief.origins is not None
    found = lines(brief)
    assert not any(what.startswith("Dissent") for what in found)  # the first is of 2025
    whole = compose_brief(atlas, observations, Workspace(), "AZE", "UZB", OPTIONS)
    assert lines(whole)["Dissent, Azerbaijan"]
    assert "data/dissent.csv" not in {each.file for each in brief.origins.files}


def cells(file: str, words: str) -> list[dict[str, str]]:
    """Read the rows that a line names, “2–13, 20”."""
    with (bundled_pack() / "data" / file).open(newline="", encoding="utf-8") as opened:
        records = list(csv.DictReader(opened))
    spans = [part.split("–") for part in words.split(", ")]
    return [records[at - 2] for span in spans for at in range(int(span[0]), int(span[-1]) + 1)]


def test_what_the_appendix_on_events_tells_of_stands_with_its_rows(
    atlas: Atlas, observations: Observations
) -> None:
    brief = compose_brief(atlas, observations, Workspace(), "AZE", "KAZ", OPTIONS)
    assert brief.events is not None
    told, found = brief.events.record, lines(brief)
    votes = cells("votes.csv", found["Votes on the main texts"])
    assert {each["iso3"] for each in votes} == {"AZE", "KAZ"}
    assert {each["resolution"] for each in votes} == {
        row.text.rpartition(", ")[2] for row in told.votes
    }
    authors = [each["author"] for each in cells("assessments.csv", found["What others expect"])]
    assert all(any(each.who.startswith(name) for name in authors) for each in told.expected)
    assert len(authors) == len(told.expected)
    events = cells("timeline.csv", found["Events"])
    ties = found.get("Events in relations with Israel", "")
    assert len(events) + len(cells("israel_ties.csv", ties) if ties else ()) == len(
        brief.events.events
    )
    questions = cells("forecast_questions.csv", found["Questions resolved"])
    assert [each["question"] for each in questions] == [each.question for each in told.resolved]
    evidence = cells("evidence.csv", found["Evidence counted for and against"])
    assert len(evidence) == sum(bool({"AZE", "KAZ"} & {*x.countries}) for x in atlas.evidence)


def test_a_brief_without_that_appendix_names_no_rows_for_it(
    atlas: Atlas, observations: Observations
) -> None:
    options = replace(OPTIONS, events=False)
    brief = compose_brief(atlas, observations, Workspace(), "AZE", "KAZ", options)
    assert brief.origins is not None
    assert "Events and record" not in dict(brief.origins.groups)
