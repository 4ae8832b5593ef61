"""Checks: what a careful editor would find in a notice; reads no files."""
