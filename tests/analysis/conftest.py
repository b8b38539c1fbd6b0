import pytest

from explorer.analysis.basis import Basis, basis_of
from explorer.domain.atlas import Atlas
from explorer.packs.reading import read_atlas
from explorer.paths import bundled_pack


@pytest.fixture(scope="session")
def bundled() -> Atlas:
    return read_atlas(bundled_pack())


@pytest.fixture(scope="session")
def kazakhstan(bundled: Atlas) -> Basis:
    basis = basis_of(bundled, "KAZ")
    assert basis is not None
    return basis
