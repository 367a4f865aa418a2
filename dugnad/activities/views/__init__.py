"""The pages on which the record is written."""
