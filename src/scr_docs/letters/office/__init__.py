"""An office's own templates: given out, looked through, and shown with sample data."""
