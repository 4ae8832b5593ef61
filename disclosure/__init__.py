"""Disclosure: a static site generator for public disclosure notices (公开通报)."""

__version__ = "0.2.0.dev0"
