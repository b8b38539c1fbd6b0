"""The brief as a PDF: Typst sets a template of ours, and all that is said goes to it as data."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from typing import cast

import typst

from explorer import paths
from explorer.errors import ExportError
from explorer.pages.brief_document import Brief, EventsPart, OwnNote
from explorer.pages.charts import Caption, Chart
from explorer.pages.words import counted
from explorer.report.drawing import natural_height
from explorer.report.glyphs import checked, with_codes
from explorer.report.pictures import plate_svg
from explorer.report.progress import Progress
from explorer.style import LIGHT, country_colour, country_ink, rung_colours, rung_inks

_WIDTH = 241.0
"""Width in points of a chart in the brief: two stand side by side."""
_HEIGHTS: dict[str, float] = {"a4": 77.0, "letter": 62.0}
"""Height in points of a chart in the brief, by paper: Letter is the shorter sheet."""
_SWINGS_SCALES: dict[str, float] = {"a4": 0.86, "letter": 0.78}
"""How much lower a tornado stands in the brief than by itself."""
_BALANCE_SCALE = 0.86
"""How much lower the balance of evidence stands in the brief than by itself."""
_WHOLE_WIDTHS: dict[str, float] = {"a4": 498.0, "letter": 515.0}
"""Width in points of a chart across the page, by paper."""


def steps_of(brief: Brief) -> int:
    """Give the number of steps of printing and saving a brief."""
    return len(_plates(brief)) + 2


def print_brief(brief: Brief, progress: Progress) -> bytes:
    """Print a brief; see `explorer.report.brief_pdf`.

    `progress` is called before each step; what it raises stops the work.
    """
    plates, total = _plates(brief), steps_of(brief)
    data = cast("dict[str, object]", checked(_told(brief)))
    drawn: dict[str, list[str]] = {"plates": [], "move_plates": [], "event_plates": []}
    for done, plate in enumerate(plates):
        progress(done, total, f"Drawing “{plate.chart.caption.title}”")
        drawn[plate.part].append(plate_svg(plate.chart, plate.width, plate.height).decode())
    progress(total - 2, total, "Setting the pages")
    return _compiled(brief, {**data, **drawn})


@dataclass(frozen=True, slots=True)
class _Plate:
    """A chart to draw, its size in points, and the part of the brief's data it goes to."""

    part: str
    chart: Chart
    width: float
    height: float


def _plates(brief: Brief) -> list[_Plate]:
    """Give the charts in the order in which they stand in the brief."""
    paper = brief.cover.paper
    plates = [_Plate("plates", each.chart, _WIDTH, _HEIGHTS[paper]) for each in brief.charts]
    for moves in () if brief.unjudged else brief.forecast.moves:
        height = natural_height(moves.chart) * _SWINGS_SCALES[paper]
        plates.append(_Plate("move_plates", moves.chart, _WIDTH, height))
    if brief.events is not None:
        wide = _WHOLE_WIDTHS[paper]
        plates.extend(
            _Plate("event_plates", chart, wide, natural_height(chart) * scale)
            for chart, scale in (
                (brief.events.timeline, 1.0),
                (brief.events.balance, _BALANCE_SCALE),
            )
            if chart is not None
        )
    return plates


def _told(brief: Brief) -> dict[str, object]:
    """Give what the brief says as plain data; of a chart only what stands round its drawing."""
    told = asdict(replace(brief, charts=(), own_notes=(), events=None))
    told["events"] = _told_events(brief.events)
    told["own_notes"] = [_told_note(note) for note in brief.own_notes]
    told["charts"] = [
        {
            **_told_caption(chart.chart.caption),
            "factor": chart.factor,
            "series": chart.series,
            "cites": [asdict(cite) for cite in chart.cites],
        }
        for chart in brief.charts
    ]
    return told


def _told_events(events: EventsPart | None) -> dict[str, object] | None:
    """Give the appendix on events and evidence; of its charts what stands round them."""
    if events is None:
        return None
    timeline = events.timeline
    return {
        "title": events.title,
        "events_note": events.events_note,
        "timeline": _told_caption(timeline.caption) if timeline else None,
        "events": [asdict(each) for each in events.events],
        "balance": _told_caption(events.balance.caption),
        "record": asdict(events.record),
    }


def _told_caption(caption: Caption) -> dict[str, object]:
    return {
        "title": caption.title,
        "unit": caption.unit,
        "source": caption.source,
        "caveat": caption.caveat,
        "description": caption.description,
        "compared": caption.compared,
        "cautions": [asdict(each) for each in caption.cautions],
        "rivals": [asdict(each) for each in caption.rivals],
    }


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
