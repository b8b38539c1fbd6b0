"""Makes the bundled pack from an edition of the inputs: `python resources/build_pack.py SHARED`.

The pack is the same, byte for byte, for the same inputs and the same `factor_series.csv`. It is
checked before it takes the place of the old one; a fault is told with the input's file and row.
"""

import argparse
import csv
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from explorer.domain.atlas import Subject
from explorer.errors import Fault
from explorer.packs.descriptor import FILE, SourceCredit, make_descriptor
from explorer.packs.map_files import OUTLINES, PORTS
from explorer.packs.reading import check_pack
from explorer.packs.schema import TABLES

HERE = Path(__file__).resolve().parent
NAME = "abraham-accords"
TITLE = "Closer ties with Israel"
QUESTION = "The furthest rung in force by 31 December 2030, for each of the six states"
HORIZON = date(2030, 12, 31)
BASELINE = "AZE"
JUDGED_IN = "2026-11"
"""When all judgements were made, those of an earlier date too: judgement/README.md says so."""

WITHHELD_MARK = "do not show"
_BRACES = re.compile(r"\{([a-z0-9_]+)\}")
_ID = re.compile(r"\bE\d{3,}\b")
_BRACKETED = re.compile(r"\((E\d{3,}(?:[,;] E\d{3,})*)\)")
CONTRADICTIONS = Path("notes/method/contradictions.md")
_FIRST_ADDRESS = re.compile(r"[^\s;]+")

_MAP = {OUTLINES.file: "data/geo/region.geojson", PORTS.file: "data/geo/ports.geojson"}
"""The files of the pack's map, and what of the inputs they are made from."""
MAP_SOURCE = "natural_earth"

# Tables that are copied, by the folder of the inputs that holds them.
_COPIED = {
    "judgement": (
        "factors cells conclusions pair_conclusions signposts dissent rungs scenarios"
        " scenario_shifts"
    ),
    "evidence": "evidence assessments timeline relations forecast_questions votes",
    "data": (
        "countries israel_ties memberships arms_from_israel borders religion ethnic bilateral"
        " un_votes_agreement un_votes_key"
    ),
}


class InputError(Exception):
    """The inputs cannot make a pack; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an input, and where it stands, so that a fault can be traced back to it."""

    file: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Give a cell's text without space around it."""
        if column not in self.cells:
            raise InputError(f"{self.file}, row 1: the column “{column}” is missing.")
        return self.cells[column].strip()

    def having(self, **cells: str) -> "Row":
        """Give the row with cells added or replaced."""
        return replace(self, cells={**self.cells, **cells})


Tables = dict[str, list[Row]]


def read_rows(folder: Path, name: str) -> list[Row]:
    """Read one CSV table of the inputs.

    Raises:
        InputError: if the file is missing, is not UTF-8, or a row has too many or too few cells.
    """
    try:
        with (folder / name).open(encoding="utf-8", newline="") as lines:
            header, *records = csv.reader(lines, strict=True)
    except (OSError, UnicodeDecodeError, csv.Error, ValueError) as error:
        raise InputError(f"{name}: the file cannot be read ({error}).") from error
    rows: list[Row] = []
    for number, record in enumerate(records, start=2):
        if len(record) != len(header):
            wrong = f"{len(record)} cells where the header has {len(header)}"
            raise InputError(f"{name}, row {number}: the row has {wrong}.")
        rows.append(Row(name, number, dict(zip(header, record, strict=True))))
    return rows


def rater_rows(shared: Path, name: str) -> list[Row]:
    """Read one table of all raters, who become R1, R2 and so on in the order of their folders."""
    homes = sorted((shared / "judgement" / "raw").glob("rater_*"))
    if not homes:
        raise InputError("judgement/raw: there is no folder rater_….")
    return [
        row.having(rater=f"R{place}")
        for place, home in enumerate(homes, start=1)
        for row in read_rows(shared, f"judgement/raw/{home.name}/{name}.csv")
    ]


