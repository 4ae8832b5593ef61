"""Import: from an office's file to a draft, with every character of the file accounted for."""
