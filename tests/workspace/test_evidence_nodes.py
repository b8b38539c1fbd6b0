import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from explorer.domain.dates import PartialDate
from explorer.domain.evidence import Evidence
from explorer.errors import WorkspaceError
from explorer.workspace.codec import decode, encode
from explorer.workspace.document import OwnEvidence, OwnSource, Workspace
from explorer.workspace.evidence import put_own_evidence, set_remark

NOW = datetime(2026, 11, 24, 21, 4, tzinfo=UTC)
ITEM = Evidence(
    "U001", PartialDate(2026), ("KAZ",), "outcome", "-", 1, "event", "So", "", "", (), "B", 2, ""
)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("id", "E001", "no id of an own item"),
        ("date", "2026-13", "month must be"),
        ("strength", 9, "1, 2 or 3"),
        ("direction", "x", "none of"),
        ("reliability", "Z", "from A to F"),
        ("credibility", 2.5, "from 1 to 6"),
    ],
)
def test_a_damaged_own_item_is_named_by_its_field(field: str, value: object, words: str) -> None:
    held = put_own_evidence(Workspace(), OwnEvidence(ITEM, OwnSource("Talk"), NOW))
    document = json.loads(encode(held))
    document["own_evidence"][0][field] = value
    with pytest.raises(WorkspaceError, match=words) as error:
        decode(json.dumps(document).encode(), Path("workspace.json"))
    assert "own_evidence[0]" in str(error.value)


def test_a_verdict_that_is_not_known_is_damage() -> None:
    document = json.loads(encode(set_remark(Workspace(), "E001", "agree", "", NOW)))
    document["remarks"][0]["verdict"] = "perhaps"
    with pytest.raises(WorkspaceError, match=r"remarks\[0\].verdict"):
        decode(json.dumps(document).encode(), Path("workspace.json"))
