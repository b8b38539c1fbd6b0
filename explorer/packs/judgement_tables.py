"""The tables of what the raters judged: factors, ratings, texts, ladders."""

from explorer.domain.judgement import SCALE_MAX
from explorer.packs.fields import Field, Table
from explorer.packs.recurring import (
    AS_OF,
    CONFIDENCE,
    EVIDENCE_LIST,
    FACTOR,
    NOTE,
    RATER,
    SCENARIO,
    SOURCE,
    STATE,
    number,
    scale,
    text,
)

FACTORS = Table(
    "factors",
    "What draws a state to closer ties or holds it back",
    (
        text("id", "Id"),
        Field("group", "Pulls towards or holds back", choices=("interest", "constraint")),
        Field("holder", "Whose interest or pressure it is", "list"),
        text("title", "Title"),
        text("short", "Short title"),
        text("question", "Question that a rating answers"),
        *(text(f"scale_{point}", f"What a rating of {point} means") for point in range(5)),
        text("seed_basis", "What the seed article says"),
    ),
    ("id",),
)

RATINGS = Table(
    "ratings",
    "Each rater's judgement of each factor for each state, on a scale from 0 to 4",
    (
        RATER,
        AS_OF,
        STATE,
        FACTOR,
        scale("low", "Low end of the range that holds the true value eight times in ten"),
        scale("mode", "Most likely value"),
        scale("high", "High end of the range"),
        CONFIDENCE,
        text("summary", "The rater's summary", optional=True),
        text("rationale", "The rater's reasons", optional=True),
        EVIDENCE_LIST,
    ),
    ("rater", "as_of", "iso3", "factor"),
)

WEIGHTS = Table(
    "weights",
    "The weight that each rater gives each factor; each rater's sum to 100",
    (RATER, FACTOR, number("weight", "Weight", 0, 100)),
    ("rater", "factor"),
)

CELLS = Table(
    "cells",
    "Edited text for each state and factor",
    (
        STATE,
        FACTOR,
        text("summary", "Summary"),
        text("rationale", "Reasons"),
        EVIDENCE_LIST,
        text("would_raise", "What would raise the rating"),
        text("would_lower", "What would lower the rating"),
    ),
    ("iso3", "factor"),
)

CONCLUSIONS = Table(
    "conclusions",
    "The judgement on each state",
    (
        STATE,
        text("headline", "Headline"),
        text("judgement", "Judgement"),
        CONFIDENCE,
        text("confidence_because", "Why that confidence"),
        text("counter_argument", "Best counter-argument"),
        Field(
            "counter_evidence_ids",
            "Evidence for the counter-argument",
            "list",
            optional=True,
            refers_to="evidence",
        ),
        text("what_changed", "What changed since the earlier date"),
    ),
    ("iso3",),
)

PAIR_CONCLUSIONS = Table(
    "pair_conclusions",
    "The judgement on the baseline country and each other state",
    (
        STATE,
        text("headline", "Headline"),
        text("judgement", "Judgement"),
        text("shared", "What they share"),
        text("differs", "What sets them apart"),
    ),
    ("iso3",),
)

SIGNPOSTS = Table(
    "signposts",
    "Things to watch",
    (
        STATE,
        text("signpost", "What to watch"),
        Field("direction", "Towards closer ties (+) or away (-)", choices=("+", "-")),
        FACTOR,
    ),
    ("iso3", "signpost"),
)

DISSENT = Table(
    "dissent",
    "Named authors who expect something else",
    (
        STATE,
        text("author", "Author"),
        text("publisher", "Publisher"),
        Field("date", "Date", "partial_date"),
        text("position", "What the author expects"),
        SOURCE,
    ),
    ("iso3", "author"),
)

RUNGS = Table(
    "rungs",
    "The outcome ladder; rungs exclude one another",
    (
        Field("order", "Place, from the least close", "integer", at_least=1),
        text("id", "Id"),
        text("title", "Title"),
        text("definition", "Definition"),
    ),
    ("id",),
)

SCENARIOS = Table(
    "scenarios",
    "Courses of events on which the ladder was judged",
    (text("id", "Id"), text("title", "Title"), text("description", "Description")),
    ("id",),
)

SCENARIO_SHIFTS = Table(
    "scenario_shifts",
    "By how many scale points a scenario moves a factor",
    (SCENARIO, FACTOR, number("shift", "Shift, scale points", -SCALE_MAX, SCALE_MAX)),
    ("scenario", "factor"),
)

LADDERS = Table(
    "ladders",
    "Each rater's probabilities of the rungs; each row sums to one",
    (
        RATER,
        AS_OF,
        STATE,
        SCENARIO,
        *(number(f"p{rung}", f"Probability of rung {rung}", 0, 1) for rung in range(1, 6)),
    ),
    ("rater", "as_of", "iso3", "scenario"),
)

ACTORS = Table(
    "actors",
    "Each rater's view of the actors",
    (
        RATER,
        STATE,
        text("actor", "Actor"),
        number("position", "Position on the ladder", 1, 5),
        number("salience", "How much it matters to the actor", 0, 100),
        number("capability", "How much the actor can do", 0, 1),
        NOTE,
    ),
    ("rater", "iso3", "actor"),
)
