import subprocess
import sys

from explorer.domain.atlas import Atlas
from explorer.pages.events import default_event
from explorer.pages.moves import compose_levers, compose_moves, compose_swings
from explorer.pages.outlook import compose_outlook
from explorer.workspace.document import Workspace


def test_the_parts_are_those_composed_one_by_one(atlas: Atlas) -> None:
    outlook, choice = compose_outlook(atlas, Workspace()), default_event(atlas)
    moves = compose_moves(atlas, outlook, "UZB", choice, "point")
    assert moves.swings == compose_swings(atlas, outlook, "UZB", choice, "point")
    assert moves.levers == compose_levers(atlas, outlook, "UZB", choice)
    assert moves.lead == compose_levers(atlas, outlook, "UZB", "lead")
    assert moves.reach == "point"


def test_its_values_can_be_held_before_numpy_is_there() -> None:
    script = "import sys, explorer.pages.moves; sys.exit('numpy' in sys.modules)"
    assert subprocess.run((sys.executable, "-c", script), check=False).returncode == 0
