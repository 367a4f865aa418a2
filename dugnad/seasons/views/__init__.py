"""Pages of fair competition."""
