"""How wide the grid's columns and how high its rows are, from what they hold."""

from dataclasses import dataclass
from functools import cache
from math import ceil

from explorer.pages.compare import Column, FactorCell, FactorRow, OutcomeCell, OutcomeRow
from explorer.ui.panels.compare.model import CompareModel, GridColumn, GridRow
from explorer.ui.theme import BOLD, SEMIBOLD, SMALL_PX, TEXT_PX
from explorer.ui.widgets.ladder_bar import BAR_HEIGHT
from explorer.ui.widgets.rating_scale import SCALE_HEIGHT
from explorer.ui.widgets.text_lines import text_lines, text_width

PAD_X = 12
PAD_Y = 7
GAP = 4
LINE = 18
SMALL_LINE = 16
SECTION_HEIGHT = 25
NOTE_ROOM = 14

SCALE_MOST = 150
SCALE_LEAST = 90
SCALE_GAP = 8
DIFFERENCE_WIDTH = 104
DIFFERENCE_ROOM = 50
"""The room for a difference beside the scale, where several countries are compared."""
SUMMARY_LEAST = 212
"""The least room, in pixels, in which a cell of several countries shows its summary."""

_FACTOR_SHARE, _FACTOR_SHARE_OF_MANY = 0.19, 0.155
_FACTOR_LEAST, _FACTOR_MOST = 132, 236
_HOLDER_LEAST = 170
"""In a narrower column of factors only the titles stand, so that the rows stay low."""
_COUNTRY_LEAST_PAIR, _COUNTRY_LEAST = 176, 128


@dataclass(frozen=True, slots=True)
class CellStyle:
    """What fits in the cells of a column, alike for all rows so that their scales line up.

    `meta` is the form of the line about the rating, `inline` says that it stands beside the scale,
    `scale` is the width of the scale in pixels.
    """

    meta: str
    inline: bool
    summary: bool
    scale: int


def column_widths(columns: tuple[GridColumn, ...], room: int) -> tuple[int, ...]:
    """Share the room among the columns; where it is too little, the grid scrolls."""
    pair = "difference" in columns
    countries = sum(isinstance(column, Column) for column in columns)
    # From four countries on, room is short.
    portion = _FACTOR_SHARE if pair or countries <= 3 else _FACTOR_SHARE_OF_MANY  # noqa: PLR2004 - as said
    factor = int(min(max(portion * room, _FACTOR_LEAST), _FACTOR_MOST))
    difference = DIFFERENCE_WIDTH if pair else 0
    least = _COUNTRY_LEAST_PAIR if pair else _COUNTRY_LEAST
    left = room - factor - difference
    share = max(left // max(countries, 1), least)
    widths = [
        factor if column == "factor" else difference if column == "difference" else share
        for column in columns
    ]
    spare = room - sum(widths)
    if widths and spare > 0:
        widths[0] += spare
    return tuple(widths)


@cache
def cell_style(width: int, *, pair: bool) -> CellStyle:
    """Choose what a country's cell of a width shows."""
    inside = width - 2 * PAD_X
    if not pair:
        scale = min(SCALE_MOST, inside - DIFFERENCE_ROOM)
        short = text_width(meta_text("0.0", "moderate", 88, "short") + " ↔", SMALL_PX)
        form = "short" if short + NOTE_ROOM <= inside else "tight"
        return CellStyle(form, inline=False, summary=inside >= SUMMARY_LEAST, scale=scale)
    room = inside - NOTE_ROOM
    for form in ("full", "middle", "short"):
        meta = ceil(text_width(meta_text("0.0", "moderate", 88, form) + " ↔", SMALL_PX))
        scale = room - SCALE_GAP - meta
        if scale >= SCALE_LEAST:
            return CellStyle(form, inline=True, summary=True, scale=min(scale, SCALE_MOST))
    middle = text_width(meta_text("0.0", "moderate", 88, "middle") + " ↔", SMALL_PX)
    form = "middle" if middle <= inside else "short"
    return CellStyle(form, inline=False, summary=True, scale=min(SCALE_MOST, room))


def meta_text(value: str, confidence: str, evidence: int, form: str) -> str:
    """Give the line about a rating: value, confidence and number of evidence items."""
    if not confidence:
        return f"not rated · {evidence} evidence"
    match form:
        case "full":
            return f"{value} of 4 · {confidence} confidence · {evidence} evidence"
        case "middle":
            return f"{value} of 4 · {confidence} · {evidence} evidence"
        case "tight":
            return f"{value} · {confidence.replace('moderate', 'mod.')} · {evidence}"
        case _:
            return f"{value} · {confidence} · {evidence}"


def row_heights(model: CompareModel, widths: tuple[int, ...]) -> tuple[int, ...]:
    """Give the heights of all rows for columns of these widths."""
    return tuple(_row_height(row, model, widths) for row in model.rows)


def _row_height(row: GridRow, model: CompareModel, widths: tuple[int, ...]) -> int:
    if isinstance(row, str):
        return SECTION_HEIGHT
    heights = [_heading_height(row, widths[0], pair=model.is_pair)]
    by_iso3 = {
        column.iso3: width
        for column, width in zip(model.columns, widths, strict=True)
        if isinstance(column, Column)
    }
    for cell in row.cells:
        width = by_iso3.get(cell.iso3, 0)
        if isinstance(cell, FactorCell):
            heights.append(_factor_height(cell, width, pair=model.is_pair))
        else:
            heights.append(_outcome_height(cell, width))
    return max(heights)


def heading_lines(
    row: FactorRow | OutcomeRow, width: int, *, pair: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the lines of a row's title, and the quiet lines under it where there is room."""
    room = width - 2 * PAD_X
    title = text_lines(row.title, TEXT_PX, room, 3, SEMIBOLD)
    quiet = row.holder if isinstance(row, FactorRow) else row.subtitle
    if isinstance(row, FactorRow) and not pair and width < _HOLDER_LEAST:
        return title, ()
    return title, text_lines(quiet, SMALL_PX, room, 3)


def _heading_height(row: FactorRow | OutcomeRow, width: int, *, pair: bool) -> int:
    title, quiet = heading_lines(row, width, pair=pair)
    return 2 * PAD_Y + len(title) * LINE + len(quiet) * SMALL_LINE


def _factor_height(cell: FactorCell, width: int, *, pair: bool) -> int:
    style = cell_style(width, pair=pair)
    height = 2 * PAD_Y + SCALE_HEIGHT
    if style.summary:
        height += GAP + len(text_lines(cell.summary, TEXT_PX, width - 2 * PAD_X, 2)) * LINE
    if not style.inline:
        height += GAP - 1 + SMALL_LINE
    return height


def _outcome_height(cell: OutcomeCell, width: int) -> int:
    return 2 * PAD_Y + BAR_HEIGHT + GAP + outcome_lines(cell, width) * SMALL_LINE


def outcome_lines(cell: OutcomeCell, width: int) -> int:
    """Say on how many lines the leading rung and its word go under the bar."""
    if not cell.word:
        return 1
    text = f"{cell.leading}: {cell.word}"
    return 1 if text_width(text, SMALL_PX, BOLD) <= width - 2 * PAD_X else 2
