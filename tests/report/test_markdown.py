import re

import pytest

from explorer.pages.export_values import DataExport
from explorer.report.markdown import escaped, markdown_bytes


@pytest.fixture(scope="module")
def document(data_export: DataExport) -> str:
    return markdown_bytes(data_export).decode()


def test_the_document_begins_and_ends_with_its_marking(document: str) -> None:
    assert document.startswith("**TLP:AMBER**\n\n# Closer ties with Israel")
    assert document.endswith("**TLP:AMBER**\n")


def test_every_citation_has_its_source_and_the_sources_are_numbered_from_one(
    document: str, data_export: DataExport
) -> None:
    cited = {int(number) for number in re.findall(r"\\\[(\d+)\\\]", document)}
    listed = [int(each) for each in re.findall(r"^(\d+)\. ", document, re.MULTILINE)]
    assert listed == list(range(1, len(data_export.table("sources").rows) + 1))
    assert cited
    assert cited <= set(listed)


def test_every_line_of_a_table_has_as_many_cells_as_its_head(document: str) -> None:
    width = 0
    lines = 0
    for line in document.splitlines():
        if not line.startswith("|"):
            width = 0
            continue
        cells = len(re.findall(r"(?<!\\)\|", line))
        assert cells == (width or cells)
        width, lines = cells, lines + 1
    assert lines > 200


def test_figures_stand_as_the_app_shows_them(document: str) -> None:
    assert re.search(r"\| Kazakhstan \| Token accession \| \d\d\u00a0% \| ", document)
    assert "\u2212" in document


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a | b", r"a \| b"),
        ("*so* [x](y) <b>", r"\*so\* \[x\](y) \<b\>"),
        ("1. first", r"1\. first"),
        ("- item", r"\- item"),
        ("two\nlines", "two lines"),
        ("-3.5", "-3.5"),
    ],
)
def test_a_text_is_never_read_as_markdown(text: str, said: str) -> None:
    assert escaped(text) == said


def test_odd_texts_and_empty_tables_are_told(odd_export: DataExport) -> None:
    document = markdown_bytes(odd_export).decode()
    assert "*=none by then*" in document
    assert r"1. =Press, A \| title, 2 Jan 2025, S1. <https://a.example/?b=c>" in document
