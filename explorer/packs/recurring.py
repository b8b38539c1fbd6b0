"""The fields that recur in many tables, and short ways to write the others."""

from explorer.domain.countries import REGION
from explorer.domain.judgement import SCALE_MAX, SCALE_MIN
from explorer.packs.fields import Field

EARLIEST, LATEST = 1900, 2100

ISO = "[A-Z]{3}"
_CONFIDENCE = ("low", "moderate", "high")
LINK = r"(https?://|mailto:).+"

STATE = Field("iso3", "State", refers_to="countries")
STATE_LIST = Field(
    "iso3", "States that it bears on", "list", refers_to="countries", besides=(REGION,)
)
PARTNER = Field(
    "partner_iso3", "Partner state, which need not be among the countries", pattern=ISO
)
FACTOR = Field("factor", "Factor", refers_to="factors")
SOURCE = Field("source_id", "Source", refers_to="sources")
SOURCE_LIST = Field("source_ids", "Sources", "list", refers_to="sources")
EVIDENCE_LIST = Field("evidence_ids", "Evidence", "list", optional=True, refers_to="evidence")
RATER = Field("rater", "Rater")
SCENARIO = Field("scenario", "Scenario", refers_to="scenarios")
AS_OF = Field("as_of", "Date of the judgement", "date")
CONFIDENCE = Field("confidence", "How good the basis is", choices=_CONFIDENCE)
YEAR = Field("year", "Year", "integer", at_least=EARLIEST, at_most=LATEST)


def text(name: str, meaning: str, *, optional: bool = False) -> Field:
    """Describe a column of text."""
    return Field(name, meaning, optional=optional)


def number(
    name: str,
    meaning: str,
    at_least: float | None = None,
    at_most: float | None = None,
    *,
    optional: bool = False,
) -> Field:
    """Describe a column of numbers between two bounds, which are in."""
    return Field(name, meaning, "number", optional, at_least=at_least, at_most=at_most)


def scale(name: str, meaning: str) -> Field:
    """Describe a column of points on the rating scale."""
    return number(name, meaning, SCALE_MIN, SCALE_MAX)


NOTE = text("note", "Limit or remark", optional=True)
