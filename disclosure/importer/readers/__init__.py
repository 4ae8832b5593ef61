"""Readers: each makes a ``Reading`` of one kind of file; none reaches for anything outside it."""
