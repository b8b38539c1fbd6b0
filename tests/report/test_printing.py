import hashlib
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import permutations
from typing import Any, cast

import page
import pytest
from pypdf import PdfReader
from pypdf.generic import PdfObject

from explorer.errors import ExportError
from explorer.pages.brief import Brief, BriefOptions
from explorer.pages.comparability import Caution
from explorer.pages.rivals import RivalGroup, RivalLine
from explorer.pages.view import Target
from explorer.pages.words import day_words
from explorer.paths import bundled_pack
from explorer.report import brief_pdf
from explorer.style import MARKINGS
from explorer.workspace.document import WhatIf, Workspace, frozen
from explorer.workspace.edits import write_note

Compose = Callable[..., Brief]
STATES = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")
HOSTILE = (
    "#import “x” #panic() $x$ *bold* _it_ @ref <label> `raw` \\ [a](b) // no /* no */ = H ~ ---"
)


def silent(_done: int, _total: int, _words: str) -> None:
    """Take progress and say nothing."""


def faults(pdf: bytes) -> list[str]:
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in ("3a", "ua1")]
    return [f"{each.rule_id}: {each.message}" for report in reports for each in report.failures]


def entries(value: object) -> dict[str, Any]:
    """Give a dictionary of a PDF, which pypdf types no further than as an object."""
    found = value.get_object() if isinstance(value, PdfObject) else None
    return cast("dict[str, Any]", found if isinstance(found, dict) else {})


def links(reader: PdfReader) -> Iterator[dict[str, Any]]:
    for each in reader.pages:
        for annotation in cast("list[object]", entries(each).get("/Annots", [])):
            found = entries(annotation)
            if found["/Subtype"] == "/Link":
                yield found


def words_of(pdf: bytes) -> str:
    text = "\n".join(each.extract_text() for each in PdfReader(BytesIO(pdf)).pages)
    return re.sub(r"\s+", " ", text)


def with_note(text: str) -> Workspace:
    target = str(Target("cell", "KAZ", "iran_wedge"))
    return write_note(Workspace(), target, text, datetime(2026, 11, 24, tzinfo=UTC))


def noted(compose: Compose, text: str) -> Brief:
    """Compose a brief with a note of the user's, without appendices."""
    return shortened(compose(workspace=with_note(text), options=BriefOptions(events=False)))


def shortened(brief: Brief) -> Brief:
    """Leave out the appendix on the data, where a test is of the body: it takes longest to set."""
    return replace(brief, origins=None)


def bookmarks(reader: PdfReader) -> dict[str, int]:
    """Give the page on which each part begins, by its title."""
    parts = [each for each in reader.outline if not isinstance(each, list)]
    return {str(each.title): (reader.get_destination_page_number(each) or 0) + 1 for each in parts}


@pytest.mark.parametrize(("baseline", "comparator"), list(permutations(STATES, 2)))
def test_every_pair_is_four_to_six_pages_with_its_sources_on_either_paper(
    compose: Compose, baseline: str, comparator: str
) -> None:
    brief = shortened(compose(baseline, comparator, options=BriefOptions(events=False)))
    for paper in ("a4", "letter"):
        pdf = brief_pdf(replace(brief, cover=replace(brief.cover, paper=paper)), silent)
        reader = PdfReader(BytesIO(pdf))
        begins = bookmarks(reader)
        assert 4 <= begins["Method"] <= 6
        assert begins["Sources"] <= 6
        assert 4 <= len(reader.pages) <= 6


SPREAD = (("AZE", "KAZ"), ("KAZ", "AZE"), ("TJK", "TKM"), ("UZB", "KGZ"))
"""Pairs that hold every state, every part of a brief, and a pair that was judged either way."""


@pytest.fixture(scope="module")
def spread(compose: Compose) -> dict[tuple[str, str], Brief]:
    return {pair: compose(*pair) for pair in SPREAD}


