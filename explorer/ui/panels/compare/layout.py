"""How wide the grid's columns and how high its rows are, from what they hold."""

from dataclasses import dataclass, replace
from functools import cache
from math import ceil

from explorer.pages.compare import Column, FactorCell, FactorRow, OutcomeCell, OutcomeRow
from explorer.pages.whiskers import lane_count
from explorer.ui.panels.compare.model import CompareModel, GridColumn, GridRow
from explorer.ui.theme import SEMIBOLD, SMALL_PX, TEXT_PX
from explorer.ui.widgets.ladder_bar import (
    BAR_HEIGHT,
    BEFORE_HEIGHT,
    LANE_HEIGHT,
    whiskers_beside,
)
from explorer.ui.widgets.legend import rungs_width
from explorer.ui.widgets.rating_scale import SCALE_HEIGHT
from explorer.ui.widgets.text_lines import text_lines, text_width

PAD_X = 12
PAD_X_NARROW = 8
"""The padding at the sides of a cell where many countries share the room."""
PAD_Y = 5
AIR_MOST = 8
"""By how much a row may grow, in pixels, where the window is high enough for all rows."""
GAP = 2
LINE = 16
SMALL_LINE = 15
SECTION_HEIGHT = 22
PLAIN_HEADER = 32
NAME_LINE = 19
HEADER_PAD = 6
HEADLINES = 3
"""The most lines of a country's headline; the whole of it is in the tool tip."""
DIFFER = "↔"
"""Stands for raters who lie apart, here and in the legend."""
NOTE_ROOM = 14
SECTION_PX = 11

SCALE_MOST = 150
SCALE_LEAST = 90
SCALE_GAP = 8
DIFFERENCE_WIDTH = 96
DIFFERENCE_ROOM = 50
"""The room for a difference beside the scale, where several countries are compared."""
SCALE_BESIDE = 96
"""The least scale that has a difference beside it; else the difference goes under the scale."""
MARK_ROOM = 15
"""The room at the end of a scale for the sign that the raters differ."""
SUMMARY_LEAST = 212
"""The least room, in pixels, in which a cell of several countries shows its summary."""

_FACTOR_SHARE, _FACTOR_SHARE_OF_MANY = 0.2, 0.145
_FACTOR_LEAST, _FACTOR_MOST = 132, 272
_WIDE = 1200
"""From this room on, in pixels, a pair's factors have all the width that their titles need."""
_HOLDER_LEAST = 170
"""In a narrower column of factors only the titles stand, so that the rows stay low."""
_COUNTRY_LEAST_PAIR, _COUNTRY_LEAST = 176, 135
"""In 135 pixels a difference still stands beside the line about its rating. Six such columns and
one of factors fill the grid of a window of 1440 pixels with the details beside it."""
_WIDEST_DIFFERENCE = "−0.0"
_TITLE_LINES = 2
_SUBTITLE_LINES = 4


@dataclass(frozen=True, slots=True)
class CellStyle:
    """What fits in the cells of a column, alike for all rows so that their scales line up.

    `meta` is the form of the line about the rating, `inline` says that it stands beside the scale,
    `scale` is the width of the scale in pixels, `pad` the padding at the sides. `below` says that
    the difference stands under the scale and not beside it.
    """

    meta: str
    inline: bool
    summary: bool
    scale: int
    pad: int = PAD_X
    below: bool = False


@dataclass(frozen=True, slots=True)
class TableSizes:
    """The sizes of the grid in pixels: columns, rows, header, and the width that is in sight.

    `pad` is the padding at the sides of the cells, `air` what each row has above its need.
    """

    widths: tuple[int, ...] = ()
    heights: tuple[int, ...] = ()
    header: int = 0
    room: int = 0
    pad: int = PAD_X
    air: int = 0

    @property
    def height(self) -> int:
        """Give the height in which nothing has to scroll."""
        return sum(self.heights) + self.header


def with_air(model: CompareModel, sizes: TableSizes, height: int) -> TableSizes:
    """Let the rows take the height that is left over, each by at most `AIR_MOST` pixels."""
    is_heading = [isinstance(row, str) for row in model.rows]
    rows = is_heading.count(False)
    spare = min(height - sizes.height, AIR_MOST * rows)
    if spare <= 0:
        return sizes
    air = spare // rows
    heights = [
        need if heading else need + air
        for need, heading in zip(sizes.heights, is_heading, strict=True)
    ]
    heights[-1] += spare - air * rows
    return replace(sizes, heights=tuple(heights), air=air)


def table_sizes(model: CompareModel, room: int) -> TableSizes:
    """Fit the grid into a width."""
    widths = column_widths(model.columns, room)
    pad = cell_style(widths[-1], pair=model.is_pair).pad
    header = header_height(model, widths[-1] - 2 * pad)
    return TableSizes(widths, row_heights(model, widths, room), header, room, pad)


