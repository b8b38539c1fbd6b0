"""The app's own fonts as Matplotlib sees them: how to set a text, and how wide it comes out."""

from functools import cache, lru_cache

from matplotlib import font_manager
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags

from explorer import paths
from explorer.style import FONT_FAMILY

_FILES = {400: "Inter-Regular.ttf", 600: "Inter-SemiBold.ttf"}


@cache
def register_fonts() -> None:
    """Tell Matplotlib of the bundled fonts, once."""
    for file in _FILES.values():
        font_manager.fontManager.addfont(str(paths.fonts() / file))


@cache
def lettering(size: float, weight: int = 400) -> FontProperties:
    """Give the font for a text; `size` in points, `weight` 400 or 600."""
    register_fonts()
    return FontProperties(
        family=FONT_FAMILY, size=size, weight=weight, fname=paths.fonts() / _FILES[weight]
    )


@cache
def _face(weight: int) -> FT2Font:
    return FT2Font(str(paths.fonts() / _FILES[weight]))


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, weight: int = 400) -> float:
    """Give the width in points of a text on one line, with kerning and without hinting."""
    face = _face(weight)
    face.set_size(100.0, 72.0)
    face.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return float(face.get_width_height()[0]) / 64.0 * size / 100.0


def wrap_text(text: str, width: float, size: float, weight: int = 400) -> tuple[str, ...]:
    """Break a text into lines no wider than `width` points; too long a word stands alone."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size, weight) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line) if line else tuple(lines)
