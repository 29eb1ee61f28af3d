"""How a document looks and is built, as far as it can keep somebody from reading it or hearing it read out."""
