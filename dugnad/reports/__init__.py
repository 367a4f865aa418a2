"""Impact reports: what a unit did in some months, in words, pictures and examples, for those who decide."""
