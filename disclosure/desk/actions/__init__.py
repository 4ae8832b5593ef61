"""What the desk's buttons do: each says beforehand what it will do, and afterwards what it did.

No rules of their own: they call what the commands call. Of the words they only leave out
options and commands, which a browser does not have.
"""
