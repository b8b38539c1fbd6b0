"""Chains: every thing leads to rows that hold it, and from every end the way leads back up."""

import csv
import hashlib
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from explorer import paths
from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.packs.rows import PackFiles
from explorer.pages.chain import ChainPage
from explorer.pages.provenance import compose_chain, page_text, trail_text
from explorer.pages.trace import KEYS, Thing, ThingKind, parse_thing, thing
from explorer.pages.trace_names import RECORD_KINDS, name_of, records_named, records_of_kind
from explorer.pages.trace_rows import TABLES, rows_behind
from explorer.workspace.document import Workspace

PACK = paths.bundled_pack()


@pytest.fixture(scope="module")
def files() -> PackFiles:
    return PackFiles(PACK)


@pytest.fixture(scope="module")
def follow(atlas: Atlas, files: PackFiles) -> Callable[[str], ChainPage]:
    def compose(goal: str) -> ChainPage:
        named = parse_thing(goal)
        assert named is not None, goal
        return compose_chain(atlas, files, Workspace(), named)

    return compose


@cache
def lines(file: str) -> list[list[str]]:
    with (PACK / file).open(newline="", encoding="utf-8") as opened:
        return list(csv.reader(opened))


def record_at(file: str, row: int) -> dict[str, str]:
    return dict(zip(lines(file)[0], lines(file)[row - 1], strict=True))


def links(page: ChainPage) -> list[str]:
    return [link.goal for each in (*page.rests_on, *page.used_by) for link in each.links]


@pytest.mark.parametrize("kind", [kind for kind in RECORD_KINDS if kind != "note"])
def test_each_record_of_each_kind_stands_in_the_row_that_its_chain_names(
    atlas: Atlas, files: PackFiles, kind: ThingKind
) -> None:
    records = records_of_kind(atlas, kind)
    assert len(records) == len(lines(f"data/{TABLES[kind]}.csv")) - 1
    for place, record in enumerate(records, start=2):
        named = name_of(kind, record)
        found = rows_behind(files, atlas, named)
        assert place in [row.row for row in found]
        for row in found:
            cells = record_at(row.file, row.row)
            assert all(cells[column] == part for column, part in named.fields.items())


@pytest.mark.parametrize(
    ("goal", "file"),
    [
        ("figure:indicator/gdp_cur_usd:KAZ:2020", "data/observations.csv"),
        ("figure:trade_share/exports/RUS:KAZ:2019", "data/bilateral.csv"),
        ("figure:un_agreement/palestine/ISR:KAZ:2015", "data/un_votes_agreement.csv"),
        ("roll_call:282859:AZE", "data/un_votes_key.csv"),
    ],
)
def test_a_figure_stands_in_the_row_that_its_chain_names(
    follow: Callable[[str], ChainPage], goal: str, file: str
) -> None:
    (place,) = follow(goal).places
    assert place.file == file
    cells = record_at(file, int(place.rows))
    assert {name: text for name, text in cells.items() if text} == dict(place.cells)
    for part in re.split(r"[:/]", goal.partition(":")[2]):
        assert part in cells.values() or part in {"indicator", "trade_share", "un_agreement"}


@pytest.mark.parametrize(
    "goal", ["question:Q01", "evidence:E001", "source:S001", "series:indicator/gdp_cur_usd:KAZ"]
)
def test_on_an_earlier_day_the_row_is_named_and_its_cells_are_not_shown(
    atlas: Atlas, files: PackFiles, goal: str
) -> None:
    named = parse_thing(goal)
    assert named is not None
    now = compose_chain(atlas, files, Workspace(), named).places
    cut = known_on(atlas, date(2025, 11, 5))
    then = compose_chain(cut, files, Workspace(), named).places
    assert [(each.file, each.sha256) for each in then] == [(x.file, x.sha256) for x in now]
    assert all(each.rows and not each.cells for each in then)
    assert {each.note for each in then} == {
        "The row as it is written now is not shown as of 5 Nov 2025."
    }
    assert {each.note for each in now} == {""}


def test_every_hash_shown_is_that_of_the_file(
    atlas: Atlas, follow: Callable[[str], ChainPage]
) -> None:
    goals = [str(name_of(kind, records_of_kind(atlas, kind)[0])) for kind in RECORD_KINDS]
    for goal in goals:
        for place in follow(goal).places:
            data = (PACK / place.file).read_bytes()
            assert place.sha256 == hashlib.sha256(data).hexdigest()


