"""The bundled notes."""

from dataclasses import dataclass
from datetime import date


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
