"""Reads the long tables of a pack into frames; imported late, since it brings pandas."""

from pathlib import Path
from typing import Any

import pandas as pd

from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.errors import Fault, PackError
from explorer.packs import rules, schema
from explorer.packs.columns import Columns, read_columns
from explorer.packs.reading import in_order


def read_observations(folder: Path, atlas: Atlas) -> Observations:
    """Read the series and votes of a pack, as columns of plain types without blanks for numbers.

    The tables are read by the same reader as the small ones, so that a pack that `check_pack`
    finds sound loads, and one that it does not, does not.

    Raises:
        PackError: with every fault of the long tables.
    """
    frames: dict[str, pd.DataFrame] = {}
    faults: list[Fault] = []
    ids = {
        "countries": frozenset(atlas.country_by_iso3),
        "sources": frozenset(atlas.source_by_id),
        "indicators": frozenset(atlas.indicator_by_id),
    }
    for table in schema.LONG_TABLES:
        columns, wrong = read_columns(folder, table)
        faults += wrong
        if columns is not None:
            faults += rules.table_faults(columns, ids)
            if not faults:  # the cells as text are let go table by table: they take the most room
                frames[table.name] = _frame(columns)
            del columns
    if faults:
        raise PackError(folder.name, in_order(faults))
    return Observations(
        indicator_values=frames["observations"],
        trade_shares=frames["bilateral"],
        un_agreement=frames["un_votes_agreement"],
        roll_calls=frames["un_votes_key"],
    )


def _frame(columns: Columns) -> pd.DataFrame:
    dtypes = {"integer": "int64", "number": "float64"}
    kinds = {field.name: dtypes.get(field.kind, "object") for field in columns.table.fields}
    # Equal texts are one object, since most stand there thousands of times.
    shared: dict[Any, Any] = {}
    series = {
        name: pd.Series(
            [shared.setdefault(each, each) for each in cells]
            if kinds[name] == "object"
            else cells,
            dtype=kinds[name],
        )
        for name, cells in columns.parsed.items()
    }
    return pd.DataFrame(series)
