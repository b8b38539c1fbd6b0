"""What a brief says of votes, of what others expect, and of forecast questions resolved."""

from collections.abc import Sequence

from explorer.domain.atlas import Atlas
from explorer.domain.countries import REGION
from explorer.pages.assessments import AssessmentItem, compose_assessments
from explorer.pages.brief_document import (
    CitedText,
    Expectation,
    RecordPart,
    ResolvedQuestion,
    VoteLine,
)
from explorer.pages.brief_sources import SourceNumbers
from explorer.pages.detail import SourceLink
from explorer.pages.record import compose_question
from explorer.pages.record_ladders import POOL
from explorer.pages.record_questions import Question, questions_of
from explorer.pages.seed import seed_gloss
from explorer.pages.trace import thing
from explorer.pages.votes import VoteRow, compose_votes
from explorer.pages.words import (
    counted,
    country_names,
    in_sentences,
    listing,
    mid_sentence,
    sentence,
)
from explorer.workspace.document import Workspace

EXPECTATIONS = 8
"""How many authors are told of: the newest, as many as a quarter of a page holds."""
_CLAIMS = 2
"""How many items of evidence say what happened, where no text does: as many as are cited."""

_SCORED = (
    "Scores are Brier's (0 is best, 1 worst) and the logarithm of the likelihood given to what "
    "happened. The others are not scored, since no rung of the ladder answers them."
)
_UNSCORED = "None is scored, since no rung of the ladder answers them."


def record_part(atlas: Atlas, pair: tuple[str, str], sources: SourceNumbers) -> RecordPart:
    """Compose the three for a pair; where there is none on record, the note says so.

    Only the pack's own questions are told of: the user's own forecasts are the user's.
    """
    votes = compose_votes(atlas, pair)
    expected, expected_note = _expected(atlas, pair, sources)
    resolved, resolved_note = _resolved(atlas, pair, sources)
    return RecordPart(
        votes=tuple(_vote(row) for row in votes.rows),
        votes_note=CitedText(
            in_sentences((votes.standing, *votes.tallies)),
            sources.cites(key for row in votes.rows for key in _ids(row.source)),
        ),
        expected=expected,
        expected_note=expected_note,
        resolved=resolved,
        resolved_note=resolved_note,
    )


def things_recorded(atlas: Atlas, pair: tuple[str, str]) -> tuple[str, ...]:
    """Name what the part tells of: the pair's votes, the assessments, and the questions."""
    return (
        *(str(thing("vote", row.key, x)) for row in compose_votes(atlas, pair).rows for x in pair),
        *(each.goal for each in _assessments(atlas, pair)[:EXPECTATIONS]),
        *(str(thing("question", each.key)) for each in _questions(atlas, pair)),
    )


def _assessments(atlas: Atlas, pair: tuple[str, str]) -> tuple[AssessmentItem, ...]:
    """Give the assessments that name a state of the pair, the newest first."""
    items = compose_assessments(atlas, pair).items
    return tuple(each for each in items if set(pair) & set(each.states))


def _questions(atlas: Atlas, pair: tuple[str, str]) -> tuple[Question, ...]:
    """Give the pack's questions on the pair that came out as yes or as no."""
    return tuple(
        each
        for each in questions_of(atlas, Workspace())
        if each.state in {"yes", "no"} and set(pair) & set(each.countries)
    )


def _vote(row: VoteRow) -> VoteLine:
    first, second = row.votes
    return VoteLine(row.when, f"{row.title}, {row.number}", (first, second))


def _ids(source: SourceLink | None) -> tuple[str, ...]:
    return () if source is None else (source.id,)


def _expected(
    atlas: Atlas, pair: tuple[str, str], sources: SourceNumbers
) -> tuple[tuple[Expectation, ...], str]:
    """Give what the newest authors expect who name a state of the pair."""
    found = _assessments(atlas, pair)
    names = listing(country_names(atlas, pair))
    if not found:
        return (), f"No assessment of {names} is on record."
    shown = found[:EXPECTATIONS]
    told = tuple(
        Expectation(
            who=", ".join(part for part in (each.author, each.publisher, each.when) if part),
            where=_where(each),
            stance=each.stance,
            body=CitedText(sentence(each.position), sources.cites(_ids(each.source))),
        )
        for each in shown
    )
    many = counted(len(found), "assessment names", "assessments name")
    which = "all of them" if len(shown) == len(found) else f"the newest {len(shown)}"
    note = (
        f"{many} one of the two; here {which}, each with the pack's word for its stance. Authors "
        "were collected, not sampled: their number is no measure of opinion."
    )
    gloss = seed_gloss(atlas, (text for each in told for text in (each.who, each.body.text)))
    return told, " ".join(part for part in (note, gloss) if part)


def _where(item: AssessmentItem) -> str:
    """Name the states in a sentence; the region stands among them with a small letter."""
    pairs = zip(item.states, item.names, strict=True)
    return listing([mid_sentence(name) if iso3 == REGION else name for iso3, name in pairs])


def _resolved(
    atlas: Atlas, pair: tuple[str, str], sources: SourceNumbers
) -> tuple[tuple[ResolvedQuestion, ...], str]:
    """Give the questions on the pair that came out, with the score of a judged likelihood."""
    found = _questions(atlas, pair)
    if not found:
        return (), "No forecast question on these states has been resolved."
    told = tuple(_question(atlas, each, sources) for each in found)
    return told, _SCORED if any(each.score for each in told) else _UNSCORED


def _claims(atlas: Atlas, evidence_ids: Sequence[str]) -> list[str]:
    return [atlas.evidence_by_id[key].claim for key in evidence_ids]


def _question(atlas: Atlas, question: Question, sources: SourceNumbers) -> ResolvedQuestion:
    page = compose_question(atlas, Workspace(), question.key)
    happened = question.bundled.what_happened if question.bundled else ""
    evidence = question.bundled.evidence_ids if question.bundled else ()
    # As of an earlier day what was written later is left out; the evidence of the day is not.
    happened = happened or " ".join(sentence(x) for x in _claims(atlas, evidence[:_CLAIMS]))
    pool = next((x for x in page.judged if x.who == POOL and x.is_scored), None) if page else None
    score = ""
    if page and pool:
        judged = f"{pool.when}: {pool.likelihood}, {pool.word}"
        scores = f"Brier score {pool.brier}, logarithmic score {pool.log}"
        score = in_sentences((f"{judged}; {scores}", *page.cautions))
    return ResolvedQuestion(
        question.text,
        page.outcome if page else "",
        sources.cited(sentence(happened), evidence, most=2),
        score,
    )
