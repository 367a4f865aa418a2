"""Public pages: home, units, activities, the list."""
