"""Editing: changes of one notice's YAML by value, never of bytes that somebody else owns."""
