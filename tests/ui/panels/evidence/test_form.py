import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from explorer.domain.atlas import Atlas
from explorer.pages.own_evidence import LABELS, Draft, draft_faults, form_choices
from explorer.style import LIGHT
from explorer.ui.panels.evidence.form import EvidenceForm

DRAFT = Draft(
    claim="So",
    date="2026",
    states="KAZ UZB",
    factor="outcome",
    direction="-",
    strength="1",
    kind="event",
    quantity="5",
    unit="tonnes",
    reliability="B",
    credibility="2",
    note="Ask",
    source_ids="S001",
    source_title="A talk",
    source_publisher="Notes",
    source_date="2026",
    source_language="en",
    source_url="https://example.org",
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 760)
    qtbot.addWidget(made)
    return made


def form_of(atlas: Atlas, window: QWidget, draft: Draft) -> EvidenceForm:
    return EvidenceForm("Edit U001", draft, form_choices(atlas), LIGHT, window)


def carried(told: SignalBlocker) -> list[object]:
    """Give what a signal carried."""
    return list(told.args or ())  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] - pytest-qt does not say what a signal may carry


def test_what_is_put_in_comes_out_again(atlas: Atlas, window: QWidget) -> None:
    assert form_of(atlas, window, DRAFT).draft == DRAFT
    assert form_of(atlas, window, Draft()).draft == Draft()


def test_every_field_has_its_name_for_screen_readers(atlas: Atlas, window: QWidget) -> None:
    form = form_of(atlas, window, Draft())
    assert {key: each.accessibleName() for key, each in form.inputs.items()} == LABELS


def test_faults_stand_under_their_fields_and_the_first_gets_the_focus(
    atlas: Atlas, window: QWidget, qtbot: QtBot
) -> None:
    window.show()
    form = form_of(atlas, window, Draft(claim="So"))
    form.show()
    faults = draft_faults(atlas, form.draft)
    form.show_faults(faults)
    for name, label in form.faults.items():
        assert label.isHidden() == (name not in faults)
        assert label.text() == faults.get(name, "")
    assert form.focusWidget() is form.inputs["date"]
    assert form.summary.text().startswith(f"{len(faults)} fields need a change")
    form.show_faults({})
    assert form.summary.isHidden()


def test_keeping_hands_out_the_draft_and_leaves_the_form_open(
    atlas: Atlas, window: QWidget, qtbot: QtBot
) -> None:
    form = form_of(atlas, window, DRAFT)
    window.show()
    form.open()
    claim, date = form.inputs["claim"], form.inputs["date"]
    assert isinstance(claim, QPlainTextEdit)
    assert isinstance(date, QLineEdit)
    claim.setPlainText("Other")
    date.setText("2025")
    box = form.findChild(QDialogButtonBox)
    assert box is not None
    with qtbot.waitSignal(form.drafted) as told:
        box.accepted.emit()
    (draft,) = carried(told)
    assert isinstance(draft, Draft)
    assert (draft.claim, draft.date) == ("Other", "2025")
    assert form.isVisible()
    form.reject()
