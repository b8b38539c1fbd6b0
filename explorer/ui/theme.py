"""The look of the window: colours, type and one style sheet, as the user or the system likes."""

import string
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from explorer import paths
from explorer.settings import ThemeChoice
from explorer.style import DARK, FONT_FAMILY, LIGHT, Theme

TEXT_PX = 13
SMALL_PX = 12
TITLE_PX = 18

REGULAR = QFont.Weight.Normal
SEMIBOLD = QFont.Weight.DemiBold
BOLD = QFont.Weight.Bold

# Enough for the first paint; the others are read after it.
_FIRST_FONTS = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")
_OUTLINED = ("QCheckBox", "QRadioButton")
_FAMILIES = (FONT_FAMILY, "Noto Sans Hebrew", "Noto Sans Georgian", "Noto Sans Armenian")


class ThemeKeeper(QObject):
    """Keeps the theme in force and gives it to the application.

    `changed` comes after palette and style sheet have been set. Widgets that paint ask `theme` at
    each paint and repaint on `changed`. The style sheet knows these values of the dynamic property
    `kind` (see `mark`): for labels `title`, `subtitle`, `heading`, `mute`; for buttons `primary`,
    `quiet`, `link`.
    """

    changed = Signal()

    def __init__(self, choice: ThemeChoice = "system") -> None:
        """Load the fonts and set the theme."""
        super().__init__()
        self._choice: ThemeChoice = choice
        load_fonts(_FIRST_FONTS)
        QApplication.setFont(font())
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        self._theme = self._chosen()
        self._apply()

    @property
    def theme(self) -> Theme:
        """Give the theme in force."""
        return self._theme

    @property
    def choice(self) -> ThemeChoice:
        """Give what the user chose: a theme, or to follow the system."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Take the user's choice; `changed` comes if it changes the theme."""
        self._choice = choice
        self._follow()

    def switch(self) -> None:
        """Go from light to dark or from dark to light."""
        self.choose("light" if self._theme is DARK else "dark")

    def _follow(self) -> None:
        theme = self._chosen()
        if theme is not self._theme:
            self._theme = theme
            self._apply()
            self.changed.emit()

    def _chosen(self) -> Theme:
        if self._choice == "system":
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self._choice == "dark"
        return DARK if dark else LIGHT

    def _apply(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # In place of another sheet Qt polishes each widget once for each that it stands in,
            # ten times as a rule; after none, once. A thousand widgets: 115 ms, and not 370.
            application.setStyleSheet("")
            QApplication.setPalette(palette(self._theme))
            for kind in _OUTLINED:
                # It takes text and refuses bytes, whatever its stub says.
                QApplication.setPalette(outlined(self._theme), kind)  # pyright: ignore[reportArgumentType] - the stub is wrong
            application.setStyleSheet(style_sheet(self._theme))


def load_fonts(names: tuple[str, ...]) -> None:
    """Load bundled fonts by file name; each once in a process."""
    for name in names:
        _load_font(name)


def load_other_fonts() -> None:
    """Load the rest of the bundled fonts: italics, and the scripts of a few source titles."""
    load_fonts(tuple(sorted(path.name for path in paths.fonts().glob("*.ttf"))))


@cache
def _load_font(name: str) -> int:
    return QFontDatabase.addApplicationFont(str(paths.fonts() / name))


def font(size_px: int = TEXT_PX, weight: QFont.Weight = REGULAR) -> QFont:
    """Give the window's typeface in a size and weight. The font is the caller's own, to change."""
    return QFont(_font(size_px, weight))


@cache
def _font(size_px: int, weight: QFont.Weight) -> QFont:
    made = QFont(FONT_FAMILY)
    made.setFamilies(list(_FAMILIES))
    made.setPixelSize(size_px)
    made.setWeight(weight)
    # Text then has the same shape at every place and scale, and grabs are the same bytes.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def mark(widget: QWidget, kind: str) -> None:
    """Give a widget its kind for the style sheet, and have it drawn so."""
    widget.setProperty("kind", kind)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def palette(theme: Theme) -> QPalette:
    """Give the colours of a theme as Qt's own widgets want them."""
    role = QPalette.ColorRole
    made = QPalette()
    for name, colour in (
        (role.Window, theme.background),
        (role.WindowText, theme.ink),
        (role.Base, theme.card),
        (role.AlternateBase, theme.section),
        (role.Text, theme.ink),
        (role.Button, theme.card),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.accent_ink),
        (role.PlaceholderText, theme.mute),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.accent_ink),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.ink),
        (role.Light, theme.card),
        (role.Midlight, theme.section),
        (role.Mid, theme.line),
        (role.Dark, theme.faint),
        (role.Shadow, theme.line),
    ):
        made.setColor(name, QColor(colour))
    quiet = QColor(theme.faint)
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, quiet)
    return made