def all_sources(shared: Path) -> list[Row]:
    """Unite the pages that were read with the data sets, under one set of columns."""
    pages = [
        row.having(kind=row["type"], **dict.fromkeys(_DATA_SET_COLUMNS, ""))
        for row in read_rows(shared, "evidence/sources.csv")
    ]
    return pages + [_data_set(row) for row in read_rows(shared, "data/sources.csv")]


_DATA_SET_COLUMNS = ("addresses", "licence", "edition", "read_via", "caveat", "bundle")


def _data_set(row: Row) -> Row:
    addresses = row["url"]
    first = _FIRST_ADDRESS.match(addresses)
    url = first[0] if first else ""
    return row.having(
        author="",
        date="",
        url=url,
        addresses="" if url == addresses else addresses,
        kind="data set",
        language="",
        edition=row["version_or_date"],
        read_via=row["retrieved_via"],
        caveat=row["notes"],
    )


def bundled(rows: Iterable[Row], may: Mapping[str, str]) -> list[Row]:
    """Leave out what may not be shipped, and what its own note says is not to be shown."""
    kept: list[Row] = []
    for row in rows:
        if row["source_id"] not in may:
            where = f"{row.file}, row {row.number}, field “source_id”"
            raise InputError(f"{where}: “{row['source_id']}” is not in data/sources.csv.")
        if may[row["source_id"]] != "no" and WITHHELD_MARK not in row.cells.get("note", ""):
            kept.append(row)
    return kept


def single_figures(rows: Sequence[Row], may: Mapping[str, str]) -> list[Row]:
    """Leave out series of sources whose values may be shipped as single facts only.

    A state that has one value of an indicator has a fact; one that has several has a series.
    """
    counts = Counter((row["indicator_id"], row["iso3"]) for row in rows)
    return [
        row
        for row in rows
        if may[row["source_id"]] == "yes" or counts[row["indicator_id"], row["iso3"]] == 1
    ]


def chosen_indicators(shared: Path, series: Iterable[Row]) -> tuple[set[str], set[str]]:
    """Give the indicators that the tables of series name, and those that the notes cite."""
    named = {row["key"] for row in series if row["kind"] == "indicator"}
    notes = sorted((shared / "notes").glob("**/*.md"))
    cited = {key for path in notes for key in _BRACES.findall(path.read_text(encoding="utf-8"))}
    return named, cited


def catalogue(
    shared: Path, wanted: set[str], held: set[str], licences: Mapping[str, str]
) -> list[Row]:
    """Give the catalogue's rows of the wanted indicators; those without values say why."""
    rows = [
        row for row in read_rows(shared, "data/indicators.csv") if row["indicator_id"] in wanted
    ]
    if missing := wanted - {row["indicator_id"] for row in rows}:
        raise InputError(f"data/indicators.csv: there is no row for {', '.join(sorted(missing))}.")
    return [
        row.having(
            withheld="" if row["indicator_id"] in held else _reason(row, licences),
            basis=basis_of(row),
        )
        for row in rows
    ]


def basis_of(row: Row) -> str:
    """Say how an indicator's values came about, where its catalogue says so in so many words.

    The first of these that description, origin or caveat speak of: a model, for all years or for
    some; estimates; experts' views; a survey; a derivation made by whoever compiled the inputs.
    Else it is not recorded. Nothing is told from what an indicator is: only from what is said.
    """
    words = " ".join(row[name] for name in ("name", "description", "origin", "caveat")).lower()
    return next((basis for pattern, basis in _BASES if re.search(pattern, words)), "")


_BASES = (
    (r"model estimate for most years|recent editions use model", "modelled in part"),
    (r"\bmodel(led|-based)?\b", "modelled"),
    (r"\bestimate[sd]?\b", "estimated"),
    (r"\bexpert and survey\b", "experts and surveys"),
    (r"\bexperts?\b", "judged by experts"),
    (r"\bsurveys?\b|\bmean answer\b", "surveyed"),
    (r"\bderived\b|worked out here|summed here", "derived"),
)


