import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.pages.detail import ChartsBlock, DetailPage
from explorer.pages.detail_page import compose_detail
from explorer.pages.search import Hit, HitKind
from explorer.pages.search_documents import pack_documents
from explorer.pages.search_places import Place, place_of
from explorer.pages.view import Target, View
from explorer.workspace.document import Workspace

VIEW = View("AZE", ("KAZ",))


def hits(atlas: Atlas, kind: HitKind) -> list[Hit]:
    return [each.hit for each in pack_documents(atlas) if each.hit.kind == kind]


def page_of(atlas: Atlas, place: Place) -> DetailPage:
    view = VIEW
    if place.target.iso3 and place.target.iso3 not in view.shown:
        view = View("AZE", ("KAZ", place.target.iso3))
    return compose_detail(atlas, Workspace(), view, place.target)


def test_every_series_is_where_it_is_said_to_be(atlas: Atlas) -> None:
    for hit in hits(atlas, "series"):
        place = place_of(atlas, VIEW, hit)
        if place is None or not place.series:
            continue
        blocks = [each for each in page_of(atlas, place).blocks if isinstance(each, ChartsBlock)]
        assert hit.key in [choice.ref for block in blocks for choice in block.choices]


def test_a_series_leads_to_a_factor_that_lists_it(
    atlas: Atlas, observations: Observations
) -> None:
    hit = Hit("series", "", "", None, key="trade_share/exports/ISR")
    place = place_of(atlas, VIEW, hit)
    assert place == Place(
        Target("factor", factor="energy_diversification"), series="trade_share/exports/ISR"
    )


def test_a_source_of_facts_leads_to_a_country_in_view_before_one_that_is_not(
    atlas: Atlas,
) -> None:
    source = next(each.source_id for each in atlas.memberships if each.organisation == "CSTO")
    hit = Hit("source", "", "", None, key=source)
    for iso3 in ("KAZ", "TJK"):
        assert place_of(atlas, View("AZE", (iso3,)), hit) == Place(Target("country", iso3))


@pytest.mark.parametrize("kind", ["source", "series", "event"])
def test_what_the_pack_does_not_have_is_nowhere(atlas: Atlas, kind: HitKind) -> None:
    assert place_of(atlas, VIEW, Hit(kind, "", "", None, key="no/such")) is None


def test_a_source_of_figures_leads_to_a_series_of_it(atlas: Atlas) -> None:
    place = place_of(atlas, VIEW, Hit("source", "", "", None, key="wb_gdp"))
    assert place is not None
    named = atlas.indicator_by_id[place.series.partition("/")[2]]
    assert "wb_gdp" in named.source_ids
