"""The parts of a package beside its stories: settings, properties, charts and their like, one reader each."""
