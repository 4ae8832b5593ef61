"""Forms in which a notice is handed to others: to paste, to print, to fill in."""
