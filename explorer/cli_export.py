"""The command that writes the comparison as data: what it takes, and what it does."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.errors import ExportError, UnknownNameError
from explorer.style import MARKINGS

HELP = "write the comparison as data: a workbook, Markdown, JSON or CSV"
DESCRIPTION = """\
Write the comparison as data, without a window: ratings, outcomes, key figures, evidence, votes,
assessments, timeline and sources of the countries named."""
FORMS = ("xlsx", "md", "json", "csv")
_SUFFIX = {"csv": ".zip"}


def take_export(export: argparse.ArgumentParser, day: Callable[[str], date]) -> None:
    """Add the options of the command; `day` reads a date of the command line."""
    export.add_argument("baseline", help="the country to compare from: an ISO code or a name")
    export.add_argument("comparator", help="the country set against it")
    export.add_argument(
        "--with",
        dest="others",
        nargs="+",
        default=[],
        metavar="COUNTRY",
        help="further countries set against it",
    )
    export.add_argument(
        "--form", choices=FORMS, default="xlsx", help="the form of the file (default: xlsx)"
    )
    export.add_argument(
        "--output",
        "-o",
        type=Path,
        help=(
            "the file to write (default: AZE-KAZ.xlsx here, or as the form has it); CSV goes to a "
            "zip if its name ends in .zip, and else to a folder"
        ),
    )
    export.add_argument(
        "--marking",
        choices=[key for key in MARKINGS if key],
        default="",
        help="a Traffic Light Protocol label (default: none)",
    )
    export.add_argument(
        "--scenario",
        default=BASELINE_SCENARIO,
        help="the id of a bundled scenario (default: things as they stand)",
    )
    export.add_argument(
        "--as-of",
        type=day,
        help="show what was known on a day, YYYY-MM-DD (default: the newest)",
    )
    export.add_argument("--overwrite", action="store_true", help="replace what exists")
    export.add_argument(
        "--pack", type=Path, default=paths.bundled_pack(), help="another data pack"
    )


def export(atlas: Atlas, states: Sequence[str], options: argparse.Namespace) -> Path:
    """Write the comparison of states, by ISO code and the one compared from first.

    Raises:
        UnknownNameError: if a country is named twice.
        ExportError: if something is in the way, or the system refuses.
    """
    from explorer.domain.as_of import whole
    from explorer.packs.observations import read_observations
    from explorer.pages.export_tables import compose_export
    from explorer.pages.view import View
    from explorer.pages.words import study_states
    from explorer.report.data_export import check_place, write_data
    from explorer.workspace.document import WhatIf, Workspace

    baseline, others = states[0], states[1:]
    _check_states(states)
    in_order = tuple(iso3 for iso3 in study_states(atlas) if iso3 in others)
    day = atlas.subject.seen_on
    output: Path = options.output or _named((baseline, *in_order), options)
    _check_free(output, options)
    check_place(output, options.form, overwrite=options.overwrite)
    observations = read_observations(options.pack, whole(atlas))
    data = compose_export(
        atlas,
        observations if day is None else observations.known_on(day),
        Workspace(what_if=WhatIf(options.scenario)),
        View(baseline, in_order),
        options.marking,
    )
    write_data(output, data, options.form, overwrite=options.overwrite, progress=_say_nothing)
    return output


def _check_states(states: Sequence[str]) -> None:
    for at, iso3 in enumerate(states):
        if iso3 in states[:at]:
            message = f"an export compares different countries, and {iso3} is named twice"
            raise UnknownNameError(f"{message}; name it once")


def _check_free(output: Path, options: argparse.Namespace) -> None:
    """Refuse to write over something, and name the option that allows it."""
    is_full = options.form == "csv" and output.is_dir() and any(output.iterdir())
    if not options.overwrite and (output.is_file() or is_full):
        raise ExportError(f"{output} exists already; name another or add --overwrite")


def _named(states: Sequence[str], options: argparse.Namespace) -> Path:
    scenario = "" if options.scenario == BASELINE_SCENARIO else options.scenario
    day = options.as_of.isoformat() if options.as_of else ""
    stem = "-".join(part for part in (*states, scenario, day) if part)
    return Path(f"{stem}{_SUFFIX.get(options.form, f'.{options.form}')}")


def _say_nothing(_done: int, _total: int, _words: str) -> None:
    """Take progress and keep silent: it takes about a second."""
