"""Reviewing, specified."""