def test_the_pairs_that_are_looked_at_closely_hold_every_state_and_part(
    spread: dict[tuple[str, str], Brief],
) -> None:
    assert {iso3 for pair in spread for iso3 in pair} == set(STATES)
    # Own notes, what changed, and what an earlier day leaves out have tests of their own.
    elsewhere = {"own_notes", "since", "unwritten", "unjudged"}
    parts = {each.name for each in fields(Brief)} - elsewhere
    assert {name for name in parts if any(getattr(x, name) for x in spread.values())} == parts


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("pair", SPREAD)
def test_the_whole_brief_is_sound_and_its_body_six_pages_at_most(
    spread: dict[tuple[str, str], Brief], pair: tuple[str, str], paper: str
) -> None:
    brief = spread[pair]
    pdf = brief_pdf(replace(brief, cover=replace(brief.cover, paper=paper)), silent)
    assert faults(pdf) == []
    begins = bookmarks(PdfReader(BytesIO(pdf)))
    assert 4 <= begins["Method"] <= 6
    assert begins["Appendix A · Events and evidence"] <= 6


def test_the_validator_would_find_a_fault(pdf: bytes) -> None:
    assert faults(pdf.replace(b"/MarkInfo", b"/MarkJnfo"))


def test_the_document_names_itself_its_author_and_its_language(pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == (
        "Azerbaijan and Kazakhstan: Closer ties with Israel: interests, constraints and likely "
        "outcomes"
    )
    assert reader.metadata.author == "Country Explorer"
    assert reader.metadata.creation_date == datetime(2026, 11, 23, tzinfo=UTC)
    assert str(entries(reader.trailer["/Root"])["/Lang"]).startswith("en")


def test_the_bookmarks_hold_every_part(pdf: bytes) -> None:
    titles = [each.title for each in PdfReader(BytesIO(pdf)).outline if not isinstance(each, list)]
    assert titles == [
        "At a glance",
        "Likely outcomes · furthest rung in force by the end of 2030",
        "The judgement on each state",
        "What moves it, and what would have to change · at least token accession",
        "Do the methods agree?",
        "Alike and apart",
        "Measured differences",
        "Reasons, factor by factor",
        "The best argument against",
        "Dissent on record",
        "What changed since 31 October 2025",
        "Signposts",
        "Method",
        "Appendix A · Events and evidence",
        "Sources",
        "Appendix B · Where each figure stands in the data",
    ]


def test_each_citation_links_to_its_source_and_each_source_back(pdf: bytes, brief: Brief) -> None:
    reader = PdfReader(BytesIO(pdf))
    inner = [link for link in links(reader) if "/URI" not in link.get("/A", {})]
    places = sum(entry.places for entry in brief.sources)
    # A link that breaks over two lines is two annotations, so there may be more, never fewer.
    assert len(inner) >= 2 * places
    assert len({str(link.get("/Dest") or link["/A"]["/D"]) for link in inner}) >= len(
        brief.sources
    )


def test_only_the_addresses_of_the_sources_are_linked(pdf: bytes, brief: Brief) -> None:
    outer = {
        str(x["/A"]["/URI"]) for x in links(PdfReader(BytesIO(pdf))) if "/URI" in x.get("/A", {})
    }
    assert outer == {entry.url for entry in brief.sources if entry.url}


def test_what_the_brief_says_is_text_on_its_pages(pdf: bytes, brief: Brief) -> None:
    words = words_of(pdf)
    for text in (
        brief.cover.title,
        brief.verdict.headline,
        brief.sources[0].title,
        brief.charts[0].chart.caption.title,
        "Country Explorer · Azerbaijan and Kazakhstan · data 2026.11",
        f"1 / {len(PdfReader(BytesIO(pdf)).pages)}",
    ):
        assert text in words


def test_each_chart_has_its_description_for_those_who_cannot_see_it(
    pdf: bytes, brief: Brief
) -> None:
    reader = PdfReader(BytesIO(pdf))
    objects = (entries(reader.get_object(number)) for number in range(1, len(reader.xref[0]) + 1))
    alternatives = {str(found["/Alt"]) for found in objects if "/Alt" in found}
    for chart in brief.charts:
        assert chart.chart.caption.description in alternatives
    for bar in brief.outcomes:
        assert bar.description in alternatives


def test_all_letters_come_from_the_bundled_fonts(pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf))
    resources = (entries(entries(each)["/Resources"]) for each in reader.pages)
    fonts = (font for found in resources for font in entries(found["/Font"]).values())
    names = {str(entries(font)["/BaseFont"]).partition("+")[2] for font in fonts}
    assert names
    assert all(name.startswith(("Inter", "NotoSans")) for name in names)


