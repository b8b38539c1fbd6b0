from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.own_evidence import (
    LABELS,
    Draft,
    draft_faults,
    draft_of,
    drafted,
    form_choices,
)

NOW = datetime(2026, 11, 24, tzinfo=UTC)
SOUND = Draft(
    claim="A pilot plant was agreed",
    date="2026-11",
    states="KAZ UZB",
    factor="economic_modernisation",
    direction="+",
    strength="2",
    kind="event",
    reliability="C",
    credibility="3",
    source_title="Interview",
)


def test_an_empty_form_names_every_field_that_is_needed(atlas: Atlas) -> None:
    faults = draft_faults(atlas, Draft())
    assert set(faults) == {
        *("claim", "date", "states", "factor", "direction", "strength", "kind"),
        *("reliability", "credibility", "source_title"),
    }
    assert all(words.startswith(LABELS[name]) for name, words in faults.items())


def test_a_sound_draft_has_no_faults_and_comes_back_from_its_item(atlas: Atlas) -> None:
    assert not draft_faults(atlas, SOUND)
    own = drafted(SOUND, "U001", NOW)
    assert own.item.countries == ("KAZ", "UZB")
    assert str(own.item.date) == "2026-11"
    assert draft_of(own) == SOUND


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("date", "soon", "no date"),
        ("source_date", "31.12.2025", "no date"),
        ("source_ids", "S001 S9999", "“S9999” is no source"),
        ("source_url", "javascript:alert(1)", "no link"),
        ("source_url", "example.org", "no link"),
    ],
)
def test_a_wrong_entry_is_named_by_its_field(
    atlas: Atlas, field: str, value: str, words: str
) -> None:
    faults = draft_faults(atlas, replace(SOUND, **{field: value}))
    assert list(faults) == [field]
    assert faults[field].startswith(LABELS[field])
    assert words in faults[field]


def test_a_unit_needs_a_figure(atlas: Atlas) -> None:
    assert list(draft_faults(atlas, replace(SOUND, unit="tonnes"))) == ["quantity"]
    assert not draft_faults(atlas, replace(SOUND, unit="tonnes", quantity="5"))


def test_a_source_of_the_pack_is_source_enough(atlas: Atlas) -> None:
    assert not draft_faults(atlas, replace(SOUND, source_title="", source_ids="S001; S002"))


def test_every_choice_of_the_form_can_be_kept(atlas: Atlas) -> None:
    choices = form_choices(atlas)
    for name, offered in choices.lists.items():
        for choice in offered:
            assert not draft_faults(atlas, replace(SOUND, **{name: choice.key}))
            drafted(replace(SOUND, **{name: choice.key}), "U001", NOW)
    assert {each.name for each in fields(Draft)} == set(LABELS)
