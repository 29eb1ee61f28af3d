"""What made the shipped name model: its lists, the generator of its training data, and the scripts."""
