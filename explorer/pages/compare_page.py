"""How the comparison is composed: a row a factor, a column a country, then the likely outcomes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from explorer.domain.atlas import Atlas
from explorer.domain.judgement import Factor, PairConclusion
from explorer.pages.as_of_words import not_written
from explorer.pages.compare import (
    Column,
    ComparePage,
    FactorRow,
    KeyLine,
    Section,
)
from explorer.pages.compare_cells import compose_factor_cell
from explorer.pages.compare_outcomes import compose_outcomes, scenario_banner
from explorer.pages.heading_notes import heading_note
from explorer.pages.outlook import Intervals, Outlook
from explorer.pages.view import Target, View
from explorer.pages.words import (
    confidence_sentence,
    counted,
    country_name,
    country_names,
    holder_words,
    horizon_words,
    judged_on,
    listing,
    number_word,
    sentence,
    study_states,
)
from explorer.workspace.document import Workspace

_SECTIONS = (
    ("interest", "Interests · pull towards"),
    ("constraint", "Constraints · hold back"),
)
OWN_RATING = "your own rating"


def compose_compare(
    atlas: Atlas,
    workspace: Workspace,
    view: View,
    outlook: Outlook | None = None,
    intervals: Intervals | None = None,
) -> ComparePage:
    """Compose the comparison of the countries in view, baseline first.

    Under an outlook the likely outcomes are its own, with the intervals where they are drawn; the
    ratings are those of all raters who are pooled. Without one it is the pack's own judgement.
    """
    pooled = outlook.ground.atlas if outlook else atlas
    weights = outlook.ground.choices.rater_weights if outlook else None
    headline, judgement, confidence = _conclusion(atlas, view)
    sections = _sections(pooled, workspace, view, weights)
    return ComparePage(
        title=compare_title(atlas, view),
        subtitle=_subtitle(atlas, view),
        headline=headline,
        judgement=judgement,
        confidence=confidence,
        columns=_columns(atlas, view, with_headlines=not headline),
        sections=sections,
        outcomes=compose_outcomes(atlas, workspace, view, outlook, intervals),
        outcomes_title=outcomes_title(atlas),
        banner=scenario_banner(outlook),
        key=_key(sections),
    )


def with_intervals(
    page: ComparePage,
    atlas: Atlas,
    workspace: Workspace,
    view: View,
    outlook: Outlook,
    intervals: Intervals | None,
) -> ComparePage:
    """Give a page with its likely outcomes alone composed anew: what intervals bear on."""
    return replace(page, outcomes=compose_outcomes(atlas, workspace, view, outlook, intervals))


def compare_title(atlas: Atlas, view: View) -> str:
    """Give the title: the subject and the countries in view."""
    return f"{atlas.subject.title}: {countries_words(atlas, view)}"


def countries_words(atlas: Atlas, view: View) -> str:
    """Name the countries in view as a title does: “A and B”, or “A and the five” for all."""
    others = [iso3 for iso3 in study_states(atlas) if iso3 != view.baseline]
    if len(others) > 2 and set(others) <= set(view.comparators):  # noqa: PLR2004 - two are named
        word = number_word(len(others))
        the_rest = (
            f"the {word}" if view.baseline == atlas.subject.baseline else f"the other {word}"
        )
        return f"{country_name(atlas, view.baseline)} and {the_rest}"
    return listing(country_names(atlas, view.shown))


def outcomes_title(atlas: Atlas) -> str:
    """Give the heading of the outcomes, with the horizon of the pack's question."""
    horizon = horizon_words(atlas.subject.horizon)
    return f"Likely outcomes · furthest rung in force by {horizon}"


def pair_conclusion(atlas: Atlas, view: View) -> PairConclusion | None:
    """Give the conclusion on the pair in view; `None` unless it is one that the pack judged."""
    if len(view.comparators) != 1 or atlas.subject.baseline not in view.shown:
        return None
    other = next(iso3 for iso3 in view.shown if iso3 != atlas.subject.baseline)
    return atlas.pair_conclusion_by_iso3.get(other)


