"""Word: a .docx read at the level of its XML; nothing in it is fetched or run."""
