"""Where the app's own files and the user's files lie."""

import os
from pathlib import Path

import platformdirs

APP = "country-explorer"


def resources() -> Path:
    """Give the bundled resources: beside the package in a checkout, inside it in a wheel."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def bundled_pack() -> Path:
    """Give the folder of the pack that the app ships."""
    return resources() / "packs" / "abraham-accords"


def fonts() -> Path:
    """Give the folder of the bundled fonts."""
    return resources() / "fonts"


def user_home() -> Path:
    """Give the folder of the user's files; `COUNTRY_EXPLORER_HOME` overrules the system."""
    chosen = os.environ.get("COUNTRY_EXPLORER_HOME")
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir(APP, appauthor=False))


def workspace_file() -> Path:
    """Give the file of the user's workspace."""
    return user_home() / "workspace.json"


def settings_file() -> Path:
    """Give the file of window state and choices."""
    return user_home() / "settings.json"


def documents() -> Path:
    """Give the folder where exports are offered first."""
    chosen = os.environ.get("COUNTRY_EXPLORER_HOME")
    return Path(chosen) if chosen else Path(platformdirs.user_documents_dir())
