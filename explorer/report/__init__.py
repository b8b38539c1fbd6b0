"""The only home of Typst, of Matplotlib and of XlsxWriter.

The functions here import what they need when they are called: the libraries take a third of a
second and more, and a window that only might export has no use for them.
"""

from pathlib import Path

from explorer.pages.brief_document import Brief
from explorer.pages.charts import Chart
from explorer.report.progress import Progress
from explorer.style import LIGHT, Theme


def brief_pdf(brief: Brief, progress: Progress) -> bytes:
    """Print a brief: PDF/A-3a and PDF/UA-1, the same bytes for the same brief.

    Raises:
        ExportError: if a text holds a character that no bundled font has, or no page could be set.
    """
    from explorer.report.printing import print_brief

    return print_brief(brief, progress)


def write_brief(path: Path, brief: Brief, overwrite: bool, progress: Progress) -> None:  # noqa: FBT001 - always named
    """Print a brief to a file, which is there whole or not at all.

    Raises:
        ExportError: if the file exists and may not be replaced, its folder cannot be written to,
            or the brief cannot be printed.
    """
    from explorer.report.printing import print_brief, steps_of
    from explorer.report.saving import check_target, save_whole

    check_target(path, overwrite=overwrite)
    total = steps_of(brief)
    content = print_brief(brief, progress)
    save_whole(
        path,
        content,
        overwrite=overwrite,
        before_swap=lambda: progress(total - 1, total, "Saving"),
    )
    progress(total, total, "Saved")


def chart_svg(chart: Chart, theme: Theme = LIGHT) -> bytes:
    """Draw a chart with its title, unit, source and caveat as an SVG picture with real text."""
    from explorer.report.pictures import picture_svg

    return picture_svg(chart, theme)


def chart_png(chart: Chart, dpi: float = 200.0, theme: Theme = LIGHT) -> bytes:
    """Draw a chart with its title, unit, source and caveat as a PNG picture."""
    from explorer.report.pictures import picture_png

    return picture_png(chart, dpi, theme)