def test_a_pooled_rating_leads_through_rater_and_evidence_and_source_to_a_row(
    follow: Callable[[str], ChainPage],
) -> None:
    pooled = follow("rating:KAZ:iran_wedge")
    raters = [goal for goal in links(pooled) if goal.startswith("rating:")]
    assert len(raters) == 4
    one = follow(raters[1])
    assert record_at("data/ratings.csv", int(one.places[0].rows))["rater"] == "R2"
    item = follow("evidence:E342")
    assert "evidence:E342" in links(one)
    (source,) = [goal for goal in links(item) if goal.startswith("source:")]
    end = follow(source)
    row = record_at("data/sources.csv", int(end.places[0].rows))
    assert row["source_id"] == source.partition(":")[2]
    assert "evidence:E342" in links(end)
    assert raters[1] in links(item)
    assert "rating:KAZ:iran_wedge" in links(one)


@pytest.mark.parametrize(
    "goal", ["conclusion:KAZ", "pair:KAZ", "cell:KAZ:iran_wedge", "ladder:KAZ"]
)
def test_from_a_text_of_the_brief_the_way_leads_to_sources_and_back(
    follow: Callable[[str], ChainPage], goal: str
) -> None:
    seen: dict[str, ChainPage] = {}
    todo = [goal]
    while todo:
        here = todo.pop()
        if here not in seen and len(seen) < 60:
            seen[here] = follow(here)
            todo += [link.goal for each in seen[here].rests_on for link in each.links]
    assert any(here.startswith("source:") for here in seen)
    for here, page in seen.items():
        assert page.is_known, here
        assert page.places, here


def test_every_link_of_a_page_leads_to_a_thing_that_is_known(
    atlas: Atlas, follow: Callable[[str], ChainPage]
) -> None:
    starts = [str(name_of(kind, records_of_kind(atlas, kind)[-1])) for kind in RECORD_KINDS]
    starts += [
        "series:indicator/gdp_cur_usd",
        "series:un_agreement/all/ISR:KAZ",
        "source:undl_votes",
    ]
    for start in starts:
        for goal in links(follow(start))[:40]:
            assert follow(goal).is_known, f"{start} leads to {goal}"


def test_a_chart_leads_to_states_and_values_and_bears_its_caveat(
    follow: Callable[[str], ChainPage],
) -> None:
    chart = follow("series:indicator/gdp_cur_usd")
    assert "series:indicator/gdp_cur_usd:KAZ" in links(chart)
    assert dict(chart.facts)["Caveat"].startswith("Turkmenistan figures rest")
    assert {"Licence", "Edition", "When read"} <= set(dict(chart.facts))
    state = follow("series:indicator/gdp_cur_usd:KAZ")
    assert "figure:indicator/gdp_cur_usd:KAZ:2020" in links(state)


def test_a_source_counts_its_values_by_series_and_says_what_is_not_recorded(
    follow: Callable[[str], ChainPage],
) -> None:
    page = follow("source:wb_gdp")
    series = next(each for each in page.used_by if each.heading.startswith("Series"))
    found = next(link for link in series.links if link.goal == "series:indicator/gdp_cur_usd")
    count = sum(
        line[0] == "gdp_cur_usd" and line[4] == "wb_gdp" for line in lines("data/observations.csv")
    )
    assert found.words == f"{count} values"
    assert dict(follow("source:S001").facts)["Licence"] == "not recorded"


def test_what_was_not_known_on_a_day_is_not_shown_as_known(atlas: Atlas, files: PackFiles) -> None:
    cut = known_on(atlas, date(2025, 11, 5))
    for goal in ("evidence:E296", "conclusion:KAZ", "figure:indicator/armed_forces_fb:KAZ:2025"):
        named = parse_thing(goal)
        assert named is not None
        page = compose_chain(cut, files, Workspace(), named)
        assert not page.is_known
        assert page.places == ()
        assert "5 Nov 2025" in page.says[0]


@pytest.mark.parametrize(
    ("goal", "title"),
    [
        ("rating:KAZ:energy_diversification:R1:2026-11-23", "Kazakhstan, "),
        ("conclusion:KAZ", "Kazakhstan"),
        ("evidence:E296", "E296"),
    ],
)
def test_what_came_later_is_named_by_its_state_and_factor_and_not_by_a_raw_key(
    atlas: Atlas, files: PackFiles, goal: str, title: str
) -> None:
    named = parse_thing(goal)
    assert named is not None
    page = compose_chain(known_on(atlas, date(2025, 11, 5)), files, Workspace(), named)
    assert not page.is_known
    assert page.title.startswith(title)
    assert "2026" not in page.title
    assert ":" not in page.title
    assert "_" not in page.title


def test_what_the_pack_never_had_is_not_said_to_come_later(atlas: Atlas, files: PackFiles) -> None:
    cut = known_on(atlas, date(2025, 11, 5))
    never = thing("figure", "indicator/gdp_cur_usd", "KAZ", "1066")
    assert compose_chain(cut, files, Workspace(), never).says == ("No value found.",)
    for goal in ("series:no_kind/of_series", "series:indicator/no_such:KAZ"):
        named = parse_thing(goal)
        assert named is not None
        page = compose_chain(cut, files, Workspace(), named)
        assert page.says == ("The pack holds no such thing.",)


