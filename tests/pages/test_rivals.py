from dataclasses import replace

from explorer.domain.atlas import Atlas
from explorer.pages.rivals import (
    RivalGroup,
    RivalLine,
    evidence_line,
    evidence_rivals,
    rivals_of,
    rivals_sentence,
)


def test_rivals_of_a_figure_are_the_others_for_its_quantity(atlas: Atlas) -> None:
    [group] = rivals_of(atlas, "indicator", "milex_gdp")
    assert [each.key for each in group] == ["milex_gdp_fb"]
    assert rivals_of(atlas, "indicator", "hdi") == ()


def test_the_rivalry_is_mutual(atlas: Atlas) -> None:
    for each in atlas.rivals:
        for group in rivals_of(atlas, each.kind, each.key):
            for other in group:
                back = rivals_of(atlas, other.kind, other.key)
                assert any(each.key == x.key for found in back for x in found)


def test_an_item_shows_the_other_figures_for_its_quantity(atlas: Atlas) -> None:
    [group] = evidence_rivals(atlas, "E164")
    assert group.title == "Kazakh oil for Israel (spans and units differ)"
    assert [line.evidence for line in group.lines] == ["E018", "E106", "E165"]
    words = [line.words for line in group.lines]
    assert words[1] == "Kazakhstan and Azerbaijan: 60 % of crude imports, Nov 2023 (E106)"
    titles = [each.title for each in evidence_rivals(atlas, "E106")]
    assert titles == [
        "Kazakh oil for Israel (spans and units differ)",
        "Azerbaijan's share of Israel's oil (years differ)",
    ]


def test_an_item_without_a_figure_is_shown_by_its_claim(atlas: Atlas) -> None:
    [group] = evidence_rivals(atlas, "E161")
    [books] = [line for line in group.lines if line.evidence == "E149"]
    assert "customs stopped listing oil sales" in books.words
    assert ".," not in books.words


def test_a_figure_of_thousands_is_set_as_in_every_table(atlas: Atlas) -> None:
    [group] = [x for x in evidence_rivals(atlas, "E116") if "trade" in x.title]
    [line] = [line for line in group.lines if line.evidence == "E041"]
    assert "1,718 million USD" in line.words


def test_a_series_among_the_rivals_of_an_item_is_named(atlas: Atlas) -> None:
    [group] = evidence_rivals(atlas, "E006")
    assert group.lines[0].series == "indicator/jewish_pop_core"
    assert "Core Jewish population" in group.lines[0].words


def test_an_item_that_is_not_known_on_an_earlier_day_is_no_rival(atlas: Atlas) -> None:
    fewer = replace(atlas, evidence=tuple(x for x in atlas.evidence if x.id != "E165"))
    [group] = evidence_rivals(fewer, "E164")
    assert [line.evidence for line in group.lines] == ["E018", "E106"]


def test_an_item_on_other_states_is_left_out(atlas: Atlas) -> None:
    rival = next(each for each in atlas.rivals if each.key == "E164")
    assert evidence_line(atlas, rival, ("AZE", "UZB")) is None
    assert evidence_line(atlas, rival, ("AZE", "KAZ")) is not None


def test_rivals_are_one_sentence_at_the_foot_of_a_picture() -> None:
    group = RivalGroup("Arms", (RivalLine("Bank", "A 3 (2020)"), RivalLine("Press", "A 4 (2021)")))
    assert rivals_sentence((group,)) == (
        "Other figures for this quantity, kept apart: Bank: A 3 (2020); Press: A 4 (2021)."
    )
    assert not rivals_sentence(())
