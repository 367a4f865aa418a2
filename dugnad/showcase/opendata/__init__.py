"""The whole register as open data: tables that any program reads, with their dictionary, without a person in them."""
