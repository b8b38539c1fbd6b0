import pytest

from explorer.report.lettering import text_width, wrap_text


def test_a_wider_text_measures_wider_and_scales_with_its_size() -> None:
    assert text_width("Kazakhstan", 7) > text_width("Kazakh", 7)
    assert text_width("Kazakhstan", 14) == pytest.approx(2 * text_width("Kazakhstan", 7))


def test_bold_text_is_wider() -> None:
    assert text_width("Kazakhstan", 7, 600) > text_width("Kazakhstan", 7)


def test_wrapped_lines_fit_and_lose_no_word() -> None:
    text = "The World Factbook, yearly editions 1990–2025, of the Central Intelligence Agency"
    lines = wrap_text(text, 90, 7)
    assert len(lines) > 2
    assert all(text_width(line, 7) <= 90 for line in lines)
    assert " ".join(lines) == text


def test_no_text_makes_no_line() -> None:
    assert wrap_text("", 90, 7) == ()