def conclusion_confidence(atlas: Atlas, iso3: str) -> str:
    """Say how good the basis of a state's conclusion is and why, apart from any likelihood."""
    conclusion = atlas.conclusion_by_iso3.get(iso3)
    if conclusion is None:
        return ""
    said = confidence_sentence(conclusion.confidence, country_name(atlas, iso3))
    return f"{said} {sentence(conclusion.confidence_because)}".strip()


def _conclusion(atlas: Atlas, view: View) -> tuple[str, str, str]:
    """Give headline, judgement and confidence of the pair; blank for more countries."""
    if not view.comparators:
        alone = atlas.conclusion_by_iso3.get(view.baseline)
        if alone is None:
            return "", "", ""
        return alone.headline, alone.judgement, conclusion_confidence(atlas, view.baseline)
    if len(view.comparators) > 1:
        return "", "", ""
    pair = pair_conclusion(atlas, view)
    if pair is not None:
        return pair.headline, pair.judgement, conclusion_confidence(atlas, pair.iso3)
    if atlas.subject.seen_on is not None:
        return "", not_written(atlas), ""
    names = listing(country_names(atlas, view.shown))
    nothing = f"No judgement was written on {names} as a pair; each column has its state's own."
    return "", nothing, ""


def _subtitle(atlas: Atlas, view: View) -> str:
    shown = set(view.shown)
    items = sum(1 for item in atlas.evidence if not shown.isdisjoint(item.countries))
    states = "this state" if len(shown) == 1 else f"these {number_word(len(shown))} states"
    return " · ".join(
        (
            counted(len(atlas.factors), "factor"),
            f"{counted(items, 'evidence item')} on {states}",
            judged_on(atlas),
        )
    )


def _columns(atlas: Atlas, view: View, *, with_headlines: bool) -> tuple[Column, ...]:
    return tuple(
        Column(
            iso3,
            country_name(atlas, iso3),
            conclusion.headline
            if with_headlines and (conclusion := atlas.conclusion_by_iso3.get(iso3))
            else "",
            iso3 == view.baseline,
        )
        for iso3 in view.shown
    )


def _sections(
    atlas: Atlas, workspace: Workspace, view: View, weights: Mapping[str, float] | None
) -> tuple[Section, ...]:
    sections: list[Section] = []
    for group, title in _SECTIONS:
        factors = [factor for factor in atlas.factors if factor.group == group]
        rows = [_row(atlas, workspace, view, factor, weights) for factor in factors]
        if rows:
            sections.append(Section(title, tuple(_sorted(rows, view))))
    return tuple(sections)


def _key(sections: Sequence[Section]) -> tuple[KeyLine, ...]:
    """Say what the user's own ratings look like, where one is shown."""
    cells = (cell for section in sections for row in section.rows for cell in row.cells)
    is_own = any(cell.mark is not None and cell.mark.own is not None for cell in cells)
    return (KeyLine("own", OWN_RATING),) if is_own else ()


def _row(
    atlas: Atlas,
    workspace: Workspace,
    view: View,
    factor: Factor,
    weights: Mapping[str, float] | None,
) -> FactorRow:
    has_note, note = heading_note(atlas, workspace, Target("factor", factor=factor.id))
    return FactorRow(
        factor=factor.id,
        title=factor.title,
        short=factor.short,
        holder=holder_words(atlas, factor),
        cells=tuple(
            compose_factor_cell(atlas, workspace, factor, iso3, view.baseline, weights)
            for iso3 in view.shown
        ),
        has_note=has_note,
        note=note,
    )


def _sorted(rows: Sequence[FactorRow], view: View) -> list[FactorRow]:
    """Put the rows in the order asked for; equal differences stay in factor order."""
    if view.sort == "factor":
        return list(rows)
    return sorted(rows, key=_largest_difference, reverse=True)


def _largest_difference(row: FactorRow) -> float:
    return max((abs(cell.difference.value) for cell in row.cells if cell.difference), default=0.0)
