"""The real pack, read once."""

import pytest

from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.packs.observations import read_observations
from explorer.packs.reading import read_atlas
from explorer.paths import bundled_pack


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return read_atlas(bundled_pack())


@pytest.fixture(scope="session")
def observations(atlas: Atlas) -> Observations:
    return read_observations(bundled_pack(), atlas)
