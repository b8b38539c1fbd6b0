"""The comparison as data, composed: every table of it, what it is, and what to beware of.

It reads series, and so is imported late.
"""

from collections.abc import Iterator, Sequence

from explorer import __version__
from explorer.analysis.fit import Fit
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.as_of_words import as_of_notice, judged_words, not_written
from explorer.pages.assessments import CAVEAT
from explorer.pages.compare_outcomes import pooled_words
from explorer.pages.compare_page import compare_title, compose_compare
from explorer.pages.export_figures import figures_export, figures_grid
from explorer.pages.export_judgement import (
    comparison_grid,
    conclusions_table,
    outcomes_table,
    ratings_table,
)
from explorer.pages.export_record import (
    agreement_export,
    assessments_export,
    evidence_export,
    relations_export,
    timeline_export,
    votes_export,
)
from explorer.pages.export_sources import sources_export
from explorer.pages.export_values import DataExport
from explorer.pages.judgement_charts import SHARED_EVIDENCE
from explorer.pages.outlook import Intervals, Outlook, all_intervals, compose_outlook
from explorer.pages.ruled_out import ruled_out_words
from explorer.pages.scenario_words import assumption_lines
from explorer.pages.view import View
from explorer.pages.voting_agreement import CAUTION
from explorer.pages.words import (
    SCALE_WORDS,
    country_names,
    day_words,
    in_sentences,
    listing,
    mid_sentence,
)
from explorer.style import MARKINGS
from explorer.workspace.document import Workspace

_WORST = 3
_NO_VALUE = (
    "A cell without a value says why, and is neither blank nor zero: “no value found” is a gap in "
    "the record, and a dash stands where a column does not apply. In JSON it is null."
)
_LEFT_OUT = (
    "Your own notes, marks and items of evidence are not in it. Judgements of your own or of "
    "colleagues count in ratings and likelihoods where they are pooled in."
)
_APART = (
    "Likelihood says how probable something is. Confidence says how good the basis of a judgement "
    "is, and stands in a column of its own."
)


def compose_export(
    atlas: Atlas, observations: Observations, workspace: Workspace, view: View, marking: str = ""
) -> DataExport:
    """Compose the tables on the countries in view, under what the workspace assumes.

    An Atlas that is cut to an earlier day goes with observations cut alike. `marking` is a key of
    `style.MARKINGS`. Drawing the intervals, in all worlds, takes some 0.2 s.
    """
    outlook = compose_outlook(atlas, workspace)
    intervals = all_intervals(outlook)
    page = compose_compare(atlas, Workspace(), view, outlook, intervals)
    states = view.shown
    tables = (
        conclusions_table(atlas, view),
        comparison_grid(atlas, page),
        ratings_table(atlas, page),
        outcomes_table(atlas, page, outlook, intervals),
        figures_grid(atlas, observations, states),
        figures_export(atlas, observations, states),
        relations_export(atlas, states),
        evidence_export(atlas, states),
        votes_export(atlas, states),
        agreement_export(atlas, observations, states),
        assessments_export(atlas, states),
        timeline_export(atlas, states),
    )
    return DataExport(
        title=compare_title(atlas, view),
        made=atlas.subject.seen_on or atlas.subject.as_of,
        marking=MARKINGS[marking],
        facts=tuple(_facts(atlas, outlook, intervals, view, MARKINGS[marking])),
        cautions=tuple(_cautions(atlas, outlook, states)),
        tables=(*tables, sources_export(atlas, tables)),
    )


def _facts(
    atlas: Atlas, outlook: Outlook, intervals: Intervals, view: View, marking: str
) -> Iterator[tuple[str, str]]:
    subject = atlas.subject
    yield "Question", in_sentences((subject.question,))
    yield "States", listing(country_names(atlas, view.shown))
    yield "Data", f"{subject.pack}, edition {subject.edition}"
    yield "Judgement", in_sentences((judged_words(atlas),))
    newest = f"The newest: {day_words(subject.as_of)}."
    yield "Day", as_of_notice(atlas) or newest
    if outlook.is_plain:
        yield "Scenario", "None: the judgement as it stands."
    else:
        yield "Scenario", f"{outlook.title}; outcomes follow it, ratings and texts do not."
    for line in assumption_lines(atlas, outlook, view.shown):
        yield "Assumed", line
    yield "Pooled", in_sentences((pooled_words(atlas, view.shown, outlook=outlook),))
    drawn = next(iter(intervals.values()), None)
    if drawn is not None:
        worlds = f"Middle 80 % of {drawn.draws:,} drawn worlds, seed {drawn.seed}."
        yield "Intervals", worlds
    yield "Marking", marking or "none"
    yield "Made by", f"Country Explorer {__version__}, from bundled data, with no network"


def _cautions(atlas: Atlas, outlook: Outlook, states: Sequence[str]) -> Iterator[str]:
    """Say what to beware of, the most weighty first."""
    yield SHARED_EVIDENCE
    yield from _unevenness(atlas, outlook.ground.fit)
    yield (
        "The count of evidence leans to the middle rung, since items for closer ties speak "
        "against the low rungs and items against them speak against the high ones."
    )
    yield _APART
    yield (
        f"Ratings are on a scale of {SCALE_WORDS}. A difference within ranges is no larger than "
        "the two ranges together allow to tell."
    )
    yield (
        "Figures that stand side by side may differ in year, source or method: “Compares with” "
        "says which may be called higher or lower."
    )
    yield f"On votes: {mid_sentence(CAUTION)}"
    yield f"On assessments: {mid_sentence(CAVEAT)}"
    for words in (not_written(atlas), ruled_out_words(outlook, states)):
        if words:
            yield words
    yield _NO_VALUE
    yield _LEFT_OUT


def _unevenness(atlas: Atlas, fit: Fit) -> Iterator[str]:
    worst = [each.name for each in fit.states[:_WORST] if each.beta is not None]
    if worst:
        names = listing(country_names(atlas, worst))
        yield f"One beta does not fit all states alike; it fits {names} worst."
