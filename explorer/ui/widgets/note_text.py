"""A bundled note: Markdown that loads nothing, and whose links are known by kind."""

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from explorer.style import Theme
from explorer.ui.theme import SEMIBOLD
from explorer.ui.widgets.lettering import BODY, CLOSE, font
from explorer.ui.widgets.source_link import is_safe

_PICTURE = QTextDocument.ResourceType.ImageResource.value
_OF_LINKS = (
    QTextFormat.Property.IsAnchor,
    QTextFormat.Property.AnchorHref,
    QTextFormat.Property.TextToolTip,
    QTextFormat.Property.ForegroundBrush,
    QTextFormat.Property.TextUnderlineStyle,
    QTextFormat.Property.FontUnderline,
)
_EMPTY = QImage(1, 1, QImage.Format.Format_ARGB32)
_EMPTY.fill(0)


KINDS = ("evidence", "series", "note")
"""The kinds of links that lead to something in the app."""


class SealedDocument(QTextDocument):
    """A document that reads no file and asks no network, whatever its text names."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give an empty picture for any picture, and an empty text for all else.

        Nothing at all would not do: Qt then goes and opens a picture's file by itself.
        """
        del name
        return QImage(_EMPTY) if kind == _PICTURE else ""


class NoteText(QTextBrowser):
    """Shows a note as tall as it is. Its links are told by kind; any other kind does nothing."""

    evidence_opened = Signal(str)
    series_chosen = Signal(str)
    link_opened = Signal(str)

    def __init__(self, markdown: str, theme: Theme) -> None:
        """Show Markdown; markup of HTML in it is shown as the text that it is."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        # A note is read as part of the panel: no box round it, as editors have.
        self.setStyleSheet(
            f"NoteText {{ border: none; padding: 0; background: {theme.card}; }}"
            f"NoteText:focus {{ border: none; padding: 0; background: {theme.section}; }}"
        )
        self.setAccessibleName("Note")
        self.anchorClicked.connect(self._follow)
        self.show_markdown(markdown)

    def show_markdown(self, markdown: str) -> None:
        """Show another text.

        It is laid out before it is shown: ten thousand words then take 10 ms in place of 30.
        """
        document = SealedDocument(self)
        document.setDefaultFont(font(CLOSE))
        document.setDocumentMargin(0)
        document.setIndentWidth(15)
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownNoHTML)
        _calm(document)
        _drop_links(document)
        document.setTextWidth(self.viewport().width())
        before = self.document()
        self.setDocument(document)
        if isinstance(before, SealedDocument):
            before.deleteLater()
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for the note's whole height."""
        return QSize(280, int(self.document().size().height()) + 2)

    def minimumSizeHint(self) -> QSize:
        """Accept any width."""
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the text at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        height = self.sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)
        self.verticalScrollBar().setRange(0, 0)  # reckoned for the height before

    def _follow(self, link: QUrl) -> None:
        address = link.toString()
        kind, _, rest = address.partition(":")
        if kind == "evidence":
            self.evidence_opened.emit(rest)
        elif kind == "series":
            self.series_chosen.emit(rest)
        elif is_safe(address):
            self.link_opened.emit(address)


def is_within(address: str) -> bool:
    """Say whether a link leads to something in the app."""
    return address.partition(":")[0] in KINDS


def _drop_links(document: QTextDocument) -> None:
    """Make links that may not be followed the plain words that they are on."""
    found: list[tuple[int, int, QTextCharFormat]] = []
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            part = parts.fragment()
            letters = part.charFormat()
            address = letters.anchorHref()
            if letters.isAnchor() and not is_within(address) and not is_safe(address):
                found.append((part.position(), part.length(), QTextCharFormat(letters)))
            parts += 1
        block = block.next()
    cursor = QTextCursor(document)
    for start, length, letters in found:
        for name in _OF_LINKS:
            letters.clearProperty(name)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(letters)


def _calm(document: QTextDocument) -> None:
    """Bring headings down to a panel's size and give paragraphs even room."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        shape = QTextBlockFormat(block.blockFormat())
        level = shape.headingLevel()
        shape.setTopMargin(8 if level else 2)
        shape.setBottomMargin(3 if level else 5)
        cursor.setBlockFormat(shape)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = cursor.charFormat()
            letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            letters.setFont(font(BODY if level < 3 else CLOSE, SEMIBOLD))
            cursor.setCharFormat(letters)
        block = block.next()
