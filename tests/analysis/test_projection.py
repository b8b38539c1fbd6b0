import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.projection import REGION, WGS84_E2, WGS84_KM, Albers

# Snyder 1987, appendix A, pages 291 to 294: both worked examples of the projection.
SPHERE = Albers((29.5, 45.5), lat=23.0, lon=-96.0, radius=1.0, e2=0.0)
CLARKE_1866 = Albers((29.5, 45.5), lat=23.0, lon=-96.0, radius=6378206.4, e2=0.00676866)


def place(projection: Albers, lon: float, lat: float) -> tuple[float, float]:
    x, y = projection.project(np.array([lon]), np.array([lat]))
    return float(x[0]), float(y[0])


def test_the_sphere_gives_the_figures_of_snyders_worked_example() -> None:
    assert SPHERE.cone == pytest.approx(0.6028370, abs=5e-8)
    assert place(SPHERE, -75.0, 35.0) == pytest.approx((0.2952720, 0.2416774), abs=5e-8)


def test_the_ellipsoid_gives_the_figures_of_snyders_worked_example() -> None:
    assert CLARKE_1866.cone == pytest.approx(0.6029035, abs=5e-8)
    assert place(CLARKE_1866, -75.0, 35.0) == pytest.approx((1885472.7, 1535925.0), abs=0.1)


def test_one_standard_parallel_is_two_that_meet() -> None:
    one = Albers((44.0, 44.0), lat=44.0, lon=62.0)
    near = Albers((43.999, 44.001), lat=44.0, lon=62.0)
    assert place(one, 70.0, 50.0) == pytest.approx(place(near, 70.0, 50.0), abs=1e-3)


def test_the_origin_is_in_the_middle_and_the_meridian_is_upright() -> None:
    assert place(REGION, 62.0, 44.0) == pytest.approx((0.0, 0.0), abs=1e-9)
    assert place(REGION, 62.0, 50.0)[0] == pytest.approx(0.0, abs=1e-9)


def test_a_longitude_counts_the_short_way_round() -> None:
    assert place(REGION, 62.0 - 360.0, 50.0) == pytest.approx(place(REGION, 62.0, 50.0))


def area_on_the_earth(lon: float, lat: float, size: float) -> float:
    """Return the area of a cell on the ellipsoid in square kilometres (Snyder, equation 3-12)."""
    e = math.sqrt(WGS84_E2)

    def q(degrees: float) -> float:
        sine = math.sin(math.radians(degrees))
        log = math.log((1 - e * sine) / (1 + e * sine)) / (2 * e)
        return (1 - WGS84_E2) * (sine / (1 - WGS84_E2 * sine**2) - log)

    del lon
    return WGS84_KM**2 * math.radians(size) * (q(lat + size) - q(lat)) / 2


@given(st.floats(22.0, 96.0), st.floats(12.0, 61.0))
def test_every_area_is_as_large_on_the_map_as_on_the_earth(lon: float, lat: float) -> None:
    size, steps = 0.25, np.linspace(0.0, 0.25, 40)
    still = np.zeros(40)
    across = np.concatenate([lon + steps, lon + size + still, lon + size - steps, lon + still])
    up = np.concatenate([lat + still, lat + steps, lat + size + still, lat + size - steps])
    x, y = REGION.project(across, up)
    corners = list(zip([*x, x[0]], [*y, y[0]], strict=True))
    area = sum(a * d - c * b for (a, b), (c, d) in pairwise(corners)) / 2
    assert area == pytest.approx(area_on_the_earth(lon, lat, size), rel=1e-5)


@pytest.mark.parametrize("lat", [37.0, 51.0])
def test_lengths_are_true_along_the_standard_parallels(lat: float) -> None:
    (ax, ay), (bx, by) = place(REGION, 60.0, lat), place(REGION, 60.01, lat)
    phi = math.radians(lat)
    true = WGS84_KM * math.cos(phi) / math.sqrt(1 - WGS84_E2 * math.sin(phi) ** 2)
    assert math.hypot(bx - ax, by - ay) == pytest.approx(true * math.radians(0.01), rel=1e-6)


@given(st.floats(44.0, 88.0), st.floats(35.0, 55.0))
def test_no_length_in_the_region_errs_by_over_two_percent(lon: float, lat: float) -> None:
    (ax, ay), (bx, by) = place(REGION, lon, lat), place(REGION, lon + 0.01, lat)
    phi = math.radians(lat)
    true = WGS84_KM * math.cos(phi) / math.sqrt(1 - WGS84_E2 * math.sin(phi) ** 2)
    assert math.hypot(bx - ax, by - ay) == pytest.approx(true * math.radians(0.01), rel=0.02)
