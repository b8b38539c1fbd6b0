"""Where anything shown comes from: one page for each thing, down to its row, and back up."""

from explorer.domain.atlas import Atlas
from explorer.packs.rows import PackFiles
from explorer.pages.chain import ChainGroup, ChainPage, PackPlace
from explorer.pages.provenance_judgement import compose_judged
from explorer.pages.provenance_notes import compose_note
from explorer.pages.provenance_own import compose_own
from explorer.pages.provenance_records import compose_record
from explorer.pages.provenance_series import compose_indicator, compose_series
from explorer.pages.provenance_sources import compose_file, compose_source
from explorer.pages.trace import Thing
from explorer.workspace.document import Workspace


def compose_chain(atlas: Atlas, files: PackFiles, workspace: Workspace, named: Thing) -> ChainPage:
    """Compose the page of a thing: what it says and rests on, its rows, and what uses it.

    A thing that the Atlas lacks, or that was not known on the day it is seen on, gets a page that
    says so. Files are read as they are needed, some hundred milliseconds for the longest, so this
    is work for a thread.
    """
    match named.kind:
        case "own":
            page = compose_own(atlas, workspace, named)
        case "source":
            page = compose_source(atlas, files, named)
        case "file":
            page = compose_file(atlas, files, named)
        case "note":
            page = compose_note(atlas, files, named)
        case "indicator":
            page = compose_indicator(atlas, files, named)
        case "series" | "figure" | "roll_call":
            page = compose_series(atlas, files, named)
        case "rating" | "ladder" | "cell" | "conclusion" | "pair" | "factor" | "country":
            page = compose_judged(atlas, files, workspace, named)
        case "scenario":
            page = compose_judged(atlas, files, workspace, named)
        case _:
            page = compose_record(atlas, files, named)
    return page


def page_of_fault(goal: str, words: str) -> ChainPage:
    """Give a page for what has none: its name, and why it cannot be shown."""
    return ChainPage(goal, "Cannot be shown", goal, says=(words,), is_known=False)


def page_text(page: ChainPage) -> str:
    """Give a page as plain text, to be pasted elsewhere."""
    lines = [f"{page.kicker}: {page.title}", *page.says]
    lines += [f"{label}: {text}" for label, text in page.facts]
    lines += [each.line for each in page.addresses]
    lines += _group_lines("Rests on", page.rests_on)
    if page.places:
        lines += ["", "In the pack" if not page.is_own else "In your workspace"]
        lines += [_place_text(place) for place in page.places]
    lines += _group_lines("Used by", page.used_by)
    return "\n".join(lines)


def trail_text(pages: tuple[ChainPage, ...]) -> str:
    """Give a way that was gone as plain text: each step with its rows and hash, the last in full.

    The first step is where the reader began.
    """
    steps: list[str] = []
    for at, page in enumerate(pages[:-1], start=1):
        steps.append(f"{at}. {page.kicker}: {page.title}")
        steps += [f"   {_place_text(place)}" for place in page.places]
    last = page_text(pages[-1]) if pages else ""
    return "\n".join([*steps, *([f"{len(pages)}. {last}"] if steps else [last])])


def _place_text(place: PackPlace) -> str:
    return f"{place.words}, SHA-256 {place.sha256}" if place.sha256 else place.words


def _group_lines(heading: str, groups: tuple[ChainGroup, ...]) -> list[str]:
    if not groups:
        return []
    lines = ["", heading]
    for each in groups:
        lines.append(f"  {each.heading}")
        lines += [f"    {link.title} [{link.goal}]" for link in each.links]
    return lines
