"""Points and reasons in templates."""
