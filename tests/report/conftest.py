"""One brief and its pages, made once, and charts of each kind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.packs.observations import read_observations
from explorer.packs.reading import read_atlas
from explorer.packs.rows import PackFiles
from explorer.pages.brief import Brief, BriefOptions, compose_brief
from explorer.pages.charts import (
    Bar,
    BarChart,
    Caption,
    Chart,
    Estimate,
    EstimateChart,
    EstimateRow,
    LadderChart,
    LadderRow,
    Line,
    LineChart,
    RangeChart,
    RangeRow,
)
from explorer.pages.export_tables import compose_export
from explorer.pages.export_values import NOT_FOUND, DataExport, ExportColumn, ExportTable, Kind
from explorer.pages.rating_marks import RatingMark
from explorer.pages.tables import Table
from explorer.pages.view import View
from explorer.paths import bundled_pack
from explorer.report import brief_pdf
from explorer.workspace.document import Workspace

Compose = Callable[..., Brief]


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


@pytest.fixture(scope="session")
def observations(atlas: Atlas) -> Observations:
    return read_observations(bundled_pack(), atlas)


@pytest.fixture(scope="session")
def compose(atlas: Atlas, observations: Observations) -> Compose:
    """Give a maker of briefs on the bundled pack, with the appendix on where figures stand."""
    files = PackFiles(bundled_pack())

    def made(
        baseline: str = "AZE",
        comparator: str = "KAZ",
        workspace: Workspace | None = None,
        options: BriefOptions | None = None,
        day: date | None = None,
    ) -> Brief:
        return compose_brief(
            known_on(atlas, day) if day else atlas,
            observations.known_on(day) if day else observations,
            workspace or Workspace(),
            baseline,
            comparator,
            replace(options or BriefOptions(), files=files),
        )

    return made


def _silent(_done: int, _total: int, _words: str) -> None:
    """Take progress and say nothing."""


@pytest.fixture(scope="session")
def brief(compose: Compose) -> Brief:
    return compose()


@pytest.fixture(scope="session")
def pdf(brief: Brief) -> bytes:
    return brief_pdf(brief, _silent)


CAPTION = Caption(
    "Imports from Russia",
    "% of imports",
    "Source: Factbook; 1998–2023",
    "",
    "Text.",
    Table((), (), ()),
)
MARK = RatingMark(2.1, 1.5, 2.8, (1.8, 2.0, 2.2, 2.4))
CHARTS: dict[str, Chart] = {
    "lines": LineChart(
        CAPTION,
        (
            Line("AZE", "Azerbaijan", (2000, 2001, 2002, 2003), (1.0, None, 3.0, 4.0), ("",) * 4),
            Line("KAZ", "Kazakhstan", (2000, 2001), (5.0, 6.0), ("",) * 2),
            Line("TKM", "Turkmenistan", (2000,), (None,), ("",)),
        ),
        from_zero=True,
        decimals=1,
    ),
    "bars": BarChart(
        CAPTION,
        (Bar("AZE", "Azerbaijan", -3.0, 2020, ""), Bar("KAZ", "Kazakhstan", None, 0, "")),
        decimals=1,
    ),
    "ranges": RangeChart(
        CAPTION,
        (RangeRow("Iran trade routes", (("AZE", MARK), ("KAZ", MARK))),),
        (("AZE", "Azerbaijan"), ("KAZ", "Kazakhstan")),
    ),
    "ladder": LadderChart(
        CAPTION,
        ("Ordinary ties", "Token accession"),
        (LadderRow("AZE", "Azerbaijan", (0.25, 0.75)),),
    ),
    "whiskers": LadderChart(
        CAPTION,
        ("Ordinary ties", "Token accession"),
        (LadderRow("AZE", "Azerbaijan", (0.25, 0.75), ((0.6, 0.9),), (0.5, 0.5)),),
    ),
    "estimates": EstimateChart(
        CAPTION,
        ("Ordinary ties", "Token accession"),
        (
            EstimateRow("AZE", "Azerbaijan", (Estimate(0.2, (0.1, 0.3)), Estimate(0.8, None))),
            EstimateRow("KAZ", "Kazakhstan", (Estimate(0.6, None), Estimate(0.4, (0.3, 0.5)))),
        ),
    ),
}


@pytest.fixture(scope="session", params=list(CHARTS))
def chart(request: pytest.FixtureRequest) -> Chart:
    return CHARTS[str(request.param)]


@pytest.fixture(scope="session")
def charts() -> dict[str, Chart]:
    return CHARTS


@pytest.fixture(scope="session")
def data_export(atlas: Atlas, observations: Observations) -> DataExport:
    """Compose a pair as data, marked."""
    return compose_export(atlas, observations, Workspace(), View("AZE", ("KAZ",)), "amber")


@pytest.fixture(scope="session")
def odd_export() -> DataExport:
    """Give a table of texts that a spreadsheet or Markdown would take for something else."""
    texts = (
        "=1+1",
        "+44 20",
        "-2 of 3",
        "@me",
        "\uff1d1",
        "a | b",
        "*not* _so_ [x](y) <b>`c`",
        "1. first",
        "two\nlines",
        "=" * 40_000,
    )
    columns = (ExportColumn("words", "=Words", "prose"), ExportColumn("id", "Id", "sources"))
    rows = tuple((text, "S1") for text in texts)
    kinds: dict[str, Kind] = {
        "number": "count",
        "id": "text",
        "publisher": "text",
        "title": "prose",
        "date": "day",
        "edition": "text",
        "address": "link",
    }
    sources = tuple(ExportColumn(key, key.title(), kind) for key, kind in kinds.items())
    source = (
        1,
        "S1",
        "=Press",
        "A | title",
        date(2025, 1, 2),
        NOT_FOUND,
        "https://a.example/?b=c",
    )
    return DataExport(
        "=The & title",
        date(2026, 11, 23),
        "",
        (("=What", "=A fact"),),
        ("+A caution",),
        (
            ExportTable("odd", "Odd", "=Odd texts.", columns, rows),
            ExportTable("none", "None", "Nothing.", columns, (), empty="=none by then"),
            ExportTable("sources", "Sources", "All.", sources, (source,), layout="sources"),
        ),
    )
