"""Local needs, with evidence, and what answered them."""
