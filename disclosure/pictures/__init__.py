"""Pictures as bytes: what they are, what they tell besides what they show, and without it."""
