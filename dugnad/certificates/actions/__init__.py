"""The verbs of certificates: the only code that writes them."""