def test_the_same_brief_gives_the_same_bytes_also_in_another_process(
    pdf: bytes, brief: Brief
) -> None:
    assert brief_pdf(brief, silent) == pdf
    program = """
import hashlib
from explorer.packs.observations import read_observations
from explorer.packs.reading import read_atlas
from explorer.packs.rows import PackFiles
from explorer.pages.brief import BriefOptions, compose_brief
from explorer.paths import bundled_pack
from explorer.report import brief_pdf
from explorer.workspace.document import Workspace
atlas = read_atlas(bundled_pack())
seen = read_observations(bundled_pack(), atlas)
options = BriefOptions(files=PackFiles(bundled_pack()))
brief = compose_brief(atlas, seen, Workspace(), "AZE", "KAZ", options)
print(hashlib.sha256(brief_pdf(brief, lambda *step: None)).hexdigest())
"""
    made = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert made.stdout.strip() == hashlib.sha256(pdf).hexdigest()


@pytest.mark.parametrize("marking", MARKINGS)
def test_a_marking_stands_at_head_and_foot_of_every_page(compose: Compose, marking: str) -> None:
    options = BriefOptions(marking=marking, events=False)
    pdf = brief_pdf(shortened(compose(options=options)), silent)
    assert faults(pdf) == []
    wanted = [MARKINGS[marking]] * 2 if marking else []
    for each in PdfReader(BytesIO(pdf)).pages:
        assert re.findall(r"TLP:[A-Z+]+", each.extract_text()) == wanted


def test_a_brief_made_under_a_scenario_says_so_on_each_page(compose: Compose) -> None:
    ratings = frozen({("KAZ", "public_opinion"): 0.5, ("AZE", "iran_wedge"): 1.0})
    workspace = Workspace(what_if=WhatIf("calm_south", ratings))
    pdf = brief_pdf(compose(workspace=workspace), silent)
    assert faults(pdf) == []
    pages = PdfReader(BytesIO(pdf)).pages
    for each in pages:
        words = " ".join(each.extract_text().split())
        assert "Under the scenario “Calm in the south, changed”" in words
    first = " ".join(pages[0].extract_text().split())
    assert "→ 0.5" in first
    assert "→ 1.0" in first


@pytest.mark.parametrize(("paper", "size"), [("a4", (210.0, 297.0)), ("letter", (215.9, 279.4))])
def test_the_paper_is_the_one_asked_for(
    compose: Compose, paper: str, size: tuple[float, float]
) -> None:
    pdf = brief_pdf(shortened(compose(options=BriefOptions(paper=paper))), silent)
    assert faults(pdf) == []
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert float(box.width) == pytest.approx(size[0] * 72 / 25.4, abs=0.1)
    assert float(box.height) == pytest.approx(size[1] * 72 / 25.4, abs=0.1)


def test_a_users_markup_is_shown_as_written_and_never_obeyed(compose: Compose) -> None:
    pdf = brief_pdf(noted(compose, HOSTILE), silent)
    assert faults(pdf) == []
    assert HOSTILE.replace(" ", "") in words_of(pdf).replace(" ", "")
    assert "own notes" in words_of(pdf)


def test_letters_of_other_scripts_in_a_note_are_shown(compose: Compose) -> None:
    pdf = brief_pdf(noted(compose, "Қазақ Ýol · საქართველო · Հայ"), silent)
    assert faults(pdf) == []
    assert "Қазақ" in words_of(pdf)


@pytest.mark.parametrize(
    ("text", "shown", "said"),
    [
        (
            "شكرا",
            "[U+0634][U+0643][U+0631][U+0627]",
            "4 characters that the bundled fonts lack are shown by their code.",
        ),
        (
            "fine 🙂",
            "fine [U+1F642]",
            "1 character that the bundled fonts lack is shown by its code.",
        ),
    ],
)
def test_a_sign_in_a_note_that_cannot_be_shown_is_told_by_its_code(
    compose: Compose, text: str, shown: str, said: str
) -> None:
    pdf = brief_pdf(noted(compose, text), silent)
    assert faults(pdf) == []
    assert shown.replace(" ", "") in words_of(pdf).replace(" ", "")
    assert said in words_of(pdf)


def test_a_note_that_can_be_shown_says_nothing_of_codes(compose: Compose) -> None:
    assert "bundled fonts lack" not in words_of(brief_pdf(noted(compose, "Fine"), silent))


