"""The table of problems (整改台账) that comes back: read, compared with the notices, taken over."""
