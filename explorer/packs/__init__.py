"""Reads packs: every fault found at once, nothing half-loaded."""
