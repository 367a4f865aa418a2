"""Units in a tree, people, terms of office, the directory."""
