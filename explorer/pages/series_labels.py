"""What a series is called, and in which unit it is shown."""

from explorer.domain.atlas import Atlas
from explorer.domain.indicators import Bearing, FactorSeries, SeriesKind, SeriesRef
from explorer.domain.judgement import Group
from explorer.pages.words import country_name

_CONTEXT = "context: points neither way by itself"
_BEARINGS: dict[tuple[Group, Bearing], str] = {
    ("interest", "pull"): "a higher value strengthens the pull",
    ("interest", "hold"): "a higher value weakens the pull",
    ("constraint", "pull"): "a higher value eases the constraint",
    ("constraint", "hold"): "a higher value holds back more",
}
_KINDS: dict[str, SeriesKind] = {
    "indicator": "indicator",
    "trade_share": "trade_share",
    "un_agreement": "un_agreement",
}
_FLOWS = {
    "exports": ("Exports to {partner}, share of goods exports", "% of goods exports"),
    "imports": ("Imports from {partner}, share of goods imports", "% of goods imports"),
    "arms_imports_share": (
        "{partner}'s share of arms imports, five-year windows",
        "% of arms imports",
    ),
}
_TOPICS = {
    "all": "all votes",
    "palestine": "votes on Palestine",
    "ukraine": "votes on Ukraine",
    "other": "other votes",
}


def parse_ref(text: str) -> SeriesRef:
    """Read the short form of a series: `indicator/gini`, `trade_share/exports/RUS`.

    Raises:
        ValueError: if the text has another form.
    """
    kind, _, rest = text.partition("/")
    key, _, partner = rest.partition("/")
    if kind not in _KINDS or not key or bool(partner) == (kind == "indicator"):
        raise ValueError(f"“{text}” names no series")
    return SeriesRef(_KINDS[kind], key, partner)


def bearing_words(atlas: Atlas, each: FactorSeries) -> str:
    """Say what a higher value does: to an interest's pull, or to a constraint's hold."""
    factor = atlas.factor_by_id.get(each.factor)
    return _BEARINGS.get((factor.group, each.bearing), _CONTEXT) if factor else _CONTEXT


def series_label(atlas: Atlas, ref: SeriesRef) -> str:
    """Give the title of a series; an indicator's unit is told apart from it."""
    match ref.kind:
        case "indicator":
            return atlas.indicator_by_id[ref.key].name
        case "trade_share":
            return _FLOWS[ref.key][0].format(partner=country_name(atlas, ref.partner))
        case "un_agreement":
            topic = _TOPICS.get(ref.key, f"votes on {ref.key}")
            return f"Agreement with {country_name(atlas, ref.partner)} at the UN, {topic}"


def series_unit(atlas: Atlas, ref: SeriesRef) -> str:
    """Give the unit of a series as its source states it."""
    match ref.kind:
        case "indicator":
            return atlas.indicator_by_id[ref.key].unit
        case "trade_share":
            return _FLOWS[ref.key][1]
        case "un_agreement":
            return "% of votes"


def withheld_because(atlas: Atlas, ref: SeriesRef) -> str:
    """Say why a series is not bundled; blank where it is."""
    if ref.kind != "indicator":
        return ""
    return atlas.indicator_by_id[ref.key].withheld


def choice_label(atlas: Atlas, ref: SeriesRef) -> str:
    """Give the label in a list of series: the title, and an indicator's unit."""
    label = series_label(atlas, ref)
    unit = series_unit(atlas, ref)
    return (
        f"{label} ({unit})" if unit and "share" not in label and ref.kind == "indicator" else label
    )
