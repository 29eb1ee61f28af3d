"""How text looks and where shapes stand, as far as a reader does not see something."""
