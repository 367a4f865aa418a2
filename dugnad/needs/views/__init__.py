"""Pages of local needs."""
