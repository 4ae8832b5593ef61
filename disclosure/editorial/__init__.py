"""The office's work on a text: check, fix, report, sign, and whether it may go out."""
