"""How the maps were made: run by hand, never by the product."""
