"""How the detail of whatever is selected is composed."""

from dataclasses import replace

from explorer.domain.atlas import Atlas
from explorer.pages.as_of_words import not_written
from explorer.pages.detail import Cited, DetailPage, Paragraph
from explorer.pages.detail_country import compose_country_detail
from explorer.pages.detail_factor import compose_factor_detail
from explorer.pages.detail_outcome import compose_outcome_detail
from explorer.pages.outlook import Intervals, Outlook
from explorer.pages.view import Target, View
from explorer.workspace.document import Workspace


def compose_detail(
    atlas: Atlas,
    workspace: Workspace,
    view: View,
    target: Target,
    outlook: Outlook | None = None,
    intervals: Intervals | None = None,
) -> DetailPage:
    """Compose the panel beside the grid for a cell, factor, country or outcome.

    Under an outlook the likely outcomes are its own, with the intervals where they are drawn, and
    ratings and ladders are those of all raters who are pooled.

    Raises:
        KeyError: if the pack has no such factor; see `is_known` for targets from a file.
    """
    pooled = outlook.ground.atlas if outlook else atlas
    match target.kind:
        case "cell" | "factor":
            page = compose_factor_detail(pooled, workspace, view, target)
        case "country":
            page = compose_country_detail(pooled, workspace, view, target)
        case "outcome":
            page = compose_outcome_detail(pooled, workspace, view, target, outlook, intervals)
    said = not_written(pooled)
    if not said:
        return page
    return replace(page, blocks=(Paragraph("", Cited(said), quiet=True), *page.blocks))


def is_known(atlas: Atlas, target: Target) -> bool:
    """Say whether a target from a file or a setting names things that this pack has."""
    has_country = not target.iso3 or target.iso3 in atlas.country_by_iso3
    has_factor = not target.factor or target.factor in atlas.factor_by_id
    return has_country and has_factor
