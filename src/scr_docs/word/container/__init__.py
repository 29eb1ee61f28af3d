"""The package around a document: opened safely, its parts and the arrows between them."""
