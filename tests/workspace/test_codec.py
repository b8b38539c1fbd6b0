import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.dates import PartialDate
from explorer.domain.evidence import MARKS, Evidence
from explorer.domain.judgement import Rating
from explorer.domain.outcomes import JudgedLadder
from explorer.errors import WorkspaceError
from explorer.workspace.codec import NewerFormatError, decode, encode
from explorer.workspace.document import (
    OwnEvidence,
    OwnScenario,
    OwnSource,
    Pooling,
    RaterJudgement,
    Remark,
    UserNote,
    WhatIf,
    Workspace,
    frozen,
)

NOW = datetime(2026, 11, 24, 21, 4, 5, tzinfo=UTC)
DAY = date(2026, 11, 24)
PATH = Path("workspace.json")

any_text = st.text(st.characters(codec=None), max_size=12)  # also halves of surrogate pairs
names = any_text.filter(str.strip)
zones = st.none() | st.integers(-1439, 1439).map(lambda m: timezone(timedelta(minutes=m)))
moments = st.datetimes(timezones=zones)
on_scale = st.floats(0.0, 4.0)


def shares_of(counts: list[int]) -> list[float]:
    return [count / sum(counts) for count in counts]


shares = st.lists(st.integers(0, 1000), min_size=1, max_size=6).filter(any).map(shares_of)
weights = st.dictionaries(names, st.integers(1, 1000), max_size=6).map(
    lambda counts: dict(zip(counts, shares_of(list(counts.values())), strict=True))
)
pairs = st.tuples(any_text, any_text)
what_ifs = st.builds(
    WhatIf, names, st.dictionaries(pairs, on_scale, max_size=4).map(frozen), weights.map(frozen)
)


@st.composite
def ratings(draw: st.DrawFn, rater: str) -> Rating:
    low, mode, high = sorted(draw(st.tuples(on_scale, on_scale, on_scale)))
    iso3, factor = draw(pairs)
    return Rating(
        rater,
        draw(st.dates()),
        iso3,
        factor,
        low,
        mode,
        high,
        draw(st.sampled_from(("low", "moderate", "high"))),
        draw(any_text),
        draw(any_text),
        tuple(draw(st.lists(any_text, max_size=3))),
    )


@st.composite
def judgements(draw: st.DrawFn) -> RaterJudgement:
    rater = draw(names)
    of_ladder = st.builds(
        JudgedLadder,
        st.just(rater),
        st.dates(),
        any_text,
        any_text,
        shares.map(tuple),
        any_text,
    )
    rated, judged = (
        draw(st.lists(ratings(rater), max_size=3)),
        draw(st.lists(of_ladder, max_size=3)),
    )
    return RaterJudgement(
        rater,
        draw(st.booleans()),
        frozen({(each.iso3, each.factor): each for each in rated}),
        frozen({(each.iso3, each.scenario): each for each in judged}),
    )


texts = st.lists(any_text, max_size=2).map(tuple)
dates = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
items = st.builds(
    Evidence,
    st.integers(1, 10**5).map(lambda number: f"U{number:03d}"),
    st.integers(1, 9999).map(PartialDate) | dates,
    texts,
    any_text,
    st.sampled_from(("+", "-", "0")),
    st.integers(1, 3),
    any_text,
    any_text,
    any_text,
    any_text,
    texts,
    st.sampled_from("ABCDEF"),
    st.integers(1, 6),
    any_text,
)
own_items = st.builds(
    OwnEvidence, items, st.builds(OwnSource, *(any_text for _ in range(5))), moments
)
verdicts = st.sampled_from(("", "agree", "doubt", "irrelevant", "superseded"))


