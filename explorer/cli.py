"""The command line: open the window, make briefs, and check packs without one."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from explorer import __version__, paths
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.errors import ExplorerError, ExportError, UnknownNameError

PROGRAM = "country-explorer"
DESCRIPTION = """\
Country Explorer sets Azerbaijan side by side with each Central Asian state: interests,
constraints and
likely outcomes, from bundled data, with no network. Without a command it opens the window."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. Exit codes: 0 done, 1 a fault that is told of, 2 wrong usage."""
    options = _parser().parse_args(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(options)
    except BrokenPipeError:
        # Whoever reads, such as `head`, has had enough; Python would say so again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except ExplorerError as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"{PROGRAM}: stopped", file=sys.stderr)
        return 130


def _run(options: argparse.Namespace) -> int:
    """Do the command asked for. Each imports only what it needs, so that the window is quick."""
    if options.command == "brief":
        return _brief(options)
    if options.command == "export":
        return _export(options)
    if options.command == "outcomes":
        return _outcomes(options)
    if options.command == "check":
        return _check(options.pack)
    if options.command == "demo":
        return _demo(options.output)
    # A start makes few cycles and many objects: collecting among them costs 8 ms of the 240.
    # `run` sets the collector going again after the first paint.
    gc.disable()
    from explorer.ui.app import run

    return run([PROGRAM])


def _brief(options: argparse.Namespace) -> int:
    """Make the brief on one pair."""
    from explorer.packs.reading import read_atlas

    atlas = _seen(read_atlas(options.pack), options.as_of)
    baseline = _iso3(atlas, options.baseline)
    comparator = _iso3(atlas, options.comparator)
    if baseline == comparator:
        message = f"a brief compares two countries, and both are {baseline}; name another"
        raise UnknownNameError(message)
    day = f"-{options.as_of}" if options.as_of else ""
    output: Path = options.output or Path(f"{baseline}-{comparator}{day}.pdf")
    _write_brief(atlas, options, baseline, comparator, output)
    print(output)
    return 0


def _write_brief(
    atlas: Atlas, options: argparse.Namespace, baseline: str, comparator: str, output: Path
) -> None:
    """Compose and print one brief."""
    from explorer.domain.as_of import whole
    from explorer.packs.observations import read_observations
    from explorer.packs.rows import PackFiles
    from explorer.pages.brief import BriefOptions, compose_brief
    from explorer.report import write_brief
    from explorer.workspace.document import WhatIf, Workspace

    day = atlas.subject.seen_on
    _check_scenario(atlas, options.scenario)
    if output.exists() and not options.overwrite:
        message = f"{output} exists already; name another file or add --overwrite"
        raise ExportError(message)
    _check_since(atlas, options.since)
    observations = read_observations(options.pack, whole(atlas))
    brief = compose_brief(
        atlas,
        observations if day is None else observations.known_on(day),
        Workspace(what_if=WhatIf(options.scenario)),
        baseline,
        comparator,
        BriefOptions(
            paper=options.paper,
            marking=options.marking,
            events=not options.short,
            since=options.since,
            files=None if options.short else PackFiles(options.pack),
        ),
    )
    write_brief(output, brief, overwrite=options.overwrite, progress=_say_nothing)


def _check_scenario(atlas: Atlas, scenario: str) -> None:
    """Refuse a scenario that the Atlas does not hold; the message lists what can be named."""
    from explorer.domain.as_of import whole

    day = atlas.subject.seen_on
    known = [each.id for each in atlas.scenarios]
    if day is not None and scenario in {each.id for each in whole(atlas).scenarios} - {*known}:
        message = f"the scenario “{scenario}” was not judged by {day}; name one of {known[0]}"
        raise UnknownNameError(message)
    if scenario not in known:
        message = f"“{scenario}” is not a bundled scenario; name one of {', '.join(known)}"
        raise UnknownNameError(message)


def _check_since(atlas: Atlas, since: date | None) -> None:
    """Refuse a day since which nothing can have changed."""
    last = atlas.subject.seen_on or atlas.subject.as_of
    if since is not None and since >= last:
        message = (
            f"--since {since} is not before {last}, the date of the data; name an earlier day"
        )
        raise UnknownNameError(message)


def _export(options: argparse.Namespace) -> int:
    """Write the comparison as data."""
    from explorer.cli_export import export
    from explorer.packs.reading import read_atlas

    atlas = _seen(read_atlas(options.pack), options.as_of)
    names = (options.baseline, options.comparator, *options.others)
    states = [_iso3(atlas, name) for name in names]
    _check_scenario(atlas, options.scenario)
    print(export(atlas, states, options))
    return 0


def _outcomes(options: argparse.Namespace) -> int:
    """Print every number of the likely outcomes."""
    import json

    from explorer.packs.reading import read_atlas
    from explorer.pages.outcomes_data import outcomes_data

    atlas = _seen(read_atlas(options.pack), options.as_of)
    found = outcomes_data(atlas, options.scenario, None, options.seed)
    print(json.dumps(found, indent=1, allow_nan=False))
    return 0


def _check(pack: Path) -> int:
    """Check a pack and print every fault."""
    from explorer.packs.reading import check_pack

    faults = check_pack(pack)
    for fault in faults:
        print(fault)
    count = f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}" if faults else "no faults"
    print(f"{pack}: {count}")
    return 1 if faults else 0


