"""What a brief says of change: the texts, and how far ratings and likelihoods moved."""

from collections.abc import Sequence

from explorer.analysis.basis import Choices
from explorer.analysis.change import Raters, ladder_move, rating_move
from explorer.analysis.likelihood import percent_text
from explorer.analysis.pooling import ladder_of
from explorer.domain.atlas import Atlas
from explorer.domain.outcomes import BASELINE_SCENARIO
from explorer.pages.brief_document import CitedText, Move, Passage
from explorer.pages.change_words import counts_words, hindsight_caution, points_words
from explorer.pages.words import country_name, in_sentences, signed, tenth_text

_MOST_MOVES = 3
_LEAST_MOVE = 0.2
"""A mean of four raters moves by less than this when one of them moves by half a scale point."""
_OF_BOTH = (
    "Where other raters judged at one of the two dates, before and now are both of those who "
    "judged at both"
)


def changes_of(atlas: Atlas, pair: tuple[str, str]) -> tuple[Passage, ...]:
    """Give what the pack says has changed, state by state."""
    return tuple(
        Passage(country_name(atlas, iso3), CitedText(found.what_changed))
        for iso3 in pair
        if (found := atlas.conclusion_by_iso3.get(iso3)) and found.what_changed
    )


def moves_of(
    atlas: Atlas, pair: tuple[str, str], choices: Choices | None = None
) -> tuple[Move, ...]:
    """Give the move of the leading rung, then the ratings that moved most, state by state.

    `atlas` holds all raters who are pooled, `choices` how they are.
    """
    choices = choices or Choices()
    return tuple(
        move
        for iso3 in pair
        for move in (*_rung_moves(atlas, iso3, choices), *_rating_moves(atlas, iso3, choices))
    )


def change_caution(atlas: Atlas, moves: Sequence[Move]) -> str:
    """Give the cautions that go with these moves: hindsight, and raters who judged only once."""
    is_mixed = any(move.raters for move in moves)
    return in_sentences((hindsight_caution(atlas), _OF_BOTH if is_mixed else ""))


def _rung_moves(atlas: Atlas, iso3: str, choices: Choices) -> tuple[Move, ...]:
    weights, method = choices.rater_weights, choices.method
    pooled = ladder_of(atlas, iso3, BASELINE_SCENARIO, None, weights, method)
    move = ladder_move(atlas, iso3, BASELINE_SCENARIO, choices)
    if pooled is None or move is None:
        return ()
    rung = pooled.leading
    before, now = move.before.shares[rung], move.now.shares[rung]
    return (
        Move(
            country_name(atlas, iso3),
            _what(f"Likelihood of {atlas.rungs[rung].title.lower()}", move.raters),
            percent_text(before),
            percent_text(now),
            points_words(move.points(rung)),
            counts_words(move.raters),
        ),
    )


def _rating_moves(atlas: Atlas, iso3: str, choices: Choices) -> tuple[Move, ...]:
    found = [
        (factor, move)
        for factor in atlas.factors
        if (move := rating_move(atlas, iso3, factor.id, choices.rater_weights))
        and round(abs(move.value), 9) >= _LEAST_MOVE
    ]
    found.sort(key=lambda item: -abs(item[1].value))
    return tuple(
        Move(
            country_name(atlas, iso3),
            _what(factor.title, move.raters),
            tenth_text(move.before.mode),
            tenth_text(move.now.mode),
            signed(move.shown),
            counts_words(move.raters),
        )
        for factor, move in found[:_MOST_MOVES]
    )


def _what(title: str, raters: Raters) -> str:
    counts = counts_words(raters)
    return f"{title} ({counts})" if counts else title
