"""The rules that hold across the cells and tables of a pack."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise

from explorer.errors import Fault
from explorer.packs import schema
from explorer.packs.cells import quoted, unsafe_addresses
from explorer.packs.columns import Columns
from explorer.packs.fields import Field
from explorer.packs.series_tables import FLOW_OF_VOLUMES

TOLERANCE = 1e-6
"""How far a sum of likelihoods may lie from one, and a sum of weights from 100."""
FULL_WEIGHT = 100.0

Tables = Mapping[str, Columns]
"""The tables that could be read, by name."""
Ids = Mapping[str, AbstractSet[str]]
"""The ids that the pack holds, by table."""


def ids_of(tables: Tables) -> Ids:
    """Collect the ids of the tables that others refer to: those whose key is one column."""
    keyed = {name: columns for name, columns in tables.items() if len(columns.table.key) == 1}
    return {name: frozenset(each.texts[each.table.key[0]]) for name, each in keyed.items()}


def table_faults(columns: Columns, ids: Ids) -> Iterator[Fault]:
    """Give the faults of one table that show between its rows and against the ids of others.

    A reference into a table that could not be read is passed over: that table has its own faults.
    """
    yield from _repeated_keys(columns)
    for field in columns.table.fields:
        if field.refers_to in ids:
            yield from _unknown_ids(columns, field, ids[field.refers_to])


def _repeated_keys(columns: Columns) -> Iterator[Fault]:
    """Compare keys as they are understood: “2020” and “+2020” are one year."""
    key = columns.table.key
    found = list(zip(*(columns.parsed[name] for name in key), strict=True))
    if len(set(found)) == len(found):
        return
    texts = list(zip(*(columns.texts[name] for name in key), strict=True))
    first: dict[tuple[object, ...], int] = {}
    for position, parsed in enumerate(found):
        # A cell at fault is blank, and as good as its text.
        values = tuple(
            text if cell in (None, "", ()) else cell
            for cell, text in zip(parsed, texts[position], strict=True)
        )
        if values in first:
            where = f"{quoted(', '.join(texts[position]))} stands already in row {first[values]}"
            remedy = f"Keep one row for each {', '.join(key)}"
            yield columns.fault(position, key[-1], where, remedy)
        else:
            first[values] = columns.rows[position]


def _unknown_ids(columns: Columns, field: Field, ids: AbstractSet[str]) -> Iterator[Fault]:
    known = ids | {"", *field.besides}
    values = columns.parsed[field.name]
    parted = field.kind == "list"
    if (set().union(*values) if parted else set(values)) <= known:
        return
    target = schema.TABLE_BY_NAME[field.refers_to]
    remedy = f"Use an id of {target.file}, column {target.key[0]}"
    if field.besides:
        remedy += f", or {', '.join(field.besides)}"
    for position, value in enumerate(values):
        for part in value if parted else (value,):
            if part not in known:
                yield columns.fault(position, field.name, f"{quoted(part)} is not known", remedy)


def judgement_faults(tables: Tables) -> Iterator[Fault]:
    """Give the faults of ratings, weights and ladders: order within ranges, and sums."""
    if "ratings" in tables:
        yield from _crossed_ranges(tables["ratings"])
    if "weights" in tables:
        yield from _weights_not_full(tables["weights"])
    if "ladders" in tables:
        yield from _ladders_not_one(tables["ladders"])
    if "rungs" in tables:
        yield from _rungs_out_of_order(tables["rungs"])


def _crossed_ranges(ratings: Columns) -> Iterator[Fault]:
    names = ("low", "mode", "high")
    for position, ends in enumerate(zip(*(ratings.parsed[name] for name in names), strict=True)):
        for (name, low), (above, high) in pairwise(zip(names, ends, strict=True)):
            if low is not None and high is not None and low > high:
                found = f"{name} {low:g} is above {above} {high:g}"
                yield ratings.fault(position, name, found, "Let low <= mode <= high hold")


def _weights_not_full(weights: Columns) -> Iterator[Fault]:
    given: defaultdict[str, list[float]] = defaultdict(list)
    first: dict[str, int] = {}
    raters, values = weights.parsed["rater"], weights.parsed["weight"]
    for position, (rater, weight) in enumerate(zip(raters, values, strict=True)):
        first.setdefault(rater, position)
        given[rater].append(math.nan if weight is None else weight)
    for rater, each in given.items():
        total = math.fsum(each)
        if abs(total - FULL_WEIGHT) > TOLERANCE:
            found = f"the weights of {quoted(rater)} sum to {total:g}, {_off(total, FULL_WEIGHT)}"
            yield weights.fault(
                first[rater], "weight", found, "Let each rater's weights sum to 100"
            )


def _ladders_not_one(ladders: Columns) -> Iterator[Fault]:
    names = probability_columns(ladders)
    for position, row in enumerate(zip(*(ladders.parsed[name] for name in names), strict=True)):
        if None in row:
            continue
        total = math.fsum(row)
        if abs(total - 1.0) > TOLERANCE:
            found = f"the likelihoods sum to {total:.9g}, {_off(total, 1.0)}"
            yield ladders.fault(position, names[0], found, "Let the likelihoods of a row sum to 1")


def probability_columns(ladders: Columns) -> tuple[str, ...]:
    """Name the columns of a ladder's probabilities, in rung order."""
    names = (field.name for field in ladders.table.fields)
    return tuple(name for name in names if name[0] == "p" and name[1:].isdigit())


