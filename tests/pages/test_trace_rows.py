"""From a sentence of the brief to a row of a CSV file and back, over every step of the way."""

import csv
import re
from collections.abc import Callable

import pytest

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.packs.rows import PackFiles
from explorer.pages.brief import Brief, BriefOptions, compose_brief
from explorer.pages.chain import ChainPage
from explorer.pages.provenance import compose_chain
from explorer.pages.trace import parse_thing, thing
from explorer.workspace.document import Workspace

FACTOR = "iran_wedge"


@pytest.fixture(scope="module")
def files() -> PackFiles:
    return PackFiles(paths.bundled_pack())


@pytest.fixture(scope="module")
def brief(atlas: Atlas, observations: Observations, files: PackFiles) -> Brief:
    options = BriefOptions(files=files)
    return compose_brief(atlas, observations, Workspace(), "AZE", "KAZ", options)


@pytest.fixture(scope="module")
def follow(atlas: Atlas, files: PackFiles) -> Callable[[str], ChainPage]:
    def compose(goal: str) -> ChainPage:
        named = parse_thing(goal)
        assert named is not None
        return compose_chain(atlas, files, Workspace(), named)

    return compose


def record(file: str, row: int) -> dict[str, str]:
    with (paths.bundled_pack() / file).open(newline="", encoding="utf-8") as opened:
        lines = list(csv.reader(opened))
    return dict(zip(lines[0], lines[row - 1], strict=True))


def goals(page: ChainPage) -> set[str]:
    return {link.goal for each in (*page.rests_on, *page.used_by) for link in each.links}


def test_a_sentence_of_the_brief_leads_by_its_number_to_a_row_and_back_to_the_sentence(
    atlas: Atlas, brief: Brief, follow: Callable[[str], ChainPage]
) -> None:
    # The sentence, and the number that it cites.
    title = atlas.factor_by_id[FACTOR].title
    pair = next(each for each in brief.reasons if each.title == title)
    reason = pair.reasons[1].body
    number = reason.cites[0].number
    entry = next(each for each in brief.sources if each.number == number)
    # The appendix names the row of the source by that number, and the row of its evidence.
    assert brief.origins is not None
    evidence_line, source_line = dict(brief.origins.groups)["Evidence and sources"]
    row = re.search(rf"\[{number}\] (\d+)", source_line.rows)
    assert row is not None
    source = record("data/sources.csv", int(row[1]))
    assert source["title"].startswith(entry.title)
    item = re.findall(r"E\d+", entry.grades)[0]
    item_row = re.search(rf"{item} (\d+)", evidence_line.rows)
    assert item_row is not None
    claim = record("data/evidence.csv", int(item_row[1]))
    assert claim["id"] == item
    assert source["source_id"] in claim["source_ids"].split(";")
    # In the app the same way leads down ...
    cell = follow(str(thing("cell", "KAZ", FACTOR)))
    assert reason.text in " ".join(cell.says) or reason.text == cell.says[-1]
    cited = [goal for goal in goals(cell) if goal.startswith("evidence:")]
    page = next(
        page for page in map(follow, cited) if f"source:{source['source_id']}" in goals(page)
    )
    end = follow(f"source:{source['source_id']}")
    assert end.places[0].words == f"data/sources.csv, row {row[1]}"
    # ... and back up, to the sentence it began with.
    assert page.goal in goals(end)
    assert str(thing("cell", "KAZ", FACTOR)) in goals(page)


def test_each_chart_of_the_brief_stands_in_the_rows_that_its_chain_names(
    brief: Brief, follow: Callable[[str], ChainPage]
) -> None:
    assert brief.origins is not None
    lines = dict(brief.origins.groups)["Figures"]
    for chart in brief.charts:
        for iso3 in ("AZE", "KAZ"):
            page = follow(str(thing("series", chart.series, iso3)))
            line = next(
                (each for each in lines if each.key == f"series:{chart.series}:{iso3}"), None
            )
            assert (line.rows if line else "") == (page.places[0].rows if page.places else "")
