import pytest

from explorer.errors import ExportError
from explorer.report.glyphs import checked, plain_text, with_codes

# Ambiguous to a linter, and every one of them in use.
LETTERS = "Əə Ğğ İı Öö Şş Üü Çç · Ňň Ýý Žž · Oʻzbek · Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі · Ӣӣ Ӯӯ Ҳҳ Ҷҷ"  # noqa: RUF001 - as said above


@pytest.mark.parametrize("text", [LETTERS, "שלום", "საქართველო", "Հայաստան", "▲ ▼ − – “x” 1 %"])
def test_letters_of_the_region_stay_as_they_are(text: str) -> None:
    assert plain_text(text, "here") == text


def test_a_letter_and_its_mark_are_composed() -> None:
    assert plain_text("S\u0327usa", "here") == "Şusa"


def test_compatible_forms_take_the_place_of_signs_without_a_glyph() -> None:
    assert plain_text("\uff21\uff22", "here") == "AB"


def test_signs_that_leave_no_mark_are_left_out() -> None:
    assert plain_text("a\u200bb\ufeffc\u202ed\x07e\tf", "here") == "abcde f"


@pytest.mark.parametrize(
    ("text", "name"),
    [("سلام", "ARABIC LETTER SEEN, U+0633"), ("ok 🙂", "SLIGHTLY SMILING FACE, U+1F642")],
)
def test_a_sign_of_the_pack_that_no_font_has_is_refused_by_name_and_place(
    text: str, name: str
) -> None:
    with pytest.raises(ExportError) as caught:
        checked({"dissents": [{"author": "A. Writer", "body": text}]})
    assert name in str(caught.value)
    assert "in the dissent of A. Writer" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "shown", "count"),
    [
        ("ok 🙂!", "ok [U+1F642]!", 1),
        ("سا", "[U+0633][U+0627]", 2),
        ("👩\u200d🚀", "[U+1F469][U+1F680]", 2),
        ("\uff21 Şu\u200b", "A Şu", 0),
        ("plain", "plain", 0),
    ],
)
def test_a_sign_of_the_users_that_no_font_has_is_shown_by_its_code(
    text: str, shown: str, count: int
) -> None:
    assert with_codes(text) == (shown, count)
