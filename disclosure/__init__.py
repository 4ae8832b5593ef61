"""Disclosure: a static site generator for public disclosure notices (公开通报)."""

__version__ = "0.1.0"