def header_lines(model: CompareModel, inside: int) -> int:
    """Give the number of lines of the headlines under the countries' names."""
    headlines = [column.headline for column in model.columns if isinstance(column, Column)]
    return max(len(text_lines(text, SMALL_PX, inside, HEADLINES)) for text in headlines)


def header_height(model: CompareModel, inside: int) -> int:
    """Give the height that names and headlines take, in columns with `inside` pixels for text."""
    lines = header_lines(model, inside)
    return 2 * HEADER_PAD + NAME_LINE + lines * SMALL_LINE if lines else PLAIN_HEADER


def column_widths(columns: tuple[GridColumn, ...], room: int) -> tuple[int, ...]:
    """Share the room among the columns; where it is too little, the grid scrolls."""
    pair = "difference" in columns
    countries = sum(isinstance(column, Column) for column in columns)
    # From four countries on, room is short.
    portion = _FACTOR_SHARE if pair or countries <= 3 else _FACTOR_SHARE_OF_MANY  # noqa: PLR2004 - as said
    factor = int(min(max(portion * room, _FACTOR_LEAST), _FACTOR_MOST))
    if pair and room >= _WIDE:
        factor = _FACTOR_MOST
    difference = DIFFERENCE_WIDTH if pair else 0
    least = _COUNTRY_LEAST_PAIR if pair else _COUNTRY_LEAST
    # Rather a narrower column of factors than one of a country that is cut at the edge.
    factor = min(factor, max(room - difference - least * countries, _FACTOR_LEAST))
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
    if not pair:
        return _narrow_style(width)
    inside = width - 2 * PAD_X
    room = inside - NOTE_ROOM
    for form in ("full", "middle", "short"):
        meta = ceil(text_width(meta_text("0.0", "moderate", 88, form) + f" {DIFFER}", SMALL_PX))
        scale = room - SCALE_GAP - meta
        if scale >= SCALE_LEAST:
            return CellStyle(form, inline=True, summary=True, scale=min(scale, SCALE_MOST))
    middle = text_width(meta_text("0.0", "moderate", 88, "middle") + f" {DIFFER}", SMALL_PX)
    form = "middle" if middle <= inside else "short"
    return CellStyle(form, inline=False, summary=True, scale=min(SCALE_MOST, room))


def _narrow_style(width: int) -> CellStyle:
    """Choose for a cell among several: as long a scale as there is room for."""
    inside = width - 2 * PAD_X
    beside = inside - DIFFERENCE_ROOM
    if beside >= SCALE_BESIDE:
        widest = text_width(meta_text("0.0", "moderate", 88, "short") + f" {DIFFER}", SMALL_PX)
        form = "short" if widest + NOTE_ROOM <= inside else "tight"
        summary = inside >= SUMMARY_LEAST
        return CellStyle(form, inline=False, summary=summary, scale=min(SCALE_MOST, beside))
    inside = width - 2 * PAD_X_NARROW
    meta = text_width(meta_text("0.0", "moderate", 88, "tight"), SMALL_PX)
    below = meta + difference_width(_WIDEST_DIFFERENCE) + GAP <= inside
    scale = inside - (MARK_ROOM if below else DIFFERENCE_ROOM)
    return CellStyle(
        "tight", inline=False, summary=False, scale=scale, pad=PAD_X_NARROW, below=below
    )


def difference_width(text: str) -> int:
    """Give the width of a difference with its arrow, in a narrow cell."""
    return ceil(text_width(text, SMALL_PX, SEMIBOLD)) + 12


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
            # Thin spaces, so that a difference fits on the same line.
            short = confidence.replace("moderate", "mod.")
            return f"{value}\u2009·\u2009{short}\u2009·\u2009{evidence}"
        case _:
            return f"{value} · {confidence} · {evidence}"


def row_heights(model: CompareModel, widths: tuple[int, ...], room: int) -> tuple[int, ...]:
    """Give the heights of all rows for columns of these widths, of which `room` is in sight."""
    heights = [_row_height(row, model, widths) for row in model.rows]
    if heights and not outcomes_heading(model, room)[1]:
        heights[-2] += SMALL_LINE
    return tuple(heights)


def outcomes_heading(model: CompareModel, room: int) -> tuple[int, bool]:
    """Give the width of the rungs' legend, and whether it fits beside the outcomes' heading."""
    heading, outcomes = model.rows[-2:]
    if not isinstance(heading, str) or not isinstance(outcomes, OutcomeRow):
        return 0, True
    rungs = rungs_width(outcomes.rungs)
    return rungs, _heading_width(heading) + SCALE_GAP + rungs <= room - 2 * PAD_X


def _heading_width(title: str) -> int:
    return ceil(text_width(title, SECTION_PX, SEMIBOLD))


