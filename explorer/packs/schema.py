"""The tables of a pack, stated once: for the loader, the build script and the descriptor."""

from explorer.domain.judgement import SCALE_MAX, SCALE_MIN
from explorer.packs.fields import Field, Table

REGION = "REG"
"""Stands for the whole region where a table asks for countries."""
OUTCOME = "outcome"
"""Stands for the question itself where a table asks for a factor."""
EARLIEST, LATEST = 1900, 2100

_ISO = "[A-Z]{3}"
_CONFIDENCE = ("low", "moderate", "high")
_LINK = r"(https?://|mailto:).+"

_STATE = Field("iso3", "State", refers_to="countries")
_STATES = Field(
    "iso3", "States that it bears on", "list", refers_to="countries", besides=(REGION,)
)
_PARTNER = Field(
    "partner_iso3", "Partner state, which need not be among the countries", pattern=_ISO
)
_FACTOR = Field("factor", "Factor", refers_to="factors")
_SOURCE = Field("source_id", "Source", refers_to="sources")
_SOURCES = Field("source_ids", "Sources", "list", refers_to="sources")
_EVIDENCE = Field("evidence_ids", "Evidence", "list", optional=True, refers_to="evidence")
_RATER = Field("rater", "Rater")
_SCENARIO = Field("scenario", "Scenario", refers_to="scenarios")
_AS_OF = Field("as_of", "Date of the judgement", "date")
_CONFIDENCE_FIELD = Field("confidence", "How good the basis is", choices=_CONFIDENCE)
_YEAR = Field("year", "Year", "integer", at_least=EARLIEST, at_most=LATEST)


def _text(name: str, meaning: str, *, optional: bool = False) -> Field:
    return Field(name, meaning, optional=optional)


def _number(
    name: str,
    meaning: str,
    at_least: float | None = None,
    at_most: float | None = None,
    *,
    optional: bool = False,
) -> Field:
    return Field(name, meaning, "number", optional, at_least=at_least, at_most=at_most)


def _scale(name: str, meaning: str) -> Field:
    return _number(name, meaning, SCALE_MIN, SCALE_MAX)


_NOTE = _text("note", "Limit or remark", optional=True)

