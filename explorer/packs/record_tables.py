"""The tables of what is on record: states, sources, evidence and what goes with it."""

from explorer.domain.outcomes import OUTCOME
from explorer.packs.fields import Field, Table
from explorer.packs.recurring import (
    EARLIEST,
    EVIDENCE_LIST,
    ISO,
    LATEST,
    LINK,
    NOTE,
    SOURCE,
    SOURCE_LIST,
    STATE,
    STATE_LIST,
    number,
    text,
)

COUNTRIES = Table(
    "countries",
    "States of the pack, the compared and the reference states",
    (
        Field("iso3", "ISO 3166-1 code", pattern=ISO),
        text("name", "Name"),
        text("role", "Part in the comparison"),
        Field("landlocked", "Without a sea coast", "yes_no"),
        Field("doubly_landlocked", "With landlocked neighbours only", "yes_no"),
        number("coastline_km", "Sea coast, km", 0, optional=True),
        number("caspian_shore_km", "Caspian shore, km", 0, optional=True),
        number("area_km2", "Area, km2", 0, optional=True),
        number("land_border_km", "Land borders, km", 0, optional=True),
        text("capital", "Capital"),
        number("capital_lat", "Latitude of the capital, degrees", -90, 90),
        number("capital_lon", "Longitude of the capital, degrees", -180, 180),
        SOURCE,
    ),
    ("iso3",),
)

SOURCES = Table(
    "sources",
    "Pages, documents and data sets that were read",
    (
        text("source_id", "Id"),
        text("title", "Title"),
        text("publisher", "Publisher"),
        text("author", "Author", optional=True),
        Field("date", "Date of publication as printed", "partial_date", optional=True),
        Field("url", "Address, the first where there are several", "address", pattern=LINK),
        text("addresses", "All addresses, where there are several", optional=True),
        text("kind", "Kind of source"),
        text("language", "Language", optional=True),
        text("licence", "Licence, for data sets", optional=True),
        text("edition", "Edition or date, for data sets", optional=True),
        text("read_via", "Where the copy was read, for data sets", optional=True),
        text("caveat", "Limits, for data sets", optional=True),
        Field(
            "bundle",
            "Whether its values may be in a pack: as series, as single facts, or not",
            optional=True,
            choices=("yes", "facts", "no"),
        ),
    ),
    ("source_id",),
)

EVIDENCE = Table(
    "evidence",
    "Dated, graded and sourced claims",
    (
        Field("id", "Id", pattern=r"E\d{3,}"),
        Field("date", "Date", "partial_date"),
        STATE_LIST,
        Field("factor", "Factor", refers_to="factors", besides=(OUTCOME,)),
        Field("direction", "Towards closer ties, against, context", choices=("+", "-", "0")),
        Field("strength", "Weight of the fact", "integer", at_least=1, at_most=3),
        text("kind", "Kind of claim"),
        text("claim", "Claim"),
        text("quantity", "Figure as printed", optional=True),
        text("unit", "Unit of the figure", optional=True),
        SOURCE_LIST,
        Field("reliability", "Admiralty grade of the source", choices=tuple("ABCDEF")),
        Field("credibility", "Admiralty grade of the claim", "integer", at_least=1, at_most=6),
        NOTE,
    ),
    ("id",),
)

ASSESSMENTS = Table(
    "assessments",
    "What named authors and institutions expect",
    (
        text("author", "Author"),
        text("publisher", "Publisher"),
        Field("date", "Date", "partial_date"),
        STATE_LIST,
        text("position", "Position"),
        text("stance", "Stance"),
        SOURCE,
        NOTE,
    ),
    ("author", "date", "source_id"),
)

TIMELINE = Table(
    "timeline",
    "Events",
    (
        Field("date", "Date", "partial_date"),
        STATE_LIST,
        text("title", "Title"),
        text("detail", "Detail"),
        text("category", "Category"),
        SOURCE_LIST,
    ),
    ("date", "title"),
)

