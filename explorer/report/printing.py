"""The brief as a PDF: Typst sets a template of ours, and all that is said goes to it as data."""

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from typing import cast

import typst

from explorer import paths
from explorer.errors import ExportError
from explorer.pages.brief_document import Brief, OwnNote
from explorer.pages.words import counted
from explorer.report.drawing import natural_height
from explorer.report.glyphs import checked, with_codes
from explorer.report.pictures import plate_svg
from explorer.report.progress import Progress
from explorer.style import LIGHT, country_colour, country_ink, rung_colours, rung_inks

_WIDTH = 241.0
"""Width in points of a chart in the brief: two stand side by side."""
_HEIGHTS: dict[str, float] = {"a4": 80.0, "letter": 72.0}
"""Height in points of a chart in the brief, by paper: Letter is the shorter sheet."""
_SWINGS_SCALES: dict[str, float] = {"a4": 0.86, "letter": 0.78}
"""How much lower a tornado stands in the brief than by itself."""


def steps_of(brief: Brief) -> int:
    """Give the number of steps of printing and saving a brief."""
    return len(brief.charts) + len(brief.forecast.moves) + 2


def print_brief(brief: Brief, progress: Progress) -> bytes:
    """Print a brief; see `explorer.report.brief_pdf`.

    `progress` is called before each step; what it raises stops the work.
    """
    total, paper = steps_of(brief), brief.cover.paper
    data = cast("dict[str, object]", checked(_told(brief)))
    plates: list[str] = []
    for done, chart in enumerate(brief.charts):
        progress(done, total, f"Drawing “{chart.chart.caption.title}”")
        plates.append(plate_svg(chart.chart, _WIDTH, _HEIGHTS[paper]).decode())
    swings: list[str] = []
    for done, moves in enumerate(brief.forecast.moves, len(plates)):
        progress(done, total, f"Drawing “{moves.chart.caption.title}”")
        height = natural_height(moves.chart) * _SWINGS_SCALES[paper]
        swings.append(plate_svg(moves.chart, _WIDTH, height).decode())
    progress(total - 2, total, "Setting the pages")
    return _compiled(brief, {**data, "plates": plates, "move_plates": swings})


def _told(brief: Brief) -> dict[str, object]:
    """Give what the brief says as plain data; of a chart only what stands round its drawing."""
    told = asdict(replace(brief, charts=(), own_notes=()))
    told["own_notes"] = [_told_note(note) for note in brief.own_notes]
    told["charts"] = [
        {
            "title": chart.chart.caption.title,
            "unit": chart.chart.caption.unit,
            "source": chart.chart.caption.source,
            "caveat": chart.chart.caption.caveat,
            "description": chart.chart.caption.description,
            "factor": chart.factor,
            "cites": [asdict(cite) for cite in chart.cites],
        }
        for chart in brief.charts
    ]
    return told


def _told_note(note: OwnNote) -> dict[str, object]:
    """Give a note of the user's, and what to say where signs of it are shown by their codes."""
    paragraphs = [with_codes(paragraph) for paragraph in note.paragraphs]
    lacking = sum(count for _, count in paragraphs)
    are, their = ("is", "its") if lacking == 1 else ("are", "their")
    aside = (
        f"{counted(lacking, 'character')} that the bundled fonts lack {are} shown by {their} code."
    )
    return {
        "place": note.place,
        "paragraphs": [text for text, _ in paragraphs],
        "aside": aside if lacking else "",
    }


def _compiled(brief: Brief, data: dict[str, object]) -> bytes:
    inputs = {
        "brief": json.dumps(data, ensure_ascii=False, default=str),
        "look": json.dumps(_look(brief)),
    }
    compiler = typst.Compiler(
        _template(), font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=inputs
    )
    stamp = datetime.combine(brief.cover.as_of, time(), UTC)
    try:
        made = compiler.compile(format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=stamp)
    except typst.TypstError as error:
        message = f"The brief could not be set: {error.message}. Report this as a fault."
        raise ExportError(message) from error
    if not isinstance(made, bytes):
        raise ExportError("The brief could not be set: no pages came. Report this as a fault.")
    return _with_clear_ends(made)


def _with_clear_ends(pdf: bytes) -> bytes:
    """Keep a stream that ends in a carriage return from seeming a byte too short.

    Typst ends each stream with a line feed. After data that end in a carriage return the two read
    as one line end, and the stated length as wrong (ISO 19005-3, 6.1.7.1). A second carriage
    return in place of the line feed is a line end too and leaves every offset as it is.
    """
    return pdf.replace(b"\r\nendstream", b"\r\rendstream")


def _look(brief: Brief) -> dict[str, object]:
    return {
        "ink": LIGHT.ink,
        "mute": LIGHT.mute,
        "line": LIGHT.line,
        "accent": LIGHT.accent,
        "tint": LIGHT.tint,
        "section": LIGHT.section,
        "pull": LIGHT.pull,
        "hold": LIGHT.hold,
        "rungs": rung_colours(LIGHT),
        "rung_inks": rung_inks(LIGHT),
        "countries": [country_colour(iso3, LIGHT) for iso3 in brief.cover.iso3s],
        "inks": [country_ink(iso3, LIGHT) for iso3 in brief.cover.iso3s],
    }


@cache
def _template() -> bytes:
    return files("explorer.report").joinpath("brief.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(paths.fonts())]
    )
