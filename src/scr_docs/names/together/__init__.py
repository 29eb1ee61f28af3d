"""Details that are harmless alone and identify a family together."""
