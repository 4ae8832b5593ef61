"""A saved page of a government site: its article, without what the site puts around it."""
