"""How likely a sentence says that somebody did not take part, and why: learnt from sentences, not from patterns."""
