"""What kinds of events there are: a letter and a title each, in families of one shape."""

from explorer.pages.charts import TimelineKind

ON_RECORD = "on_record"
"""The kind of what the record of ties with Israel holds beside the events."""

_KINDS = (
    ("accords", "A", "Accords", "ties"),
    ("embassy", "E", "Embassies", "ties"),
    ("visit", "V", "Visits", "ties"),
    ("agreement", "G", "Agreements", "ties"),
    (ON_RECORD, "O", "Ties on record", "ties"),
    ("washington", "W", "Washington", "powers"),
    ("russia_china", "C", "China and Russia", "powers"),
    ("iran", "I", "Iran", "neighbours"),
    ("turkey", "T", "Turkey", "neighbours"),
    ("statement", "S", "Statements", "voices"),
    ("reaction", "R", "Reactions", "voices"),
    ("un", "U", "United Nations", "voices"),
    ("public", "P", "Public", "voices"),
    ("energy", "N", "Energy", "means"),
    ("security", "Y", "Security", "means"),
)
_BY_KEY = {key: TimelineKind(key, letter, title, family) for key, letter, title, family in _KINDS}
_ORDER = tuple(_BY_KEY)


def kind_of(category: str) -> TimelineKind:
    """Give the kind of a category of the pack; one that is not known here is a kind of its own."""
    known = _BY_KEY.get(category)
    if known is not None:
        return known
    title = category.replace("_", " ").strip().capitalize() or "Other"
    return TimelineKind(category, title[:1].upper(), title, "other")


def in_order(kinds: frozenset[str]) -> tuple[TimelineKind, ...]:
    """Give kinds in the order of the key, those not known here last."""
    known = tuple(_BY_KEY[key] for key in _ORDER if key in kinds)
    return known + tuple(kind_of(key) for key in sorted(kinds - _BY_KEY.keys()))
