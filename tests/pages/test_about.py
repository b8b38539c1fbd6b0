from dataclasses import replace

from explorer.domain.atlas import Atlas
from explorer.pages.about import compose_about, counts_words, status_words


def test_the_status_says_offline_edition_and_date(atlas: Atlas) -> None:
    words = status_words(atlas)
    assert words.startswith("Offline · bundled data ")
    assert atlas.subject.edition in words


def test_the_counts_are_those_of_the_pack(atlas: Atlas) -> None:
    assert str(len(atlas.evidence)) in counts_words(atlas)
    assert str(len(atlas.sources)) in counts_words(atlas)


def test_every_data_set_is_listed_with_a_licence_or_says_that_none_is_recorded(
    atlas: Atlas,
) -> None:
    data = compose_about(atlas).sections[0]
    sets = [source for source in atlas.sources if source.licence or source.edition]
    assert [row[0] for row in data.table.rows] == [source.title for source in sets]
    assert all(all(row) for row in data.table.rows)


def test_fonts_and_libraries_are_listed_with_their_licences(atlas: Atlas) -> None:
    _, fonts, software = compose_about(atlas).sections
    assert ("Inter", "OFL-1.1") in {(row[0], row[2]) for row in fonts.table.rows}
    names = {row[0].lower() for row in software.table.rows}
    assert {"typst", "pandas", "pyqtgraph"} <= names


def test_every_row_has_a_text_for_every_column(atlas: Atlas) -> None:
    for section in compose_about(atlas).sections:
        for row in section.table.rows:
            assert len(row) == len(section.table.columns)


def test_the_text_names_the_states_of_the_pack_whatever_they_are(atlas: Atlas) -> None:
    own = compose_about(atlas).text
    assert own.startswith(
        "Sets Azerbaijan side by side with Kazakhstan, Uzbekistan, Turkmenistan, Kyrgyzstan and "
        "Tajikistan, from bundled data, with no network."
    )
    subject = replace(atlas.subject, baseline="TUR", compared=("TUR", "KAZ"))
    other = compose_about(replace(atlas, subject=subject)).text
    assert other.startswith("Sets Turkey side by side with Kazakhstan, from")
