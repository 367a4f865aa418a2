"""Codes of countries as files of the European Union write them, and as ISO 3166 does."""

OTHERS = {"EL": "GR", "UK": "GB"}


def iso(code: str) -> str:
    """The code of ISO 3166, in capitals."""
    return OTHERS.get(code.upper(), code.upper())
