"""Letters in other languages: what there is to translate, its way to a translator and back, the letter made of it."""
