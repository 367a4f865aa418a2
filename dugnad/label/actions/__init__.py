"""The verbs of the label in public: the only code that writes here."""
