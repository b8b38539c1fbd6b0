"""The method box of a brief: the pack's own note on its judgements, and how they are pooled."""

import re

from explorer.domain.atlas import Atlas
from explorer.domain.notes import METHOD_NOTE
from explorer.pages.brief_document import CitedText, Passage
from explorer.pages.compare_outcomes import pool_words
from explorer.pages.outlook import Intervals, Outlook
from explorer.pages.words import country_name, listing

_WORST = 3
"""How many of the worst-fitted states are named."""
_SECTIONS = (
    "Factors and ratings",
    "Four raters",
    "Likelihood words",
    "Confidence",
    "Grades of evidence",
    "How far the record reaches",
)
_CITATION = re.compile(r"\s*\[E\d+\]")
_EMPHASIS = tuple(re.compile(rf"{mark}(\S(?:.*?\S)?){mark}") for mark in (r"\*\*", r"\*", "`"))
_BULLET = re.compile(r"^[-*] +", re.MULTILINE)


def method_passages(atlas: Atlas, outlook: Outlook, intervals: Intervals) -> tuple[Passage, ...]:
    """Give the method: what the brief itself does, then the note's sections in its own words."""
    choices = outlook.ground.choices
    mean = "weighted mean" if choices.rater_weights else "mean"
    pooling = (
        f"Each rating here is the {mean} of the raters: of their low, best and high values. Each "
        f"likelihood is the {pool_words(choices)} of their probabilities, renormalised so that "
        "the rungs sum to one. A difference is called within ranges when it is no larger than the "
        "two ranges, joined as independent errors, allow to tell."
    )
    note = next((note for note in atlas.notes if note.id == METHOD_NOTE), None)
    sections = markdown_sections(note.body) if note else {}
    told = tuple(
        Passage(title, CitedText(sections[title])) for title in _SECTIONS if title in sections
    )
    return (
        Passage("How this brief adds up", CitedText(pooling)),
        Passage("How likelihoods move", CitedText(_moving(atlas, outlook))),
        Passage("How sure they are", CitedText(_sureness(intervals))),
        *told,
    )


def _moving(atlas: Atlas, outlook: Outlook) -> str:
    fit = outlook.ground.fit
    worst = listing([country_name(atlas, group.name) for group in fit.states[:_WORST]])
    return (
        "The judged ladder is the anchor: where nothing changes, it is the forecast. Where a "
        "rating or a weight changes, the log-odds of each rung or a higher one move by beta times "
        "the change in the weighted sum of ratings (proportional odds, McCullagh 1980). Beta is "
        f"{fit.beta:.2f}, fitted to {len(fit.residuals)} judged moves (standard error "
        f"{fit.error:.2f}, with errors of one state tied {fit.clustered:.2f}; R squared about "
        f"zero {fit.r_squared:.2f}); it fits worst for {worst}."
    )


def _sureness(intervals: Intervals) -> str:
    drawn = next(iter(intervals.values()), None)
    if drawn is None:
        return "No state was judged, so there are no intervals."
    return (
        f"Intervals hold the middle 80 % of {drawn.draws:,} drawn worlds (random numbers begin at "
        f"{drawn.seed}): "
        "ratings drawn from their ranges, raters mixed at random, beta from its standard error. "
        "They say nothing of how good the evidence is; confidence does."
    )


def markdown_sections(body: str) -> dict[str, str]:
    """Split a note at its second-level headings and give each part as plain text.

    Lists become sentences in a row, set apart by semicolons, since the box has little room.
    """
    parts = re.split(r"^## +(.+)$", body, flags=re.MULTILINE)
    return {
        title.strip(): _plain(text) for title, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def _plain(text: str) -> str:
    paragraphs = [_paragraph(part) for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]
    return " ".join(paragraphs)


def _paragraph(text: str) -> str:
    lines = _BULLET.split(text)
    if len(lines) > 1:
        text = "; ".join(line.strip().rstrip(".;") for line in lines if line.strip()) + "."
    flat = " ".join(_CITATION.sub("", text).split())
    for mark in _EMPHASIS:
        flat = mark.sub(r"\1", flat)
    return flat
