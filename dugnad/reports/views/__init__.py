"""Pages of impact reports."""
