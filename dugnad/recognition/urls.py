"""Addresses of recognition."""

from typing import Any

urlpatterns: list[Any] = []