def _reason(row: Row, licences: Mapping[str, str]) -> str:
    source = row["source_id"]
    terms = "; ".join(licences.get(each, "not recorded") for each in source.split(";"))
    return f"licence of {source} does not allow bundling: {terms}"


def make_tables(shared: Path) -> Tables:
    """Gather all tables of the pack from the inputs."""
    tables: Tables = {
        name: read_rows(shared, f"{home}/{name}.csv")
        for home, names in _COPIED.items()
        for name in names.split()
    }
    for name in ("ratings", "weights", "actors"):
        tables[name] = rater_rows(shared, name)
    tables["ladders"] = rater_rows(shared, "ladder")
    tables["sources"] = all_sources(shared)
    may = {row["source_id"]: row["bundle"] for row in tables["sources"]}
    licences = {row["source_id"]: row["licence"] for row in tables["sources"]}
    states = {row["iso3"] for row in tables["countries"]}
    for name in _COPIED["data"].split():
        tables[name] = [row for row in bundled(tables[name], may) if row["iso3"] in states]
    tables["factor_series"] = read_rows(HERE, "factor_series.csv")
    tables["rivals"] = read_rows(HERE, "rivals.csv")
    tables["question_ladders"] = read_rows(HERE, "question_ladders.csv")
    named, cited = chosen_indicators(shared, [*tables["factor_series"], *tables["rivals"]])
    values = [
        row
        for row in read_rows(shared, "data/indicators_core.csv")
        if row["indicator_id"] in named | cited and row["iso3"] in states
    ]
    tables["observations"] = single_figures(bundled(values, may), may)
    held = {row["indicator_id"] for row in tables["observations"]}
    if empty := named - held:
        raise InputError(
            "factor_series.csv, rivals.csv: no value may be shipped of "
            f"{', '.join(sorted(empty))}."
        )
    tables["indicators"] = catalogue(shared, named | cited, held, licences)
    return tables


def subject_of(tables: Tables) -> Subject:
    """Say what the pack is about; its date and edition are those of the newest ratings."""
    newest = max(row["as_of"] for row in tables["ratings"])
    return Subject(
        pack=NAME,
        title=TITLE,
        question=QUESTION,
        horizon=HORIZON,
        edition=newest[:7].replace("-", "."),
        as_of=date.fromisoformat(newest),
        baseline=BASELINE,
        compared=tuple(row["iso3"] for row in tables["countries"] if row["role"] == "compared"),
        judged_in=JUDGED_IN,
    )


def write_pack(shared: Path, folder: Path, tables: Tables) -> None:
    """Write all files of the pack into an empty folder."""
    (folder / "data").mkdir()
    for table in TABLES:
        names = [field.name for field in table.fields]
        with (folder / table.file).open("w", encoding="utf-8", newline="") as lines:
            writer = csv.writer(lines, lineterminator="\n")
            writer.writerow(names)
            writer.writerows([row[name] for name in names] for row in tables[table.name])
    notes = sorted(path.relative_to(shared) for path in (shared / "notes").glob("**/*.md"))
    for note in notes:
        (folder / note).parent.mkdir(parents=True, exist_ok=True)
        (folder / note).write_bytes((shared / note).read_bytes())
    if told := contradictions_note(shared, subject_of(tables).as_of):
        (folder / CONTRADICTIONS).parent.mkdir(parents=True, exist_ok=True)
        (folder / CONTRADICTIONS).write_text(told, encoding="utf-8", newline="\n")
        notes = sorted({*notes, CONTRADICTIONS})
    figures = [row for name in ("observations", *_COPIED["data"].split()) for row in tables[name]]
    used = {row["source_id"] for row in figures}
    has_map = write_map(shared, folder)
    used |= {MAP_SOURCE} if has_map else set()
    credits_ = tuple(
        SourceCredit(row["title"], row["url"], row["edition"])
        for row in tables["sources"]
        if row["source_id"] in used
    )
    paths = tuple(note.as_posix() for note in notes)
    text = make_descriptor(subject_of(tables), paths, credits_, has_map=has_map)
    (folder / FILE).write_text(text, encoding="utf-8", newline="\n")


