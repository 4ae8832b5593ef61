"""English: the sentences, in a module for every part of the program."""
