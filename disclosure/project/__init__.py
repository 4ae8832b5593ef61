"""A project on disk: each thing that lies there is read in one place."""
