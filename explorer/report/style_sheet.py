"""The one style sheet of all Matplotlib drawings, and the lock that keeps its use in order."""

from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock
from typing import Any

import matplotlib as mpl
from matplotlib.typing import RcKeyType

from explorer.report.lettering import register_fonts
from explorer.style import FONT_FAMILY, Theme

_LOCK = Lock()  # Matplotlib's settings are shared by all threads


def settings(theme: Theme) -> dict[RcKeyType, Any]:
    """Give Matplotlib's settings for a theme: few lines, no frame, the same ids in every run."""
    return {
        "font.family": FONT_FAMILY,
        "svg.fonttype": "none",
        "svg.hashsalt": "country-explorer",
        "path.simplify": False,
        "text.color": theme.ink,
        "text.parse_math": False,
        "text.hinting": "none",
        "axes.edgecolor": theme.line,
        "axes.facecolor": "none",
        "axes.linewidth": 0.5,
        "axes.axisbelow": True,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.spines.left": False,
        "axes.grid": False,
        "grid.color": theme.line,
        "grid.linewidth": 0.5,
        "lines.linewidth": 1.4,
        "lines.solid_capstyle": "round",
        "lines.solid_joinstyle": "round",
        "xtick.color": theme.line,
        "ytick.color": theme.line,
        "xtick.labelcolor": theme.mute,
        "ytick.labelcolor": theme.mute,
        "xtick.major.size": 2.5,
        "xtick.major.width": 0.5,
        "ytick.major.size": 0.0,
        "ytick.major.pad": 3.0,
        "xtick.major.pad": 2.5,
    }


@contextmanager
def styled(theme: Theme) -> Generator[None]:
    """Draw with the style sheet; one drawing at a time."""
    with _LOCK, mpl.rc_context(settings(theme)):
        register_fonts()
        yield