RELATIONS = Table(
    "relations",
    "Relations with Israel: embassies, visas, flights, treaties, status",
    (
        STATE,
        text("item", "Item"),
        text("value", "What was found"),
        Field("date", "Date", "partial_date", optional=True),
        Field("source_id", "Sources", "list", refers_to="sources"),
        NOTE,
    ),
    ("iso3", "item"),
)

ISRAEL_TIES = Table(
    "israel_ties",
    "Dated events in relations with Israel, from the press",
    (
        STATE,
        Field("date", "Date", "partial_date"),
        text("event", "Event"),
        text("detail", "Detail"),
        SOURCE,
    ),
    ("iso3", "date", "event"),
)

FORECAST_QUESTIONS = Table(
    "forecast_questions",
    "The seed article's forecasts as checkable questions",
    (
        text("id", "Id"),
        text("question", "Question"),
        text("seed_basis", "What the seed article says"),
        STATE_LIST,
        Field("resolution", "Answer", choices=("yes", "no", "open")),
        text("what_happened", "What happened"),
        EVIDENCE_LIST,
        Field("date_resolved", "Date of the answer", "partial_date", optional=True),
        Field("last_checked", "Date of the last source checked", "partial_date"),
        Field("confidence", "Confidence in the answer", choices=("low", "medium", "high")),
        NOTE,
    ),
    ("id",),
)

QUESTION_LADDERS = Table(
    "question_ladders",
    "What a question takes for granted, and whether a rung of the ladder stands for it",
    (
        Field("question", "Question", refers_to="forecast_questions"),
        Field(
            "presupposes",
            "Evidence without which it could not have been asked in these words",
            "list",
            optional=True,
            refers_to="evidence",
        ),
        Field("iso3", "State whose ladder stands for it", optional=True, refers_to="countries"),
        Field("rung", "Rung with which it comes true", optional=True, refers_to="rungs"),
        text("why_not", "Why the ladder near to it is no forecast of it", optional=True),
    ),
    ("question",),
)

VOTES = Table(
    "votes",
    "Votes on the main General Assembly texts on Gaza",
    (
        text("resolution", "Resolution"),
        Field("date", "Date", "date"),
        text("topic", "Topic"),
        STATE,
        Field("vote", "Vote", choices=("yes", "no", "abstain", "absent")),
        SOURCE,
    ),
    ("resolution", "iso3"),
)

ARMS_FROM_ISRAEL = Table(
    "arms_from_israel",
    "Orders for major arms from Israel in the register",
    (
        STATE,
        Field("supplier_iso3", "Supplier", pattern=ISO),
        Field("order_year", "Year of the order", "integer", at_least=EARLIEST, at_most=LATEST),
        text("weapon", "Weapon"),
        text("category", "Category"),
        number("delivered", "Pieces delivered", 0, optional=True),
        Field("delivery_years", "Years of delivery", "list", optional=True, pattern=r"\d{4}"),
        number("tiv_order", "Volume of the order, million TIV", 0),
        number("tiv_delivered", "Volume delivered, million TIV", 0),
        SOURCE,
    ),
    ("iso3", "order_year", "weapon", "category"),
)

MEMBERSHIPS = Table(
    "memberships",
    "Standing in organisations",
    (
        STATE,
        text("organisation", "Organisation"),
        text("status", "Status"),
        Field("since", "Since", "partial_date", optional=True),
        SOURCE,
        text("basis", "How the date was found"),
        NOTE,
    ),
    ("iso3", "organisation"),
)

BORDERS = Table(
    "borders",
    "Land borders",
    (
        STATE,
        Field("neighbour_iso3", "Neighbour", pattern=ISO),
        number("km", "Length, km", 0),
        SOURCE,
    ),
    ("iso3", "neighbour_iso3"),
)


def _population_shares(name: str, title: str) -> Table:
    year = Field("year", "Year", "integer", optional=True, at_least=EARLIEST, at_most=LATEST)
    fields = (
        STATE,
        text("group", "Group"),
        number("share", "Share of the population, %", 0, 100),
        year,
        NOTE,
        SOURCE,
    )
    return Table(name, title, fields, ("iso3", "group", "year", "source_id"))


RELIGION = _population_shares("religion", "Religious groups")

ETHNIC = _population_shares("ethnic", "Ethnic groups")