def _rungs_out_of_order(rungs: Columns) -> Iterator[Fault]:
    count = sum(name.startswith("p") for name in _ladder_fields())
    orders = rungs.parsed["order"]
    if len(orders) != count:
        found = f"there are {len(orders)} rungs, and a ladder holds {count} likelihoods"
        yield Fault(rungs.table.file, 0, "order", found, f"Give {count} rungs")
    for position, order in enumerate(orders):
        if order is not None and order != position + 1:
            found = f"“{order}” stands where {position + 1} belongs"
            yield rungs.fault(
                position, "order", found, "Number the rungs 1, 2, 3 from the top down"
            )


def _ladder_fields() -> list[str]:
    return [field.name for field in schema.LADDERS.fields if field.name[1:].isdigit()]


def _off(total: float, aim: float) -> str:
    """Say how far off a sum is: “0.02 too much”."""
    distance = float(f"{abs(total - aim):.2g}")
    return f"{distance:g} too {'much' if total > aim else 'little'}"


def series_faults(tables: Tables, ids: Ids) -> Iterator[Fault]:
    """Give the faults of the table that says which series bear on a factor."""
    series = tables.get("factor_series")
    if series is None:
        return
    names = ("kind", "key", "partner")
    for position, row in enumerate(zip(*(series.parsed[name] for name in names), strict=True)):
        kind, key, partner = row
        known = _series_keys(kind, ids)
        if known is not None and key not in known:
            remedy = f"Use one of: {', '.join(sorted(known))}"
            if kind == "indicator":
                remedy = "Use an id of data/indicators.csv, column indicator_id"
            yield series.fault(position, "key", f"{quoted(key)} is not known", remedy)
        if kind and (kind == "indicator") == bool(partner):
            found = "an indicator has no partner" if partner else f"a {kind} needs a partner"
            yield series.fault(
                position, "partner", found, "Name a partner for shares and votes only"
            )


def _series_keys(kind: str, ids: Ids) -> AbstractSet[str] | None:
    if kind == "indicator":
        return ids.get("indicators")
    table, column = {
        "trade_share": (schema.BILATERAL, "flow"),
        "un_agreement": (schema.UN_VOTES_AGREEMENT, "topic"),
    }.get(kind, (None, ""))
    if table is None:
        return None
    choices = next(field.choices for field in table.fields if field.name == column)
    return frozenset(choices) - {FLOW_OF_VOLUMES}


def address_faults(sources: Columns) -> Iterator[Fault]:
    """Give the addresses among a source's further ones that may not be opened."""
    for position, text in enumerate(sources.parsed["addresses"]):
        for address in unsafe_addresses(text):
            remedy = "Keep to https://, http:// and mailto:"
            found = f"{quoted(address)} is not an address that may be opened"
            yield sources.fault(position, "addresses", found, remedy)
