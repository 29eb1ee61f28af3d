"""How hard a text is to read: what is counted in it, and the reading age that formulas make of that."""