def write_map(shared: Path, folder: Path) -> bool:
    """Write the map, a feature a line, with its source; `False` where the inputs have none.

    Raises:
        InputError: if a file of it cannot be read; what its features hold is checked in the pack.
    """
    if not (shared / "data" / "geo").is_dir():
        return False
    for made, given in _MAP.items():
        try:
            features = json.loads((shared / given).read_text(encoding="utf-8"))["features"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise InputError(f"{given}: there are no features to read ({error}).") from error
        lines = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in features)
        head = f'{{"type":"FeatureCollection","source_id":"{MAP_SOURCE}","features":[\n'
        text = head + ",\n".join(lines) + "\n]}\n"
        (folder / made).write_text(text, encoding="utf-8", newline="\n")
    return True


def contradictions_note(shared: Path, as_of: date) -> str:
    """Make a note of the section on contradictions in what was written with the evidence.

    The words stay as they are; ids in round brackets become citations. Blank where the inputs
    have no such section.
    """
    path = shared / "evidence" / "README.md"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    _before, _heading, rest = text.partition("\n## Contradictions between sources\n")
    points = rest.partition("\n## ")[0].strip()
    if not points:
        return ""
    body = _BRACKETED.sub(lambda match: _ID.sub(r"[\g<0>]", match[1]), points)
    ids = ", ".join(f'"{key}"' for key in sorted(set(_ID.findall(body))))
    return (
        '+++\nid = "method/contradictions"\ntitle = "Contradictions between sources"\n'
        f'about = ["method"]\nupdated = {as_of.isoformat()}\nevidence = [{ids}]\n+++\n\n{body}\n'
    )


def traced(fault: Fault, tables: Tables) -> Fault:
    """Name the input's file and row in a fault of the pack, where it comes from one."""
    if fault.file in _MAP:
        return replace(fault, file=_MAP[fault.file])
    for table in TABLES:
        if table.file == fault.file and fault.row > 1:
            row = tables[table.name][fault.row - 2]
            return replace(fault, file=row.file, row=row.number)
    return fault


def put_in_place(made: Path, output: Path, beside: Path) -> None:
    """Let a folder take the place of what is at `output`; `beside` holds the old one meanwhile.

    Raises:
        InputError: if the system refuses; then `output` is as it was.
    """
    old = beside / "old"
    if output.exists():
        output.rename(old)
    try:
        made.rename(output)
    except OSError as error:
        if old.exists():
            old.rename(output)
        raise InputError(f"{output}: the new pack cannot be put there ({error}).") from error


def build(shared: Path, output: Path, say: Callable[[str], object] = print) -> None:
    """Make the pack, check it, and let it take the place of what is at `output`.

    Raises:
        InputError: if the inputs cannot make a sound pack; then `output` is as it was.
    """
    tables = make_tables(shared)
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=".pack-") as beside:
        made = Path(beside) / output.name
        made.mkdir()
        write_pack(shared, made, tables)
        if faults := check_pack(made):
            lines = "\n".join(f"  {traced(fault, tables)}" for fault in faults)
            raise InputError(f"The inputs are at fault, so no pack was made.\n{lines}")
        put_in_place(made, output, Path(beside))
    withheld = sum(bool(row["withheld"]) for row in tables["indicators"])
    say(f"{output}: {len(tables['indicators'])} indicators, {withheld} of them without values;")
    say(", ".join(f"{name} {len(rows)}" for name, rows in sorted(tables.items())))


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description="Make the bundled pack from an edition of the inputs."
    )
    parser.add_argument("shared", type=Path, help="the folder of the inputs")
    parser.add_argument(
        "--output", type=Path, default=HERE / "packs" / NAME, help="the pack's folder"
    )
    chosen = parser.parse_args()
    try:
        build(chosen.shared, chosen.output)
    except InputError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
