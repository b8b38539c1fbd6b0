"""What is said of figures that stand side by side: which is higher, or why that is not said."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.analysis.comparability import (
    ASSUMED,
    Figure,
    Kind,
    Verdict,
    compare,
    rivals_against,
)
from explorer.pages.words import EN_DASH, in_sentences, listing

MARKS: dict[Kind, str] = {
    "year": "Y",
    "source": "S",
    "modelled": "M",
    "caveat": "C",
    "overlap": "O",
    "rival": "R",
    "absent": "A",
}
"""The letter of each kind of caution, which stands for it where there is no room for words."""
_SHORT: dict[Kind, str] = {
    "year": "years",
    "source": "sources",
    "modelled": "modelled",
    "caveat": "caveat",
    "overlap": "intervals meet",
    "rival": "rival figures disagree",
    "absent": "not listed",
}
_REASONS: dict[Kind, str] = {
    "year": "the years lie too far apart",
    "source": "the sources differ",
    "modelled": "the figures came about in different ways",
    "overlap": "the intervals meet",
    "rival": "another figure for this quantity orders the two the other way",
    "absent": "a partner that is not listed is not zero",
}
_ASSUMED_WORDS = {
    "modelled": "Model estimates",
    "modelled in part": "Model estimates in part",
    "judged by experts": "Judgements of experts",
    "experts and surveys": "Views of experts and from surveys",
}
_RANKED = "a caveat bears on all states"
_SHOWN = 130
"""A caveat's first sentence is shown beside its badge up to so many letters."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
COMPARED = "May be compared?"
"""The title of the column that says so in a table."""
YES = "yes"


@dataclass(frozen=True, slots=True)
class Caution:
    """What sets figures apart. One that `withholds` forbids “higher” and “lower”.

    `mark` is the letter of its badge, `words` the sentence beside it, and `detail` what the source
    itself says, which may be long; blank where it adds nothing.
    """

    kind: Kind
    mark: str
    words: str
    withholds: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A state's figure with the words for it; `text` is its value as shown, `source` whose it is.

    `partner` is named where a share is that of a partner, and `listed` tells of the list that
    leaves the partner out: its year and the smallest share on it. `warned` says that the caveat
    names the state, and does not merely bear on all. `backing` is what a share rests on (“13
    votes”), and `means` what a higher value means; either is blank where there is no such thing.
    """

    name: str
    figure: Figure
    text: str
    source: str = ""
    partner: str = ""
    listed: str = ""
    warned: bool = True
    backing: str = ""
    means: str = ""

    @property
    def told(self) -> str:
        """Give the name with what its share rests on."""
        return f"{self.name} ({self.backing})" if self.backing else self.name

    @property
    def is_known(self) -> bool:
        """Say whether there is a figure, or it is known why a partner's share is missing."""
        return self.figure.value is not None or bool(self.figure.absence)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is said of figures side by side: the cautions, and what compares with the first.

    `checked` says in what the figures are alike, and what is not recorded of them.
    """

    cautions: tuple[Caution, ...] = ()
    words: str = ""
    checked: str = ""


def compare_figures(figures: Sequence[Named]) -> Comparison:
    """Compare the first figure with each of the others, and say what comes of it.

    A figure that was not found is left out: that it is missing is said elsewhere.
    """
    first, others = figures[0] if figures else None, [x for x in figures[1:] if x.is_known]
    if first is None or not first.is_known or not others:
        return Comparison()
    verdicts = [(each, compare(first.figure, each.figure)) for each in others]
    known = [first, *others]
    found = tuple(
        Caution(
            kind,
            MARKS[kind],
            in_sentences((_words(kind, known),)),
            any(kind in verdict.withheld_by for _, verdict in verdicts),
            _detail(kind, known),
        )
        for kind in MARKS
        if any(each.kind == kind for _, verdict in verdicts for each in verdict.findings)
    )
    means = f"A higher value means: {first.means}" if first.means else ""
    words = in_sentences((_verdict(first, verdicts), means))
    return Comparison(found, words, in_sentences((_checked(known),)))


def pair_cell(verdict: Verdict) -> str:
    """Say in a table's cell whether two figures may be compared: “no: years, caveat”."""
    if not verdict.findings:
        return YES
    if verdict.holds:
        return f"with care: {', '.join(_SHORT[each.kind] for each in verdict.findings)}"
    return f"no: {', '.join(_SHORT[kind] for kind in verdict.withheld_by)}"