def test_a_sign_of_the_pack_that_cannot_be_shown_is_refused_by_name(brief: Brief) -> None:
    verdict = replace(brief.verdict, judgement="Good 🙂")
    with pytest.raises(ExportError, match=r"SLIGHTLY SMILING FACE, U\+1F642.*in the judgement"):
        brief_pdf(replace(brief, verdict=verdict), silent)


def test_an_unsafe_address_is_not_linked(brief: Brief) -> None:
    entry = replace(brief.sources[0], url="")
    pdf = brief_pdf(replace(brief, sources=(entry, *brief.sources[1:])), silent)
    outer = {
        str(x["/A"]["/URI"]) for x in links(PdfReader(BytesIO(pdf))) if "/URI" in x.get("/A", {})
    }
    assert brief.sources[0].url not in outer
    assert faults(pdf) == []


DAYS = (date(2020, 1, 1), date(2025, 11, 5), date(2025, 11, 8))


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(("baseline", "comparator"), [("AZE", "KAZ"), ("TJK", "TKM")])
def test_each_page_of_a_brief_as_of_an_earlier_day_says_the_day(
    compose: Compose, baseline: str, comparator: str, day: date
) -> None:
    brief = compose(baseline, comparator, day=day)
    pdf = brief_pdf(brief, silent)
    assert faults(pdf) == []
    reader = PdfReader(BytesIO(pdf))
    for each in reader.pages:
        assert brief.cover.stamp in " ".join(each.extract_text().split())
    assert brief.cover.stamp == f"As of {day_words(day)}"
    assert brief.cover.notice in words_of(pdf)
    assert bookmarks(reader)["Appendix A · Events and evidence"] <= 6
    assert reader.metadata is not None
    assert reader.metadata.creation_date == datetime(day.year, day.month, day.day, tzinfo=UTC)


def test_what_was_written_later_is_said_once_and_leaves_no_heading_bare(compose: Compose) -> None:
    brief = compose(day=date(2025, 11, 5))
    pdf = brief_pdf(brief, silent)
    words = words_of(pdf)
    assert words.count("The texts were written on 23 Nov 2026") == 1
    assert brief.verdict.judgement in words
    assert "None recorded" not in words
    assert "nobody described" not in words
    parts = set(bookmarks(PdfReader(BytesIO(pdf))))
    assert "How sure the ratings are" in parts
    assert not parts & {"Signposts", "The best argument against", "Reasons, factor by factor"}
    never = words_of(brief_pdf(compose(day=date(2020, 1, 1)), silent))
    assert never.count("Not judged by 1 Jan 2020.") == 2
    assert "What moves it" not in never


@pytest.mark.parametrize("day", DAYS)
def test_no_page_of_a_brief_as_of_an_earlier_day_is_nearly_empty_but_the_last(
    compose: Compose, day: date
) -> None:
    pages = PdfReader(BytesIO(brief_pdf(shortened(compose(day=day)), silent))).pages
    assert all(len(page_.extract_text()) > 1200 for page_ in list(pages)[:-1])


def test_the_body_says_nothing_of_change_where_the_appendix_on_it_says_all(
    compose: Compose,
) -> None:
    day, options = date(2025, 11, 5), BriefOptions(since=date(2025, 6, 30))
    words = words_of(brief_pdf(compose(day=day, options=options), silent))
    assert "no earlier judgement" not in words
    assert "the judgement of 31 Oct 2025 has none before it" in words


def test_what_changed_is_an_appendix_of_one_page(compose: Compose) -> None:
    for paper in ("a4", "letter"):
        options = BriefOptions(paper=paper, since=date(2025, 10, 31))
        pdf = brief_pdf(compose(options=options), silent)
        assert faults(pdf) == []
        begins = bookmarks(PdfReader(BytesIO(pdf)))
        first = begins["Appendix A · What changed since 31 October 2025"]
        assert first <= begins["Appendix B · Events and evidence"] <= first + 1


def test_a_brief_under_a_scenario_with_what_changed_is_sound(compose: Compose) -> None:
    options = BriefOptions(since=date(2025, 11, 5), marking="amber+strict")
    pdf = brief_pdf(
        compose(workspace=Workspace(what_if=WhatIf("calm_south")), options=options), silent
    )
    assert faults(pdf) == []
    assert "Shifts of the scenario" in words_of(pdf)


