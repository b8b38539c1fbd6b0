"""Country Explorer: Azerbaijan side by side with each Central Asian state, offline."""

__version__ = "0.1.0"
