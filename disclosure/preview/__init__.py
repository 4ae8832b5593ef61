"""The preview: what a build would write, served on this machine and shown after every save."""
