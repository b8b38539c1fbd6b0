"""What the judgements say together, as pure functions with their sources."""
