import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.headline import Headline

HEADLINE, JUDGEMENT = "Kazakhstan has the announcement", "Astana is unlikely to go further. " * 6
CONFIDENCE = "Confidence in this judgement is moderate."


@pytest.fixture
def headline(qtbot: QtBot, themes: ThemeKeeper) -> Headline:
    made = Headline()
    qtbot.addWidget(made)
    made.resize(1000, 200)
    made.show_texts(HEADLINE, JUDGEMENT, CONFIDENCE)
    made.show()
    return made


def label_of(headline: Headline, text: str) -> QLabel:
    return next(label for label in headline.findChildren(QLabel) if label.text() == text)


def test_judgement_and_confidence_are_texts_of_their_own(headline: Headline) -> None:
    assert label_of(headline, JUDGEMENT) is not label_of(headline, CONFIDENCE)
    assert all(label_of(headline, text).isVisible() for text in (JUDGEMENT, CONFIDENCE))


def test_the_confidence_stands_beside_the_judgement_where_there_is_room(
    headline: Headline,
) -> None:
    judgement, confidence = label_of(headline, JUDGEMENT), label_of(headline, CONFIDENCE)
    assert confidence.x() > judgement.geometry().right()
    headline.resize(600, 300)
    QApplication.processEvents()
    assert confidence.y() > judgement.geometry().bottom()


def test_the_judgement_folds_away_and_comes_back(qtbot: QtBot, headline: Headline) -> None:
    said: list[bool] = []
    headline.folded.connect(said.append)
    headline._fold.click()
    assert headline.is_folded
    assert not label_of(headline, JUDGEMENT).isVisible()
    assert not label_of(headline, CONFIDENCE).isVisible()
    assert label_of(headline, HEADLINE).isVisible()
    assert headline._fold.text() == "Show judgement"
    headline._fold.click()
    assert label_of(headline, JUDGEMENT).isVisible()
    assert said == [True, False]


def test_folding_what_is_folded_says_nothing(qtbot: QtBot, headline: Headline) -> None:
    headline.fold(folded=True)
    with qtbot.assertNotEmitted(headline.folded):
        headline.fold(folded=True)


def test_without_a_judgement_nothing_stands_there(headline: Headline) -> None:
    headline.show_texts("", "", "")
    assert not headline.isVisible()
    headline.show_texts(HEADLINE, JUDGEMENT, CONFIDENCE)
    assert headline.isVisible()


def test_the_texts_are_plain_and_can_be_copied(headline: Headline) -> None:
    headline.show_texts("<b>Bold</b>", JUDGEMENT, CONFIDENCE)
    for label in headline.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_where_there_is_nothing_to_fold_away_no_word_offers_it(headline: Headline) -> None:
    headline.show_texts("The texts are not shown as of an earlier day.", "", "")
    assert headline.isVisible()
    assert not headline._fold.isVisible()
    headline.show_texts(HEADLINE, JUDGEMENT, CONFIDENCE)
    assert headline._fold.isVisible()
