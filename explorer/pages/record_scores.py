"""The face “Scores” of the view Record: all questions together, and how good the numbers were."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.analysis.likelihood import NO_BREAK_SPACE, percent_text
from explorer.analysis.scoring import (
    BINS,
    EVEN,
    LEAST_RESOLVED,
    Judged,
    Scores,
    base_rate,
    bin_of,
    calibration_bins,
    mean_scores,
    parts_of_score,
    score,
)
from explorer.domain.atlas import Atlas
from explorer.pages.charts import CalibrationChart, CalibrationPoint, Caption
from explorer.pages.record_ladders import (
    TOGETHER,
    LadderForecast,
    ladder_event,
    ladder_forecasts,
    ladder_hindsight,
)
from explorer.pages.record_questions import (
    Question,
    is_sealed_before,
    own_judged,
    own_scores,
    questions_of,
)
from explorer.pages.record_words import brier_text, exact_percent, log_text, two_class_text
from explorer.pages.tables import Table
from explorer.pages.words import counted, listing
from explorer.workspace.document import Workspace
from explorer.workspace.forecasts import forecasts_on
from explorer.workspace.seals import check_seals

YOU, ALWAYS_EVEN = "You", f"Always 50{NO_BREAK_SPACE}%"
_COLUMNS = ("Forecaster", "Questions", "Brier", "Two-class form", "Logarithmic")
_NUMERIC = (False, True, True, True, True)
NO_OWN = "No forecast of yours is on a resolved question yet."
DEFINITIONS = (
    (
        "Brier score",
        (
            "The square of the likelihood given less 1 for a yes or 0 for a no (Brier 1950, in "
            f"the half form in use today). 0 is best, 1 is worst; always 50{NO_BREAK_SPACE}% "
            "gets 0.25."
        ),
    ),
    (
        "Two-class form",
        "Brier's own form, which adds the same for the no: twice the Brier score, from 0 to 2.",
    ),
    (
        "Logarithmic score",
        (
            "The natural logarithm of the likelihood that was given to what happened (Good "
            f"1952). 0 is best, and below it worse; always 50{NO_BREAK_SPACE}% gets −0.693. A "
            "certain forecast that fails gets minus infinity, and nothing is clipped to hide "
            "it."
        ),
    ),
    (
        "A question's score",
        (
            "Each forecast counts by the time that it stood: from its moment until the next or "
            "its withdrawal, and until the answer was known or your question had closed "
            "(Mellers and others 2014). So what is mended on the eve mends little. What was made "
            "on the day of the answer or later is not scored."
        ),
    ),
    ("All together", "The mean over the questions resolved as yes or no; each counts one."),
    (
        "Base rate",
        (
            "The share of yes among the pack's questions resolved as yes or no, given to every "
            "question alike. It is known only afterwards: a mark to hold others against, not a "
            "rival."
        ),
    ),
    (
        "Calibration",
        (
            f"Of what was given 30{NO_BREAK_SPACE}%, did three in ten come true? It takes the "
            f"last forecast before each answer. It is given from {LEAST_RESOLVED} resolved "
            f"questions: in {BINS} bins that is six to a bin, where chance alone still moves a "
            "share by some 20 points, the width of a bin."
        ),
    ),
    (
        "Reliability, resolution, uncertainty",
        (
            "The Brier score is reliability (how far the shares lie from what was said; less "
            "is better), less resolution (how far they differ from one another; more is "
            "better), plus uncertainty (how hard the questions were) (Murphy 1973), plus what "
            "is left over within the bins (Stephenson and others 2008)."
        ),
    ),
    (
        "Seal",
        (
            "The SHA-256 hash of a forecast and its moments, made when it is sealed. A later "
            "change outside the app breaks it. It proves nothing against one who makes a new "
            "seal too: send the seal to somebody when you make it. Sealing can be undone like "
            "any step until the window is closed."
        ),
    ),
)
"""The methods in words, term and explanation."""


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """A table of scores with its heading, and what must be said of it."""

    heading: str
    table: Table
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoresPage:
    """All scores. `chart` is `None` until there are enough questions; `progress` says how many.

    `parts` are Murphy's, term and figure, and empty as long as there is no chart. `seals` says
    what the check of the seals found, and `is_altered` whether one is broken.
    """

    mine: ScoreTable | None
    nothing: str
    judged: tuple[ScoreTable, ...]
    by_question: Table
    progress: str
    chart: CalibrationChart | None
    parts: tuple[tuple[str, str], ...]
    seals: str
    is_altered: bool
    definitions: tuple[tuple[str, str], ...]


def compose_scores(atlas: Atlas, workspace: Workspace) -> ScoresPage:
    """Compose the scores. `workspace` is the record of the day that is looked at."""
    questions = questions_of(atlas, workspace)
    judged = own_judged(workspace, questions)
    chart = _chart(judged) if len(judged) >= LEAST_RESOLVED else None
    mine = _mine(workspace, questions)
    return ScoresPage(
        mine=mine,
        nothing="" if mine else NO_OWN,
        judged=tuple(_judged(atlas, questions)),
        by_question=_by_question(workspace, questions),
        progress=_progress(len(judged)),
        chart=chart,
        parts=_parts(judged) if chart else (),
        seals=seal_words(workspace),
        is_altered="altered" in check_seals(workspace).values(),
        definitions=DEFINITIONS,
    )


def seal_words(workspace: Workspace) -> str:
    """Say what a check of all seals finds, naming each that is broken."""
    states = check_seals(workspace)
    altered = [key for key, state in states.items() if state == "altered"]
    if not states:
        return "No forecast is sealed."
    if not altered:
        if len(states) == 1:
            return f"The seal of {next(iter(states))} is intact."
        return f"All {len(states)} seals are intact."
    intact = len(states) - len(altered)
    rest = f" {counted(intact, 'other is', 'others are')} intact." if intact else ""
    verb = "is" if len(altered) == 1 else "are"
    return f"Altered: {listing(altered)} {verb} not as sealed.{rest}"


def _mine(workspace: Workspace, questions: Sequence[Question]) -> ScoreTable | None:
    scored = [(each, own_scores(workspace, each)) for each in questions]
    found = [(each, scores) for each, scores in scored if scores is not None]
    if not found:
        return None
    rows = [
        (YOU, mean_scores([scores for _, scores in found])),
        *_references([each for each, _ in found], questions),
    ]
    heading = f"Your forecasts, {counted(len(found), 'resolved question')}"
    return ScoreTable(heading, _table(rows), (_sealed_words(workspace, found),))


def _sealed_words(workspace: Workspace, found: Sequence[tuple[Question, Scores]]) -> str:
    """Say how many of the forecasts on scored questions could not have been changed unseen."""
    made = [
        is_sealed_before(question, each)
        for question, _ in found
        for each in forecasts_on(workspace, question.key)
        if question.known_from is not None and each.when < question.known_from
    ]
    return (
        f"{sum(made)} of {counted(len(made), 'forecast')} scored here {_were(sum(made))} sealed "
        "before the answer was known; one that was not could have been changed or deleted."
    )


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _judged(atlas: Atlas, questions: Sequence[Question]) -> Iterable[ScoreTable]:
    for each in questions:
        forecasts = [x for x in ladder_forecasts(atlas, each) if x.scores is not None]
        if ladder_event(atlas, each.key) is not None and forecasts:
            rows = [*((_who(x), x.scores) for x in forecasts), *_references([each], questions)]
            yield ScoreTable(
                f"The pack's judged ladders, {each.key}: {each.text}",
                _table(rows),
                (ladder_hindsight(atlas, each), TOGETHER),
            )


def _who(forecast: LadderForecast) -> str:
    likelihood = exact_percent(round(forecast.likelihood, 3))
    return f"{forecast.who}, {forecast.day_words}: {likelihood}"


def _references(
    scored: Sequence[Question], questions: Sequence[Question]
) -> list[tuple[str, Scores | None]]:
    """Score an even chance and the base rate on the same questions."""
    known = [each for each in questions if each.bundled is not None and each.is_scored]
    rows: list[tuple[str, Scores | None]] = [(ALWAYS_EVEN, _constant(EVEN, scored))]
    if known:
        outcomes = [Judged(EVEN, each.state == "yes") for each in known]
        rate = base_rate(outcomes)
        yes = sum(each.happened for each in outcomes)
        words = f"Always the base rate, {percent_text(rate)} ({yes} of {len(known)})"
        rows.append((words, _constant(rate, scored)))
    return rows


def _constant(likelihood: float, questions: Sequence[Question]) -> Scores | None:
    return mean_scores([score(likelihood, happened=each.state == "yes") for each in questions])


def _table(rows: Iterable[tuple[str, Scores | None]]) -> Table:
    return Table(
        _COLUMNS,
        tuple(
            (
                who,
                str(scores.count if scores else 0),
                brier_text(scores),
                two_class_text(scores),
                log_text(scores),
            )
            for who, scores in rows
        ),
        _NUMERIC,
    )


def _by_question(workspace: Workspace, questions: Sequence[Question]) -> Table:
    found = [(each, own_scores(workspace, each)) for each in questions]
    return Table(
        ("Question", "Came out", "Forecasts", "Brier", "Logarithmic"),
        tuple(
            (
                f"{each.key} {each.text}",
                each.state,
                str(scores.count),
                brier_text(scores),
                log_text(scores),
            )
            for each, scores in found
            if scores is not None
        ),
        (False, False, True, True, True),
    )


def _progress(count: int) -> str:
    if count >= LEAST_RESOLVED:
        return f"From {counted(count, 'resolved question')}."
    return f"{count} of {LEAST_RESOLVED} resolved questions needed."


def _parts(judged: Sequence[Judged]) -> tuple[tuple[str, str], ...]:
    parts = parts_of_score(judged, bin_of)
    if parts is None:
        return ()
    return (
        ("Reliability", f"{parts.reliability:.3f}"),
        ("Resolution", f"{parts.resolution:.3f}"),
        ("Uncertainty", f"{parts.uncertainty:.3f}"),
        ("Left over within bins", f"{parts.within:.3f}".replace("-", "−")),
        ("Brier score of the last forecasts", f"{parts.score:.3f}"),
    )


def _chart(judged: Sequence[Judged]) -> CalibrationChart:
    bins = calibration_bins(judged)
    table = Table(
        ("Bin", "Forecasts", "Mean likelihood", "Came true", "Share"),
        tuple(
            (
                f"{100 * each.low:.0f} to {100 * each.high:.0f}{NO_BREAK_SPACE}%",
                str(each.count),
                _percent(each.mean),
                str(round(each.share * each.count)),
                _percent(each.share),
            )
            for each in bins
        ),
        (False, True, True, True, True),
    )
    points = tuple(
        CalibrationPoint(
            each.mean,
            each.share,
            each.count,
            f"{counted(each.count, 'forecast')}: {_percent(each.mean)} given on average, "
            f"{_percent(each.share)} came true",
        )
        for each in bins
    )
    base = base_rate(judged)
    caption = Caption(
        title="Calibration of your forecasts",
        unit="a mark a bin, its area by the number of forecasts; line: both agree; dashes: base",
        source="Source: your own record, the last forecast before each answer",
        caveat=(
            "A share among few cases moves by chance: among six by some 20 points either way, "
            "among twenty-four by 10."
        ),
        description=" ".join(f"{point.words}." for point in points),
        table=table,
    )
    edges = tuple(place / BINS for place in range(BINS + 1))
    return CalibrationChart(caption, points, edges, base)


def _percent(share: float) -> str:
    return f"{100 * share:.0f}{NO_BREAK_SPACE}%"
