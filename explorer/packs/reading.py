"""Reads a pack: the Atlas from its small tables, and the check of everything it holds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from explorer.domain.atlas import Atlas, Subject
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.errors import Fault, PackError
from explorer.packs import descriptor, rules, schema
from explorer.packs.columns import Columns, read_columns
from explorer.packs.fields import Table
from explorer.packs.geography import geography_faults
from explorer.packs.notes import NoteFile, note_faults, read_notes
from explorer.packs.question_rules import question_faults
from explorer.packs.records import make_atlas
from explorer.packs.rival_rules import rival_faults


@dataclass(frozen=True)
class _Found:
    """What could be read of a pack, and every fault met on the way."""

    subject: Subject | None
    tables: rules.Tables
    notes: Sequence[NoteFile]
    faults: Sequence[Fault]


def read_atlas(folder: Path) -> Atlas:
    """Read the Atlas of a pack; long tables are left for `observations.read_observations`.

    Raises:
        PackError: with every fault of the descriptor, the small tables and the notes.
    """
    found = _read(folder, schema.SHORT_TABLES)
    if found.faults or found.subject is None:
        raise PackError(folder.name, in_order(found.faults))
    return make_atlas(found.subject, found.tables, [each.note for each in found.notes])


def check_pack(folder: Path) -> tuple[Fault, ...]:
    """Give every fault of a pack, in the order of file, row and field; none for a sound pack."""
    found = _read(folder, schema.TABLES)
    sources = rules.ids_of(found.tables).get("sources")
    compared = found.subject.compared if found.subject else ()
    of_map = geography_faults(folder, None if sources is None else frozenset(sources), compared)
    return in_order((*found.faults, *of_map))


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Sort faults by file, row and the place of the field among the table's columns."""
    return tuple(sorted(faults, key=_place))


def _place(fault: Fault) -> tuple[str, int, int, str, str]:
    return (
        fault.file,
        fault.row,
        _COLUMN.get((fault.file, fault.field), -1),
        fault.field,
        fault.found,
    )


_COLUMN = {
    (table.file, field.name): place
    for table in schema.TABLES
    for place, field in enumerate(table.fields)
}


def _read(folder: Path, tables: Iterable[Table]) -> _Found:
    subject, faults = descriptor.read_descriptor(folder)
    if not (folder / descriptor.FILE).exists() and not (folder / "data").exists():
        # Here is no pack at all: one fault says so, and one for each table would hide it.
        return _Found(None, {}, [], faults)
    found: dict[str, Columns] = {}
    for table in tables:
        columns, wrong = read_columns(folder, table)
        faults += wrong
        if columns is not None:
            found[table.name] = columns
    notes, wrong = read_notes(folder)
    faults += wrong
    ids = rules.ids_of(found)
    for columns in found.values():
        faults += rules.table_faults(columns, ids)
    faults += rules.judgement_faults(found)
    faults += rules.series_faults(found, ids)
    if "rivals" in found:
        faults += rival_faults(found["rivals"], ids)
    if "question_ladders" in found:
        faults += question_faults(found["question_ladders"])
    if "sources" in found:
        faults += rules.address_faults(found["sources"])
    for note in notes:
        faults += note_faults(note, ids)
    if subject is not None:
        faults += _subject_faults(subject, ids)
        faults += _gaps(subject, found, ids)
    return _Found(subject, found, notes, faults)


def _subject_faults(subject: Subject, ids: rules.Ids) -> Iterator[Fault]:
    """Give the compared countries that the pack does not hold."""
    for iso3 in subject.compared:
        if "countries" in ids and iso3 not in ids["countries"]:
            field = f"{descriptor.EXTENSION}.compared"
            remedy = "Use codes of data/countries.csv, column iso3"
            yield Fault(descriptor.FILE, 0, field, f"“{iso3}” is not known", remedy)


def _gaps(subject: Subject, tables: rules.Tables, ids: rules.Ids) -> Iterator[Fault]:
    """Give what the question asks for and the pack leaves out, so that no page has a hole.

    Each compared country needs a conclusion, each but the baseline a pair conclusion; each of its
    factors a cell and a rating, and its baseline scenario a ladder, of the pack's date. Each
    rater needs a weight for each factor.
    """
    as_of, factors = subject.as_of.isoformat(), sorted(ids.get("factors", ()))
    by_factor = [(iso3, factor) for iso3 in subject.compared for factor in factors]
    others = [(iso3,) for iso3 in subject.compared if iso3 != subject.baseline]
    ladders = [(iso3, BASELINE_SCENARIO, as_of) for iso3 in subject.compared]
    raters = sorted(set(tables["ratings"].texts["rater"])) if "ratings" in tables else []
    needed = (
        ("cells", ("iso3", "factor"), by_factor),
        ("ratings", ("iso3", "factor", "as_of"), [(*pair, as_of) for pair in by_factor]),
        ("ladders", ("iso3", "scenario", "as_of"), ladders),
        ("weights", ("rater", "factor"), [(who, what) for who in raters for what in factors]),
        ("conclusions", ("iso3",), [(iso3,) for iso3 in subject.compared]),
        ("pair_conclusions", ("iso3",), others),
    )
    for name, columns, keys in needed:
        if name not in tables:
            continue
        given = set(zip(*(tables[name].texts[column] for column in columns), strict=True))
        for key in keys:
            if key not in given:
                found = f"there is no row for {', '.join(key)}"
                remedy = "Add the row, or take the country out of the compared"
                if name == "weights":
                    remedy = "Add the row, with the weight 0 if the factor counts for nothing"
                yield Fault(tables[name].table.file, 0, columns[-1], found, remedy)
