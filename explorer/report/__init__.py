"""Prints pages: the only home of Typst and of Matplotlib."""
