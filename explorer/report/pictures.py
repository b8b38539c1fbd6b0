"""Charts as files: a plate for the brief, and a picture that stands by itself."""

from dataclasses import dataclass
from io import BytesIO

from matplotlib.figure import Figure

from explorer.pages.charts import Caption, Chart
from explorer.pages.rivals import rivals_sentence
from explorer.report.drawing import draw_chart, natural_height
from explorer.report.lettering import lettering, wrap_text
from explorer.report.pads import Pad
from explorer.report.style_sheet import styled
from explorer.style import LIGHT, Theme

_WIDTH, _MARGIN = 540.0, 16.0
_TITLE, _NOTE = 11.0, 7.6
_LEADING = 1.35
_GAP = 10.0


def plate_svg(chart: Chart, width: float, height: float) -> bytes:
    """Draw a chart for the brief, which sets title and source itself; sizes in points."""
    with styled(LIGHT):
        figure = Figure(figsize=(width / 72.0, height / 72.0))
        figure.patch.set_alpha(0.0)
        draw_chart(Pad(figure, LIGHT, 0.0, 0.0, width, height), chart)
        return _svg(figure)


def picture_svg(chart: Chart, theme: Theme) -> bytes:
    """Draw a chart with its title, unit, source and caveat as an SVG picture with real text."""
    with styled(theme):
        return _svg(_framed(chart, theme))


def picture_png(chart: Chart, dpi: float, theme: Theme) -> bytes:
    """Draw a chart with its title, unit, source and caveat as a PNG picture."""
    with styled(theme):
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        figure = _framed(chart, theme)
        FigureCanvasAgg(figure)
        buffer = BytesIO()
        figure.savefig(buffer, format="png", dpi=dpi, metadata={"Software": None})
        return buffer.getvalue()


def _svg(figure: Figure) -> bytes:
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    FigureCanvasSVG(figure)
    buffer = BytesIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _Text:
    """A line of text and how it is set; `top` is measured down from the figure's upper edge."""

    text: str
    top: float
    size: float
    weight: int
    colour: str


def _framed(chart: Chart, theme: Theme) -> Figure:
    head, top = _head(chart.caption, theme)
    height = natural_height(chart)
    foot, bottom = _foot(chart.caption, theme, top + height + _GAP)
    total = bottom + _MARGIN
    figure = Figure(figsize=(_WIDTH / 72.0, total / 72.0), facecolor=theme.card)
    for line in (*head, *foot):
        figure.text(
            _MARGIN / _WIDTH,
            1.0 - line.top / total,
            line.text,
            verticalalignment="top",
            fontproperties=lettering(line.size, line.weight),
            color=line.colour,
        )
    pad = Pad(figure, theme, _MARGIN, total - top - height, _WIDTH - 2 * _MARGIN, height)
    draw_chart(pad, chart)
    return figure


def _head(caption: Caption, theme: Theme) -> tuple[list[_Text], float]:
    texts, top = _set_lines(caption.title, _MARGIN, _TITLE, 600, theme.ink)
    units, top = _set_lines(caption.unit, top, _NOTE, 400, theme.mute)
    return [*texts, *units], top + _GAP


def _foot(caption: Caption, theme: Theme, top: float) -> tuple[list[_Text], float]:
    cautions = (f"{each.mark}: {each.words}" for each in caption.cautions)
    found: list[_Text] = []
    others = rivals_sentence(caption.rivals)
    for words in (caption.compared, *cautions, caption.source, caption.caveat, others):
        lines, top = _set_lines(words, top, _NOTE, 400, theme.mute)
        found += lines
    return found, top


def _set_lines(
    text: str, top: float, size: float, weight: int, colour: str
) -> tuple[list[_Text], float]:
    lines: list[_Text] = []
    for line in wrap_text(text, _WIDTH - 2 * _MARGIN, size, weight):
        lines.append(_Text(line, top, size, weight, colour))
        top += size * _LEADING
    return lines, top