def outlined(theme: Theme) -> QPalette:
    """Give the colours of boxes and rings to tick: the style outlines them darker than the window.

    That cannot be seen on a dark window; and they do not fill it.
    """
    made = palette(theme)
    made.setColor(QPalette.ColorRole.Window, QColor(theme.faint))
    return made


@cache
def style_sheet(theme: Theme) -> str:
    """Give the one style sheet of the application."""
    colours = {name: getattr(theme, name) for name in theme.__dataclass_fields__}
    return string.Template(_SHEET).substitute(colours)


_SHEET = """
QToolTip { color: $ink; background: $card; border: 1px solid $line; padding: 5px 7px; }
QLabel[kind="title"] { color: $ink; }
QLabel[kind="subtitle"], QLabel[kind="mute"], QLabel[kind="heading"] { color: $mute; }
QPushButton, QToolButton {
  color: $ink; background: $card; border: 1px solid $line; border-radius: 7px; padding: 5px 11px;
}
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:hover, QToolButton:hover { border-color: $faint; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $tint; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 10px; }
QPushButton:disabled, QToolButton:disabled { color: $faint; background: $section; }
QPushButton[kind="primary"] {
  color: $accent_ink; background: $accent; border-color: $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { border-color: $ink; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { color: $mute; background: $track; border-color: $track; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
  background: transparent; border-color: transparent;
}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $tint; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[kind="link"], QToolButton[kind="link"] {
  color: $accent; background: transparent; border-color: transparent; padding: 1px 3px;
}
QPushButton[kind="link"]:hover, QToolButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus, QToolButton[kind="link"]:focus {
  border: 2px solid $accent; padding: 0 2px;
}
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QLineEdit, QPlainTextEdit, QTextEdit {
  color: $ink; background: $card; border: 1px solid $line; border-radius: 7px; padding: 5px 9px;
  selection-background-color: $accent; selection-color: $accent_ink;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid $accent; padding: 4px 8px;
}
QMenu { color: $ink; background: $card; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 22px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $tint; color: $ink; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QSplitter::handle { background: $line; }
QFrame[kind="top"] { background: $card; border: none; border-bottom: 1px solid $line; }
QFrame[kind="rail"] { background: $rail; border: none; border-right: 1px solid $line; }
QFrame[kind="status"] { background: $rail; border: none; border-top: 1px solid $line; }
QToolButton[kind="foot"] {
  color: $ink; background: transparent; border: 1px solid transparent; border-radius: 5px;
  padding: 1px 6px;
}
QToolButton[kind="foot"]:hover { background: $tint; }
QToolButton[kind="foot"]:focus { border: 2px solid $accent; padding: 0 5px; }
QFrame[kind="as_of"] { background: $tint; border: none; border-bottom: 2px solid $accent; }
QFrame[kind="detail"] { background: $card; border: none; }
QFrame[kind="card"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[kind="banner"] { background: $tint; border: none; border-radius: 4px; }
QLabel[kind="warning"] { color: $hold; font-weight: 600; }
QToolButton[kind="view"] {
  color: $ink; background: transparent; border: none; padding: 8px 3px; border-radius: 7px;
}
QToolButton[kind="view"]:hover { background: $section; }
QToolButton[kind="view"]:checked { color: $accent; background: $tint; font-weight: 600; }
QToolButton[kind="view"]:focus { border: 2px solid $accent; padding: 6px 1px; }
QTableView { color: $ink; background: $card; border: 1px solid $line; }
QTableView[kind="pinned"] { border: none; border-right: 1px solid $line; }
QTableView[kind="foot"] { border: none; }
QAbstractScrollArea::corner { background: $card; border: none; }
QHeaderView { background: $header; border: none; }
QHeaderView::section {
  color: $ink; background: $header; border: none; border-bottom: 1px solid $line; padding: 6px;
}
QListWidget { color: $ink; background: $card; border: none; outline: none; }
QListWidget::item { padding: 3px 8px; border-radius: 5px; }
QListWidget::item:selected { color: $ink; background: $tint; }
QDialog { background: $background; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $track; border: 2px solid $card; border-radius: 5px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
