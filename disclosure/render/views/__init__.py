"""Views: everything a template shows, worked out and typed; templates only place it."""
