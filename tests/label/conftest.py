"""Every test here has a server with an address and a folder for keys of its own."""

from tests.label.making import own_server

__all__ = ["own_server"]
