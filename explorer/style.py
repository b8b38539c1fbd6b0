"""Colours and type, one set for screen and paper.

Countries wear the palette of Okabe and Ito (2008), which stays apart under the common kinds of
colour blindness; `ink` is a darker (or, on dark, lighter) kin of each, for text at 4.5 : 1 or
better.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

FONT_FAMILY = "Inter"


@dataclass(frozen=True, slots=True)
class Theme:
    """The named colours of one theme, as `#rrggbb`."""

    name: str
    background: str
    card: str
    rail: str
    header: str
    section: str
    ink: str
    mute: str
    faint: str
    line: str
    track: str
    accent: str
    accent_ink: str
    tint: str
    baseline_tint: str
    pull: str
    hold: str
    grid: str


LIGHT = Theme(
    name="light",
    background="#f6f6f3",
    card="#ffffff",
    rail="#fbfbf9",
    header="#fcfcfb",
    section="#f9f9f6",
    ink="#1c2530",
    mute="#5f6973",
    faint="#98a0a8",
    line="#e3e4df",
    track="#e0e2dc",
    accent="#0b5d7a",
    accent_ink="#ffffff",
    tint="#e8f1f5",
    baseline_tint="#f4f9fb",
    pull="#01665e",
    hold="#8c510a",
    grid="#eceeea",
)

DARK = Theme(
    name="dark",
    background="#14181c",
    card="#1b2126",
    rail="#171c20",
    header="#1e252a",
    section="#192025",
    ink="#e7ebee",
    mute="#9da8b1",
    faint="#707b85",
    line="#2d353c",
    track="#3a444c",
    accent="#4fb3d4",
    accent_ink="#0c1a20",
    tint="#1d333d",
    baseline_tint="#1c272d",
    pull="#5cc4b5",
    hold="#dfa65f",
    grid="#293137",
)

_OKABE_ITO = {
    "AZE": "#0072b2",
    "KAZ": "#e69f00",
    "UZB": "#009e73",
    "TKM": "#d55e00",
    "KGZ": "#cc79a7",
    "TJK": "#56b4e9",
}
_OKABE_ITO_DARK = {**_OKABE_ITO, "AZE": "#3d9bd6"}
_INK_LIGHT = {
    "AZE": "#0067a1",
    "KAZ": "#8a5a00",
    "UZB": "#007454",
    "TKM": "#b04e00",
    "KGZ": "#9c4577",
    "TJK": "#1f6f9f",
}
_INK_DARK = {
    "AZE": "#62b1e4",
    "KAZ": "#f0b53a",
    "UZB": "#35c79c",
    "TKM": "#f58a3c",
    "KGZ": "#dd96bd",
    "TJK": "#7cc7f0",
}
_OTHER = {"light": "#7a838b", "dark": "#98a2aa"}

_MARKERS = {
    "AZE": "circle",
    "KAZ": "square",
    "UZB": "triangle",
    "TKM": "diamond",
    "KGZ": "cross",
    "TJK": "star",
}

RUNGS_LIGHT = ("#dfeaf4", "#bcd6ea", "#82b4d8", "#2f76a9", "#08457a")
"""From ordinary ties to strategic embrace: one hue, darker for closer ties (also on paper)."""
RUNGS_DARK = ("#2b3b4a", "#33566f", "#3f7ea6", "#6fb0da", "#b9ddf5")


def country_colour(iso3: str, theme: Theme) -> str:
    """Give the fill of a country's marks and lines; grey for a reference state."""
    palette = _OKABE_ITO_DARK if theme.name == "dark" else _OKABE_ITO
    return palette.get(iso3, _OTHER[theme.name])


def country_ink(iso3: str, theme: Theme) -> str:
    """Give the colour of text in a country's hue."""
    palette = _INK_DARK if theme.name == "dark" else _INK_LIGHT
    return palette.get(iso3, theme.mute)


def country_marker(iso3: str) -> str:
    """Give the marker that tells a country's line apart without colour."""
    return _MARKERS.get(iso3, "plus")


def rung_colours(theme: Theme) -> tuple[str, ...]:
    """Give the fills of the rungs, lowest first."""
    return RUNGS_DARK if theme.name == "dark" else RUNGS_LIGHT


def rung_inks(theme: Theme) -> tuple[str, ...]:
    """Give the text colours that go on the fills of the rungs."""
    if theme.name == "dark":
        return ("#e7ebee", "#e7ebee", "#ffffff", "#0c1a20", "#0c1a20")
    return ("#1c2530", "#1c2530", "#10202e", "#ffffff", "#ffffff")


