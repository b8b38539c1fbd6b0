"""Names any thing of a pack in one line of text, so that every “Where from?” has a goal.

    from explorer.pages.trace import Thing, thing
    thing("rating", "KAZ", "iran_wedge")              # the pooled rating
    thing("rating", "KAZ", "iran_wedge", "R2")        # one rater's, on all dates
    thing("figure", "indicator/gdp_cur_usd", "KAZ", "2024")
    thing("series", "indicator/gdp_cur_usd")          # a chart of it, for the states shown

What stands behind each kind in the pack is told in `KEYS`.
"""

from dataclasses import dataclass
from typing import Literal, cast, get_args

ThingKind = Literal[
    "actor",
    "arms_order",
    "assessment",
    "border",
    "cell",
    "conclusion",
    "country",
    "dissent",
    "ethnic",
    "event",
    "evidence",
    "factor",
    "figure",
    "file",
    "indicator",
    "ladder",
    "membership",
    "note",
    "own",
    "pair",
    "question",
    "rating",
    "relation",
    "religion",
    "roll_call",
    "rung",
    "scenario",
    "series",
    "shift",
    "signpost",
    "source",
    "tie",
    "vote",
    "weight",
]

KEYS: dict[ThingKind, tuple[str, ...]] = {
    "actor": ("iso3", "rater", "actor"),
    "arms_order": ("iso3", "order_year", "category", "weapon"),
    "assessment": ("date", "source_id", "author"),
    "border": ("iso3", "neighbour_iso3"),
    "cell": ("iso3", "factor"),
    "conclusion": ("iso3",),
    "country": ("iso3",),
    "dissent": ("iso3", "author"),
    "ethnic": ("iso3", "source_id", "group"),
    "event": ("date", "title"),
    "evidence": ("id",),
    "factor": ("id",),
    "figure": ("series", "iso3", "year"),
    "file": ("path",),
    "indicator": ("indicator_id",),
    "ladder": ("iso3", "scenario", "rater", "as_of"),
    "membership": ("iso3", "organisation"),
    "note": ("id",),
    "own": ("thing",),
    "pair": ("iso3",),
    "question": ("id",),
    "rating": ("iso3", "factor", "rater", "as_of"),
    "relation": ("iso3", "item"),
    "religion": ("iso3", "source_id", "group"),
    "roll_call": ("rcid", "iso3"),
    "rung": ("id",),
    "scenario": ("id",),
    "series": ("series", "iso3"),
    "shift": ("scenario", "factor"),
    "signpost": ("iso3", "signpost"),
    "source": ("source_id",),
    "tie": ("iso3", "date", "event"),
    "vote": ("resolution", "iso3"),
    "weight": ("factor", "rater"),
}
"""What the parts of each kind's key stand for, mostly columns of its table; texts stand last.

Fewer parts name all records that agree in them: `rating:KAZ:iran_wedge` is the pooled rating, and
`series:indicator/gdp_cur_usd` a chart for the states shown. A series is named as `str(SeriesRef)`
names it, a file by its path in the pack, and what is the user's own by `own:` before the thing
that it stands beside (`own:rating:KAZ:iran_wedge`, `own:evidence:U001`).
"""

_KINDS = frozenset(get_args(ThingKind))


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the pack, or of the user's: its kind, and its key within the kind."""

    kind: ThingKind
    key: str

    def __str__(self) -> str:
        """Give the form used as the goal of a link: `rating:KAZ:iran_wedge`, `source:S017`."""
        return f"{self.kind}:{self.key}"

    @property
    def parts(self) -> tuple[str, ...]:
        """Give the parts of the key, as `KEYS` names them; the last may hold colons itself."""
        return tuple(self.key.split(":", len(KEYS[self.kind]) - 1))

    @property
    def fields(self) -> dict[str, str]:
        """Give the parts that are there by the names that `KEYS` has for them."""
        return dict(zip(KEYS[self.kind], self.parts, strict=False))


def thing(kind: ThingKind, *parts: object) -> Thing:
    """Name a thing by the parts of its key, in the order of `KEYS`."""
    return Thing(kind, ":".join(str(part) for part in parts))


def evidence_goal(evidence_id: str) -> str:
    """Name an item of evidence; the user's own, `U001` and the like, are marked as such."""
    named = str(thing("evidence", evidence_id)) if evidence_id else ""
    return f"own:{named}" if evidence_id.startswith("U") else named


def source_goal(source_id: str) -> str:
    """Name a source; that of an own item goes by the item's id, and leads to the item."""
    is_own = source_id[:1] == "U" and source_id[1:].isdecimal()
    return evidence_goal(source_id) if is_own else str(thing("source", source_id))


def parse_thing(text: str) -> Thing | None:
    """Read the form that `str(thing)` gives; `None` where it is not one."""
    kind, _colon, key = text.partition(":")
    if kind not in _KINDS or not key:
        return None
    found = Thing(cast("ThingKind", kind), key)
    if found.kind == "own" and parse_thing(key) is None:
        return None
    return found if all(found.parts) else None
