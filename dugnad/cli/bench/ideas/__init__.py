"""The benchmark of the market of ideas: searching among many, on SQLite and PostgreSQL."""
