import pytest
from pytestqt.qtbot import QtBot

from explorer.pages.detail import SourceLink
from explorer.style import LIGHT
from explorer.ui.widgets.link import LinkButton
from explorer.ui.widgets.source_link import SourceLine, is_safe
from explorer.ui.widgets.text import Text
from explorer.ui.widgets.trace_link import TraceLink


@pytest.mark.parametrize(
    ("address", "may_be_opened"),
    [
        ("https://example.org/page?a=b#c", True),
        ("HTTP://example.org", True),
        ("mailto:desk@example.org", True),
        ("", False),
        ("example.org", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("ftp://example.org", False),
        (" https://example.org", False),
        ("https://example.org\n", False),
        ("\\\\server\\share", False),
    ],
)
def test_only_web_pages_and_mail_may_be_opened(address: str, may_be_opened: bool) -> None:
    assert is_safe(address) is may_be_opened


def test_a_click_tells_the_address_which_the_tooltip_shows(qtbot: QtBot) -> None:
    url = "https://example.org/?a=1&b=<2>"
    line = SourceLine(SourceLink("S1", "A <b>title</b>", "Daryo.uz, 29 Mar 2023", url), LIGHT)
    qtbot.addWidget(line)
    link = line.findChild(LinkButton)
    assert link is not None
    assert "https://example.org/?a=1&amp;b=&lt;2&gt;" in link.toolTip()
    assert "A &lt;b&gt;title&lt;/b&gt;" in link.toolTip()
    assert "Daryo.uz" in link.accessibleName()
    came: list[str] = []
    line.opened.connect(came.append)
    link.click()
    assert came == [url]


def test_a_source_without_a_safe_address_is_words_only(qtbot: QtBot) -> None:
    line = SourceLine(SourceLink("S1", "Title", "Archive, 1999", "file:///x"), LIGHT)
    qtbot.addWidget(line)
    assert [x for x in line.findChildren(LinkButton) if not isinstance(x, TraceLink)] == []
    words = line.findChild(Text)
    assert words is not None
    assert words.text() == "Archive, 1999"


def test_in_a_narrow_column_the_source_is_cut_and_not_the_way_to_sources(qtbot: QtBot) -> None:
    words = "Probably The National Interest (text supplied as an article by its author)"
    line = SourceLine(SourceLink("S1", "Title", words, "https://example.org"), LIGHT)
    qtbot.addWidget(line)
    line.resize(260, 24)
    line.show()
    trace = line.findChild(TraceLink)
    assert trace is not None
    assert trace.width() >= trace.sizeHint().width()
