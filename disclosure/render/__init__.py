"""From loaded notices to the bytes of the site; reads templates, never content."""
