"""Pictures and photos of a report in templates."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString

from dugnad.reports import pictures

register = template.Library()


@register.filter
def drawn(block: Mapping[str, Any]) -> SafeString:
    """The picture of a block, for any width."""
    return pictures.on_page(block)


@register.filter
def titled(block: Mapping[str, Any]) -> str:
    """Its title, and how many of all it shows."""
    return pictures.titled(block, pictures.ON_PAGE)


@register.filter
def under(found: Mapping[str, Any], key: str) -> Any:
    """What stands under a key, or None."""
    return found.get(key)
