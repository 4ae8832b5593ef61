"""Facts of the Chinese language and its typography; knows nothing of notices."""
