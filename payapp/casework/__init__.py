"""Questions asked of the one check: what it is worth, what would change it, and what beside it."""