@st.composite
def workspaces(draw: st.DrawFn) -> Workspace:
    notes = draw(st.lists(st.builds(UserNote, any_text, any_text, moments), max_size=4))
    scenario = st.builds(OwnScenario, names, names, any_text, what_ifs, moments)
    scenarios = {each.id: each for each in draw(st.lists(scenario, max_size=3))}
    counts = st.dictionaries(any_text, st.floats(0.0, 1e9), max_size=3)
    judged = draw(st.lists(judgements(), max_size=3))
    keys = st.tuples(any_text, any_text, any_text)
    return Workspace(
        notes=frozen({note.target: note for note in notes}),
        what_if=draw(what_ifs),
        scenario=draw(st.sampled_from(["", *scenarios])),
        scenarios=frozen(scenarios),
        judgements=frozen({each.rater: each for each in judged}),
        pooling=Pooling(draw(st.sampled_from(("linear", "geometric"))), frozen(draw(counts))),
        marks=frozen(draw(st.dictionaries(keys, st.sampled_from(MARKS), max_size=4))),
        remarks=frozen(
            draw(
                st.dictionaries(names, st.builds(Remark, verdicts, any_text, moments), max_size=3)
            )
        ),
        own_evidence=frozen({own.item.id: own for own in draw(st.lists(own_items, max_size=3))}),
    )


@given(workspaces())
def test_every_workspace_comes_back_as_it_was(workspace: Workspace) -> None:
    assert decode(encode(workspace), PATH) == workspace


@given(workspaces())
def test_what_was_read_is_written_byte_for_byte_again(workspace: Workspace) -> None:
    assert encode(decode(encode(workspace), PATH)) == encode(workspace)


def test_a_file_of_the_first_format_opens_with_its_notes_and_nothing_assumed() -> None:
    note = {"target": "country:KAZ", "text": "Ask", "edited": NOW.isoformat()}
    old = json.dumps({"app": "country-explorer", "format": 1, "notes": [note]}).encode()
    found = decode(old, PATH)
    assert found == Workspace(frozen({"country:KAZ": UserNote("country:KAZ", "Ask", NOW)}))
    assert decode(encode(found), PATH) == found


def test_a_file_without_remarks_and_own_evidence_opens_with_none() -> None:
    document = json.loads(encode(Workspace()))
    for name in ("remarks", "own_evidence"):
        del document[name]
    assert decode(json.dumps(document).encode(), PATH) == Workspace()


def test_a_number_that_is_none_is_not_written() -> None:
    workspace = Workspace(what_if=WhatIf(ratings={("KAZ", "iran_wedge"): float("nan")}))
    with pytest.raises(ValueError, match="JSON compliant"):
        encode(workspace)


def test_a_file_of_a_later_format_says_which_even_with_fields_not_known_here() -> None:
    with pytest.raises(NewerFormatError) as error:
        decode(b'{"format": 7, "sketches": []}', PATH)
    assert error.value.version == 7


def full() -> dict[str, Any]:
    """Give the document of a workspace that says something of every kind."""
    rating = Rating("Aigul", DAY, "KAZ", "iran_wedge", 1.0, 2.0, 3.0, "low", "", "Grain", ("E1",))
    ladder = JudgedLadder("Aigul", DAY, "KAZ", "baseline", (0.25, 0.75), "Grain")
    what_if = WhatIf("shock", {("KAZ", "iran_wedge"): 3.0}, {"a": 0.25, "b": 0.75})
    workspace = Workspace(
        {"a": UserNote("a", "b", NOW)},
        what_if,
        "own-1",
        {"own-1": OwnScenario("own-1", "Mine", "Why", what_if, NOW)},
        {
            "Aigul": RaterJudgement(
                "Aigul", True, {("KAZ", "iran_wedge"): rating}, {("KAZ", "baseline"): ladder}
            )
        },
        Pooling("geometric", {"R1": 2.0}),
        {("KAZ", "E1", "freeze"): "II"},
    )
    return json.loads(encode(workspace))


def put(*way: str | int, value: object) -> Callable[[dict[str, Any]], None]:
    """Give a damage: the value at the end of the way is another."""

    def do(document: dict[str, Any]) -> None:
        *steps, last = way
        place: Any = document
        for step in steps:
            place = place[step]
        place[last] = value

    return do


def twice(name: str) -> Callable[[dict[str, Any]], None]:
    def do(document: dict[str, Any]) -> None:
        document[name].append(document[name][0])

    return do


def without(name: str) -> Callable[[dict[str, Any]], None]:
    def do(document: dict[str, Any]) -> None:
        del document[name]

    return do


