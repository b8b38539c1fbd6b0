"""The bundled notes."""

from dataclasses import dataclass
from datetime import date

METHOD_NOTE = "method/judgement"
"""The id of the note that says how the judgements work."""
TIMELESS = (METHOD_NOTE, "method/glossary", "method/data_caveats")
"""The ids of the notes on how things are done, called and measured, and not on how they stand."""


@dataclass(frozen=True, slots=True)
class Note:
    """A bundled note in Markdown; `[E123]` cites evidence and `{id}` names an indicator.

    `about` holds targets such as `country:KAZ`, `pair:AZE-KAZ`, `factor:iran_wedge`, `outcome`.
    """

    id: str
    title: str
    about: tuple[str, ...]
    updated: date
    evidence_ids: tuple[str, ...]
    body: str