def test_a_comparison_that_does_not_hold_is_not_made_and_the_reason_stands_with_its_badge(
    brief: Brief,
) -> None:
    first = brief.charts[0]
    caution = Caution("year", "Y", "Latest years differ: Azerbaijan 2020, Kazakhstan 2024.", True)
    caption = replace(
        first.chart.caption,
        compared="Higher or lower is not said: the years lie too far apart.",
        caveat="Spending as reported.",
        cautions=(caution,),
    )
    changed = replace(first, chart=replace(first.chart, caption=caption))
    pdf = brief_pdf(replace(brief, charts=(changed, *brief.charts[1:])), silent)
    assert faults(pdf) == []
    words = words_of(pdf)
    assert "Higher or lower is not said" in words
    assert "Y Latest years differ: Azerbaijan 2020, Kazakhstan 2024." in words
    assert words.count("†") >= 2
    assert "† Spending as reported." in words


def test_other_figures_for_a_quantity_stand_beneath_its_chart(brief: Brief) -> None:
    first = brief.charts[0]
    line = RivalLine("tanker count", "Kazakhstan 40 % (2024)")
    caption = replace(first.chart.caption, rivals=(RivalGroup("Oil", (line,)),))
    changed = replace(first, chart=replace(first.chart, caption=caption))
    pdf = brief_pdf(replace(brief, charts=(changed, *brief.charts[1:])), silent)
    assert "kept apart: tanker count, Kazakhstan 40 % (2024)" in words_of(pdf)


def test_a_note_of_ten_thousand_words_is_printed_whole(compose: Compose) -> None:
    text = "\n\n".join(
        " ".join(f"word{at}" for at in range(n, n + 100)) for n in range(0, 10_000, 100)
    )
    pdf = brief_pdf(noted(compose, text), silent)
    words = words_of(pdf)
    assert "word0 " in words
    assert "word9999" in words


Spot = tuple[int, float, float]
"""A page, from 1, and a place on it in points from its lower left corner."""


def inner_links(reader: PdfReader) -> list[tuple[Spot, Spot]]:
    """Give each link inside a document: where it stands (its upper left corner), and its goal."""
    numbers = {str(page.indirect_reference): at for at, page in enumerate(reader.pages, 1)}
    found: list[tuple[Spot, Spot]] = []
    for at, page_ in enumerate(reader.pages, 1):
        for annotation in cast("list[object]", entries(page_).get("/Annots", [])):
            link = entries(annotation)
            goal = link.get("/Dest") or link.get("/A", {}).get("/D")
            if goal is None:
                continue
            left, _, _, top = (float(side) for side in link["/Rect"])
            to, _, x, y, _ = cast("list[Any]", goal.get_object())
            found.append(((at, left, top), (numbers[str(to)], float(x), float(y))))
    return found


def near(one: Spot, other: Spot) -> bool:
    """Say whether two places are on about the same line; a word may have gone to the next one."""
    return one[0] == other[0] and abs(one[2] - other[2]) < 20


def test_whatever_the_data_appendix_names_leads_to_it_and_back(pdf: bytes, brief: Brief) -> None:
    reader = PdfReader(BytesIO(pdf))
    first = bookmarks(reader)["Appendix B · Where each figure stands in the data"]
    every = inner_links(reader)
    lines = [link for link in every if link[0][0] >= first]
    assert brief.origins is not None
    rows = [row for _, rows in brief.origins.groups for row in rows]
    keys = {row.key for row in rows if row.key} | {name for row in rows for name, _ in row.parts}
    assert len(lines) >= len(keys) > 150
    for here, there in lines:
        assert any(near(start, there) and near(goal, here) for start, goal in every), (here, there)


def test_a_citation_leads_to_its_source_and_on_to_a_row_of_the_data(pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf))
    begins = bookmarks(reader)
    last = begins["Appendix B · Where each figure stands in the data"]
    every = inner_links(reader)
    cited = [
        goal for start, goal in every if start[0] == 1 and begins["Sources"] <= goal[0] < last
    ]
    assert cited
    for goal in cited:
        assert any(near(start, goal) and end[0] >= last for start, end in every)


def test_each_file_of_the_data_appendix_is_told_with_its_hash(pdf: bytes, brief: Brief) -> None:
    words = words_of(pdf)
    assert brief.origins is not None
    for each in brief.origins.files:
        content = (bundled_pack() / each.file).read_bytes()
        assert hashlib.sha256(content).hexdigest() in words
