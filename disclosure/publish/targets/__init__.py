"""Kinds of targets, one module each; each loads its library only when it is opened."""
