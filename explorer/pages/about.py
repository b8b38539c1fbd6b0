"""What the window says of itself: the data it shows, and what it is built on."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from explorer import __version__, paths
from explorer.domain.atlas import Atlas
from explorer.domain.sources import Source
from explorer.pages.tables import Table
from explorer.pages.words import counted, country_names, day_words, listing, study_states

_NO_LICENCE = "no licence recorded"
_PARTS = ("name", "version", "licence")


@dataclass(frozen=True, slots=True)
class AboutSection:
    """A heading, a sentence under it and a table."""

    title: str
    text: str
    table: Table


@dataclass(frozen=True, slots=True)
class AboutPage:
    """The page behind “About”: what the app is; data, fonts and software with their licences."""

    title: str
    text: str
    sections: tuple[AboutSection, ...]


def status_words(atlas: Atlas) -> str:
    """Say where the data come from and how new the judgements are."""
    subject = atlas.subject
    if subject.seen_on is not None:
        # The notice at the head of the window says what was judged by then.
        return f"Offline · bundled data {subject.edition}"
    return f"Offline · bundled data {subject.edition} · judged {day_words(subject.as_of)}"


def counts_words(atlas: Atlas) -> str:
    """Say how much evidence and how many sources the data hold."""
    return f"Evidence {len(atlas.evidence)} · Sources {len(atlas.sources)}"


def compose_about(atlas: Atlas) -> AboutPage:
    """Compose the page from the Atlas and the lists of licences that the app ships."""
    subject = atlas.subject
    baseline, *others = country_names(atlas, study_states(atlas))
    return AboutPage(
        title=f"Country Explorer {__version__}",
        text=(
            f"Sets {baseline} side by side with {listing(others)}, from bundled data, with no "
            f"network. Subject: “{subject.title}”. Data edition {subject.edition}, judged on "
            f"{day_words(subject.as_of)}."
        ),
        sections=(
            _data_section(atlas.sources),
            _parts_section("Fonts", "Bundled typefaces.", "fonts.csv"),
            _parts_section("Software", "Libraries that the app is built on.", "dependencies.csv"),
        ),
    )


def _data_section(sources: Iterable[Source]) -> AboutSection:
    """List data sets with their terms; single pages are counted, since each is cited in place."""
    sets = [source for source in sources if source.licence or source.edition]
    pages = len(tuple(sources)) - len(sets)
    cited = counted(pages, "further page or document", "further pages and documents")
    return AboutSection(
        "Data",
        f"{counted(len(sets), 'data set')}; {cited} are cited where they are used.",
        Table(
            ("Data set", "Publisher", "Edition", "Licence"),
            tuple(
                (
                    source.title,
                    source.publisher,
                    source.edition or "no edition recorded",
                    source.licence or _NO_LICENCE,
                )
                for source in sets
            ),
            (False, False, False, False),
        ),
    )


def _parts_section(title: str, text: str, file: str) -> AboutSection:
    rows = tuple(
        tuple(row.get(part) or _NO_LICENCE for part in _PARTS)
        for row in _read(paths.resources() / "licences" / file)
    )
    columns = ("Name", "Version", "Licence")
    return AboutSection(title, text, Table(columns, rows, (False, False, False)))


def _read(path: Path) -> list[dict[str, str]]:
    """Read a list of licences; one that is missing gives no rows."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))
    except OSError:
        return []