RATING = ("judgements", 0, "ratings", 0)
LADDER = ("judgements", 0, "ladders", 0)
DAMAGE: Mapping[str, Callable[[dict[str, Any]], None]] = {
    "“app” is 'city-explorer'": put("app", value="city-explorer"),
    "“format” is '2'": put("format", value="2"),
    "“format” is True": put("format", value=True),
    "“format” is 0": put("format", value=0),
    "“notes” is no list": put("notes", value={}),
    "“sketch” is not known": put("sketch", value=1),
    "“marks” is missing": without("marks"),
    "“what_if” is missing": without("what_if"),
    "“notes[0].edited” is 'soon'": put("notes", 0, "edited", value="soon"),
    "“notes[0].colour” is not known": put("notes", 0, "colour", value="red"),
    "“notes[1]” comes a second time": twice("notes"),
    "“scenarios[1]” comes a second time": twice("scenarios"),
    "“judgements[1]” comes a second time": twice("judgements"),
    "“marks[1]” comes a second time": twice("marks"),
    "“what_if.base” does not hold": put("what_if", "base", value=" "),
    "“what_if.ratings[0].value” does not hold: 4.5 is": put(
        "what_if", "ratings", 0, "value", value=4.5
    ),
    "“what_if.ratings[0].value” is '3'": put("what_if", "ratings", 0, "value", value="3"),
    "“what_if.weights” does not hold: the shares sum to 1.25": put(
        "what_if", "weights", "a", value=0.5
    ),
    "“what_if.weights” does not hold: -0.25": put("what_if", "weights", "a", value=-0.25),
    "“scenario” names no saved scenario": put("scenario", value="own-2"),
    "“scenario” is 1": put("scenario", value=1),
    "“scenarios[0].title” does not hold": put("scenarios", 0, "title", value=""),
    "“scenarios[0].what_if” holds no fields": put("scenarios", 0, "what_if", value=[]),
    "“judgements[0].is_pooled” is 1": put("judgements", 0, "is_pooled", value=1),
    "“judgements[0].ratings[0]” does not hold: 3.5, 2, 3": put(*RATING, "low", value=3.5),
    "“judgements[0].ratings[0]” does not hold: 5 is": put(*RATING, "high", value=5),
    "“judgements[0].ratings[0].confidence” is 'sure'": put(*RATING, "confidence", value="sure"),
    "“judgements[0].ratings[0].as_of” is 'soon'": put(*RATING, "as_of", value="soon"),
    "“judgements[0].ratings[0].evidence_ids[0]” is 7": put(*RATING, "evidence_ids", value=[7]),
    "“judgements[0].ladders[0].probabilities” does not hold: the shares sum to 0.5": put(
        *LADDER, "probabilities", value=[0.25, 0.25]
    ),
    "“pooling.method” is 'median'": put("pooling", "method", value="median"),
    "“pooling.rater_weights” does not hold: -1": put("pooling", "rater_weights", "R1", value=-1),
    "“marks[0].mark” is 'X'": put("marks", 0, "mark", value="X"),
    "it holds NaN": put("what_if", "ratings", 0, "value", value=float("nan")),
}


def test_the_document_before_it_is_damaged_is_whole() -> None:
    assert decode(json.dumps(full()).encode(), PATH).scenario == "own-1"


@pytest.mark.parametrize("said", DAMAGE)
def test_damage_is_named_by_its_field(said: str) -> None:
    document = full()
    DAMAGE[said](document)
    with pytest.raises(WorkspaceError) as error:
        decode(json.dumps(document).encode(), PATH)
    assert str(error.value).startswith("workspace.json is damaged (")
    assert said in str(error.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"3",
        b'{"notes": []}',
        b'{"format": 1}',
        b'{"format": 1, "notes": [], "what_if": {}}',
        b'{"app": "city-explorer", "format": 7}',
        b'{"format": 1, "format": 2, "notes": []}',
        b"[" * 200_000,
    ],
)
def test_what_is_no_workspace_is_damaged(content: bytes) -> None:
    with pytest.raises(WorkspaceError, match=r"workspace\.json is damaged"):
        decode(content, PATH)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_told_to_be_damaged(content: bytes) -> None:
    with pytest.raises(WorkspaceError):
        decode(content, PATH)