def row_cell(first: Named | None, others: Iterable[Named]) -> str:
    """Say in a table's cell which of several figures may not be compared with the first."""
    if first is None:
        return EN_DASH
    verdicts = [(each, compare(first.figure, each.figure)) for each in others]
    if not verdicts:
        return EN_DASH
    if len(verdicts) == 1:
        return pair_cell(verdicts[0][1])
    barred = [
        f"{each.name} ({', '.join(_SHORT[kind] for kind in verdict.withheld_by)})"
        for each, verdict in verdicts
        if not verdict.holds
    ]
    if barred:
        return f"not {listing(barred)}"
    kinds: dict[Kind, None] = dict.fromkeys(
        each.kind for _, verdict in verdicts for each in verdict.findings
    )
    return f"with care: {', '.join(_SHORT[kind] for kind in kinds)}" if kinds else YES


def _checked(known: Sequence[Named]) -> str:
    """Say in what the figures are alike, and what is not on record; what differs has its caution.

    A figure that is missing is alike with none.
    """
    figures = [each.figure for each in known if each.figure.value is not None]
    if len(figures) < 2:  # noqa: PLR2004 - it takes two to be alike
        return ""
    years = {each.year for each in figures}
    alike = [f"year ({figures[0].year})"] if len(years) == 1 else []
    if len({(each.definition, each.source) for each in figures}) == 1:
        alike += ["source", "definition"]
    bases = {each.basis for each in figures}
    parts = [
        f"alike in {listing(alike)}" if alike else "",
        "" if any(each.figure.caveat for each in known) else "no caveat names one of them",
        basis_note(min(bases)) if len(bases) == 1 and not bases & ASSUMED else "",
        "" if any(each.interval for each in figures) else "no intervals on record",
    ]
    return "; ".join(part for part in parts if part)


def _words(kind: Kind, known: Sequence[Named]) -> str:
    valued = [each for each in known if each.figure.value is not None]
    match kind:
        case "year":
            return f"Latest years differ: {_year_words(valued)}"
        case "source":
            return f"Sources differ: {_grouped((each.source, each.name) for each in valued)}"
        case "modelled":
            return _basis_words(valued)
        case "caveat":
            return _caveat_words(known)
        case "overlap" | "rival":
            return _overlap_words(known) if kind == "overlap" else _rival_words(known)
        case "absent":
            return _absence_words(known)


def _year_words(known: Sequence[Named]) -> str:
    """Name each state's year; of three or more, those of the newest year are named together."""
    newest = max(each.figure.year for each in known)
    is_long = sum(each.figure.year == newest for each in known) > 1
    years = [
        f"{each.name} {each.figure.year}"
        for each in known
        if each.figure.year != newest or not is_long
    ]
    return ", ".join([*years, f"the others {newest}"] if is_long else years)


def _absence_words(known: Sequence[Named]) -> str:
    """Say whose lists leave the partner out, and for whom no list was found."""
    small = [f"{x.name} ({x.listed})" for x in known if x.figure.absence == "small"]
    unlisted = [each.name for each in known if each.figure.absence == "unlisted"]
    partner = next((each.partner for each in known if each.partner), "The partner")
    parts = (
        f"{partner} is not among the partners listed for {listing(small)}, which is not zero"
        if small
        else "",
        f"No list of partners was found for {listing(unlisted)}" if unlisted else "",
    )
    return in_sentences(parts)


def _basis_words(known: Sequence[Named]) -> str:
    bases = {each.figure.basis for each in known} - {""}
    if len(bases) > 1:
        pairs = ((each.figure.basis or "not recorded", each.name) for each in known)
        return f"Modelled or counted: {_grouped(pairs)}"
    kind = _ASSUMED_WORDS.get(min(bases, default=""), "Estimates")
    return f"{kind}: some of a difference may lie in how the figures are made"


def _caveat_words(known: Sequence[Named]) -> str:
    names = [each.name for each in known if each.figure.caveat and each.warned]
    whom = f"A caveat names {listing(names)}" if names else "A caveat bears on all states"
    said = _caveats(known)
    return f"{whom}: {said[0]}" if said and len(said[0]) <= _SHOWN else whom


