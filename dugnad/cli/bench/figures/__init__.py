"""The benchmark of the figures."""
