"""The rules of the table that says how the forecast questions stand to the ladder."""

from collections.abc import Iterator

from explorer.errors import Fault
from explorer.packs.cells import quoted
from explorer.packs.columns import Columns


def question_faults(terms: Columns) -> Iterator[Fault]:
    """Give events without their state or rung, and those that are told not to be scored."""
    columns = (terms.parsed[name] for name in ("question", "iso3", "rung", "why_not"))
    for position, (key, iso3, rung, why_not) in enumerate(zip(*columns, strict=True)):
        if bool(iso3) != bool(rung):
            lacking = "rung" if iso3 else "iso3"
            found = f"the event of {quoted(key)} has only one of state and rung"
            yield terms.fault(position, lacking, found, "Give both, or neither")
        elif rung and why_not:
            found = f"{quoted(key)} has an event, and a reason why it has none"
            yield terms.fault(position, "why_not", found, "Keep one of the two")
