from explorer.domain.atlas import Atlas
from explorer.pages.export_record import evidence_export, votes_export
from explorer.pages.export_sources import cited_sources, sources_export
from explorer.pages.export_values import Missing
from explorer.pages.sources import safe_url

STATES = ("AZE", "KAZ")


def test_sources_are_numbered_as_they_are_first_cited_and_each_stands_once(atlas: Atlas) -> None:
    tables = (votes_export(atlas, STATES), evidence_export(atlas, STATES))
    found = sources_export(atlas, tables)
    ids = [row[found.place("id")] for row in found.rows]
    assert [row[0] for row in found.rows] == list(range(1, len(ids) + 1))
    assert len(set(ids)) == len(ids)
    assert ids[0] == tables[0].rows[0][tables[0].place("sources")]
    items = [each for each in atlas.evidence if set(each.countries) & set(STATES)]
    assert {key for item in items for key in item.source_ids} <= set(ids)
    counts = cited_sources(tables)
    assert [row[found.place("rows")] for row in found.rows] == list(counts.values())


def test_only_an_address_that_is_safe_to_open_is_given(atlas: Atlas) -> None:
    found = sources_export(atlas, (evidence_export(atlas, STATES),))
    place = found.place("address")
    for row in found.rows:
        source = atlas.source_by_id[str(row[found.place("id")])]
        expected = safe_url(source.url)
        assert row[place] == (expected or Missing("no address that is safe to open"))


def test_what_is_not_on_record_of_a_source_is_said(atlas: Atlas) -> None:
    found = sources_export(atlas, (evidence_export(atlas, STATES),))
    assert Missing("not recorded") in {row[found.place("licence")] for row in found.rows}
    assert "" not in {cell for row in found.rows for cell in row}
