from dataclasses import replace

from pytestqt.qtbot import QtBot

from explorer.pages.detail import Cited, RaterView, Reason
from explorer.pages.rating_marks import RatingMark
from explorer.style import LIGHT
from explorer.ui.widgets.citations import Citations
from explorer.ui.widgets.disclosure import Disclosure
from explorer.ui.widgets.reason import ReasonView
from explorer.ui.widgets.scale import RatingBar
from explorer.ui.widgets.text import Text

REASON = Reason(
    iso3="KAZ",
    name="Kazakhstan",
    rating="3.1 (2.4 to 3.6)",
    mark=RatingMark(3.1, 2.4, 3.6, (3.0, 3.2)),
    confidence="moderate",
    summary="Southern corridor",
    rationale=Cited("Grain goes by the eastern rail line.", ("E101", "E045")),
    would_raise="More rail tonnage",
    would_lower="A Caspian route",
    change="2.8 as of 31 Oct 2025, 3.1 now (+0.3).",
    raters=(RaterView("R1", "3.0 (2 to 4)", "low", "In R1's own words"),),
)


def texts(view: ReasonView) -> list[str]:
    return [text.text() for text in view.findChildren(Text)]


def test_a_reason_says_all_its_parts(qtbot: QtBot) -> None:
    view = ReasonView(REASON, LIGHT)
    qtbot.addWidget(view)
    said = texts(view)
    for words in (
        "Kazakhstan",
        "3.1 (2.4 to 3.6)",
        "Confidence: moderate",
        "Would raise",
        "A Caspian route",
        "2.8 as of 31 Oct 2025, 3.1 now (+0.3).",
    ):
        assert words in said
    bar = view.findChild(RatingBar)
    assert bar is not None
    assert bar.accessibleName() == "Kazakhstan: 3.1 (2.4 to 3.6)"


def test_the_users_own_rating_is_said_where_there_is_one(qtbot: QtBot) -> None:
    words = "▼ You: 2.0 (1.0 to 3.0), kept apart from the pool."
    for reason, is_said in ((REASON, False), (replace(REASON, own=words), True)):
        view = ReasonView(reason, LIGHT)
        qtbot.addWidget(view)
        assert (words in texts(view)) is is_said


def test_the_raters_views_are_folded_away_at_first(qtbot: QtBot) -> None:
    view = ReasonView(REASON, LIGHT)
    qtbot.addWidget(view)
    assert "In R1's own words" not in texts(view)
    folded = view.findChild(Disclosure)
    assert folded is not None
    folded.button.click()
    assert "In R1's own words" in texts(view)


def test_a_cited_item_can_be_asked_for(qtbot: QtBot) -> None:
    view = ReasonView(REASON, LIGHT)
    qtbot.addWidget(view)
    came: list[str] = []
    view.evidence_opened.connect(came.append)
    cited = view.findChild(Citations)
    assert cited is not None
    cited.linkActivated.emit("evidence:E045")
    assert came == ["E045"]
