"""Points and reasons in templates."""

from django import template

from dugnad.criteria import telling
from dugnad.criteria.suggestion import Seen

register = template.Library()


@register.simple_tag
def dots(points: int | None, most: int) -> str:
    """●●○ for two of three points."""
    return "–" if points is None else "●" * points + "○" * (most - points)


@register.simple_tag
def why(seen: Seen) -> str:
    """Why the self-check saw it."""
    return telling.seen(seen)
