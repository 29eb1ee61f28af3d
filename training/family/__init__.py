"""How the weights for reading the family are made: the sentences that they learn from, and the learning."""