def _overlap_words(known: Sequence[Named]) -> str:
    counted = [each for each in known if each.backing and each.figure.interval]
    if not counted:
        return "Intervals meet: which is higher cannot be told"
    spans = (
        f"{each.name} {low:.0f}{EN_DASH}{high:.0f} % ({each.backing})"
        for each in counted
        for low, high in (each.figure.interval or (0.0, 0.0),)
    )
    return f"Intervals meet (95 %, after Wilson 1927): {', '.join(spans)}"


def _rival_words(known: Sequence[Named]) -> str:
    """Say which other figure orders which states otherwise than the first."""
    first, against = known[0], dict[str, list[str]]()
    for each in known[1:]:
        for rival in rivals_against(first.figure, each.figure):
            against.setdefault(f"{rival.whose}, {rival.year}", []).append(each.name)
    told = (f"{listing(names)} ({whose})" for whose, names in against.items())
    return (
        f"Another figure for this quantity puts the other way round, against {first.name}: "
        f"{'; '.join(told)}"
    )


def _detail(kind: Kind, known: Sequence[Named]) -> str:
    """Give what the source says beyond the sentence that is shown anyway."""
    said = _caveats(known) if kind == "caveat" else []
    return " ".join(said[1:] if said and len(said[0]) <= _SHOWN else said)


def _caveats(known: Sequence[Named]) -> list[str]:
    said = (part for each in known for part in _SENTENCE.split(each.figure.caveat))
    return list(dict.fromkeys(part for part in said if part))


def _grouped(pairs: Iterable[tuple[str, str]]) -> str:
    """Name what states have in common: “World Bank for A and B; Factbook for C”."""
    groups: dict[str, list[str]] = {}
    for what, name in pairs:
        groups.setdefault(what, []).append(name)
    return "; ".join(f"{what} for {listing(names)}" for what, names in groups.items())


def _verdict(first: Named, verdicts: Sequence[tuple[Named, Verdict]]) -> str:
    if len(verdicts) == 1:
        return _pair_verdict(first, *verdicts[0])
    parts: list[str] = []
    for side in ("higher", "lower", "level"):
        names = [
            each.told for each, verdict in verdicts if verdict.holds and _side(first, each) == side
        ]
        if names:
            parts.append(f"{side} for {listing(names)}")
    why = {each: _reasons(verdict) for each, verdict in verdicts if not verdict.holds}
    if not parts and len(set(why.values())) == 1:
        return f"None is called higher or lower than {first.name}'s ({min(why.values())})"
    barred = [
        f"{each.name} ({'; '.join(part for part in (each.backing, reasons) if part)})"
        for each, reasons in why.items()
    ]
    if barred:
        parts.append(f"not called higher or lower for {listing(barred)}")
    return f"Latest figures, against {first.told}: {'; '.join(parts)}"


def _reasons(verdict: Verdict) -> str:
    return ", ".join(_SHORT[kind] for kind in verdict.withheld_by)


def _pair_verdict(first: Named, other: Named, verdict: Verdict) -> str:
    if not verdict.holds:
        because = listing([_reason(kind, (first, other)) for kind in verdict.withheld_by])
        rest = [f"{each.name} {each.backing}" for each in (first, other) if each.backing]
        backing = f" ({', '.join(rest)})" if rest else ""
        return f"Not called higher or lower: {because}{backing}"
    side = _side(first, other)
    if side == "level":
        return "The latest figures are level"
    return f"The latest figure is {side} for {other.told} than for {first.told}"


def _reason(kind: Kind, pair: tuple[Named, Named]) -> str:
    if kind != "caveat":
        return _REASONS[kind]
    names = [each.name for each in pair if each.figure.caveat and each.warned]
    return f"a caveat names {listing(names)}" if names else _RANKED


def _side(first: Named, other: Named) -> str:
    """Say how a figure stands to the first one, by what is shown of both."""
    one, two = first.figure.value, other.figure.value
    if one is None or two is None or first.text == other.text:
        return "level"
    return "higher" if two > one else "lower"


def basis_note(basis: str) -> str:
    """Say how a series' figures came about; that this is not recorded is said too."""
    return f"modelled or reported: {basis or 'not recorded'}"
