"""The domain's own reading: sentences become statements about the family and the review."""
