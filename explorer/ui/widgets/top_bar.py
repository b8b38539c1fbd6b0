"""The bar at the top: baseline, countries against it, search, export and menu."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton

from explorer.style import country_colour
from explorer.ui.theme import BOLD, SEMIBOLD, TEXT_PX, ThemeKeeper, font, mark
from explorer.ui.widgets.chips import Chips
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.widgets.text_lines import text_width

_HEIGHT = 52
_LOW_HEIGHT = 44
_SEARCH_LEAST, _SEARCH_MOST = 84, 232
_MARGIN = 14


class TopBar(QFrame):
    """Shows what is compared and says what the user wants compared."""

    baseline_chosen = Signal(str)
    exported = Signal()

    def __init__(self, themes: ThemeKeeper, search: SearchBox, menu: QMenu) -> None:
        """Hold the search box and the menu it is given."""
        super().__init__()
        self._themes = themes
        self._countries: tuple[tuple[str, str], ...] = ()
        self._baseline = ""
        self._picker_menu = QMenu(self)
        self._picker_menu.aboutToShow.connect(self._fill_picker)
        mark(self, "top")
        self.setFixedHeight(_HEIGHT)
        self._brand = QLabel("Country Explorer")
        self._brand.setFont(font(TEXT_PX + 1, BOLD))
        self.picker = QToolButton()
        self.picker.setFont(font(TEXT_PX, SEMIBOLD))
        self.picker.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.picker.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.picker.setIconSize(QSize(10, 10))
        self.picker.setMenu(self._picker_menu)
        self._against = QLabel("against")
        mark(self._against, "mute")
        self.chips = Chips(themes)
        self.search = search
        self.export = QPushButton("Export PDF")
        mark(self.export, "primary")
        self.export.setToolTip("Make the brief as a PDF (Ctrl+E)")
        self.export.clicked.connect(self.exported)
        self._menu_button = _menu_button(menu)
        self._row = QHBoxLayout(self)
        self._fill_row()
        themes.changed.connect(self._show_baseline)

    def show_view(
        self, countries: tuple[tuple[str, str], ...], baseline: str, comparators: tuple[str, ...]
    ) -> None:
        """Show the countries (ISO code, name), the baseline and those against it."""
        if (countries, baseline) != (self._countries, self._baseline):
            self._countries, self._baseline = countries, baseline
            self._show_baseline()
        others = tuple(each for each in countries if each[0] != baseline)
        self.chips.show_countries(others, comparators)
        several = len(comparators) > 1
        words = f"Make {len(comparators)} briefs as PDF" if several else "Make the brief as a PDF"
        self.export.setToolTip(f"{words} (Ctrl+E)")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def set_low(self, *, is_low: bool) -> None:
        """Take less height in a low window."""
        self.setFixedHeight(_LOW_HEIGHT if is_low else _HEIGHT)

    def _fill_row(self) -> None:
        row = self._row
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(10)
        # The bar itself makes its parts fit, so their sizes must not keep the window wide.
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        for widget in (self._brand, self.picker, self._against, self.chips):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.search, self.export, self._menu_button):
            row.addWidget(widget)

    def _fit(self) -> None:
        """Go from the fullest form to the sparest until all fits: brand, words, names, export."""
        names = self.chips.natural_width(is_short=False)
        codes = self.chips.natural_width(is_short=True)
        brand = int(text_width("Country Explorer", TEXT_PX + 1, BOLD)) + 10
        against = int(text_width("against", TEXT_PX)) + 10
        name = self._name(self._baseline)
        picker = int(text_width(name, TEXT_PX, SEMIBOLD)) + 66
        export, menu = 106, 44
        forms = (
            (brand + against + names + export + picker + menu, "full"),
            (against + names + export + picker + menu, "no brand"),
            (names + export + picker + menu, "no words"),
            (brand + against + codes + export + picker + menu, "codes"),
            (against + codes + export + picker + menu, "codes, no brand"),
        )
        room = self.width() - 2 * _MARGIN - _SEARCH_LEAST - 60
        form = next((form for width, form in forms if width <= room), "spare")
        is_short = "codes" in form or form == "spare"
        self._brand.setVisible(form in {"full", "codes"})
        self._against.setVisible(form not in {"no words", "spare"})
        self.chips.set_short(is_short=is_short)
        self.picker.setText(f" {self._baseline if form == 'spare' else name}  ▾")
        self.export.setText("PDF" if form == "spare" else "Export PDF")
        self.search.setMinimumWidth(_SEARCH_LEAST)
        self.search.setMaximumWidth(_SEARCH_MOST)
        self._row.setSpacing(6 if form == "spare" else 10)

    def _name(self, iso3: str) -> str:
        return next((name for code, name in self._countries if code == iso3), iso3)

    def _show_baseline(self) -> None:
        self.picker.setIcon(self._dot(self._baseline))
        self.picker.setAccessibleName(f"Baseline: {self._name(self._baseline)}")
        self.picker.setToolTip("The country to compare from (Ctrl+B)")

    def _fill_picker(self) -> None:
        """Offer the countries, when the menu is about to be seen."""
        menu = self._picker_menu
        menu.clear()
        for iso3, name in self._countries:
            action = menu.addAction(self._dot(iso3), name)
            action.setCheckable(True)
            action.setChecked(iso3 == self._baseline)
            action.triggered.connect(partial(self._choose, iso3))

    def _choose(self, iso3: str, _checked: object = None) -> None:
        self.baseline_chosen.emit(iso3)

    def _dot(self, iso3: str) -> QIcon:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(int(10 * ratio), int(10 * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(country_colour(iso3, self._themes.theme)))
        painter.drawEllipse(0, 0, 10, 10)
        painter.end()
        return QIcon(picture)


def _menu_button(menu: QMenu) -> QToolButton:
    button = QToolButton()
    button.setText("⋯")
    button.setAccessibleName("Menu")
    button.setToolTip("Theme, shortcuts, about")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    mark(button, "quiet")
    return button