def _row_height(row: GridRow, model: CompareModel, widths: tuple[int, ...]) -> int:
    if isinstance(row, str):
        return SECTION_HEIGHT
    pair = model.is_pair
    heights = [heading_height(row, widths[0], cell_style(widths[-1], pair=pair))]
    # All countries have columns of one width, and the last column is a country's.
    width = widths[-1]
    if isinstance(row, OutcomeRow):
        return max(*heights, _outcomes_height(row, width, pair=pair))
    return max(*heights, *(_factor_height(cell, width, pair=pair) for cell in row.cells))


def heading_lines(
    row: FactorRow | OutcomeRow, width: int, style: CellStyle
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the lines of a row's title, and the quiet lines under it where there is room.

    A factor whose title would take three lines goes by its short title. Text keeps clear of the
    mark of a note in the corner.
    """
    room = width - style.pad - (max(style.pad, NOTE_ROOM) if row.note else style.pad)
    title = text_lines(row.title, TEXT_PX, room, _TITLE_LINES + 1, SEMIBOLD)
    if not isinstance(row, FactorRow):
        return title, text_lines(row.subtitle, SMALL_PX, room, _SUBTITLE_LINES)
    if len(title) > _TITLE_LINES:
        title = text_lines(row.short, TEXT_PX, room, _TITLE_LINES, SEMIBOLD)
    if not style.summary or width < _HOLDER_LEAST:
        return title, ()
    return title, text_lines(row.holder, SMALL_PX, room, 2)


def heading_height(row: FactorRow | OutcomeRow, width: int, style: CellStyle) -> int:
    """Give the height that a row's title and the quiet lines under it take."""
    title, quiet = heading_lines(row, width, style)
    return 2 * PAD_Y + len(title) * LINE + len(quiet) * SMALL_LINE


def _factor_height(cell: FactorCell, width: int, *, pair: bool) -> int:
    style = cell_style(width, pair=pair)
    height = 2 * PAD_Y + SCALE_HEIGHT
    if style.summary:
        inside = width - 2 * style.pad
        height += GAP + len(text_lines(cell.summary, TEXT_PX, inside, 2)) * LINE
    if not style.inline:
        height += SMALL_LINE + (1 if style.summary else 0)
    # The difference of a pair takes two lines, also where there is no text beside it.
    return max(height, 2 * PAD_Y + LINE + SMALL_LINE) if pair else height


def _outcomes_height(row: OutcomeRow, width: int, *, pair: bool) -> int:
    inside = width - 2 * cell_style(width, pair=pair).pad
    lines = max((_outcome_line_count(row, cell, inside) for cell in row.cells), default=0)
    return 2 * PAD_Y + BAR_HEIGHT + under_bars(row, inside) + GAP + lines * SMALL_LINE


def _outcome_line_count(row: OutcomeRow, cell: OutcomeCell, inside: int) -> int:
    """Give the number of lines of text under a bar: rung, word, interval and move."""
    leading, word = outcome_lines(cell, inside)
    beneath = bool(word) and not outcome_is_on_one_line(cell, inside)
    return len(leading) + beneath + len(outcome_asides(row, cell, inside))


def under_bars(row: OutcomeRow, inside: int) -> int:
    """Give the room that whiskers and thin bars take under the bars of a row, alike for all.

    A lane is kept for whiskers that are still being drawn, so that the row does not jump.
    """
    found = (
        whiskers_beside(cell.shares, cell.bounds, inside) for cell in row.cells if cell.shares
    )
    lanes = max((lane_count(whiskers) for whiskers in found), default=0)
    before = BEFORE_HEIGHT if any(cell.before for cell in row.cells) else 0
    return before + max(lanes, 1) * LANE_HEIGHT


def outcome_asides(row: OutcomeRow, cell: OutcomeCell, inside: int) -> tuple[str, ...]:
    """Give the line on interval and move: in full where that fits in every cell of the row."""
    fits = all(text_width(each.asides[0], SMALL_PX) <= inside for each in row.cells)
    text = cell.asides[0 if fits else 1]
    return text_lines(text, SMALL_PX, inside, 2) if text else ()


def outcome_lines(cell: OutcomeCell, inside: int) -> tuple[tuple[str, ...], str]:
    """Give the lines of the leading rung under a bar of a width, and the word for it."""
    if not cell.word:
        return text_lines(cell.leading, SMALL_PX, inside, 2), ""
    word = f"{cell.word} {DIFFER}" if cell.disagreement else cell.word
    return text_lines(f"{cell.leading}:", SMALL_PX, inside, 2), word


def outcome_is_on_one_line(cell: OutcomeCell, inside: int) -> bool:
    """Say whether the word for the leading rung goes beside it, or under it."""
    leading, word = outcome_lines(cell, inside)
    together = text_width(f"{leading[0]} ", SMALL_PX) + text_width(word, SMALL_PX, SEMIBOLD)
    return len(leading) == 1 and ceil(together) < inside
