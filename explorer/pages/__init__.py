"""What the reader sees, before anyone draws it."""
