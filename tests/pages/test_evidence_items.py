from explorer.domain.atlas import Atlas
from explorer.pages.evidence_items import direction_words, evidence_block, grade_words


def test_both_grades_are_spelt_out_apart() -> None:
    words = grade_words("B", 2)
    assert words == "Source B: usually reliable. Information 2: probably true."
    assert grade_words("F", 6).count("cannot be judged") == 2


def test_a_direction_is_worded_by_the_group_of_its_factor(atlas: Atlas) -> None:
    words = {
        (item.factor in atlas.factor_by_id, item.direction): direction_words(atlas, item)
        for item in atlas.evidence
        if item.factor in {"iran_wedge", "outcome"}
    }
    assert words[True, "+"] == "pulls towards"
    assert words[True, "-"] == "weakens the pull"
    assert words[False, "+"] == "towards closer ties"
    assert {value for (_, sign), value in words.items() if sign == "0"} == {"context"}


def test_items_come_once_the_first_then_the_cited_then_the_newest(atlas: Atlas) -> None:
    items = atlas.evidence[:6]
    ids = [item.id for item in items]
    block = evidence_block(atlas, "Evidence", [*items, *items], [ids[3]], [ids[1], ids[4]])
    shown = [item.id for item in block.items]
    assert sorted(shown) == sorted(ids)
    assert shown[0] == ids[3]
    assert set(shown[1:3]) == {ids[1], ids[4]}
    assert [item.cited for item in block.items] == [True, True, True, False, False, False]
    dates = [atlas.evidence_by_id[key].date for key in shown[3:]]
    assert dates == sorted(dates, reverse=True)
    assert block.heading == "Evidence · 6"


def test_every_item_has_a_source_and_names_its_countries(atlas: Atlas) -> None:
    block = evidence_block(atlas, "Evidence", atlas.evidence)
    assert len(block.items) == len(atlas.evidence)
    assert all(item.sources and item.country_names for item in block.items)
    assert all(item.strength_words in {"weak", "moderate", "strong"} for item in block.items)
    assert not any("REG" in item.country_names for item in block.items)
