from datetime import UTC, datetime

import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.evidence_detail import EvidenceDetail, compose_evidence_detail
from explorer.pages.own_evidence import Draft, drafted
from explorer.workspace.document import Workspace
from explorer.workspace.evidence import put_own_evidence, set_remark

NOW = datetime(2026, 11, 24, tzinfo=UTC)
DRAFT = Draft(
    claim="So",
    date="2026",
    states="KAZ",
    factor="outcome",
    direction="-",
    strength="1",
    kind="event",
    reliability="B",
    credibility="2",
    source_title="A talk",
    source_url="https://example.org/talk",
)


def detail_of(atlas: Atlas, key: str, workspace: Workspace | None = None) -> EvidenceDetail:
    found = compose_evidence_detail(atlas, workspace or Workspace(), key)
    assert found is not None
    return found


def test_an_item_that_is_not_there_has_no_detail(atlas: Atlas) -> None:
    assert compose_evidence_detail(atlas, Workspace(), "U001") is None


def test_every_item_of_the_pack_has_its_grades_apart_and_its_sources(atlas: Atlas) -> None:
    for item in atlas.evidence[::15]:
        detail = detail_of(atlas, item.id)
        source, information = detail.grades
        assert source.startswith(f"{item.reliability} · source ")
        assert information.startswith(f"{item.credibility} · information ")
        assert "information" not in source
        assert len(detail.sources) == len(item.source_ids)
        assert all(each.title and each.facts for each in detail.sources)


def test_a_figure_is_given_with_its_unit(atlas: Atlas) -> None:
    item = next(each for each in atlas.evidence if each.quantity and each.unit)
    assert ("Figure", f"{item.quantity} {item.unit}") in detail_of(atlas, item.id).facts
    without = next(each for each in atlas.evidence if not each.quantity)
    assert "Figure" not in dict(detail_of(atlas, without.id).facts)


def test_a_source_says_publisher_date_language_and_licence(atlas: Atlas) -> None:
    item = next(each for each in atlas.evidence if each.source_ids == ("S002",))
    facts = dict(detail_of(atlas, item.id).sources[0].facts)
    assert facts == {
        "Publisher": "Daryo.uz",
        "Date": "29 Mar 2023",
        "Language": "English",
        "Licence": "none recorded",
        "Id": "S002",
    }


def test_items_on_one_source_are_called_repetition_and_the_others_are_not(atlas: Atlas) -> None:
    detail = detail_of(atlas, "E445")
    assert detail.repetition.startswith("Rests on the same source as E")
    assert detail.repetition.endswith(": repetition, not confirmation.")
    for kin in detail.repeated:
        assert atlas.evidence_by_id[kin.id].source_ids == atlas.evidence_by_id["E445"].source_ids
    two = next(each for each in atlas.evidence if len(each.source_ids) > 1)
    assert not detail_of(atlas, two.id).repetition


def test_opposites_are_on_the_same_factor_and_state_and_point_the_other_way(atlas: Atlas) -> None:
    item = next(x for x in atlas.evidence if x.factor == "public_opinion" and x.direction == "+")
    detail = detail_of(atlas, item.id)
    assert detail.opposites
    for kin in detail.opposites:
        other = atlas.evidence_by_id[kin.id]
        assert (other.factor, other.direction) == ("public_opinion", "-")
        assert set(other.countries) & set(item.countries)


def test_context_has_no_opposites(atlas: Atlas) -> None:
    item = next(each for each in atlas.evidence if each.direction == "0")
    assert detail_of(atlas, item.id).opposites == ()


@pytest.mark.parametrize(("key", "other"), [("E311", "E441"), ("E441", "E311"), ("E318", "E243")])
def test_contradicting_items_stand_together_in_the_words_of_the_record(
    atlas: Atlas, key: str, other: str
) -> None:
    (point,) = detail_of(atlas, key).contradictions
    assert [kin.id for kin in point.items] == [other]
    assert key in point.words
    assert not point.words[0].isdigit()


def test_the_other_figures_for_the_quantity_stand_with_an_item(atlas: Atlas) -> None:
    [group] = detail_of(atlas, "E164").rivals
    assert [line.evidence for line in group.lines] == ["E018", "E106", "E165"]
    assert detail_of(atlas, "E001").rivals == ()


def test_the_user_s_remark_and_own_source_are_shown(atlas: Atlas) -> None:
    workspace = put_own_evidence(Workspace(), drafted(DRAFT, "U001", NOW))
    workspace = set_remark(workspace, "U001", "doubt", "Hearsay", NOW)
    detail = detail_of(atlas, "U001", workspace)
    assert (detail.verdict, detail.comment) == ("doubt", "Hearsay")
    assert detail.is_own
    assert detail.title == "U001 · my own item"
    assert detail.sources[0].is_own
    assert detail.sources[0].link.url == "https://example.org/talk"
    assert dict(detail.sources[0].facts)["Id"] == "my own source"
    assert detail.uses == ()
