"""The tables of what was measured, by year."""

from explorer.packs.fields import Field, Table
from explorer.packs.recurring import ISO, NOTE, PARTNER, SOURCE, STATE, YEAR, number, text

BASES = (
    "modelled",
    "modelled in part",
    "estimated",
    "judged by experts",
    "experts and surveys",
    "surveyed",
    "derived",
)

INDICATORS = Table(
    "indicators",
    "What is measured",
    (
        text("indicator_id", "Id"),
        text("name", "Name"),
        text("unit", "Unit"),
        text("description", "Description"),
        text("topic", "Topic"),
        text("higher_means", "What a higher value means"),
        Field("source_id", "Sources", "list", refers_to="sources"),
        text("origin", "Original publisher and series"),
        text("caveat", "Caveat", optional=True),
        text("withheld", "Why the values are not in the pack, where they are not", optional=True),
        Field(
            "basis",
            "How the values came about, as far as the publisher says it",
            optional=True,
            choices=BASES,
        ),
    ),
    ("indicator_id",),
)

FACTOR_SERIES = Table(
    "factor_series",
    "Which series bear on a factor, the most telling first; no factor: the general profile",
    (
        Field("factor", "Factor", optional=True, refers_to="factors"),
        Field("kind", "Kind of series", choices=("indicator", "trade_share", "un_agreement")),
        text("key", "Indicator, flow of goods or topic of the votes"),
        Field("partner", "Partner state", optional=True, pattern=ISO),
        Field(
            "bearing",
            "What a higher value does to closer ties",
            choices=("pull", "hold", "context"),
        ),
    ),
    ("factor", "kind", "key", "partner"),
)

RIVALS = Table(
    "rivals",
    "Figures that several sources give for one quantity; they are shown together, never averaged",
    (
        text("quantity", "Quantity"),
        text("title", "What the quantity is"),
        Field("kind", "Kind of figure", choices=("indicator", "evidence")),
        text("key", "Indicator or evidence item"),
        text("label", "Whose figure it is"),
    ),
    ("quantity", "kind", "key"),
)

OBSERVATIONS = Table(
    "observations",
    "Values of the indicators",
    (
        Field("indicator_id", "Indicator", refers_to="indicators"),
        STATE,
        YEAR,
        number("value", "Value, in the indicator's unit"),
        SOURCE,
    ),
    ("indicator_id", "iso3", "year"),
    long=True,
)

FLOW_OF_VOLUMES = "arms_imports_cumulative"
"""The one flow that is no share of a whole, and so is no series of shares."""

BILATERAL = Table(
    "bilateral",
    "Leading partners' shares in trade and arms; a partner that is missing is not zero",
    (
        STATE,
        PARTNER,
        Field(
            "flow",
            "What flows",
            choices=("exports", "imports", "arms_imports_share", FLOW_OF_VOLUMES),
        ),
        YEAR,
        number("value", "Value", 0),
        text("unit", "Unit"),
        SOURCE,
        NOTE,
    ),
    ("iso3", "partner_iso3", "flow", "year"),
    long=True,
)

UN_VOTES_AGREEMENT = Table(
    "un_votes_agreement",
    "Yearly agreement with other states in General Assembly roll calls",
    (
        STATE,
        PARTNER,
        YEAR,
        Field("topic", "Topic", choices=("all", "palestine", "ukraine", "other")),
        number("agreement", "Share of the same vote", 0, 1),
        Field("n_votes", "Votes that both cast", "integer", at_least=1),
        SOURCE,
        number("similarity", "As agreement; an abstention counts half", 0, 1),
    ),
    ("iso3", "partner_iso3", "year", "topic"),
    long=True,
)

UN_VOTES_KEY = Table(
    "un_votes_key",
    "Votes on single General Assembly texts",
    (
        text("rcid", "Roll call"),
        text("resolution", "Resolution"),
        Field("date", "Date", "date"),
        text("topic", "Topic"),
        text("title", "Title"),
        STATE,
        Field("vote", "Yes, no, abstain or none recorded", choices=("Y", "N", "A", "X")),
        SOURCE,
    ),
    ("rcid", "iso3"),
    long=True,
)
