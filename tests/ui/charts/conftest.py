"""Charts made by hand, with the gaps and lone values that real series have."""

import pytest

from explorer.pages.charts import (
    Bar,
    BarChart,
    Caption,
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
from explorer.pages.rating_marks import RatingMark
from explorer.pages.tables import Table

TABLE = Table(("Year", "Azerbaijan"), (("2019", "4.2"), ("2020", "no value found")), (True, True))
CAPTION = Caption(
    "Trade with Iran",
    "% of trade",
    "Source: a source; 2018–2023",
    "Mirror data.",
    "Azerbaijan 4.2 in 2019",
    TABLE,
)


@pytest.fixture
def line_chart() -> LineChart:
    """Give two lines: one broken in 2020, one with a value that stands alone and an early end."""
    years = (2018, 2019, 2020, 2021, 2022, 2023)
    return LineChart(
        CAPTION,
        (
            Line("AZE", "Azerbaijan", years, (4.0, 4.2, None, 3.9, 3.8, 3.7), ("",) * 6),
            Line(
                "KAZ",
                "Kazakhstan",
                years,
                (7.0, None, 6.5, None, None, None),
                ("", "", "estimate", "", "", ""),
            ),
        ),
        from_zero=True,
        decimals=1,
    )


@pytest.fixture
def bar_chart() -> BarChart:
    """Give a value, a negative value, and a country for which none was found."""
    return BarChart(
        CAPTION,
        (
            Bar("AZE", "Azerbaijan", 12.5, 2021, ""),
            Bar("KAZ", "Kazakhstan", -3.0, 2020, ""),
            Bar("UZB", "Uzbekistan", None, 0, ""),
        ),
        decimals=1,
    )


@pytest.fixture
def ladder_chart() -> LadderChart:
    """Give two ladders of three rungs."""
    rows = (
        LadderRow("AZE", "Azerbaijan", (0.1, 0.2, 0.7)),
        LadderRow("KAZ", "Kazakhstan", (0.5, 0.5, 0.0)),
    )
    return LadderChart(CAPTION, ("Low", "Middle", "High"), rows)


@pytest.fixture
def estimate_chart() -> EstimateChart:
    """Give two countries' estimates of two rungs, one without its interval."""
    rows = (
        EstimateRow("AZE", "Azerbaijan", (Estimate(0.9, (0.8, 0.95)), Estimate(0.6, None))),
        EstimateRow("KAZ", "Kazakhstan", (Estimate(0.7, (0.5, 0.8)), Estimate(0.2, (0.1, 0.3)))),
    )
    return EstimateChart(CAPTION, ("Middle or higher", "High"), rows)


@pytest.fixture
def range_chart() -> RangeChart:
    """Give one row of two marks."""
    marks = (
        ("AZE", RatingMark(1.0, 0.5, 1.5, (0.8, 1.2))),
        ("KAZ", RatingMark(3.0, 2.5, 3.5, (2.8, 3.2))),
    )
    return RangeChart(CAPTION, (RangeRow("Iran trade routes", marks),))
