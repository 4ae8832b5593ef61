"""The desk: the office's whole work in the browser, by the functions that the commands call."""
