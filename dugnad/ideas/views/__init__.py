"""Pages of the market of ideas."""
