"""Finding people: the names and values of a case file in all their forms, and identifiers by their shape."""
