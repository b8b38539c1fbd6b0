from dataclasses import replace

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.judgement import OWN_RATER
from explorer.pages.brief_forecast import _state_moves
from explorer.pages.compare_outcomes import compose_outcomes
from explorer.pages.events import event_choices
from explorer.pages.outcomes import compose_outcomes_page
from explorer.pages.outlook import Outlook, compose_outlook
from explorer.pages.ruled_out import NOUGHT, ruled_out_words
from explorer.pages.swings import compose_swings
from explorer.pages.view import View
from explorer.workspace.document import Pooling, RaterJudgement, Workspace, frozen

PRODUCT = Workspace(pooling=Pooling("geometric"))


def nought(atlas: Atlas, *places: int) -> Atlas:
    """Let R2 give some rungs no chance in Kazakhstan, and the others all of it."""

    def changed(shares: tuple[float, ...]) -> tuple[float, ...]:
        kept = [0.0 if at in places else max(share, 0.01) for at, share in enumerate(shares)]
        return tuple(share / sum(kept) for share in kept)

    ladders = tuple(
        replace(each, probabilities=changed(each.probabilities))
        if (each.rater, each.iso3) == ("R2", "KAZ")
        else replace(each, probabilities=tuple((x + 0.01) / 1.05 for x in each.probabilities))
        for each in atlas.ladders
    )
    return replace(atlas, ladders=ladders)


@pytest.fixture(scope="module")
def top(atlas: Atlas) -> Outlook:
    return compose_outlook(nought(atlas, len(atlas.rungs) - 1), PRODUCT)


def test_the_product_says_what_it_rules_out_and_by_whose_nought(top: Outlook) -> None:
    assert ruled_out_words(top, ["AZE", "KAZ"]) == (
        "In Kazakhstan the product of the raters rules out strategic embrace: R2 gave it nought."
    )


def test_several_noughts_of_one_rater_are_said_once(atlas: Atlas) -> None:
    outlook = compose_outlook(nought(atlas, 0, 4), PRODUCT)
    assert ruled_out_words(outlook, ["KAZ"]) == (
        "In Kazakhstan the product of the raters rules out ordinary ties and strategic embrace: "
        "R2 gave them nought."
    )


def test_the_mean_and_a_rater_who_does_not_count_rule_nothing_out(atlas: Atlas) -> None:
    changed = nought(atlas, 4)
    assert ruled_out_words(compose_outlook(changed, Workspace()), ["KAZ"]) == ""
    without = Workspace(pooling=Pooling("geometric", frozen({"R2": 0.0})))
    assert ruled_out_words(compose_outlook(changed, without), ["KAZ"]) == ""


def test_it_is_said_beside_the_figures_in_compare_and_outcomes(atlas: Atlas, top: Outlook) -> None:
    said = ruled_out_words(top, ["KAZ"])
    row = compose_outcomes(atlas, PRODUCT, View("AZE", ("KAZ",)), top)
    assert [line.words for line in row.key if line.mark == "nought"] == [said]
    page = compose_outcomes_page(atlas, PRODUCT, top, None, ("AZE", "KAZ"))
    assert said in page.method
    assert "may not sum to 100" in page.method


def test_in_place_of_a_tornado_without_bars_a_sentence_says_why(
    atlas: Atlas, top: Outlook
) -> None:
    highest = next(each for each in event_choices(atlas) if "strategic embrace" in each.words)
    chart = compose_swings(atlas, top, "KAZ", highest)
    assert chart.now < NOUGHT
    assert chart.swings == ()
    assert chart.caption.missing.startswith("Nothing moves this: it is ruled out. In Kazakhstan")
    assert "R2 gave it nought" in chart.caption.missing
    assert chart.caption.limits == ""
    assert chart.caption.table.rows
    certain = compose_outlook(nought(atlas, 0, 1), PRODUCT)
    sure = next(each for each in event_choices(atlas) if "token" in each.words)
    chart = compose_swings(atlas, certain, "KAZ", sure)
    assert chart.swings == ()
    assert chart.caption.missing.startswith("Nothing moves this: all else is ruled out.")


def test_the_user_is_spoken_to(atlas: Atlas) -> None:
    first = next(each for each in atlas.ladders if each.iso3 == "KAZ")
    shares = (0.0, 0.0, 0.95, 0.05, 0.0)
    own = replace(first, rater=OWN_RATER, as_of=atlas.subject.as_of, probabilities=shares)
    mine = RaterJudgement(OWN_RATER, is_pooled=True, ladders=frozen({("KAZ", "baseline"): own}))
    workspace = replace(PRODUCT, judgements=frozen({OWN_RATER: mine}))
    said = ruled_out_words(compose_outlook(nought(atlas), workspace), ["KAZ"])
    assert said.endswith("and strategic embrace: you gave them nought.")


def test_the_brief_says_why_it_has_no_bars(atlas: Atlas) -> None:
    certain = compose_outlook(nought(atlas, 0, 1), PRODUCT)
    sure = next(each for each in event_choices(atlas) if "token" in each.words)
    moves = _state_moves(atlas, certain, "KAZ", sure)
    assert moves.levers[0] == "Nothing moves this: all else is ruled out."
