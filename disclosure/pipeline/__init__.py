"""The build alone: plan, cache, jobs, staging, and how it becomes the site."""
