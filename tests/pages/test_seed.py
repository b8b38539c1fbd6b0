from dataclasses import replace
from itertools import permutations

import pytest

from explorer.domain.atlas import Atlas
from explorer.packs.reading import read_atlas
from explorer.pages.brief_record import record_part
from explorer.pages.brief_sources import SourceNumbers
from explorer.pages.evidence_detail import compose_evidence_detail
from explorer.pages.record import compose_question
from explorer.pages.seed import asked_because, seed_gloss
from explorer.paths import bundled_pack
from explorer.workspace.document import Workspace

GLOSS = (
    "Seed: the article that the pack's questions were taken from, S001, Eldar Mamedov, “Will "
    "Central Asia Join the Abraham Accords?”, 2025."
)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


def test_the_seed_is_named_where_a_text_says_the_word(atlas: Atlas) -> None:
    assert seed_gloss(atlas, ("As the Seed says",)) == GLOSS
    assert seed_gloss(atlas, ("Seeds of doubt", "")) == ""


def test_a_pack_without_a_seed_has_no_gloss(atlas: Atlas) -> None:
    others = tuple(each for each in atlas.sources if each.kind != "seed")
    without = replace(atlas, sources=others)
    assert seed_gloss(without, ("the seed",)) == ""
    assert asked_because(without, "Seed: oil") == "the seed article: oil"


def test_each_question_says_in_plain_words_why_it_was_asked(atlas: Atlas) -> None:
    for each in atlas.questions:
        page = compose_question(atlas, Workspace(), each.id)
        assert page is not None
        words = dict(page.facts)["Asked because"]
        assert "the seed article (S001)" in words
        assert "Later record" not in words
        assert "Seed:" not in words


def test_an_item_that_names_the_seed_says_what_it_is(atlas: Atlas) -> None:
    named = next(x for x in atlas.evidence if "seed" in x.note.lower().split())
    silent = next(x for x in atlas.evidence if "seed" not in f"{x.claim} {x.note}".lower())
    for item, said in ((named, True), (silent, False)):
        detail = compose_evidence_detail(atlas, Workspace(), item.id)
        assert detail is not None
        assert (("Seed", "T" + GLOSS.removeprefix("Seed: t")) in detail.facts) is said


def test_a_brief_that_says_the_word_says_what_it_means(atlas: Atlas) -> None:
    told = 0
    for pair in permutations(("AZE", "KAZ", "UZB", "TJK"), 2):
        part = record_part(atlas, pair, SourceNumbers(atlas))
        says = any("seed" in f"{x.who} {x.body.text}".lower() for x in part.expected)
        assert part.expected_note.endswith(GLOSS) is says
        told += says
    assert told
