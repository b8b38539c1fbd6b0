from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import JudgedLadder
from explorer.pages.outcomes import DRAWING, StateLine
from explorer.pages.view import Target, View
from explorer.style import DARK
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.panels.outcomes import OutcomesPanel
from explorer.ui.panels.outcomes.moves import WORKING
from explorer.ui.presenters import outcomes
from explorer.ui.presenters.outcomes import OutcomesPresenter
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.text import Text
from explorer.workspace.document import WhatIf, Workspace
from explorer.workspace.judgements import set_own_ladder

EXACTLY = "exactly:low_stakes_cooperation"


@dataclass
class Desk:
    """The view Outcomes with all that it stands on."""

    session: Session
    outlooks: OutlookKeeper
    tasks: TaskDoor
    themes: ThemeKeeper
    panel: OutcomesPanel
    presenter: OutcomesPresenter

    def settle(self, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: not self.presenter.is_behind and self.tasks.is_idle, timeout=9000)

    def edit(self, what_if: WhatIf) -> None:
        self.session.edit(replace(self.session.workspace, what_if=what_if))

    def words(self) -> str:
        texts = self.panel.findChildren(Text)
        return " ".join(each.text() for each in texts if each.isVisibleTo(self.panel))

    @property
    def title(self) -> str:
        return self.panel.moves.title.text()


def make(atlas: Atlas, themes: ThemeKeeper, selection: Target) -> Desk:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ", "UZB")), selection)
    tasks = TaskDoor()
    outlooks = OutlookKeeper(session, tasks)
    panel = OutcomesPanel(themes.theme)
    panel.resize(1180, 700)
    presenter = OutcomesPresenter(session, outlooks, tasks, themes, panel)
    return Desk(session, outlooks, tasks, themes, panel, presenter)


@pytest.fixture
def desk(qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper) -> Iterator[Desk]:
    made = make(atlas, themes, Target("cell", "KAZ", "iran_wedge"))
    qtbot.addWidget(made.panel)
    made.panel.show()
    made.settle(qtbot)
    yield made
    made.outlooks.close()
    made.tasks.close()


def test_nothing_is_composed_before_the_panel_is_in_sight(
    qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper
) -> None:
    made = make(atlas, themes, Target("outcome"))
    qtbot.addWidget(made.panel)
    qtbot.wait(30)
    assert made.presenter.is_behind
    assert made.panel.overview.ladders.chart is None
    made.tasks.close()


def test_every_section_shows_the_state_that_is_selected(desk: Desk) -> None:
    panel = desk.panel
    assert desk.presenter.iso3 == "KAZ"
    assert panel.head.states.key == "KAZ"
    assert "Kazakhstan" in desk.title
    assert panel.raters.chart.chart is not None
    assert panel.raters.chart.chart.caption.title.startswith("Each rater's ladder: Kazakhstan")
    assert panel.actors.chart.chart is not None
    assert panel.fit.chart.chart is not None
    assert WORKING not in desk.words()
    assert "Do the methods agree on Kazakhstan?" in desk.words()


def test_without_a_state_selected_the_first_comparator_is_analysed(
    qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper
) -> None:
    made = make(atlas, themes, Target("factor", factor="iran_wedge"))
    qtbot.addWidget(made.panel)
    assert made.presenter.iso3 == "KAZ"
    made.tasks.close()