def _demo(output: Path) -> int:
    """Do the main job without a screen: a brief for each pair, and a picture of the window."""
    from explorer.packs.reading import read_atlas
    from explorer.ui.app import screenshot

    output.mkdir(parents=True, exist_ok=True)
    options = argparse.Namespace(
        pack=paths.bundled_pack(),
        paper="a4",
        marking="",
        scenario=BASELINE_SCENARIO,
        as_of=None,
        since=None,
        short=False,
        overwrite=True,
    )
    atlas = read_atlas(options.pack)
    baseline = atlas.subject.baseline
    for comparator in atlas.subject.compared:
        if comparator != baseline:
            target = output / f"{baseline}-{comparator}.pdf"
            _write_brief(atlas, options, baseline, comparator, target)
            print(target)
    picture = output / "window.png"
    screenshot(picture)
    print(picture)
    return 0


def _seen(atlas: Atlas, day: date | None) -> Atlas:
    """Give the Atlas as it was known on a day.

    Raises:
        UnknownNameError: if the day is after that of the pack; the message names it.
    """
    from explorer.domain.as_of import known_on

    if day is None:
        return atlas
    if day > atlas.subject.as_of:
        message = (
            f"the data end on {atlas.subject.as_of}, so nothing is known as of {day}; name that "
            "day or an earlier one"
        )
        raise UnknownNameError(message)
    return known_on(atlas, day)


def _iso3(atlas: Atlas, name: str) -> str:
    """Find a compared country by its ISO code or its name.

    Raises:
        UnknownNameError: if it is neither; the message lists what can be named.
    """
    countries = [atlas.country_by_iso3[iso3] for iso3 in atlas.subject.compared]
    for country in countries:
        if name.casefold() in {country.iso3.casefold(), country.name.casefold()}:
            return country.iso3
    known = ", ".join(f"{country.iso3} ({country.name})" for country in countries)
    message = f"“{name}” is not among the compared countries; name one of {known}"
    raise UnknownNameError(message)


def _say_nothing(_done: int, _total: int, _words: str) -> None:
    """Take progress and keep silent: a brief takes about a second."""


def _day(text: str) -> date:
    """Read a date of the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” is no date; give it as YYYY-MM-DD"
        raise argparse.ArgumentTypeError(message) from None


def _seed(text: str) -> int:
    """Read the seed of the random numbers."""
    if not text.isdecimal():
        message = f"“{text}” is no seed; give a whole number that is not below nought"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _parser() -> argparse.ArgumentParser:
    from explorer.cli_export import DESCRIPTION as ABOUT_EXPORT
    from explorer.cli_export import HELP, take_export

    parser = argparse.ArgumentParser(prog=PROGRAM, description=DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"Country Explorer {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command")
    _take_brief(
        commands.add_parser(
            "brief",
            help="make the brief on two countries as a PDF",
            description="Make the brief on two countries as a PDF, without a window.",
        )
    )
    take_export(commands.add_parser("export", help=HELP, description=ABOUT_EXPORT), _day)
    _take_outcomes(
        commands.add_parser(
            "outcomes",
            help="print every number of the likely outcomes, for scripts",
            description=(
                "Print every number of the likely outcomes: ladders, intervals, what moves them,"
                " what would have to change, and how well the model fits."
            ),
        )
    )
    check = commands.add_parser(
        "check",
        help="check a data pack and list every fault",
        description="Check a data pack; list every fault: file, row, field, found, what to do.",
    )
    check.add_argument("pack", type=Path, help="the folder of the pack")
    demo = commands.add_parser(
        "demo",
        help="write the briefs of the bundled pack and a picture of the window",
        description="Without a screen: write the five briefs and a picture of the window.",
    )
    demo.add_argument(
        "--output", "-o", type=Path, default=Path("out"), help="the folder (default: out)"
    )
    return parser


def _take_brief(brief: argparse.ArgumentParser) -> None:
    from explorer.style import MARKINGS

    brief.add_argument("baseline", help="the country to compare from: an ISO code or a name")
    brief.add_argument("comparator", help="the country set against it")
    brief.add_argument(
        "--output", "-o", type=Path, help="the file to write (default: AZE-KAZ.pdf here)"
    )
    brief.add_argument(
        "--paper", choices=("a4", "letter"), default="a4", help="paper (default: a4)"
    )
    brief.add_argument(
        "--marking",
        choices=[key for key in MARKINGS if key],
        default="",
        help="a Traffic Light Protocol label for every page (default: none)",
    )
    brief.add_argument(
        "--scenario",
        default=BASELINE_SCENARIO,
        help="the id of a bundled scenario, said on every page (default: things as they stand)",
    )
    brief.add_argument(
        "--since",
        type=_day,
        metavar="DATE",
        help="add a page on what changed since a day (YYYY-MM-DD)",
    )
    brief.add_argument(
        "--short",
        action="store_true",
        help="leave out the appendices on events and evidence and on where each figure stands",
    )
    brief.add_argument(
        "--as-of",
        type=_day,
        help=(
            "show what was known on a day, YYYY-MM-DD; every page says so, and the name of the "
            "file too (default: the newest)"
        ),
    )
    brief.add_argument("--overwrite", action="store_true", help="replace the file if it exists")
    brief.add_argument("--pack", type=Path, default=paths.bundled_pack(), help="another data pack")


def _take_outcomes(outcomes: argparse.ArgumentParser) -> None:
    outcomes.add_argument(
        "--format", choices=("json",), default="json", help="how to print (default: json)"
    )
    outcomes.add_argument(
        "--scenario",
        default=BASELINE_SCENARIO,
        help="the id of a bundled scenario (default: things as they stand)",
    )
    outcomes.add_argument(
        "--as-of",
        type=_day,
        help=(
            "what was known on a day, YYYY-MM-DD, with the newest judgement of that day or "
            "before (default: the newest)"
        ),
    )
    outcomes.add_argument(
        "--seed", type=_seed, help="of the random numbers: the same one, the same intervals"
    )
    outcomes.add_argument(
        "--pack", type=Path, default=paths.bundled_pack(), help="another data pack"
    )
