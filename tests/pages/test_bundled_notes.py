from dataclasses import replace

from explorer.domain.atlas import Atlas
from explorer.pages.bundled_notes import caution_paragraph, linked, note_blocks


def test_citations_become_links_to_the_evidence(atlas: Atlas) -> None:
    found = linked(atlas, "Opened in 1996 [E002][E003], or so [E999999].")
    assert found == ("Opened in 1996 [E002](evidence:E002)[E003](evidence:E003), or so [E999999].")


def test_linking_twice_changes_nothing_more(atlas: Atlas) -> None:
    once = linked(atlas, "See [E002] and {gini}.")
    assert linked(atlas, once) == once


def test_an_indicator_is_named_and_linked_or_said_not_to_be_bundled(atlas: Atlas) -> None:
    gini = atlas.indicator_by_id["gini"]
    assert linked(atlas, "{gini}") == f"[{gini.name}](series:indicator/gini)"
    away = replace(gini, withheld="no licence")
    others = tuple(each for each in atlas.indicators if each.id != "gini")
    assert linked(replace(atlas, indicators=(*others, away)), "{gini}") == (
        f"{gini.name} (not bundled)"
    )
    assert linked(atlas, "{no_such}") == "{no_such}"


def test_no_bundled_note_keeps_a_bare_citation_or_brace(atlas: Atlas) -> None:
    for note in atlas.notes:
        shown = linked(atlas, note.body)
        for key in note.evidence_ids:
            assert f"[{key}]" not in shown.replace(f"[{key}](evidence:{key})", "")
        assert "{" not in shown, note.id


def test_every_factor_and_state_has_its_note(atlas: Atlas) -> None:
    for factor in atlas.factors:
        assert note_blocks(atlas, f"factor:{factor.id}")
    for iso3 in atlas.subject.compared:
        assert note_blocks(atlas, f"country:{iso3}")
    assert note_blocks(atlas, "country:TUR") == ()


def test_the_two_cautions_are_in_the_words_of_the_method_note(atlas: Atlas) -> None:
    [caution] = caution_paragraph(atlas)
    assert caution.quiet
    note = next(each for each in atlas.notes if each.id == "method/judgement")
    assert caution.body.text in " ".join(note.body.split())
    assert caution_paragraph(replace(atlas, notes=())) == ()
