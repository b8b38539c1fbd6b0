"""What the user says: a frozen document, pure edits, and its file."""
