"""What is built, from which inputs, and how it becomes the site."""
