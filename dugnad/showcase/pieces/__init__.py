"""Pieces for promotion, made from the record: covers, cards, squares, stories, posters, infographics."""
