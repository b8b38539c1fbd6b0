"""The countries to compare with, as chips to switch on and off."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from explorer.style import Theme, country_colour
from explorer.ui.theme import REGULAR, SEMIBOLD, TEXT_PX, ThemeKeeper, font
from explorer.ui.widgets.text_lines import text_width

_HEIGHT = 28
_LIGHT_INK, _DARK_INK = "#ffffff", "#10181f"


def readable_ink(ground: str) -> str:
    """Give white or near-black, whichever stands out more on a ground (WCAG 2 contrast)."""
    light = luminance(ground)
    on_white = (luminance(_LIGHT_INK) + 0.05) / (light + 0.05)
    on_black = (light + 0.05) / (luminance(_DARK_INK) + 0.05)
    return _LIGHT_INK if on_white > on_black else _DARK_INK


def luminance(colour: str) -> float:
    """Give the relative luminance of `#rrggbb`, 0 to 1, as WCAG 2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Chip(QAbstractButton):
    """A country, or all five. On: filled, with a check mark and heavier letters."""

    def __init__(self, iso3: str, name: str, themes: ThemeKeeper) -> None:
        """Begin off. A blank `iso3` makes the chip for all."""
        super().__init__()
        self.iso3 = iso3
        self._name = name
        self._themes = themes
        self._is_short = False
        self.setCheckable(True)
        self.setText(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_short(self, *, is_short: bool) -> None:
        """Show the ISO code in place of the name, or the name again."""
        self._is_short = is_short
        self.setText((self.iso3 or "All") if is_short else self._name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give the same room on and off, so that nothing jumps."""
        pad = 14 if self._is_short else 36
        return QSize(int(text_width(self.text(), TEXT_PX, SEMIBOLD)) + pad, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill, a check mark or the country's dot, and the name."""
        theme, is_on = self._themes.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = country_colour(self.iso3, theme) if self.iso3 else theme.accent
        ink = readable_ink(fill) if is_on else theme.ink
        self._paint_pill(painter, theme, fill if is_on else theme.card, ink)
        left = 7
        if not self._is_short:
            middle = self.height() / 2
            if is_on:
                _paint_check(painter, QPointF(12, middle), ink)
            elif self.iso3:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(fill))
                painter.drawEllipse(QPointF(15.5, middle), 4, 4)
            left = 25 if is_on or self.iso3 else 17
        painter.setPen(QColor(ink))
        painter.setFont(font(TEXT_PX, SEMIBOLD if is_on else REGULAR))
        room = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        painter.end()

    def _paint_pill(self, painter: QPainter, theme: Theme, fill: str, ink: str) -> None:
        """Paint the ground and its edge; with the focus, a ring that stands out from both."""
        line = theme.faint if self.underMouse() else theme.line
        pen = QPen(QColor(fill if self.isChecked() else line), 1)
        if not self.iso3 and not self.isChecked():
            pen.setStyle(Qt.PenStyle.DashLine)
            pen.setColor(QColor(theme.faint))
        painter.setPen(pen)
        painter.setBrush(QColor(fill))
        pill = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(pill, 12.5, 12.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.ink), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 13, 13)
            if self.isChecked():  # the ring's own line may be as dark as the ground within it
                painter.setPen(QPen(QColor(ink), 1.5))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 11, 11)


def _paint_check(painter: QPainter, at: QPointF, ink: str) -> None:
    pen = QPen(QColor(ink), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    corner = at + QPointF(2.6, 3)
    painter.drawLine(at + QPointF(-0.4, 0), corner)
    painter.drawLine(corner, at + QPointF(7.6, -3.6))


class Chips(QWidget):
    """The chips of all countries but the baseline, and one for all of them."""

    chosen = Signal(tuple)
    """The ISO codes that the user wants compared, in the order of the chips; one at least."""

    def __init__(self, themes: ThemeKeeper) -> None:
        """Begin without countries."""
        super().__init__()
        self._themes = themes
        self._chips: list[Chip] = []
        self._all = Chip("", "All five", themes)
        self._all.setToolTip("Compare with all five (Ctrl+0)")
        self._all.clicked.connect(self._choose_all)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._all)
        themes.changed.connect(self.update)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """Give the countries' chips in order."""
        return tuple(self._chips)

    @property
    def all_chip(self) -> Chip:
        """Give the chip for all countries."""
        return self._all

    def show_countries(
        self, countries: tuple[tuple[str, str], ...], switched_on: tuple[str, ...]
    ) -> None:
        """Show these countries (ISO code, name), and which are compared."""
        if [chip.iso3 for chip in self._chips] != [iso3 for iso3, _ in countries]:
            self._make_chips(countries)
        for chip in self._chips:
            chip.setChecked(chip.iso3 in switched_on)
        self._all.setChecked(len(switched_on) == len(self._chips))

    def set_short(self, *, is_short: bool) -> None:
        """Show codes in place of names, or names again."""
        for chip in (*self._chips, self._all):
            chip.set_short(is_short=is_short)
        self._row.setSpacing(3 if is_short else 6)

    def toggle(self, position: int) -> None:
        """Switch a country on or off, by its place among the chips."""
        if position < len(self._chips):
            self._chips[position].click()

    def natural_width(self, *, is_short: bool) -> int:
        """Give the width that all chips take with names, or with codes."""
        pad, space = (14, 3) if is_short else (36, 6)
        texts = [chip.iso3 if is_short else chip.accessibleName() for chip in self._chips]
        texts.append("All" if is_short else "All five")
        return sum(int(text_width(text, TEXT_PX, SEMIBOLD)) + pad + space for text in texts)

    def _make_chips(self, countries: tuple[tuple[str, str], ...]) -> None:
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips = []
        for position, (iso3, name) in enumerate(countries):
            chip = Chip(iso3, name, self._themes)
            chip.setToolTip(f"Compare with {name} (Ctrl+{position + 1})")
            chip.clicked.connect(self._choose)
            self._row.insertWidget(position, chip)
            self._chips.append(chip)

    def _choose(self) -> None:
        wanted = tuple(chip.iso3 for chip in self._chips if chip.isChecked())
        sender = self.sender()
        if not wanted and isinstance(sender, Chip):
            # Something must be compared with: the last one stays on.
            sender.setChecked(True)
            return
        self.chosen.emit(wanted)

    def _choose_all(self) -> None:
        self._all.setChecked(True)
        self.chosen.emit(tuple(chip.iso3 for chip in self._chips))
