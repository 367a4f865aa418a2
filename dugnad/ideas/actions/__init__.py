"""The verbs of ideas: the only code that writes."""
