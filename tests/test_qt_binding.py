"""Faults of the Qt binding that the pinned version has to be free of."""

import sys

from PySide6.QtCore import QObject


def test_a_call_that_returns_none_keeps_the_count_of_references_to_none() -> None:
    """Catch PySide6 6.12.0, which loses one each time and aborts after a few thousand calls."""
    subject = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        subject.setObjectName("x")
    lost = before - sys.getrefcount(None)
    assert lost < 100
