from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.widgets.citations import Citations


def test_each_id_is_a_link(qtbot: QtBot) -> None:
    cited = Citations(("E101", "E045"), LIGHT)
    qtbot.addWidget(cited)
    assert 'href="evidence:E101"' in cited.text()
    assert cited.accessibleName() == "Rests on evidence E101, E045"


def test_an_id_that_is_markup_is_left_out(qtbot: QtBot) -> None:
    cited = Citations(("E1", '"><img src="/etc/passwd">', "E 2"), LIGHT)
    qtbot.addWidget(cited)
    assert "img" not in cited.text()
    assert "E 2" not in cited.text()
