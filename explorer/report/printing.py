"""The brief as a PDF: Typst sets a template of ours, and all that is said goes to it as data."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from typing import cast

import typst

from explorer import paths
from explorer.errors import ExportError
from explorer.pages.brief_document import Brief, BriefChart
from explorer.report.glyphs import checked
from explorer.report.pictures import plate_svg
from explorer.style import LIGHT, country_colour, country_ink, rung_colours, rung_inks

Progress = Callable[[int, int, str], None]

_STANDARDS = ["a-3a", "ua-1"]
_PLATE = (240.0, 96.0)
"""Width and height in points of a chart in the brief: half the text, and four charts a page half."""


def brief_pdf(brief: Brief, progress: Progress) -> bytes:
    """Print a brief: PDF/A-3a and PDF/UA-1, the same bytes for the same brief.

    `progress` is called before each step with steps done, steps in all and what comes next; what
    it raises stops the work and leaves nothing behind.

    Raises:
        ExportError: if a text holds a character that no bundled font has, or Typst fails.
    """
    total = len(brief.charts) + 2
    data = cast("dict[str, object]", checked(asdict(brief)))
    plates: list[dict[str, object]] = []
    for done, chart in enumerate(brief.charts):
        progress(done, total, f"Drawing “{chart.chart.caption.title}”")
        plates.append(_plate(chart))
    data["charts"] = checked(plates)
    progress(total - 2, total, "Setting the pages")
    made = _compiled(brief, data)
    progress(total - 1, total, "Done setting the pages")
    return made


def _plate(chart: BriefChart) -> dict[str, object]:
    caption = chart.chart.caption
    return {
        "title": caption.title,
        "unit": caption.unit,
        "source": caption.source,
        "caveat": caption.caveat,
        "description": caption.description,
        "factor": chart.factor,
        "cites": [asdict(cite) for cite in chart.cites],
        "svg": plate_svg(chart.chart, *_PLATE).decode(),
    }


def _compiled(brief: Brief, data: dict[str, object]) -> bytes:
    inputs = {
        "brief": json.dumps(data, ensure_ascii=False, default=str),
        "look": json.dumps(_look(brief)),
    }
    compiler = typst.Compiler(
        _template(), font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=inputs
    )
    stamp = datetime.combine(brief.as_of, time(), UTC)
    try:
        made = compiler.compile(format="pdf", pdf_standards=_STANDARDS, timestamp=stamp)
    except typst.TypstError as error:
        message = f"The brief could not be set: {error.message}. Report this as a fault."
        raise ExportError(message) from error
    if not isinstance(made, bytes):
        raise ExportError("The brief could not be set: no pages came. Report this as a fault.")
    return made


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
        "countries": [country_colour(iso3, LIGHT) for iso3 in brief.iso3s],
        "inks": [country_ink(iso3, LIGHT) for iso3 in brief.iso3s],
    }


@cache
def _template() -> bytes:
    return files("explorer.report").joinpath("brief.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(paths.fonts())]
    )
