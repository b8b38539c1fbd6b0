"""A map projection for the region: the equal-area conic of Albers, so that areas compare truly.

Formulas as in Snyder, J. P., 1987, Map projections: a working manual, U.S. Geological Survey
Professional Paper 1395, pages 98-103; sphere and ellipsoid are one code, a sphere being an
ellipsoid without eccentricity.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Degrees = npt.NDArray[np.float64]

WGS84_KM = 6378.137
WGS84_E2 = 0.00669437999
_SPHERE = 1e-12


@dataclass(frozen=True)
class Albers:
    """Albers' projection with two standard parallels, along which lengths are true.

    `parallels`, `lat` and `lon` of the origin are in degrees; `radius` gives the unit of the
    plane, and `e2` is the square of the ellipsoid's eccentricity, 0 for a sphere.
    """

    parallels: tuple[float, float]
    lat: float
    lon: float
    radius: float = WGS84_KM
    e2: float = WGS84_E2

    def project(self, lon: Degrees, lat: Degrees) -> tuple[Degrees, Degrees]:
        """Give the places of positions in degrees, x to the east and y to the north of the origin.

        Both are in units of the radius, kilometres unless it was set apart; equations 14-1 to 14-4
        and 14-12 with 3-12 of Snyder.
        """
        away = np.mod(lon - self.lon + 180.0, 360.0) - 180.0
        angle = self.cone * np.radians(away)
        rho = self._rho(lat)
        return rho * np.sin(angle), float(self._rho(np.array([self.lat]))[0]) - rho * np.cos(angle)

    @cached_property
    def cone(self) -> float:
        """Give the constant of the cone, n (equation 14-14)."""
        first, second = (math.radians(each) for each in self.parallels)
        if math.isclose(first, second):
            return math.sin(first)
        q = self._q(np.array(self.parallels))
        return (self._m(first) ** 2 - self._m(second) ** 2) / float(q[1] - q[0])

    def _m(self, phi: float) -> float:
        """Give m of equation 14-15."""
        return math.cos(phi) / math.sqrt(1.0 - self.e2 * math.sin(phi) ** 2)

    def _q(self, lat: Degrees) -> Degrees:
        """Give q of equation 3-12."""
        sine = np.sin(np.radians(lat))
        if self.e2 < _SPHERE:
            return 2.0 * sine
        e = math.sqrt(self.e2)
        log = np.log((1.0 - e * sine) / (1.0 + e * sine)) / (2.0 * e)
        return (1.0 - self.e2) * (sine / (1.0 - self.e2 * sine**2) - log)

    def _rho(self, lat: Degrees) -> Degrees:
        """Give the distance from the apex of the cone (equations 14-3 and 14-13)."""
        first = math.radians(self.parallels[0])
        c = self._m(first) ** 2 + self.cone * float(self._q(np.array([self.parallels[0]]))[0])
        return self.radius * np.sqrt(np.maximum(c - self.cone * self._q(lat), 0.0)) / self.cone


REGION = Albers(parallels=(37.0, 51.0), lat=44.0, lon=62.0)
"""Central Asia and the Caucasus: from 44 to 88 degrees east no length errs by over two percent."""
