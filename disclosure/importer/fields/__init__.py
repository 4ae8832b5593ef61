"""Fields: what the outline's paragraphs say, as values of a notice."""
