"""Diagnostics as people and programs read them: text, JSON, GitHub annotations."""

FORMATS = ("text", "json", "github")
