"""Filters for numbers, months and icons in the reader's language."""

from datetime import date
from functools import cache, lru_cache
from typing import Any

from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal, format_percent
from django import template
from django.conf import settings
from django.template.loader import get_template
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from dugnad.core.periods import first_day
from dugnad.core.periods import written as as_written

register = template.Library()


def _locale() -> str:
    return (get_language() or "en").replace("-", "_")


@register.filter
def number(value: Any, decimals: int = 0) -> str:
    """1234567.8 → 1,234,568 or 1 234 568, as the reader's language has it."""
    if value is None or value == "":
        return "–"
    return _number(float(value), decimals, _locale())


@lru_cache(maxsize=4096)
def _number(value: float, decimals: int, locale: str) -> str:
    return str(format_decimal(round(value, decimals) + 0, format="#,##0." + "#" * decimals if decimals else "#,##0", locale=locale))


@register.filter
def signed(value: float) -> str:
    """What was added or taken away: +3, −3."""
    return f"+{number(value, 2)}" if value > 0 else number(value, 2).replace("-", "−")


@register.filter
def change(now: Any, before: Any) -> str:
    """How much more or less than before, in per cent; empty when there was nothing before."""
    if not before:
        return ""
    share = format_percent((float(now) - float(before)) / float(before), locale=_locale())
    return f"+{share}" if float(now) >= float(before) else share.replace("-", "−")


@register.filter
def percent(share: float) -> str:
    """0.125 → 13%, as the reader's language writes it."""
    return str(format_percent(share, locale=_locale()))


@register.filter
def month(value: int) -> str:
    """A month number → November 2026."""
    return str(format_skeleton("yMMMM", first_day(value), locale=_locale()))


@register.filter
def short_month(value: int) -> str:
    """A month number → Nov."""
    return str(format_skeleton("MMM", first_day(value), locale=_locale()))


@register.filter
def written(value: int) -> str:
    """A month number → 2026-11, as addresses have it."""
    return as_written(value)


@register.filter
def day(value: date) -> str:
    """14 Nov 2026."""
    return _day(value, _locale())


@lru_cache(maxsize=4096)
def _day(value: date, locale: str) -> str:
    return str(format_date(value, format="medium", locale=locale))


@register.simple_tag
def days(start: date, end: date) -> str:
    """One day, or from–to."""
    if start == end:
        return day(start)
    return str(format_interval(start, end, skeleton="yMMMd", locale=_locale()))


@register.filter
def kind(widget: Any) -> str:
    return str(getattr(widget, "input_type", "") or type(widget).__name__.lower())


@register.filter
def words(text: str) -> list[str]:
    return text.split()


@register.filter
def field(form: Any, name: str) -> Any:
    """A field of a form by its name."""
    return form[name]


@register.simple_tag
def languages() -> list[tuple[str, str]]:
    """Each language by its own name, for those who cannot read the one they are in."""
    return list(settings.LANGUAGES)


@register.simple_tag
def icon(name: str) -> SafeString:
    return _icon(name)


@cache
def _icon(name: str) -> SafeString:
    return mark_safe(get_template(f"web/icons/{name}.svg").render())


@register.simple_tag(takes_context=True)
def query(context: dict[str, Any], **changes: Any) -> str:
    """The address of this page with some of its parameters changed."""
    params = context["request"].GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            params.pop(name, None)
        else:
            params[name] = value
    return "?" + params.urlencode()


@register.simple_tag(takes_context=True)
def again(context: Any, name: str) -> SafeString:
    """A block of the page once more: its title stands in the head, and in what others show of it."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(name) if blocks else None
    return mark_safe(" ".join(block.render(context).split()).replace('"', "&quot;") if block else "")
