"""Random numbers by name: each uncertain quantity has a stream of its own.

Two settings drawn with one seed then meet the same luck, so that their difference is the change
and not the draw (common random numbers: Law, A. M., 2015, Simulation modeling and analysis, 5th
edition, McGraw-Hill, section 11.2). A quantity added or left out disturbs no other.
"""

import hashlib

import numpy as np


def stream(seed: int, name: str) -> np.random.Generator:
    """Give the generator of a seed and a name; the same pair gives the same numbers anywhere.

    Raises:
        ValueError: if the seed is negative.
    """
    digest = hashlib.sha256(name.encode()).digest()
    words = [int(word) for word in np.frombuffer(digest, dtype="<u4")]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words])))
