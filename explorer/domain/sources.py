"""Where a figure or a claim comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A page, document or data set that was read; `S…` ids are pages, the others data sets.

    `date` is the publication date as printed (data sets: blank; see `edition`). `licence`,
    `edition`, `read_via` and `caveat` are given for data sets; a blank says that none was
    recorded. `addresses` holds all addresses as recorded where `url` is the first of several.
    `bundle` says whether a data set's values may be shipped: yes, as single facts, or no.
    """

    id: str
    title: str
    publisher: str
    author: str
    date: str
    url: str
    kind: str
    language: str
    licence: str
    edition: str
    read_via: str
    caveat: str
    addresses: str = ""
    bundle: str = ""
