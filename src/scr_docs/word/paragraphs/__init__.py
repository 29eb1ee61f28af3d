"""One paragraph: its text by kind, and what hangs on it."""
