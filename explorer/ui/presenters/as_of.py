"""Lets the user choose the day to look at, and says which it is while it is not the newest."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.ui.session import Session
from explorer.ui.widgets.status_line import StatusLine


class AsOfPresenter(QObject):
    """Keeps notice and button in step with the session's day.

    The day is not remembered between starts: a window that opens on old knowledge would be taken
    for the newest, notice or not. Notice and list are made when they are needed.
    """

    def __init__(
        self, session: Session, line: StatusLine, place: QVBoxLayout, window: QWidget
    ) -> None:
        """Watch a session; the notice goes into `place`, and the list above the line's button."""
        super().__init__(window)
        self._session = session
        self._line = line
        self._place = place
        self._window = window
        self._notice: QWidget | None = None
        line.day.clicked.connect(partial(self.open, line.day))
        session.as_of_changed.connect(self._show)

    def open(self, beside: QWidget | None = None, _checked: object = None) -> None:
        """Offer the days, above the button or below what was pressed for it."""
        from explorer.pages.as_of_days import day_choices
        from explorer.ui.widgets.as_of_popup import AsOfPopup

        session = self._session
        popup = AsOfPopup(self._window)
        groups = tuple(
            (group.heading, tuple((each.day, each.words) for each in group.choices))
            for group in day_choices(session.newest)
        )
        popup.show_days(groups, session.as_of)
        popup.show_day(self._day_text())
        popup.chosen.connect(partial(self._choose, popup))
        popup.typed.connect(partial(self._take_typed, popup))
        popup.stepped.connect(partial(self._step_in, popup))
        popup.adjustSize()
        popup.move(_beside(popup, beside or self._line.day, self._window))
        popup.show()
        popup.field.setFocus()

    def step(self, by: int) -> None:
        """Look at the day some days later, or earlier for less than nought."""
        from explorer.pages.as_of_days import stepped

        session = self._session
        session.look_as_of(stepped(session.newest, session.as_of, by))

    def back_to_newest(self) -> None:
        """Look at the newest day."""
        self._session.look_as_of(None)

    def _choose(self, popup: QWidget, day: object) -> None:
        popup.close()
        self._session.look_as_of(day if isinstance(day, date) else None)

    def _take_typed(self, popup: QWidget, text: str) -> None:
        from explorer.pages.as_of_days import read_day
        from explorer.ui.widgets.as_of_popup import AsOfPopup

        try:
            day = read_day(self._session.newest, text)
        except ValueError as error:
            if isinstance(popup, AsOfPopup):
                popup.say(str(error))
            return
        popup.close()
        self._session.look_as_of(day)

    def _step_in(self, popup: QWidget, by: int) -> None:
        from explorer.ui.widgets.as_of_popup import AsOfPopup

        self.step(by)
        if isinstance(popup, AsOfPopup):
            popup.show_day(self._day_text())

    def _day_text(self) -> str:
        from explorer.pages.words import day_words

        return day_words(self._session.as_of or self._session.newest.subject.as_of)

    def _show(self) -> None:
        """Say which day is looked at."""
        from explorer.pages.as_of_words import as_of_notice, as_of_stamp
        from explorer.ui.widgets.as_of_notice import AsOfNotice

        atlas = self._session.atlas
        self._line.show_day(as_of_stamp(atlas))
        words = as_of_notice(atlas)
        if self._notice is None:
            notice = AsOfNotice()
            notice.newest_wanted.connect(self.back_to_newest)
            notice.other_wanted.connect(partial(self.open, notice.other))
            self._place.addWidget(notice)
            self._notice = notice
        if isinstance(self._notice, AsOfNotice):
            self._notice.show_words(words)
            self._notice.setVisible(bool(words))
        self._line.say(words or "As of the newest date")


def _beside(popup: QWidget, button: QWidget, window: QWidget) -> QPoint:
    """Give the corner of a list above a button at the foot, or below one at the head."""
    top_left = button.mapToGlobal(QPoint(0, 0))
    room = window.mapToGlobal(QPoint(0, 0))
    is_at_foot = top_left.y() - room.y() > window.height() // 2
    y = top_left.y() - popup.height() - 4 if is_at_foot else top_left.y() + button.height() + 4
    right = room.x() + window.width() - popup.width() - 8
    return QPoint(max(room.x() + 8, min(top_left.x(), right)), max(y, room.y() + 8))
