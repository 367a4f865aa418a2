"""The market of ideas: recipes, adaptations, lineage, market sessions."""
