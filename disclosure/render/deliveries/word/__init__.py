"""The notice as a Word file (ECMA-376, transitional), written element by element."""