COUNTRIES = Table(
    "countries",
    "States of the pack, the compared and the reference states",
    (
        Field("iso3", "ISO 3166-1 code", pattern=_ISO),
        _text("name", "Name"),
        _text("role", "Part in the comparison"),
        Field("landlocked", "Without a sea coast", "yes_no"),
        Field("doubly_landlocked", "With landlocked neighbours only", "yes_no"),
        _number("coastline_km", "Sea coast, km", 0, optional=True),
        _number("caspian_shore_km", "Caspian shore, km", 0, optional=True),
        _number("area_km2", "Area, km2", 0, optional=True),
        _number("land_border_km", "Land borders, km", 0, optional=True),
        _text("capital", "Capital"),
        _number("capital_lat", "Latitude of the capital, degrees", -90, 90),
        _number("capital_lon", "Longitude of the capital, degrees", -180, 180),
        _SOURCE,
    ),
    ("iso3",),
)
SOURCES = Table(
    "sources",
    "Pages, documents and data sets that were read",
    (
        _text("source_id", "Id"),
        _text("title", "Title"),
        _text("publisher", "Publisher"),
        _text("author", "Author", optional=True),
        Field("date", "Date of publication as printed", "partial_date", optional=True),
        Field("url", "Address, the first where there are several", "address", pattern=_LINK),
        _text("addresses", "All addresses, where there are several", optional=True),
        _text("kind", "Kind of source"),
        _text("language", "Language", optional=True),
        _text("licence", "Licence, for data sets", optional=True),
        _text("edition", "Edition or date, for data sets", optional=True),
        _text("read_via", "Where the copy was read, for data sets", optional=True),
        _text("caveat", "Limits, for data sets", optional=True),
        Field(
            "bundle",
            "Whether its values may be in a pack: as series, as single facts, or not",
            optional=True,
            choices=("yes", "facts", "no"),
        ),
    ),
    ("source_id",),
)
FACTORS = Table(
    "factors",
    "What draws a state to closer ties or holds it back",
    (
        _text("id", "Id"),
        Field("group", "Pulls towards or holds back", choices=("interest", "constraint")),
        Field("holder", "Whose interest or pressure it is", "list"),
        _text("title", "Title"),
        _text("short", "Short title"),
        _text("question", "Question that a rating answers"),
        *(_text(f"scale_{point}", f"What a rating of {point} means") for point in range(5)),
        _text("seed_basis", "What the seed article says"),
    ),
    ("id",),
)
RATINGS = Table(
    "ratings",
    "Each rater's judgement of each factor for each state, on a scale from 0 to 4",
    (
        _RATER,
        _AS_OF,
        _STATE,
        _FACTOR,
        _scale("low", "Low end of the range that holds the true value eight times in ten"),
        _scale("mode", "Most likely value"),
        _scale("high", "High end of the range"),
        _CONFIDENCE_FIELD,
        _text("summary", "The rater's summary", optional=True),
        _text("rationale", "The rater's reasons", optional=True),
        _EVIDENCE,
    ),
    ("rater", "as_of", "iso3", "factor"),
)
WEIGHTS = Table(
    "weights",
    "The weight that each rater gives each factor; each rater's sum to 100",
    (_RATER, _FACTOR, _number("weight", "Weight", 0, 100)),
    ("rater", "factor"),
)
CELLS = Table(
    "cells",
    "Edited text for each state and factor",
    (
        _STATE,
        _FACTOR,
        _text("summary", "Summary"),
        _text("rationale", "Reasons"),
        _EVIDENCE,
        _text("would_raise", "What would raise the rating"),
        _text("would_lower", "What would lower the rating"),
    ),
    ("iso3", "factor"),
)
CONCLUSIONS = Table(
    "conclusions",
    "The judgement on each state",
    (
        _STATE,
        _text("headline", "Headline"),
        _text("judgement", "Judgement"),
        _CONFIDENCE_FIELD,
        _text("confidence_because", "Why that confidence"),
        _text("counter_argument", "Best counter-argument"),
        Field(
            "counter_evidence_ids",
            "Evidence for the counter-argument",
            "list",
            optional=True,
            refers_to="evidence",
        ),
        _text("what_changed", "What changed since the earlier date"),
    ),
    ("iso3",),
)
PAIR_CONCLUSIONS = Table(
    "pair_conclusions",
    "The judgement on the baseline country and each other state",
    (
        _STATE,
        _text("headline", "Headline"),
        _text("judgement", "Judgement"),
        _text("shared", "What they share"),
        _text("differs", "What sets them apart"),
    ),
    ("iso3",),
)
SIGNPOSTS = Table(
    "signposts",
    "Things to watch",
    (
        _STATE,
        _text("signpost", "What to watch"),
        Field("direction", "Towards closer ties (+) or away (-)", choices=("+", "-")),
        _FACTOR,
    ),
    ("iso3", "signpost"),
)
DISSENT = Table(
    "dissent",
    "Named authors who expect something else",
    (
        _STATE,
        _text("author", "Author"),
        _text("publisher", "Publisher"),
        Field("date", "Date", "partial_date"),
        _text("position", "What the author expects"),
        _SOURCE,
    ),
    ("iso3", "author"),
)
RUNGS = Table(
    "rungs",
    "The outcome ladder; rungs exclude one another",
    (
        Field("order", "Place, from the least close", "integer", at_least=1),
        _text("id", "Id"),
        _text("title", "Title"),
        _text("definition", "Definition"),
    ),
    ("id",),
)
SCENARIOS = Table(
    "scenarios",
    "Courses of events on which the ladder was judged",
    (_text("id", "Id"), _text("title", "Title"), _text("description", "Description")),
    ("id",),
)
SCENARIO_SHIFTS = Table(
    "scenario_shifts",
    "By how many scale points a scenario moves a factor",
    (_SCENARIO, _FACTOR, _number("shift", "Shift, scale points", -SCALE_MAX, SCALE_MAX)),
    ("scenario", "factor"),
)
LADDERS = Table(
    "ladders",
    "Each rater's probabilities of the rungs; each row sums to one",
    (
        _RATER,
        _AS_OF,
        _STATE,
        _SCENARIO,
        *(_number(f"p{rung}", f"Probability of rung {rung}", 0, 1) for rung in range(1, 6)),
    ),
    ("rater", "as_of", "iso3", "scenario"),
)
ACTORS = Table(
    "actors",
    "Each rater's view of the actors",
    (
        _RATER,
        _STATE,
        _text("actor", "Actor"),
        _number("position", "Position on the ladder", 1, 5),
        _number("salience", "How much it matters to the actor", 0, 100),
        _number("capability", "How much the actor can do", 0, 1),
        _NOTE,
    ),
    ("rater", "iso3", "actor"),
)
EVIDENCE = Table(
    "evidence",
    "Dated, graded and sourced claims",
    (
        Field("id", "Id", pattern=r"E\d{3,}"),
        Field("date", "Date", "partial_date"),
        _STATES,
        Field("factor", "Factor", refers_to="factors", besides=(OUTCOME,)),
        Field("direction", "Towards closer ties, against, context", choices=("+", "-", "0")),
        Field("strength", "Weight of the fact", "integer", at_least=1, at_most=3),
        _text("kind", "Kind of claim"),
        _text("claim", "Claim"),
        _text("quantity", "Figure as printed", optional=True),
        _text("unit", "Unit of the figure", optional=True),
        _SOURCES,
        Field("reliability", "Admiralty grade of the source", choices=tuple("ABCDEF")),
        Field("credibility", "Admiralty grade of the claim", "integer", at_least=1, at_most=6),
        _NOTE,
    ),
    ("id",),
)
ASSESSMENTS = Table(
    "assessments",
    "What named authors and institutions expect",
    (
        _text("author", "Author"),
        _text("publisher", "Publisher"),
        Field("date", "Date", "partial_date"),
        _STATES,
        _text("position", "Position"),
        _text("stance", "Stance"),
        _SOURCE,
        _NOTE,
    ),
    ("author", "date", "source_id"),
)
TIMELINE = Table(
    "timeline",
    "Events",
    (
        Field("date", "Date", "partial_date"),
        _STATES,
        _text("title", "Title"),
        _text("detail", "Detail"),
        _text("category", "Category"),
        _SOURCES,
    ),
    ("date", "title"),
)
RELATIONS = Table(
    "relations",
    "Relations with Israel: embassies, visas, flights, treaties, status",
    (
        _STATE,
        _text("item", "Item"),
        _text("value", "What was found"),
        Field("date", "Date", "partial_date", optional=True),
        Field("source_id", "Sources", "list", refers_to="sources"),
        _NOTE,
    ),
    ("iso3", "item"),
)
ISRAEL_TIES = Table(
    "israel_ties",
    "Dated events in relations with Israel, from the press",
    (
        _STATE,
        Field("date", "Date", "partial_date"),
        _text("event", "Event"),
        _text("detail", "Detail"),
        _SOURCE,
    ),
    ("iso3", "date", "event"),
)
FORECAST_QUESTIONS = Table(
    "forecast_questions",
    "The seed article's forecasts as checkable questions",
    (
        _text("id", "Id"),
        _text("question", "Question"),
        _text("seed_basis", "What the seed article says"),
        _STATES,
        Field("resolution", "Answer", choices=("yes", "no", "open")),
        _text("what_happened", "What happened"),
        _EVIDENCE,
        Field("date_resolved", "Date of the answer", "partial_date", optional=True),
        Field("last_checked", "Date of the last source checked", "partial_date"),
        Field("confidence", "Confidence in the answer", choices=("low", "medium", "high")),
        _NOTE,
    ),
    ("id",),
)
VOTES = Table(
    "votes",
    "Votes on the main General Assembly texts on Gaza",
    (
        _text("resolution", "Resolution"),
        Field("date", "Date", "date"),
        _text("topic", "Topic"),
        _STATE,
        Field("vote", "Vote", choices=("yes", "no", "abstain", "absent")),
        _SOURCE,
    ),
    ("resolution", "iso3"),
)
ARMS_FROM_ISRAEL = Table(
    "arms_from_israel",
    "Orders for major arms from Israel in the register",
    (
        _STATE,
        Field("supplier_iso3", "Supplier", pattern=_ISO),
        Field("order_year", "Year of the order", "integer", at_least=EARLIEST, at_most=LATEST),
        _text("weapon", "Weapon"),
        _text("category", "Category"),
        _number("delivered", "Pieces delivered", 0, optional=True),
        Field("delivery_years", "Years of delivery", "list", optional=True, pattern=r"\d{4}"),
        _number("tiv_order", "Volume of the order, million TIV", 0),
        _number("tiv_delivered", "Volume delivered, million TIV", 0),
        _SOURCE,
    ),
    ("iso3", "order_year", "weapon", "category"),
)
MEMBERSHIPS = Table(
    "memberships",
    "Standing in organisations",
    (
        _STATE,
        _text("organisation", "Organisation"),
        _text("status", "Status"),
        Field("since", "Since", "partial_date", optional=True),
        _SOURCE,
        _text("basis", "How the date was found"),
        _NOTE,
    ),
    ("iso3", "organisation"),
)
BORDERS = Table(
    "borders",
    "Land borders",
    (
        _STATE,
        Field("neighbour_iso3", "Neighbour", pattern=_ISO),
        _number("km", "Length, km", 0),
        _SOURCE,
    ),
    ("iso3", "neighbour_iso3"),
)


