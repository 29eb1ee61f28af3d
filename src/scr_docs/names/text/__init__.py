"""What every search for names stands on: folding with a map back, sentences, phrases, labels."""
