import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.style import DARK, LIGHT
from explorer.ui.panels.record.adding import AddForecast


@pytest.fixture
def adding(qtbot: QtBot) -> AddForecast:
    made = AddForecast(LIGHT)
    qtbot.addWidget(made)
    made.show()
    made.show_question("Q02")
    return made


@pytest.mark.parametrize(
    ("typed", "word"),
    [("35", "unlikely"), ("", "from 0 to 100"), ("x", "not a number from 0 to 100")],
)
def test_the_word_stands_beside_the_figure(adding: AddForecast, typed: str, word: str) -> None:
    QTest.keyClicks(adding.percent, typed)
    assert adding.word.text() == word
    assert adding.percent.accessibleDescription() == word
    assert adding.button.isEnabled() == (typed == "35")


@pytest.mark.parametrize("typed", ["0", "100"])
def test_certainty_is_warned_of_and_can_be_added_all_the_same(
    adding: AddForecast, typed: str
) -> None:
    QTest.keyClicks(adding.percent, typed)
    assert adding.warning.isVisible()
    assert "minus infinity" in adding.warning.text()
    assert adding.button.isEnabled()
    QTest.keyClicks(adding.percent, "\b")
    adding.percent.setText("50")
    assert not adding.warning.isVisible()


def test_enter_in_the_field_adds_the_forecast_and_not_a_word_that_is_none(
    adding: AddForecast, qtbot: QtBot
) -> None:
    adding.percent.setText("x")
    with qtbot.assertNotEmitted(adding.added):
        QTest.keyClick(adding.percent, Qt.Key.Key_Return)
    adding.percent.setText("35")
    adding.reason.setPlainText("Clouds")
    said: list[tuple[str, ...]] = []

    def hear(*typed: str) -> None:
        said.append(typed)

    adding.added.connect(hear)
    QTest.keyClick(adding.percent, Qt.Key.Key_Return)
    assert said == [("35", "", "Clouds")]


def test_what_is_typed_for_one_question_is_there_again_after_another(
    adding: AddForecast,
) -> None:
    adding.percent.setText("35")
    adding.reason.setPlainText("Clouds")
    adding.show_question("Q18")
    assert adding.percent.text() == ""
    adding.show_question("Q02")
    assert (adding.percent.text(), adding.reason.toPlainText()) == ("35", "Clouds")
    adding.clear()
    assert adding.percent.text() == ""


def test_every_field_has_a_name(adding: AddForecast) -> None:
    adding.set_theme(DARK)
    for part in (adding.percent, adding.confidence, adding.reason):
        assert part.accessibleName()