def _population_shares(name: str, title: str) -> Table:
    year = Field("year", "Year", "integer", optional=True, at_least=EARLIEST, at_most=LATEST)
    fields = (
        _STATE,
        _text("group", "Group"),
        _number("share", "Share of the population, %", 0, 100),
        year,
        _NOTE,
        _SOURCE,
    )
    return Table(name, title, fields, ("iso3", "group", "year", "source_id"))


RELIGION = _population_shares("religion", "Religious groups")
ETHNIC = _population_shares("ethnic", "Ethnic groups")
INDICATORS = Table(
    "indicators",
    "What is measured",
    (
        _text("indicator_id", "Id"),
        _text("name", "Name"),
        _text("unit", "Unit"),
        _text("description", "Description"),
        _text("topic", "Topic"),
        _text("higher_means", "What a higher value means"),
        Field("source_id", "Sources", "list", refers_to="sources"),
        _text("origin", "Original publisher and series"),
        _text("caveat", "Caveat", optional=True),
        _text("withheld", "Why the values are not in the pack, where they are not", optional=True),
    ),
    ("indicator_id",),
)
FACTOR_SERIES = Table(
    "factor_series",
    "Which series bear on a factor, the most telling first; no factor: the general profile",
    (
        Field("factor", "Factor", optional=True, refers_to="factors"),
        Field("kind", "Kind of series", choices=("indicator", "trade_share", "un_agreement")),
        _text("key", "Indicator, flow of goods or topic of the votes"),
        Field("partner", "Partner state", optional=True, pattern=_ISO),
        Field(
            "bearing",
            "What a higher value does to closer ties",
            choices=("pull", "hold", "context"),
        ),
    ),
    ("factor", "kind", "key", "partner"),
)
OBSERVATIONS = Table(
    "observations",
    "Values of the indicators",
    (
        Field("indicator_id", "Indicator", refers_to="indicators"),
        _STATE,
        _YEAR,
        _number("value", "Value, in the indicator's unit"),
        _SOURCE,
    ),
    ("indicator_id", "iso3", "year"),
    long=True,
)
BILATERAL = Table(
    "bilateral",
    "Leading partners' shares in trade and arms; a partner that is missing is not zero",
    (
        _STATE,
        _PARTNER,
        Field(
            "flow",
            "What flows",
            choices=("exports", "imports", "arms_imports_share", "arms_imports_cumulative"),
        ),
        _YEAR,
        _number("value", "Value", 0),
        _text("unit", "Unit"),
        _SOURCE,
        _NOTE,
    ),
    ("iso3", "partner_iso3", "flow", "year"),
    long=True,
)
UN_VOTES_AGREEMENT = Table(
    "un_votes_agreement",
    "Yearly agreement with other states in General Assembly roll calls",
    (
        _STATE,
        _PARTNER,
        _YEAR,
        Field("topic", "Topic", choices=("all", "palestine", "ukraine", "other")),
        _number("agreement", "Share of the same vote", 0, 1),
        Field("n_votes", "Votes that both cast", "integer", at_least=1),
        _SOURCE,
        _number("similarity", "As agreement; an abstention counts half", 0, 1),
    ),
    ("iso3", "partner_iso3", "year", "topic"),
    long=True,
)
UN_VOTES_KEY = Table(
    "un_votes_key",
    "Votes on single General Assembly texts",
    (
        _text("rcid", "Roll call"),
        _text("resolution", "Resolution"),
        Field("date", "Date", "date"),
        _text("topic", "Topic"),
        _text("title", "Title"),
        _STATE,
        Field("vote", "Yes, no, abstain or none recorded", choices=("Y", "N", "A", "X")),
        _SOURCE,
    ),
    ("rcid", "iso3"),
    long=True,
)

TABLES: tuple[Table, ...] = (
    COUNTRIES,
    SOURCES,
    FACTORS,
    RATINGS,
    WEIGHTS,
    CELLS,
    CONCLUSIONS,
    PAIR_CONCLUSIONS,
    SIGNPOSTS,
    DISSENT,
    RUNGS,
    SCENARIOS,
    SCENARIO_SHIFTS,
    LADDERS,
    ACTORS,
    EVIDENCE,
    ASSESSMENTS,
    TIMELINE,
    RELATIONS,
    ISRAEL_TIES,
    FORECAST_QUESTIONS,
    VOTES,
    ARMS_FROM_ISRAEL,
    MEMBERSHIPS,
    BORDERS,
    RELIGION,
    ETHNIC,
    INDICATORS,
    FACTOR_SERIES,
    OBSERVATIONS,
    BILATERAL,
    UN_VOTES_AGREEMENT,
    UN_VOTES_KEY,
)
SHORT_TABLES = tuple(table for table in TABLES if not table.long)
LONG_TABLES = tuple(table for table in TABLES if table.long)
TABLE_BY_NAME = {table.name: table for table in TABLES}
