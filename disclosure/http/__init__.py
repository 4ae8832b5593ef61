"""The one HTTP client: what it asks, how long it waits and how much it takes is bounded."""
