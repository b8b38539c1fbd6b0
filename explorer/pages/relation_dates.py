"""What the date of a relation is of: the day on which something began, or a state was looked up.

The record gives each relation one date. Read row by row (`relations.csv`), it is of three kinds:

* a beginning, such as an embassy opened or a memorandum signed;
* of a standing towards the Accords, the day up to which it was looked up: the row of Kazakhstan
  bears 5 October 2026, while its words give 6 November 2025 as the day of the announcement, which
  is among the evidence and the events by its own date;
* of a value that says that something was not found, the day of the search, or of the source that
  has nothing of it: no absence began on that day.

The last two are states of affairs, not changes: nothing need have begun on their day.
"""

import re

from explorer.domain.evidence import Relation

_STANDING = "accords_status"
_NOT_FOUND = re.compile(r"\b(?:none|no|not)\b[^;.]*\bfound\b", re.IGNORECASE)


def tells_a_status(relation: Relation) -> bool:
    """Say whether a relation's date is that of a status looked up, and not of a beginning."""
    return relation.item == _STANDING or bool(_NOT_FOUND.search(relation.value))
