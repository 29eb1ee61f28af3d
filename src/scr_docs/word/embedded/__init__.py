"""Files inside the Word file: what each is, and every text in it."""
