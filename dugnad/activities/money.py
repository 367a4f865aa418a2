"""Euro amounts at the European Central Bank's reference rate of the day, from a packaged table."""

from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache

import pycountry
from currency_converter import CurrencyConverter


@cache
def _table() -> CurrencyConverter:
    return CurrencyConverter(fallback_on_missing_rate=True, fallback_on_wrong_date=True, decimal=True)


def currencies() -> set[str]:
    """The codes of ISO 4217; those without a reference rate are kept, but not converted."""
    return {currency.alpha_3 for currency in pycountry.currencies}


def in_euro(amount: Decimal, currency: str, day: date) -> Decimal | None:
    """The amount in euro, rounded to cents; the nearest known rate where the day has none; None if unknown."""
    if currency == "EUR":
        return amount
    if currency not in _table().currencies:
        return None
    value = Decimal(_table().convert(amount, currency, "EUR", date=day))
    return value.quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN)
