from explorer.domain.atlas import Atlas
from explorer.pages.brief_method import markdown_sections, method_passages


def test_a_note_is_split_at_its_headings_and_freed_of_its_marks() -> None:
    body = "Before.\n\n## One\n\nA *b* **c** [E012].\n\n- x: 1\n- y: 2\n\n## Two\n\nEnd.\n"
    assert markdown_sections(body) == {"One": "A b c. x: 1; y: 2.", "Two": "End."}


def test_the_method_tells_bands_grades_and_both_cautions(atlas: Atlas) -> None:
    told = " ".join(passage.body.text for passage in method_passages(atlas))
    for words in (
        "roughly even chance: 45 to 55",
        "1 confirmed elsewhere",
        "All four used one body of evidence",
        "hindsight cannot be fully put aside",
        "low means few, old or conflicting sources",
    ):
        assert words in told
    assert "*" not in told
