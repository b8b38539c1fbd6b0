from explorer.domain.atlas import Atlas
from explorer.pages.balance import balance_of, compose_balance_course, compose_balance_grid
from explorer.pages.charts import Balance
from explorer.pages.evidence_table import EvidenceFilter, compose_ledger
from explorer.workspace.document import Workspace


def test_the_grid_counts_each_state_and_factor_as_the_record_has_it(atlas: Atlas) -> None:
    rows = compose_ledger(atlas, Workspace()).rows
    chart = compose_balance_grid(atlas, rows, "all items")
    energy = next(row for row in chart.rows if row.label == "Energy diversification")
    kazakh = energy.balances[chart.columns.index("Kazakhstan")]
    assert kazakh == Balance(13, 6, 0)
    assert len(chart.rows) == len(atlas.factors) + 2
    assert chart.rows[-1].is_total
    assert chart.most < chart.rows[-1].balances[0].towards


def test_sums_are_those_of_the_rows_above_them(atlas: Atlas) -> None:
    chart = compose_balance_grid(atlas, compose_ledger(atlas, Workspace()).rows, "all items")
    for place, whole in enumerate(chart.rows[-1].balances):
        assert whole.towards == sum(row.balances[place].towards for row in chart.rows[:-1])
        assert whole.against == sum(row.balances[place].against for row in chart.rows[:-1])


def test_the_course_loses_no_item_and_its_spans_follow_one_another(atlas: Atlas) -> None:
    rows = compose_ledger(atlas, Workspace()).rows
    chart = compose_balance_course(atlas, rows, "all items")
    (course,) = chart.rows
    assert sum(x.towards + x.against + x.context for x in course.balances) == len(rows)
    assert chart.columns[0].startswith("before ")
    assert list(chart.columns[1:]) == sorted(chart.columns[1:])
    assert chart.columns[-1] == "2026 H2"
    assert len(chart.caption.table.rows) == len(chart.columns)


def test_few_items_have_no_span_of_all_that_is_older(atlas: Atlas) -> None:
    ledger = compose_ledger(atlas, Workspace())
    rows = [row for row in ledger.rows if row.when.year == 2025]
    chart = compose_balance_course(atlas, rows, "of 2025")
    assert chart.columns == ("2025 H1", "2025 H2")


def test_no_items_make_charts_without_bars(atlas: Atlas) -> None:
    chart = compose_balance_course(atlas, (), "nothing")
    assert chart.columns == ()
    assert chart.caption.description == "No item passes the filter."
    assert compose_balance_grid(atlas, (), "nothing").most == 1


def test_the_source_says_what_was_asked_for(atlas: Atlas) -> None:
    found = compose_ledger(atlas, Workspace()).find(EvidenceFilter(states=("TKM",)))
    chart = compose_balance_grid(atlas, found, "Turkmenistan")
    assert chart.caption.source.startswith(f"{len(found)} items (Turkmenistan)")
    assert "not how likely" in chart.caption.caveat


def test_context_is_counted_on_neither_side(atlas: Atlas) -> None:
    rows = [row for row in compose_ledger(atlas, Workspace()).rows if row.direction == "0"]
    assert balance_of(rows) == Balance(0, 0, len(rows))
