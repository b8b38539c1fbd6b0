"""The view Votes."""

from explorer.ui.panels.votes.panel import VotesPanel

__all__ = ["VotesPanel"]
