"""What the desk answers: pages, files of its own, and the questions of its script."""
