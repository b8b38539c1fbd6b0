"""States and what is plainly on record about them."""

from dataclasses import dataclass

REGION = "REG"
"""Stands in place of an ISO code for the region as a whole."""


@dataclass(frozen=True, slots=True)
class Country:
    """A state of the pack: one of the compared, or one of the reference states.

    Lengths are in km, the area in km2; `None` means that no value was found.
    """

    iso3: str
    name: str
    role: str
    landlocked: bool
    doubly_landlocked: bool
    coastline_km: float | None
    caspian_shore_km: float | None
    area_km2: float | None
    land_border_km: float | None
    capital: str
    capital_lat: float
    capital_lon: float
    source_id: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's standing in an organisation; `since` is as precise as the record, or blank."""

    iso3: str
    organisation: str
    status: str
    since: str
    source_id: str
    basis: str
    note: str


@dataclass(frozen=True, slots=True)
class Border:
    """A land border between two states, in km."""

    iso3: str
    neighbour_iso3: str
    km: float
    source_id: str


@dataclass(frozen=True, slots=True)
class PopulationShare:
    """The share of a religious or ethnic group in a state's population, in %.

    `year` is `None` where the source prints none; `note` tells of a limit or a mid-point.
    """

    iso3: str
    group: str
    share: float
    year: int | None
    note: str
    source_id: str
