"""How well personal data is found in invented names, identifiers and prose, and by others on the same text."""
