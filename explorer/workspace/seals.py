"""Seals on forecasts: a hash of what was forecast and when, which shows any later change.

The seal is the SHA-256 of canonical JSON (keys sorted, no space, UTF-8, moments in UTC) of the
forecast's question with its words, likelihood, moment, reason and confidence, and of the moment of
sealing. A sealed forecast can no longer be edited or deleted by the app; who changes it in the
file breaks the seal. A seal is no proof against one who writes a new seal too: for that, it must
be told to somebody else when it is made.

Sealing is a step like any other and is undone by Undo while the window is open, since a slip of
the hand is no vow. History does not outlive the window: from the next start on nothing takes it
back.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal

from explorer.workspace.checks import in_utc
from explorer.workspace.document import OwnForecast, Workspace, frozen

SealState = Literal["none", "intact", "altered"]


def seal_of(forecast: OwnForecast) -> str:
    """Give the seal that fits a forecast as it stands, in 64 hexadecimal digits."""
    content = {
        "asked": forecast.asked,
        "confidence": forecast.confidence,
        "id": forecast.id,
        "likelihood": forecast.likelihood,
        "question": forecast.question,
        "reason": forecast.reason,
        "sealed": _moment(forecast.sealed),
        "when": _moment(forecast.when),
    }
    text = json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    # A text field can hold half of a pair of surrogates, and must still have a seal.
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def is_sealed(forecast: OwnForecast) -> bool:
    """Say whether a forecast bears a seal, or half of one."""
    return bool(forecast.seal) or forecast.sealed is not None


def seal_state(forecast: OwnForecast) -> SealState:
    """Say whether a forecast is unsealed, as it was sealed, or altered since.

    Either half of a seal without the other counts as altered: the app writes both or none.
    """
    if not is_sealed(forecast):
        return "none"
    if forecast.sealed is None:
        return "altered"
    return "intact" if forecast.seal == seal_of(forecast) else "altered"


def seal_forecast(workspace: Workspace, forecast_id: str, moment: datetime) -> Workspace:
    """Seal a forecast; one that is sealed already stays as it is."""
    present = workspace.forecasts[forecast_id]
    if is_sealed(present):
        return workspace
    dated = replace(present, sealed=in_utc(moment))
    sealed = replace(dated, seal=seal_of(dated))
    return replace(workspace, forecasts=frozen({**workspace.forecasts, forecast_id: sealed}))


def check_seals(workspace: Workspace) -> Mapping[str, SealState]:
    """Check every seal: give the state of each sealed forecast by its id."""
    return frozen(
        {key: seal_state(each) for key, each in workspace.forecasts.items() if is_sealed(each)}
    )


def altered_forecasts(workspace: Workspace) -> tuple[str, ...]:
    """Give the ids of the forecasts that are not as they were sealed."""
    return tuple(key for key, state in check_seals(workspace).items() if state == "altered")


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else moment.astimezone(UTC).isoformat()
