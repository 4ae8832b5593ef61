"""Groups of options: what one command is told, in one module each."""
