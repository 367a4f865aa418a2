"""A season in which some sections inflate: what the flags find, and how far cheating climbs."""