_FAMILIES_LIGHT = {
    "ties": "#332288",
    "powers": "#882255",
    "neighbours": "#0f6b5c",
    "voices": "#6b6212",
    "means": "#4a5560",
}
"""Kinds of events, after the muted scheme of Paul Tol (2021), darker for white letters."""
_FAMILIES_DARK = {
    "ties": "#b3a8f0",
    "powers": "#e58fb6",
    "neighbours": "#5cc4a9",
    "voices": "#cfc465",
    "means": "#b4bec6",
}
_SHAPES = {
    "ties": "circle",
    "powers": "diamond",
    "neighbours": "square",
    "voices": "shield",
    "means": "hexagon",
}


def event_colour(family: str, theme: Theme) -> str:
    """Give the fill of an event's mark by its family."""
    palette = _FAMILIES_DARK if theme.name == "dark" else _FAMILIES_LIGHT
    return palette.get(family, _OTHER[theme.name])


def event_shape(family: str) -> str:
    """Give the shape of an event's mark, which tells its family apart without colour."""
    return _SHAPES.get(family, "house")


EVENT_SHAPES = MappingProxyType(
    {
        "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
        "diamond": ((0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)),
        "shield": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.25), (0.0, 1.15), (-0.9, 0.25)),
        "house": ((0.0, -1.15), (0.9, -0.25), (0.9, 0.9), (-0.9, 0.9), (-0.9, -0.25)),
        "hexagon": (
            (-0.55, -0.95),
            (0.55, -0.95),
            (1.1, 0.0),
            (0.55, 0.95),
            (-0.55, 0.95),
            (-1.1, 0.0),
        ),
    }
)
"""Corners of the marks about their middle, in radii, y downwards; a circle has none."""


_STEPS_LIGHT = ("#dcefd3", "#a3d6bd", "#5cb1b3", "#25789f", "#0d4173")
"""From low to high: green to blue, darker all the way (after Brewer's GnBu), so that it reads
without hues too."""
_STEPS_DARK = ("#1f4450", "#2a6672", "#4a9fa1", "#86c6b2", "#d3eed0")
_GROUPS_LIGHT = ("#25789f", "#b9dcc8", "#d9d4c7")
_GROUPS_DARK = ("#6cb6cf", "#37665f", "#4b4a44")
_MAP_LIGHT = {"sea": "#e9eff2", "land": "#f6f5f1", "edge": "#c3c8c8", "gap": "#ffffff"}
_MAP_DARK = {"sea": "#131f28", "land": "#232a30", "edge": "#414b53", "gap": "#1b2126"}
_DARK_FROM = 0.217


def step_colours(count: int, theme: Theme) -> tuple[str, ...]:
    """Give the fills of up to five ordered classes, lowest first, spread over the whole scale."""
    scale = _STEPS_DARK if theme.name == "dark" else _STEPS_LIGHT
    last = len(scale) - 1
    if count == 1:
        return (scale[last // 2],)
    return tuple(scale[round(at * last / (count - 1))] for at in range(count))


def group_colours(theme: Theme) -> tuple[str, ...]:
    """Give the fills of kinds of membership: inside, other standing, outside."""
    return _GROUPS_DARK if theme.name == "dark" else _GROUPS_LIGHT


def map_colour(part: Literal["sea", "land", "edge", "gap"], theme: Theme) -> str:
    """Give the colour of a part of a map: sea, land, a line between, and the ground of a hatch."""
    return (_MAP_DARK if theme.name == "dark" else _MAP_LIGHT)[part]


def ink_on(fill: str) -> str:
    """Give dark or light ink, whichever reads better on a fill (WCAG 2.1, relative luminance)."""
    return LIGHT.ink if luminance(fill) > _DARK_FROM else "#ffffff"


def luminance(colour: str) -> float:
    """Give the relative luminance of `#rrggbb`, from 0 to 1 (WCAG 2.1)."""
    parts = (int(colour[at : at + 2], 16) / 255.0 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


MARKINGS = MappingProxyType(
    {
        "": "",
        "clear": "TLP:CLEAR",
        "green": "TLP:GREEN",
        "amber": "TLP:AMBER",
        "amber+strict": "TLP:AMBER+STRICT",
        "red": "TLP:RED",
    }
)
"""Labels of the Traffic Light Protocol 2.0 in their exact form (FIRST, 2022)."""
