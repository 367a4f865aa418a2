"""Append-only entries, their balances, and every question asked of them."""
