"""A field of choices."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPaintEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from explorer.style import Theme
from explorer.ui.theme import BOLD
from explorer.ui.widgets.lettering import HEADING, font

_WIDEST = 520
_FRAME = 40
"""What the border, the padding and the arrow take of the width."""


class ChoiceBox(QComboBox):
    """A field of choices that looks like the window's other fields."""

    _is_fitted = False  # of the class, since Qt may tell of changes before the object is made

    def __init__(self, theme: Theme) -> None:
        """Begin without choices."""
        super().__init__()
        # By a click or the Tab key, and not by the wheel.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._colour = theme.mute
        self.setStyleSheet(
            f"QComboBox {{ color: {theme.ink}; background: {theme.card};"
            f" border: 1px solid {theme.line}; border-radius: 6px; padding: 4px 8px; }}"
            f"QComboBox:focus {{ border-color: {theme.accent}; }}"
            "QComboBox::drop-down { border: none; width: 20px; }"
            f"QComboBox QAbstractItemView {{ color: {theme.ink}; background: {theme.card};"
            f" border: 1px solid {theme.line};"
            f" selection-background-color: {theme.tint}; selection-color: {theme.ink}; }}"
        )

    def fit(self) -> None:
        """Be at least as wide as the widest choice, also where a row was laid out before them."""
        self._is_fitted = True
        texts = (self.itemText(at) for at in range(self.count()))
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        self.setMinimumWidth(widest + _FRAME + 2)

    def changeEvent(self, e: QEvent) -> None:
        """Fit again where other letters came."""
        super().changeEvent(e)
        if self._is_fitted and e.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit()

    def add_heading(self, words: str) -> None:
        """Add a name over the choices that follow; it cannot be chosen."""
        self.addItem(words.upper())
        model = self.model()
        if isinstance(model, QStandardItemModel):
            item = model.item(self.count() - 1)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setFont(font(HEADING, BOLD))
            item.setForeground(QColor(self._colour))

    def showPopup(self) -> None:
        """Open the list as wide as its choices, so that none is cut, within reason."""
        wanted = self.view().sizeHintForColumn(0) + 28
        self.view().setMinimumWidth(max(self.width(), min(wanted, _WIDEST)))
        super().showPopup()

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Choose by the wheel with the focus alone: else the page beneath is to scroll."""
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            e.ignore()

    def paintEvent(self, e: QPaintEvent) -> None:
        """Paint the field, its words cut with an ellipsis, and the arrow the style leaves out."""
        del e
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.words()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setPen(QColor(self._colour))
        room = self.rect().adjusted(0, 0, -8, 0)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "\u25be"
        )
        painter.end()

    def words(self) -> str:
        """Give the present choice as far as there is room for it."""
        return self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, self.width() - _FRAME
        )
