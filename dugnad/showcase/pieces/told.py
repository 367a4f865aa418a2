"""A period in words and in addresses."""

from urllib.parse import urlencode

from babel.dates import format_interval
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.core.periods import ALWAYS, Period, first_day, written, year
from dugnad.network.models import Unit
from dugnad.web.templatetags.web import month


def span(period: Period) -> str:
    """A year by its number, a month by its name."""
    if period == ALWAYS:
        return _("all years")
    if period == year(period.first // 12):
        return str(period.first // 12)
    if period.first == period.last:
        return month(period.first)
    return str(format_interval(first_day(period.first), first_day(period.last), skeleton="yMMM", locale=get_language() or "en"))


def months_in(period: Period) -> dict[str, str]:
    """As addresses have them."""
    return {"from": written(period.first), "to": written(period.last)}


def span_address(unit: Unit, period: Period) -> str:
    """The explorer's page for the same months."""
    return f"/figures/?{urlencode({'unit': unit.code} | (months_in(period) if period != ALWAYS else {'span': 'always'}))}"
