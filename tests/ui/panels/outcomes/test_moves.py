from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.as_of import known_on
from explorer.domain.atlas import Atlas
from explorer.pages.charts import TornadoChart
from explorer.pages.events import default_event, event_choices
from explorer.pages.moves import Reach, compose_doubt, compose_moves
from explorer.pages.outlook import Outlook, compose_outlook
from explorer.style import DARK, LIGHT
from explorer.ui.charts.tornado import TornadoPlot
from explorer.ui.panels.outcomes.moves import WORKING, MovesSection
from explorer.workspace.document import Workspace


@pytest.fixture(scope="module")
def outlook(atlas: Atlas) -> Outlook:
    return compose_outlook(atlas, Workspace())


@pytest.fixture
def section(qtbot: QtBot) -> MovesSection:
    made = MovesSection(LIGHT)
    qtbot.addWidget(made)
    made.resize(620, 1000)
    made.show()
    return made


def show(
    section: MovesSection, atlas: Atlas, outlook: Outlook, iso3: str, reach: Reach = "range"
) -> None:
    section.show_part(compose_moves(atlas, outlook, iso3, default_event(atlas), reach))


def words(widget: QWidget) -> list[str]:
    labels = widget.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def test_the_swings_are_drawn_under_their_title(
    section: MovesSection, atlas: Atlas, outlook: Outlook
) -> None:
    show(section, atlas, outlook, "KAZ")
    assert section.title.text() == "What moves Kazakhstan most · at least token accession"
    assert isinstance(section.chart.canvas, TornadoPlot)
    assert section.reaches.key == "range"


def test_of_what_was_not_judged_by_a_day_only_that_is_said(
    section: MovesSection, atlas: Atlas, outlook: Outlook
) -> None:
    cut = known_on(atlas, date(2020, 1, 1))
    show(section, cut, compose_outlook(cut, Workspace()), "KAZ")
    assert words(section) == [
        "What moves it",
        "Kazakhstan: no value found, not judged by 1 Jan 2020.",
    ]
    assert not section.chart.isVisible()
    show(section, atlas, outlook, "KAZ")
    assert section.chart.isVisible()
    assert section.levers.isVisible()
    assert section.reaches.isVisible()


def test_choosing_how_far_ratings_are_moved_is_said_once_and_by_the_user_only(
    section: MovesSection, atlas: Atlas, outlook: Outlook, qtbot: QtBot
) -> None:
    chosen: list[str] = []
    section.reach_chosen.connect(chosen.append)
    show(section, atlas, outlook, "KAZ", "point")
    assert section.reaches.key == "point"
    assert chosen == []
    with qtbot.waitSignal(section.reach_chosen):
        section.reaches.buttons[0].click()
    assert chosen == ["range"]


def test_what_would_have_to_change_is_said_for_the_event_and_for_the_lead(
    section: MovesSection, atlas: Atlas, outlook: Outlook
) -> None:
    show(section, atlas, outlook, "TKM")
    moves = compose_moves(atlas, outlook, "TKM", default_event(atlas))
    said = words(section.levers)
    assert moves.levers.opening in said
    assert moves.lead.opening in said
    assert moves.lead.changes in said
    assert not section.levers.turning.changes.isVisible()
    assert not section.levers.turning.folded.isVisible()


def test_the_next_smallest_changes_are_folded_away_until_asked_for(
    section: MovesSection, atlas: Atlas, outlook: Outlook
) -> None:
    show(section, atlas, outlook, "TKM")
    block = section.levers.leading
    moves = compose_moves(atlas, outlook, "TKM", default_event(atlas))
    assert not block.table.isVisible()
    block.folded.disclosure.button.click()
    assert block.table.isVisible()
    assert block.table.table == moves.lead.table
    show(section, atlas, outlook, "KGZ")
    assert block.table.isVisible()
    assert block.table.table != moves.lead.table


def test_until_the_doubt_is_there_the_words_for_work_stand_in_its_place(
    section: MovesSection, atlas: Atlas, outlook: Outlook
) -> None:
    show(section, atlas, outlook, "KAZ")
    assert words(section.doubt) == [WORKING]
    part = compose_doubt(atlas, outlook, "KAZ", default_event(atlas), rows=256)
    section.show_doubt(part)
    said = words(section.doubt)
    assert WORKING not in said
    assert part.sentence in said
    assert part.note in said
    assert part.rows[0].label in said
    assert part.rows[-1].label not in said
    section.doubt.folded.disclosure.button.click()
    assert part.rows[-1].label in words(section.doubt)


def test_a_doubt_of_something_else_is_taken_away_and_one_that_came_first_is_kept(
    section: MovesSection, atlas: Atlas, outlook: Outlook
) -> None:
    choice = default_event(atlas)
    show(section, atlas, outlook, "KAZ")
    section.show_doubt(compose_doubt(atlas, outlook, "KAZ", choice, rows=256))
    show(section, atlas, outlook, "KAZ", "point")
    assert WORKING not in words(section.doubt)
    show(section, atlas, outlook, "UZB")
    assert words(section.doubt) == [WORKING]
    section.show_doubt(compose_doubt(atlas, outlook, "TJK", choice, rows=256))
    show(section, atlas, outlook, "TJK")
    assert WORKING not in words(section.doubt)
    other = event_choices(atlas)[0]
    section.show_part(compose_moves(atlas, outlook, "TJK", other))
    assert words(section.doubt) == [WORKING]


def test_the_chart_can_be_copied_saved_and_read_as_a_table(
    section: MovesSection, atlas: Atlas, outlook: Outlook
) -> None:
    show(section, atlas, outlook, "KAZ")
    wanted: list[tuple[object, str]] = []

    def take(chart: object, kind: str) -> None:
        wanted.append((chart, kind))

    section.chart_save_wanted.connect(take)
    for button in ("PNG…", "SVG…"):
        section.chart.buttons[button].click()
    assert [kind for _, kind in wanted] == ["png", "svg"]
    assert all(isinstance(chart, TornadoChart) for chart, _ in wanted)
    section.chart.buttons["Copy table"].click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Factor\tBears as\tWeight")
    assert "Standing in Washington\tinterest\t15 %" in text
    section.chart.buttons["Copy image"].click()
    assert QGuiApplication.clipboard().mimeData().hasImage()


def test_another_theme_is_taken_everywhere(
    section: MovesSection, atlas: Atlas, outlook: Outlook
) -> None:
    show(section, atlas, outlook, "KAZ")
    section.show_doubt(compose_doubt(atlas, outlook, "KAZ", default_event(atlas), rows=256))
    section.set_theme(DARK)
    inks = {label.palette().windowText().color().name() for label in section.findChildren(QLabel)}
    assert inks <= {DARK.ink, DARK.mute}
    assert isinstance(section.chart.canvas, TornadoPlot)
    assert section.chart.canvas.theme == DARK


def test_every_control_has_a_name_and_can_be_reached_by_keys(
    section: MovesSection, atlas: Atlas, outlook: Outlook
) -> None:
    show(section, atlas, outlook, "KAZ")
    assert isinstance(section.chart.canvas, TornadoPlot)
    controls = (
        section.chart.canvas,
        *section.reaches.buttons,
        *section.chart.buttons.values(),
        section.levers.leading.folded.disclosure.button,
        section.doubt.folded.disclosure.button,
    )
    for control in controls:
        assert control.accessibleName()
        assert control.focusPolicy().value
