"""Dugnad: one record, and everything that is made from it."""
