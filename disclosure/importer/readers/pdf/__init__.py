"""A PDF with a text layer: its lines by their places, without what every page repeats."""
