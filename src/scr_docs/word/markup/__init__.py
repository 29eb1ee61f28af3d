"""The XML inside a Word file: parsed safely, and what in it is text."""
