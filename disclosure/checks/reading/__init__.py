"""What rules share: how a notice is read, apart from what is judged."""
