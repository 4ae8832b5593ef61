"""Tables for Excel, WPS and LibreOffice, written element by element (ECMA-376)."""