def test_a_chart_without_a_value_by_the_day_says_so(
    atlas: Atlas, files: PackFiles, follow: Callable[[str], ChainPage]
) -> None:
    named = thing("series", "indicator/armed_forces_fb")
    page = compose_chain(known_on(atlas, date(2025, 11, 5)), files, Workspace(), named)
    assert page.places == ()
    assert page.says[-1].startswith("Not known on 5 Nov 2025.")
    assert "Not known" not in " ".join(follow(str(named)).says)
    never = follow("series:trade_share/exports/XXX")
    assert never.says[-1] == "No value found."


def test_a_text_voted_on_is_titled_by_the_text_and_leads_to_the_vote_of_each_state(
    atlas: Atlas, follow: Callable[[str], ChainPage]
) -> None:
    resolution = "A/RES/ES-10/21"
    page = follow(f"vote:{resolution}")
    held = [each for each in atlas.key_votes if each.resolution == resolution]
    assert page.title.endswith(resolution)
    assert not any(each.name in page.title for each in atlas.countries)
    votes = page.rests_on[0]
    assert [link.goal for link in votes.links] == [f"vote:{resolution}:{x.iso3}" for x in held]
    assert votes.links[0].title == "Azerbaijan: yes"
    for link in votes.links:
        one = follow(link.goal)
        assert record_at("data/votes.csv", int(one.places[0].rows))["resolution"] == resolution
    assert page.rests_on[-1].heading.startswith("Source")


@pytest.mark.parametrize(
    ("goal", "title"),
    [
        ("membership:KAZ", "Memberships: Kazakhstan"),
        ("weight:iran_wedge", "Weights: "),
        ("shift:calm_south", "Shift of a scenario: calm_south"),
    ],
)
def test_a_name_of_several_records_leads_to_each(
    atlas: Atlas, follow: Callable[[str], ChainPage], goal: str, title: str
) -> None:
    page = follow(goal)
    named = parse_thing(goal)
    assert named is not None
    expected = [str(name_of(named.kind, each)) for each in records_named(atlas, named)]
    assert len(expected) > 1
    assert [link.goal for link in page.rests_on[0].links] == expected
    assert page.title.startswith(title)


def test_a_roll_call_of_later_is_said_to_be_of_later(atlas: Atlas, files: PackFiles) -> None:
    cut = known_on(atlas, date(1990, 1, 1))
    page = compose_chain(cut, files, Workspace(), thing("roll_call", "282859", "AZE"))
    assert page.says[0].startswith("Not known on 1 Jan 1990.")


def test_a_chain_of_ratings_seen_on_a_day_ends_in_the_rows_judged_by_then(
    atlas: Atlas, files: PackFiles
) -> None:
    cut = known_on(atlas, date(2025, 11, 5))
    page = compose_chain(cut, files, Workspace(), thing("rating", "KAZ", "iran_wedge"))
    numbers = [int(number) for number in re.findall(r"\d+", page.places[0].rows)]
    assert {record_at("data/ratings.csv", number)["as_of"] for number in numbers} == {"2025-10-31"}
    assert page.says[0] == "Judged 31 Oct 2025, with hindsight."


def test_every_page_reads_as_prose_without_gaps(
    atlas: Atlas,
    follow: Callable[[str], ChainPage],
    faults_of_text: Callable[[object], list[str]],
) -> None:
    for kind in RECORD_KINDS:
        page = follow(str(name_of(kind, records_of_kind(atlas, kind)[0])))
        shown = (page.kicker, page.title, page.facts, [x.heading for x in page.rests_on])
        assert not faults_of_text(tuple(shown[:3])), kind


def test_a_file_leads_to_its_records(follow: Callable[[str], ChainPage]) -> None:
    page = follow("file:data/timeline.csv")
    assert dict(page.facts)["Records"] == str(len(lines("data/timeline.csv")) - 1)
    assert links(page)[0].startswith("event:")
    assert not follow("file:data/planets.csv").is_known


def test_a_way_gone_is_copied_step_by_step_with_rows_and_hashes(
    follow: Callable[[str], ChainPage],
) -> None:
    pages = tuple(map(follow, ("rating:KAZ:iran_wedge", "rating:KAZ:iran_wedge:R2:2026-11-23")))
    text = trail_text(pages)
    assert text.startswith("1. Pooled rating")
    assert "2. Rating: R2" in text
    assert text.count(pages[0].places[0].sha256) == 2
    assert text.endswith(page_text(pages[1]))


def test_every_kind_of_thing_that_nobody_holds_says_so(
    atlas: Atlas, files: PackFiles, tmp_path: Path
) -> None:
    for kind in KEYS:
        key = "rating:KAZ:nothing" if kind == "own" else "nothing"
        page = compose_chain(atlas, PackFiles(tmp_path), Workspace(), Thing(kind, key))
        assert not page.is_known
        assert page.says
