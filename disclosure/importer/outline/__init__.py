"""The outline: headings by the marks that are printed before them."""
