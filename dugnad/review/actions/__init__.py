"""The verbs of reviewing: ask, look, give, answer, revoke; and what is kept going by itself."""
