import pytest

from explorer.domain.atlas import Atlas
from explorer.pages.sources import safe_url, source_links, source_words


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://daryo.uz/en/a", "https://daryo.uz/en/a"),
        ("http://example.org/", "http://example.org/"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("https://a.example/x ; https://b.example/y", "https://a.example/x"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("ftp://example.org/", ""),
        ("https://", ""),
        ("HTTPS://example.org/a", "HTTPS://example.org/a"),
        ("https://exa\u202emple.org/", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_only_web_and_mail_addresses_may_be_opened(text: str, url: str) -> None:
    assert safe_url(text) == url


def test_every_source_of_the_pack_has_a_line_to_show(atlas: Atlas) -> None:
    links = source_links(atlas, [source.id for source in atlas.sources])
    assert len(links) == len(atlas.sources)
    assert all(link.line and link.title for link in links)


def test_the_line_is_publisher_and_date_in_words(atlas: Atlas) -> None:
    [link] = source_links(atlas, ["S002"])
    assert link.line == "Daryo.uz, 29 Mar 2023"
    assert link.url.startswith("https://daryo.uz/")


def test_one_id_may_hold_several_and_an_unknown_one_gives_none(atlas: Atlas) -> None:
    assert [link.id for link in source_links(atlas, ["S004;S003", "nothing"])] == ["S004", "S003"]


def test_a_data_set_is_named_with_its_publisher(atlas: Atlas) -> None:
    source = atlas.source_by_id["cia_factbook"]
    assert source_words(source).startswith("The World Factbook")
