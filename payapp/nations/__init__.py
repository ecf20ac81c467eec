"""One room a nation: which tests make which payment due there, on that date."""
