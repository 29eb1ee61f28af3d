"""The names and values of a case file in all their forms: the index, the search and how sure a find is."""
