"""The notice: what a public disclosure notice is, without files, YAML or templates."""
