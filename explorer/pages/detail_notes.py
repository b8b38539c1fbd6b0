"""The places for the user's own notes beside what is selected."""

from explorer.domain.atlas import Atlas
from explorer.pages.detail import UserNoteBlock, UserNoteField
from explorer.pages.view import Target, View
from explorer.pages.words import country_name
from explorer.workspace.document import Workspace


def compose_notes(atlas: Atlas, workspace: Workspace, view: View, target: Target) -> UserNoteBlock:
    """Give the places for notes on a target, the target itself first, and what is written there.

    A cell offers its factor and its country too, a factor its cells, one state's outcome that
    state and the outcomes of all.
    """
    fields = tuple(_field(atlas, workspace, place) for place in _places(view, target))
    return UserNoteBlock("My note", fields)


def _places(view: View, target: Target) -> tuple[Target, ...]:
    match target.kind:
        case "cell":
            whole = Target("factor", factor=target.factor)
            return (target, whole, Target("country", target.iso3))
        case "factor":
            cells = (Target("cell", iso3, target.factor) for iso3 in view.shown)
            return (target, *cells)
        case "country":
            return (target,)
        case "outcome" if target.iso3:
            return (target, Target("outcome"), Target("country", target.iso3))
        case "outcome":
            return (target, *(Target("outcome", iso3) for iso3 in view.shown))


def _field(atlas: Atlas, workspace: Workspace, target: Target) -> UserNoteField:
    """Give one place for a note, named by what it is about."""
    parts: list[str] = []
    if target.iso3:
        parts.append(country_name(atlas, target.iso3))
    if target.factor:
        parts.append(atlas.factor_by_id[target.factor].title)
    if target.kind == "outcome":
        parts.append("Likely outcomes")
    return UserNoteField(target, " · ".join(parts), workspace.note(str(target)))
