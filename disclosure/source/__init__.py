"""From the bytes of a content file to a typed model, with a place for every error."""
