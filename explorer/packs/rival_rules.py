"""The rules of the table that keeps the figures for one quantity together."""

from collections import Counter
from collections.abc import Iterator

from explorer.errors import Fault
from explorer.packs.cells import quoted
from explorer.packs.columns import Columns
from explorer.packs.rules import Ids

_TABLES = {"indicator": ("indicators", "indicator_id"), "evidence": ("evidence", "id")}


def rival_faults(rivals: Columns, ids: Ids) -> Iterator[Fault]:
    """Give figures that the pack does not hold, quantities told by one alone, and mixed titles."""
    quantities, titles = rivals.parsed["quantity"], rivals.parsed["title"]
    counts = Counter(quantities)
    first: dict[str, str] = {}
    pairs = zip(rivals.parsed["kind"], rivals.parsed["key"], strict=True)
    for position, (kind, key) in enumerate(pairs):
        table, column = _TABLES.get(kind, ("", ""))
        if table in ids and key not in ids[table]:
            remedy = f"Use an id of data/{table}.csv, column {column}"
            yield rivals.fault(position, "key", f"{quoted(key)} is not known", remedy)
        quantity, title = quantities[position], titles[position]
        if counts[quantity] == 1:
            found = f"{quoted(quantity)} has one figure, which has no rival"
            yield rivals.fault(position, "quantity", found, "Add another figure, or take it out")
        if first.setdefault(quantity, title) != title:
            found = f"{quoted(title)} is another title than {quoted(first[quantity])} above"
            yield rivals.fault(position, "title", found, "Give a quantity one title")