def test_the_state_chosen_in_the_head_is_analysed_in_every_section(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.panel.head.states.buttons[2].click()
    desk.settle(qtbot)
    assert desk.presenter.iso3 == "UZB"
    assert "Uzbekistan" in desk.title
    assert "Do the methods agree on Uzbekistan?" in desk.words()
    assert desk.panel.hypotheses.accessibleName()
    assert "Kazakhstan" not in desk.panel.raters.chart.accessibleName()


def test_the_state_follows_the_selection_and_keeps_what_was_chosen_when_a_factor_is_selected(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.session.select(Target("country", "UZB"))
    desk.settle(qtbot)
    assert desk.panel.head.states.key == "UZB"
    desk.session.select(Target("factor", factor="iran_wedge"))
    desk.settle(qtbot)
    assert desk.presenter.iso3 == "UZB"


def test_a_state_no_longer_shown_gives_way(qtbot: QtBot, desk: Desk) -> None:
    desk.session.show(View("AZE", ("TJK",)), Target("factor", factor="iran_wedge"))
    desk.settle(qtbot)
    assert desk.presenter.iso3 == "TJK"
    assert [each.key for each in desk.panel.head.states.buttons] == ["AZE", "TJK"]
    assert "Tajikistan" in desk.title


def test_another_event_moves_swings_and_doubt_and_nothing_else(qtbot: QtBot, desk: Desk) -> None:
    before = desk.panel.agreement.table.table
    box = desk.panel.head.events
    box.setCurrentIndex(box.findData(EXACTLY))
    box.activated.emit(box.currentIndex())
    desk.settle(qtbot)
    assert "exactly low-stakes cooperation" in desk.title.lower()
    assert WORKING not in desk.words()
    assert desk.panel.agreement.table.table == before


def test_an_answer_to_what_is_no_longer_asked_is_dropped(qtbot: QtBot, desk: Desk) -> None:
    states = desk.panel.head.states.buttons
    desk.presenter.choose_state("UZB")
    desk.presenter._ask_for_moves()
    asked = desk.presenter._asked()
    states[0].click()
    desk.settle(qtbot)
    shown = desk.title
    late = desk.panel.moves._moves
    assert late is not None
    desk.presenter._take_moves(asked, replace(late, swings=replace(late.swings, swings=())))
    assert "Azerbaijan" in shown
    assert desk.panel.moves._moves is late


def test_doubt_that_is_told_first_waits_for_what_it_is_the_doubt_of(
    qtbot: QtBot, desk: Desk
) -> None:
    part = desk.panel.moves._doubt
    moves = desk.panel.moves._moves
    assert part is not None
    assert moves is not None
    desk.presenter.choose_event(EXACTLY)
    asked = desk.presenter._asked()
    desk.presenter._take_doubt(asked, part)
    assert desk.panel.moves._doubt is part
    other = replace(moves, levers=moves.lead)
    desk.presenter._take_moves(asked, other)
    assert desk.panel.moves._doubt is part
    assert WORKING not in desk.words()
    desk.settle(qtbot)


def test_a_scenario_is_followed_at_once_and_undone(qtbot: QtBot, desk: Desk) -> None:
    plain = [line.percent for line in shown_lines(desk)]
    desk.edit(WhatIf(base="storm_south"))
    desk.settle(qtbot)
    assert [line.percent for line in shown_lines(desk)] != plain
    assert "Under the scenario" in desk.panel.head._standing.text()
    desk.session.undo()
    desk.settle(qtbot)
    assert [line.percent for line in shown_lines(desk)] == plain


def test_intervals_come_when_they_are_drawn(qtbot: QtBot, desk: Desk) -> None:
    assert {line.interval for line in shown_lines(desk)} == {DRAWING}
    with qtbot.waitSignal(desk.outlooks.intervals_changed, timeout=9000):
        desk.outlooks.begin()
    desk.settle(qtbot)
    assert DRAWING not in {line.interval for line in shown_lines(desk)}
    chart = desk.panel.overview.ladders.chart
    assert chart is not None
    assert all(row.bounds for row in desk.panel.overview._page.ladders.rows)  # pyright: ignore[reportOptionalMemberAccess] - it has been shown


def test_what_changes_while_the_panel_is_out_of_sight_is_shown_when_it_comes_back(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.panel.hide()
    desk.edit(WhatIf(ratings={("KAZ", "public_opinion"): 4.0}))
    qtbot.wait(30)
    assert desk.presenter.is_behind
    desk.panel.show()
    desk.settle(qtbot)
    assert "log-odds" in desk.words()


def test_how_far_ratings_move_is_chosen_and_kept_for_the_next_state(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.panel.moves.reaches.buttons[1].click()
    desk.settle(qtbot)
    desk.panel.head.states.buttons[0].click()
    desk.settle(qtbot)
    assert desk.panel.moves._moves is not None
    assert desk.panel.moves._moves.reach == "point"


def test_an_item_that_a_note_cites_is_shown_and_an_unknown_one_is_not(
    atlas: Atlas, desk: Desk
) -> None:
    desk.panel.evidence_wanted.emit("E99999")
    assert desk.panel.foot.item is None
    desk.panel.evidence_wanted.emit("E296")
    assert desk.panel.foot.item is not None
    assert desk.panel.foot.item.claim == atlas.evidence_by_id["E296"].claim


def test_links_lead_outside_only_where_they_are_safe(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def remember(address: QUrl) -> bool:
        opened.append(address.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", remember)
    desk.panel.link_opened.emit("file:///etc/passwd")
    desk.panel.link_opened.emit("https://example.org/")
    assert opened == ["https://example.org/"]


def test_charts_are_saved_to_files(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.panel.overview.ladders.buttons["SVG…"].click()
    dialog = desk.panel.findChild(QFileDialog)
    assert dialog is not None
    file = tmp_path / "ladders.svg"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    qtbot.waitUntil(file.exists, timeout=20_000)
    desk.settle(qtbot)
    assert "Kazakhstan" in file.read_text(encoding="utf-8")


def test_dark_colours_are_taken(qtbot: QtBot, desk: Desk) -> None:
    desk.themes.choose("dark")
    desk.settle(qtbot)
    assert desk.panel._theme is DARK
    desk.themes.choose("light")


def shown_lines(desk: Desk) -> tuple[StateLine, ...]:
    page = desk.panel.overview._page
    assert page is not None
    return page.lines


def test_a_judgement_kept_apart_comes_into_the_ladders_and_the_methods_alone(
    qtbot: QtBot, desk: Desk
) -> None:
    outlook, swings = desk.outlooks.outlook, desk.panel.moves._moves
    ladder = JudgedLadder("", date(2026, 11, 24), "KAZ", "baseline", (0.0, 0.0, 0.0, 0.0, 1.0))
    desk.session.edit(set_own_ladder(desk.session.workspace, ladder))
    desk.settle(qtbot)
    said = str(desk.panel.agreement.table.table)
    assert "kept apart" in said
    raters = desk.panel.raters.chart.chart
    assert raters is not None
    assert "You" in str(raters.caption.table)
    assert desk.outlooks.outlook is outlook
    assert desk.panel.moves._moves is swings


def ruin(*_asked: object) -> object:
    raise ValueError("no such thing")


def test_what_moves_an_event_that_cannot_be_worked_out_is_said_in_its_place(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(outcomes, "compose_moves", ruin)
        patch.setattr(outcomes, "compose_doubt", ruin)
        desk.presenter.choose_state("UZB")
        desk.settle(qtbot)
        words = desk.words()
        assert desk.title.startswith("This could not be worked out.")
        assert "no such thing" in desk.title
        assert words.count("This could not be worked out.") == 2
        assert WORKING not in words
        assert not desk.panel.moves.chart.isVisibleTo(desk.panel)
    desk.presenter.choose_state("KAZ")
    desk.settle(qtbot)
    assert "could not be worked out" not in desk.words()
    assert desk.panel.moves.chart.isVisibleTo(desk.panel)
    assert desk.panel.moves.doubt.table.isVisibleTo(desk.panel)


def test_the_doubt_is_shown_where_only_what_moves_the_event_cannot_be_worked_out(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outcomes, "compose_moves", ruin)
    desk.presenter.choose_state("UZB")
    desk.settle(qtbot)
    assert desk.words().count("This could not be worked out.") == 1
    assert desk.panel.moves.doubt.table.isVisibleTo(desk.panel)


def test_another_day_has_every_section_composed_anew(qtbot: QtBot, desk: Desk) -> None:
    newest = desk.panel.raters.chart.chart, desk.panel.fit.chart.chart
    desk.session.look_as_of(date(2025, 11, 5))
    desk.settle(qtbot)
    then = desk.panel.raters.chart.chart, desk.panel.fit.chart.chart
    assert all(one != other for one, other in zip(newest, then, strict=True))
    desk.session.look_as_of(None)
    desk.settle(qtbot)
    assert (desk.panel.raters.chart.chart, desk.panel.fit.chart.chart) == newest
