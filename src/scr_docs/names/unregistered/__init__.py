"""Names that nobody registered: the small model, the words around names, and the judging of both."""
