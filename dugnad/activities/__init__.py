"""The record: register, amend, withdraw."""
