"""The comparison on the screen: title, judgement, grid and legend."""
